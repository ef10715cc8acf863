// One ranking from several, over passages that stand in documents. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "rag/library_store.h"
#include "store/word_ranking.h"

namespace hearth::rag {

// Where a candidate stands, and what is known of it.
struct Candidate {
    ChunkId id = 0;
    std::int64_t document = 0;
    double middle = 0;       // of the passage in its document, bytes
    double length = 0;       // bytes
    double usualLength = 0;  // of the document's passages, bytes
    double words = 0;        // by words, as a share of the best
    double pairs = 0;        // by words that follow each other, in the same measure
    double beside = 0;       // the words of the better of the passages before and behind, in the same measure
    WordEvidence evidence;
    double similarity = 0;  // by vectors, cosine; 0 where it is not known
    double score = 0;       // what fuse() makes of it
};

// How much each sign weighs beside the words' 1; assets/training/retrieval/README.md says where from.
struct FusionWeights {
    double pairs = 0.8;
    double coverage = 1.2;
    double window = 0.2;
    double near = 0.6;
    double beside = 0.9;
    double similarity = 0.2;
    double length = 0.05;  // of its logarithm
    // Of what stands around a passage: the words there, as a share of the best surroundings, and the mean
    // similarity there. exp(-usual length / brief) of it counts: a conversation is understood from several of
    // its turns, a long passage speaks for itself.
    double wordsAround = 3;
    double similarityAround = 1.2;
    double brief = 250;   // bytes
    double reach = 1600;  // bytes after which what stands around counts 1/e
};

// How much surroundings count in a document whose passages have this many bytes on average: 1 for the
// shortest, 0 for long ones.
double needOfSurroundings(double meanLength, const FusionWeights& weights = {});

// Sets `score` and sorts by it. A passage's neighbours count as far as they are among the candidates.
void fuse(std::vector<Candidate>& candidates, const FusionWeights& weights = {});

}  // namespace hearth::rag
