// hearth eval pii: how much of the personal data in labelled sentences is found.
#include <zlib.h>

#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/command.h"
#include "privacy/finder.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string data;
    std::string split = "validation";
    double minScore = privacy::defaultMinScore;
    int errors = 0;
    bool json = false;
};

struct Counts {
    int labelled = 0;  // spans of this kind in the data
    int found = 0;     // of those, spans that a finding of the same family covers by half or more
    int exact = 0;     // of those, with the same ends
    int flagged = 0;   // findings of this kind
    int right = 0;     // of those, findings that lie by half or more on a span of the same family
};

struct Span {
    std::string kind;
    std::size_t start = 0;  // bytes
    std::size_t end = 0;
};

// Kinds that data sets call differently, or draw the line between at different places.
std::string family(const std::string& kind) {
    if (kind == "GPE" || kind == "STREET_ADDRESS" || kind == "ZIP_CODE" || kind == "UK_POSTCODE" ||
        kind == "DE_PLZ")
        return "LOCATION";
    if (kind == "DATE_OF_BIRTH") return "DATE_TIME";
    if (kind == "DOMAIN_NAME") return "URL";
    return kind;
}

std::size_t shared(const Span& a, const Span& b) {
    const std::size_t start = std::max(a.start, b.start);
    const std::size_t end = std::min(a.end, b.end);
    return family(a.kind) == family(b.kind) && end > start ? end - start : 0;
}

// Whether `others` cover half of the span or more, taken together.
bool covered(const Span& span, const std::vector<Span>& others) {
    std::size_t sum = 0;
    for (const Span& other : others) sum += shared(span, other);
    return sum * 2 >= span.end - span.start;
}

std::vector<Span> labelled(const Json& record, const std::string& text) {
    std::vector<std::size_t> byteOf;
    for (std::size_t at = 0; at < text.size(); at += base::decodeUtf8(text, at).length) byteOf.push_back(at);
    byteOf.push_back(text.size());
    std::vector<Span> out;
    for (const Json& span : record.value("spans", Json::array())) {
        const auto start = span.at("start").get<std::size_t>();
        const auto end = span.at("end").get<std::size_t>();
        if (start < end && end < byteOf.size())
            out.push_back({span.at("entity"), byteOf[start], byteOf[end]});
    }
    return out;
}

class Evaluation {
  public:
    Evaluation(const privacy::Finder& finder, const Arguments& arguments)
        : finder_(finder), arguments_(arguments) {}

    void add(const Json& record) {
        if (arguments_.split != "all" && record.value("split", arguments_.split) != arguments_.split) return;
        const std::string text = record.at("text");
        privacy::FindOptions options;
        options.minScore = arguments_.minScore;
        std::vector<Span> found;
        for (const privacy::Finding& f : finder_.find(text, options))
            found.push_back({f.kind, f.start, f.end});
        const std::vector<Span> wanted = labelled(record, text);
        ++sentences_;
        for (const Span& span : wanted) countLabel(span, found, text);
        for (const Span& span : found) countFinding(span, wanted, text);
    }

    Json json() const {
        Json kinds = Json::object();
        Counts all;
        for (const auto& [kind, counts] : counts_) {
            kinds[kind] = row(counts);
            all.labelled += counts.labelled, all.found += counts.found, all.exact += counts.exact;
            all.flagged += counts.flagged, all.right += counts.right;
        }
        Json out = {
            {"sentences", sentences_}, {"split", arguments_.split}, {"min_score", arguments_.minScore}};
        out.update(row(all));
        out["by_kind"] = kinds;
        if (arguments_.errors > 0) out["errors"] = mistakes_;
        return out;
    }

  private:
    static Json share(int part, int all) {
        return all > 0 ? Json(static_cast<double>(part * 10000LL / all) / 10000) : Json(nullptr);
    }

    static Json row(const Counts& counts) {
        return {{"labelled", counts.labelled},
                {"recall", share(counts.found, counts.labelled)},
                {"recall_exact", share(counts.exact, counts.labelled)},
                {"flagged", counts.flagged},
                {"precision", share(counts.right, counts.flagged)}};
    }

