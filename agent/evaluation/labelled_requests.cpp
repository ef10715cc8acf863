#include "evaluation/labelled_requests.h"

#include <zlib.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "loop/normalized_text.h"

namespace hearth::agent {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::json;

constexpr std::size_t maxLine = 1 << 22;

// Reads packed and plain files alike: zlib passes plain bytes through.
class LineReader {
  public:
    explicit LineReader(const std::filesystem::path& file) : file_(gzopen(file.c_str(), "rb")) {}
    ~LineReader() {
        if (file_) gzclose(file_);
    }
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    bool isOpen() const { return file_ != nullptr; }
    // False at the end or where the file is damaged (see problem()).
    bool next(std::string& line) {
        line.clear();
        char buffer[1 << 14];
        while (line.size() < maxLine && gzgets(file_, buffer, sizeof buffer)) {
            line += buffer;
            if (line.back() != '\n') continue;
            line.pop_back();
            return true;
        }
        if (line.size() >= maxLine) problem_ = "a line is over 4 MiB";
        int status = Z_OK;
        const char* text = gzerror(file_, &status);
        if (status != Z_OK && status != Z_STREAM_END) problem_ = text;
        return problem_.empty() && !line.empty();
    }
    const std::string& problem() const { return problem_; }

  private:
    gzFile file_;
    std::string problem_;
};

std::string text(const Json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::string valueText(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Result<LabelledRequest> readRecord(const std::string& line) {
    const Json record = Json::parse(line, nullptr, false);
    if (!record.is_object()) return fail(ErrorCode::InvalidInput, "is no JSON object");
    LabelledRequest out;
    out.id = text(record, "id");
    out.source = text(record, "source");
    out.split = text(record, "split");
    out.text = text(record, "text");
    out.dialogue = text(record, "dialogue");
    if (out.text.empty()) return fail(ErrorCode::InvalidInput, "has no \"text\"");
    if (out.source.empty()) return fail(ErrorCode::InvalidInput, "has no \"source\"");
    const Json none = Json::array();
    const Json& frames = record.contains("frames") ? record["frames"] : none;
    const Json& calls = record.contains("calls") ? record["calls"] : none;
    if (frames.is_array() && !frames.empty() && frames[0].is_object()) {
        out.domain = text(frames[0], "domain");
        out.intent = text(frames[0], "intent");
        if (frames[0].contains("slots") && frames[0]["slots"].is_array())
            for (const Json& slot : frames[0]["slots"])
                if (slot.is_object() && slot.contains("value"))
                    out.slots.push_back(
                        {text(slot, "name"), NormalizedText(valueText(slot["value"])).text()});
    } else if (calls.is_array() && !calls.empty() && calls[0].is_object()) {
        out.domain = text(calls[0], "domain");
        out.intent = text(calls[0], "name");
    }
    return out;
}

Result<Json> readJson(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return fail(ErrorCode::NotFound, "The file cannot be opened", file.string());
    Json out = Json::parse(in, nullptr, false);
    if (!out.is_object()) return fail(ErrorCode::InvalidInput, "The file is no JSON object", file.string());
    return out;
}

std::string withoutVersion(const std::string& service) {  // "Restaurants_1" → "Restaurants"
    std::string out;
    for (std::size_t i = 0; i < service.size(); ++i) {
        const auto digit = [&](std::size_t k) {
            return k < service.size() && service[k] >= '0' && service[k] <= '9';
        };
        if (service[i] == '_' && digit(i + 1)) {
            while (digit(i + 1)) ++i;
            continue;
        }
        out += service[i];
    }
    return out;
}

}  // namespace

Result<std::vector<LabelledRequest>> readLabelledRequests(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file))
        return fail(ErrorCode::NotFound, "There is no such file", file.string());
    LineReader reader(file);
    if (!reader.isOpen()) return fail(ErrorCode::Io, "The file cannot be read", file.string());
    std::vector<LabelledRequest> out;
    std::string line;
    for (int number = 1; reader.next(line); ++number) {
        if (line.empty()) continue;
        auto record = readRecord(line);
        if (!record)
            return fail(ErrorCode::InvalidInput, "A record " + record.error().message,
                        file.string() + ", line " + std::to_string(number));
        out.push_back(std::move(*record));
    }
    if (!reader.problem().empty())
        return fail(ErrorCode::InvalidInput, "The file is damaged: " + reader.problem(), file.string());
    if (out.empty()) return fail(ErrorCode::InvalidInput, "The file has no records", file.string());
    return out;
}

