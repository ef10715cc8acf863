#include "evaluation/collection.h"

#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace hearth::rag {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

using Json = nlohmann::json;

// The next line of a plain or gzip-packed file.
bool nextLine(gzFile file, std::string& line) {
    line.clear();
    char buffer[1 << 14];
    while (gzgets(file, buffer, sizeof buffer) != nullptr) {
        line += buffer;
        if (line.back() == '\n') return true;
    }
    return !line.empty();
}

Result<void> eachRecord(const std::string& folder, const std::string& name,
                        const std::function<void(const Json&)>& each) {
    std::string path = folder + "/" + name + ".jsonl.gz";
    if (!std::filesystem::exists(path)) path = folder + "/" + name + ".jsonl";
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (!file)
        return fail(ErrorCode::NotFound,
                    "The collection has no " + name +
                        ": a folder with docs, queries and qrels, each .jsonl or "
                        ".jsonl.gz, is wanted.",
                    path);
    std::size_t number = 0;
    for (std::string line; nextLine(file.get(), line);) {
        ++number;
        if (line.find_first_not_of(" \t\r\n") == std::string::npos) continue;
        try {
            each(Json::parse(line));
        } catch (const Json::exception& error) {
            return fail(ErrorCode::InvalidInput,
                        std::string("The line is no record of ") + name + ": " + error.what(),
                        path + ":" + std::to_string(number));
        }
    }
    return {};
}

std::string groupOf(const Json& record) {
    return record.value("group", record.value("meeting", ""));
}

// Bytes at which each character of the text begins, and its size.
std::vector<std::size_t> byteOffsets(const std::string& text) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < text.size(); at += base::decodeUtf8(text, at).length) out.push_back(at);
    out.push_back(text.size());
    return out;
}

void toBytes(Collection& collection) {
    std::map<std::string, const CollectionDocument*> byId;
    for (const CollectionDocument& document : collection.documents) byId[document.id] = &document;
    std::map<std::string, std::vector<std::size_t>> offsets;
    for (auto& [query, judgements] : collection.judgements) {
        for (Judgement& judgement : judgements) {
            if (judgement.spans.empty() || !byId.contains(judgement.document)) continue;
            auto& bytes = offsets[judgement.document];
            if (bytes.empty()) bytes = byteOffsets(byId[judgement.document]->text);
            for (auto& [begin, end] : judgement.spans) {
                begin = bytes[std::min(begin, bytes.size() - 1)];
                end = bytes[std::min(end, bytes.size() - 1)];
            }
        }
    }
}

}  // namespace

Result<Collection> readCollection(const std::string& folder) {
    Collection out;
    auto done = eachRecord(folder, "docs", [&](const Json& record) {
        out.documents.push_back(
            {record.at("id"), record.value("title", ""), record.at("text"), groupOf(record)});
    });
    if (done)
        done = eachRecord(folder, "qrels", [&](const Json& record) {
            if (record.value("relevance", 1) <= 0) return;
            Judgement judgement{record.at("doc"), {}};
            for (const Json& span : record.value("spans", Json::array()))
                judgement.spans.emplace_back(span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>());
            out.hasSpans = out.hasSpans || !judgement.spans.empty();
            out.judgements[record.at("query")].push_back(std::move(judgement));
        });
    if (done)
        done = eachRecord(folder, "queries", [&](const Json& record) {
            CollectionQuery query{record.at("id"), record.at("text"), groupOf(record)};
            if (out.judgements.contains(query.id)) out.queries.push_back(std::move(query));
        });
    if (!done) return tl::unexpected<base::Error>(done.error());
    if (out.documents.empty() || out.queries.empty())
        return fail(ErrorCode::InvalidInput,
                    "The collection has no documents, or no queries with judgements.", folder);
    toBytes(out);
    return out;
}

}  // namespace hearth::rag
