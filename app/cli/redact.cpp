// hearth redact: personal data in a pipe replaced by the names of its kinds, or listed as JSON.
#include <cmath>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/command.h"
#include "privacy/finder.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using privacy::Finding;

// As much of the pipe as is looked at in one go, cut at the end of a line.
constexpr std::size_t blockBytes = 1U << 20;

struct Arguments {
    bool json = false;
    bool withoutNames = false;
    double minScore = privacy::defaultMinScore;
    std::vector<std::string> kinds;
};

std::string masked(const std::string& text, const std::vector<Finding>& findings) {
    std::string out;
    std::size_t at = 0;
    for (const Finding& finding : findings) {
        out += text.substr(at, finding.start - at) + '<' + finding.kind + '>';
        at = finding.end;
    }
    return out + text.substr(at);
}

// The place of each byte of the text in characters is counted once, in order.
class CharacterCount {
  public:
    explicit CharacterCount(const std::string& text) : text_(text) {}
    std::size_t upTo(std::size_t byte) {
        for (; at_ < byte; at_ += base::decodeUtf8(text_, at_).length) ++count_;
        return count_;
    }

  private:
    const std::string& text_;
    std::size_t at_ = 0;
    std::size_t count_ = 0;
};

Json answer(const std::string& text, const std::vector<Finding>& findings) {
    Json spans = Json::array();
    CharacterCount characters(text);
    for (const Finding& finding : findings) {
        const std::size_t start = characters.upTo(finding.start);
        spans.push_back({{"entity", finding.kind},
                         {"start", start},
                         {"end", characters.upTo(finding.end)},
                         {"score", std::round(finding.score * 1e4) / 1e4},
                         {"why", finding.why}});
    }
    return {{"spans", spans}, {"masked", masked(text, findings)}};
}

base::Error badLine(std::size_t line, const std::string& what) {
    return {base::ErrorCode::InvalidInput,
            what + "; wanted is {\"text\": \"…\", \"entities\": [\"US_SSN\", …]}",
            "line " + std::to_string(line)};
}

// Reads the line's text and adds the kinds that it asks for; says what is wrong with the line.
std::string read(const Json& request, std::string& text, std::vector<std::string>& kinds) {
    if (!request.is_object()) return "The line is no JSON object";
    const auto found = request.find("text");
    if (found == request.end() || !found->is_string()) return "The line has no \"text\"";
    text = found->get<std::string>();
    const auto entities = request.find("entities");
    if (entities == request.end() || entities->is_null()) return {};
    if (!entities->is_array()) return "\"entities\" is no list";
    for (const Json& entity : *entities) {
        if (!entity.is_string()) return "\"entities\" holds something else than names";
        kinds.push_back(entity.get<std::string>());
    }
    return {};
}

ExitCode runJson(const privacy::Finder& finder, const privacy::FindOptions& options) {
    std::size_t number = 0;
    for (std::string line; std::getline(std::cin, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        std::string text;
        privacy::FindOptions asked = options;
        const Json request = Json::parse(line, nullptr, false);
        if (const std::string wrong = read(request, text, asked.kinds); !wrong.empty()) {
            std::cout.flush();
            return report(badLine(number, wrong)), ExitCode::Usage;
        }
        std::cout
            << answer(text, finder.find(text, asked)).dump(-1, ' ', false, Json::error_handler_t::replace)
            << '\n';
    }
    return ExitCode::Ok;
}

ExitCode runPipe(const privacy::Finder& finder, const privacy::FindOptions& options) {
    std::string held;
    std::string block(blockBytes, '\0');
    while (std::cin) {
        std::cin.read(block.data(), static_cast<std::streamsize>(block.size()));
        held.append(block, 0, static_cast<std::size_t>(std::cin.gcount()));
        const std::size_t lineEnd = std::cin ? held.rfind('\n') : held.size();
        if (lineEnd == std::string::npos && held.size() < 16 * blockBytes) continue;
        const std::string text = held.substr(0, lineEnd);
        std::cout << masked(text, finder.find(text, options));
        held.erase(0, text.size());
    }
    return ExitCode::Ok;
}

ExitCode run(const Arguments& arguments) {
    privacy::FindOptions options;
    options.minScore = arguments.minScore;
    options.kinds = arguments.kinds;
    base::Result<privacy::Finder> finder;
    if (!arguments.withoutNames) {
        const auto model = assetFile("models/names.tagger");
        if (!model) return report(model.error());
        finder = privacy::Finder::withNames(*model);
        if (!finder) return report(finder.error());
    }
    std::ios::sync_with_stdio(false);
    return arguments.json ? runJson(*finder, options) : runPipe(*finder, options);
}

}  // namespace

void addRedact(Commands& commands) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        commands.add("redact", "Mask personal data in text on the standard input",
                     "  hearth redact < letter.txt\n"
                     "  echo '{\"text\":\"I am Ana Lima, SSN 536-90-4399\"}' | hearth redact --json");
    command->add_flag(
        "--json", arguments->json,
        "Read lines {\"text\", \"entities\"}, write lines {\"spans\", \"masked\"}; places in characters");
    command->add_option("--min-score", arguments->minScore, "Only what is at least as likely")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--kinds", arguments->kinds, "Only these kinds, such as PERSON or US_SSN")
        ->delimiter(',');
    command->add_flag("--no-names", arguments->withoutNames,
                      "Identifiers alone; people, places and organizations stay");
    commands.run(command, [arguments] { return run(*arguments); });
}

}  // namespace hearth::app::cli