Result<LabelMap> LabelMap::read(const std::filesystem::path& file) {
    auto json = readJson(file);
    if (!json) return tl::unexpected(json.error());
    LabelMap out;
    try {
        out.labels_ = json->at("labels").get<std::map<std::string, Strings>>();
        out.accept_ = json->at("accept").get<std::map<std::string, std::vector<std::string>>>();
        out.acceptLabels_ =
            json->at("accept_labels")
                .get<std::map<std::string, std::map<std::string, std::vector<std::string>>>>();
        for (const auto& [source, slots] : json->at("slots").items())
            for (const auto& [slot, argument] : slots.items()) {
                Strings& to = out.slots_[source][slot];
                if (argument.is_string()) to["*"] = argument.get<std::string>();
                if (argument.is_object())
                    for (const auto& [function, name] : argument.items())
                        to[function] = name.is_string() ? name.get<std::string>() : "";
            }
    } catch (const Json::exception& error) {
        return fail(ErrorCode::InvalidInput, std::string("The label map is malformed: ") + error.what(),
                    file.string());
    }
    return out;
}

std::optional<LabelMap::Meaning> LabelMap::meaning(const LabelledRequest& request) const {
    const auto source = labels_.find(request.source);
    if (source == labels_.end()) return std::nullopt;
    std::string label = request.intent;
    if (request.source == "sgd") label = withoutVersion(request.domain) + "." + label;
    auto found = source->second.find(label);
    if (found == source->second.end()) found = source->second.find("*");
    if (found == source->second.end()) return std::nullopt;
    Meaning out{found->second, {}};
    if (const auto own = acceptLabels_.find(request.source); own != acceptLabels_.end())
        if (const auto labelled = own->second.find(request.intent); labelled != own->second.end())
            out.accept = labelled->second;
    if (out.accept.empty())
        if (const auto usual = accept_.find(out.suggested); usual != accept_.end())
            out.accept = usual->second;
    if (out.accept.empty()) return std::nullopt;
    return out;
}

std::string LabelMap::argument(const std::string& source, const std::string& slot,
                               const std::string& function) const {
    const auto slots = slots_.find(source);
    if (slots == slots_.end()) return "";
    const auto functions = slots->second.find(slot);
    if (functions == slots->second.end()) return "";
    auto found = functions->second.find(function);
    if (found == functions->second.end()) found = functions->second.find("*");
    return found == functions->second.end() ? "" : found->second;
}

std::set<std::string> LabelMap::scoredArguments(const std::string& source,
                                                const std::string& function) const {
    std::set<std::string> out;
    if (const auto slots = slots_.find(source); slots != slots_.end())
        for (const auto& [slot, unused] : slots->second) out.insert(argument(source, slot, function));
    out.erase("");
    return out;
}

Result<FunctionTable> readFunctions(const std::filesystem::path& file) {
    auto json = readJson(file);
    if (!json) return tl::unexpected(json.error());
    FunctionTable out;
    try {
        for (const Json& function : json->at("functions")) {
            engine::FunctionalFunction& added = out.functions.emplace_back();
            added.name = function.at("name").get<std::string>();
            if (function.at("writes").get<bool>()) out.writing.insert(added.name);
            for (const Json& argument : function.at("arguments")) {
                added.arguments.push_back({argument.at("name").get<std::string>(), {}});
                if (argument.at("type") == "enum")
                    added.arguments.back().values = argument.at("values").get<std::vector<std::string>>();
            }
        }
    } catch (const Json::exception& error) {
        return fail(ErrorCode::InvalidInput,
                    std::string("The list of functions is malformed: ") + error.what(), file.string());
    }
    return out;
}

}  // namespace hearth::agent