    void countLabel(const Span& span, const std::vector<Span>& found, const std::string& text) {
        Counts& counts = counts_[span.kind];
        ++counts.labelled;
        for (const Span& other : found)
            if (shared(span, other) > 0 && span.start == other.start && span.end == other.end) ++counts.exact;
        if (covered(span, found))
            ++counts.found;
        else
            mistake("missed", span, text);
    }

    void countFinding(const Span& span, const std::vector<Span>& wanted, const std::string& text) {
        Counts& counts = counts_[span.kind];
        ++counts.flagged;
        if (covered(span, wanted))
            ++counts.right;
        else
            mistake("flagged", span, text);
    }

    void mistake(const char* what, const Span& span, const std::string& text) {
        if (mistakes_.size() >= static_cast<std::size_t>(arguments_.errors)) return;
        mistakes_.push_back(std::string(what) + " " + span.kind + " \"" +
                            text.substr(span.start, span.end - span.start) + "\" in: " + text);
    }

    const privacy::Finder& finder_;
    const Arguments& arguments_;
    std::map<std::string, Counts> counts_;
    std::vector<std::string> mistakes_;
    int sentences_ = 0;
};

void print(const Json& report) {
    const auto percent = [](const Json& value) {
        char text[20] = "       –";
        if (value.is_number()) std::snprintf(text, sizeof text, "%6.1f %%", value.get<double>() * 100);
        return std::string(text);
    };
    const auto line = [&](const std::string& name, const Json& row) {
        std::printf("%-28s %8d  %s  %s  %8d  %s\n", name.c_str(), row["labelled"].get<int>(),
                    percent(row["recall"]).c_str(), percent(row["recall_exact"]).c_str(),
                    row["flagged"].get<int>(), percent(row["precision"]).c_str());
    };
    for (const Json& mistake : report.value("errors", Json::array()))
        std::printf("%s\n", mistake.get<std::string>().c_str());
    std::printf("%-28s %8s  %8s  %8s  %8s  %8s\n", "", "labelled", "recall", "exact", "flagged", "precise");
    for (const auto& [kind, row] : report["by_kind"].items()) line(kind, row);
    line(report["split"], report);
    std::fflush(stdout);
}

// The next line of a plain or gzip-packed file.
bool nextLine(gzFile file, std::string& line) {
    line.clear();
    char buffer[4096];
    while (gzgets(file, buffer, sizeof buffer) != nullptr) {
        line += buffer;
        if (line.back() == '\n') return true;
    }
    return !line.empty();
}

ExitCode run(const Arguments& arguments) {
    const auto model = assetFile("models/names.tagger");
    if (!model) return report(model.error());
    const auto finder = privacy::Finder::withNames(*model);
    if (!finder) return report(finder.error());
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(arguments.data.c_str(), "rb"), gzclose);
    if (!file) return report({base::ErrorCode::NotFound, "The data cannot be read", arguments.data});
    Evaluation evaluation(*finder, arguments);
    std::size_t number = 0;
    for (std::string line; nextLine(file.get(), line);) {
        ++number;
        try {
            evaluation.add(Json::parse(line));
        } catch (const Json::exception&) {
            return report(
                {base::ErrorCode::InvalidInput,
                 "The line is no record with \"text\" and \"spans\" of \"entity\", \"start\", \"end\"",
                 arguments.data + ":" + std::to_string(number)});
        }
    }
    const Json result = evaluation.json();
    if (arguments.json)
        std::cout << result.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        print(result);
    return ExitCode::Ok;
}

}  // namespace

void addEvalPii(Commands& commands, CLI::App& eval) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = Commands::addTo(eval, "pii", "How much personal data in sentences is found",
                                        "  hearth eval pii --data synthetic.jsonl.gz --json\n"
                                        "  hearth eval pii --data synthetic.jsonl.gz --errors 20");
    command->add_option("--data", arguments->data, "Labelled sentences: JSON lines, gzip-packed or plain")
        ->required()
        ->type_name("FILE");
    command->add_option("--split", arguments->split, "validation, train or all")
        ->check(CLI::IsMember({"validation", "train", "all"}))
        ->capture_default_str();
    command->add_option("--min-score", arguments->minScore, "Only what is at least as likely")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--errors", arguments->errors, "List N mistakes")->check(CLI::NonNegativeNumber);
    command->add_flag("--json", arguments->json, "As JSON");
    commands.run(command, [arguments] { return run(*arguments); });
}

}  // namespace hearth::app::cli
