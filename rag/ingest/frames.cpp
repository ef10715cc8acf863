#include "ingest/frames.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace hearth::rag {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostWarnings = 100;
constexpr std::size_t mostHeadings = 16;
constexpr std::size_t longestName = 4096;

std::string line(const Json& frame) {
    return frame.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string textAt(const Json& object, const char* name, std::size_t most) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return {};
    std::string text = found->get<std::string>();
    if (text.size() > most) {
        text.resize(most);
        text.resize(text.size() - base::incompleteUtf8Tail(text));
    }
    return text;
}

std::int64_t numberAt(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::uint32_t smallNumberAt(const Json& object, const char* name) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(numberAt(object, name), 0, 0xFFFFFFFF));
}

Json jsonOf(const Location& at) {
    Json out = Json::object();
    if (at.page > 0) out["page"] = at.page;
    if (at.firstLine > 0) out["first"] = at.firstLine;
    if (at.lastLine > 0) out["last"] = at.lastLine;
    if (!at.sheet.empty()) out["sheet"] = at.sheet;
    if (!at.cell.empty()) out["cell"] = at.cell;
    if (!at.message.empty()) out["message"] = at.message;
    if (!at.part.empty()) out["part"] = at.part;
    return out;
}

Location locationOf(const Json& json) {
    Location out;
    if (!json.is_object()) return out;
    out.page = smallNumberAt(json, "page");
    out.firstLine = smallNumberAt(json, "first");
    out.lastLine = smallNumberAt(json, "last");
    out.sheet = textAt(json, "sheet", longestName);
    out.cell = textAt(json, "cell", 40);
    out.message = textAt(json, "message", longestName);
    out.part = textAt(json, "part", longestName);
    return out;
}

Block blockOf(const Json& json, std::uint64_t mostText) {
    Block block;
    block.kind = blockKind(textAt(json, "kind", 40));
    block.text = textAt(json, "text", mostText);
    block.level = static_cast<int>(std::clamp<std::int64_t>(numberAt(json, "level"), 0, 6));
    if (const auto headings = json.find("headings"); headings != json.end() && headings->is_array())
        for (const Json& heading : *headings)
            if (heading.is_string() && block.headings.size() < mostHeadings)
                block.headings.push_back(heading.get<std::string>().substr(0, longestName));
    if (const auto at = json.find("at"); at != json.end()) block.location = locationOf(*at);
    return block;
}

}  // namespace

std::string documentFrame(DocumentKind kind, const std::string& title, std::int64_t date) {
    return line({{"document", {{"kind", toString(kind)}, {"title", title}, {"date", date}}}});
}

std::string blockFrame(const Block& block) {
    Json out = {{"kind", toString(block.kind)}, {"text", block.text}};
    if (block.level > 0) out["level"] = block.level;
    if (!block.headings.empty()) out["headings"] = block.headings;
    if (block.location != Location()) out["at"] = jsonOf(block.location);
    return line({{"block", std::move(out)}});
}

std::string warningFrame(const std::string& warning) {
    return line({{"warning", warning}});
}

std::string skipFrame(SkipReason reason, const std::string& message) {
    return line({{"skip", {{"reason", toString(reason)}, {"message", message}}}});
}

std::string endFrame(std::size_t blocks) {
    return line({{"end", blocks}});
}

base::Result<void> FrameReader::take(std::string_view text) {
    const Json frame = Json::parse(text, nullptr, false);
    const auto bad = [](const char* what) {
        return base::fail(base::ErrorCode::InvalidInput, what, "frame");
    };
    if (!frame.is_object() || frame.size() != 1) return bad("This is no frame.");
    if (ended_ || skipped_) return bad("There is more behind the end.");
    const std::string name = frame.begin().key();
    const Json& value = frame.begin().value();
    if (name == "block" && value.is_object()) {
        Block block = blockOf(value, mostText_);
        auto& blocks = parsed_.blocks;
        block.begin = blocks.empty() ? 0 : blocks.back().end + 1;
        block.end = block.begin + block.text.size();
        if (block.text.empty() || block.end > mostText_) return bad("A block is empty, or too much.");
        blocks.push_back(std::move(block));
    } else if (name == "document" && value.is_object()) {
        parsed_.document.kind = documentKind(textAt(value, "kind", 40));
        parsed_.document.title = textAt(value, "title", longestName);
        parsed_.document.date = numberAt(value, "date");
    } else if (name == "warning" && value.is_string()) {
        if (parsed_.warnings.size() < mostWarnings)
            parsed_.warnings.push_back(value.get<std::string>().substr(0, longestName));
    } else if (name == "skip" && value.is_object()) {
        skipped_ = true;
        skip_.reason = skipReason(textAt(value, "reason", 40));
        skip_.message = textAt(value, "message", longestName);
    } else if (name == "end" && value.is_number_unsigned() &&
               value.get<std::size_t>() == parsed_.blocks.size()) {
        ended_ = true;
    } else {
        return bad("This is no frame that is known.");
    }
    return {};
}

}  // namespace hearth::rag
