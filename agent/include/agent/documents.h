// Answers from the user's own documents: what may be searched for a request, and what an answer rests on.
// Plain values, copied freely between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hearth::agent {

// What of the documents may answer a request.
struct DocumentScope {
    enum class Use {
        None,
        WhereTheyFit,  // questions that no tool answers
        Only,          // everything is a question to the documents
    };
    Use use = Use::None;
    // Documents at or below these; empty: all but those that belong to single conversations.
    std::vector<std::string> folders;
    std::int64_t from = 0;  // Unix seconds, of the document's date; 0: no matter
    std::int64_t until = 0;

    bool operator==(const DocumentScope&) const = default;
};

// A passage that an answer rests on.
struct Source {
    int number = 0;  // as the answer's text cites it: 1 is [1]
    std::int64_t document = 0;
    std::int64_t chunk = 0;
    std::string path;
    std::string title;
    std::vector<std::string> headings;  // that the passage stands under, outermost first
    std::uint32_t page = 0;             // from 1; 0: the format has none
    std::uint32_t line = 0;
    std::string sheet;
    std::string cell;
    std::string text;           // the passage
    std::size_t markBegin = 0;  // of the sentence in it that answers, bytes; begin == end: none
    std::size_t markEnd = 0;

    bool operator==(const Source&) const = default;
};

// A sentence of the answer.
struct Statement {
    std::size_t begin = 0;  // bytes in the answer's text, its citations included
    std::size_t end = 0;
    std::vector<int> sources;  // numbers
    bool supported = true;     // a cited passage says so

    bool operator==(const Statement&) const = default;
};

// How a request was answered from documents: always told, also where nothing was found.
struct DocumentAnswer {
    std::vector<std::string> folders;    // that were searched; empty: all there are
    std::int64_t documentsSearched = 0;  // in them
    int found = 0;                       // passages that have to do with the question
    int used = 0;                        // of those, in the answer
    bool timeIgnored = false;            // nothing was from the time that the question names
    bool written = false;                // by a larger model; else the passages are quoted
    std::vector<Statement> statements;
    std::vector<Source> sources;  // by number, from 1

    bool nothing() const { return used == 0; }
    bool operator==(const DocumentAnswer&) const = default;
};

// "page 3", "line 12", "Sheet1 B7", "Chapter › Section"; empty where nothing is known.
std::string placeOf(const Source& source);

}  // namespace hearth::agent
