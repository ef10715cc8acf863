#include "store/rows.h"

#include <nlohmann/json.hpp>

namespace hearth::rag {

namespace {

using Json = nlohmann::json;
constexpr char kSeparator = '\x1f';  // of ASCII, for just this

}  // namespace

std::string joinLines(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : std::string(1, kSeparator)) + line;
    return out;
}

std::vector<std::string> splitLines(const std::string& joined) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = std::min(joined.find(kSeparator, at), joined.size());
        out.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string locationText(const Location& location) {
    Json out = Json::object();
    const auto number = [&](const char* name, std::uint32_t value) {
        if (value != 0) out[name] = value;
    };
    const auto text = [&](const char* name, const std::string& value) {
        if (!value.empty()) out[name] = value;
    };
    number("page", location.page);
    number("first", location.firstLine);
    number("last", location.lastLine);
    text("sheet", location.sheet);
    text("cell", location.cell);
    text("message", location.message);
    text("part", location.part);
    return out.empty() ? std::string() : out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Location locationOf(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    Location out;
    if (!json.is_object()) return out;
    try {
        out.page = json.value("page", 0u);
        out.firstLine = json.value("first", 0u);
        out.lastLine = json.value("last", 0u);
        out.sheet = json.value("sheet", "");
        out.cell = json.value("cell", "");
        out.message = json.value("message", "");
        out.part = json.value("part", "");
    } catch (const Json::exception&) {
        return {};  // somebody else wrote into the database: the passage is still there, its place is not
    }
    return out;
}

std::string filterCondition(const SearchFilter& filter) {
    std::string out;
    for (std::size_t i = 0; i < filter.folders.size(); ++i)
        out += (i == 0 ? "(" : " OR ") + std::string("d.path = ? OR (d.path >= ? AND d.path < ?)");
    if (!out.empty()) out += ")";
    const auto add = [&](const char* condition) {
        out += (out.empty() ? "" : " AND ") +
               std::string("CASE d.date WHEN 0 THEN d.modified ELSE d.date END") + condition;
    };
    if (filter.from != 0) add(" >= ?");
    if (filter.until != 0) add(" < ?");
    for (std::size_t i = 0; i < filter.kinds.size(); ++i)
        out += i > 0 ? ", ?" : out.empty() ? "d.kind IN (?" : " AND d.kind IN (?";
    if (!filter.kinds.empty()) out += ")";
    return out;
}

int bindFilter(Query& statement, const SearchFilter& filter, int position) {
    for (const std::string& given : filter.folders) {
        const std::string folder =
            given.size() > 1 && given.back() == '/' ? given.substr(0, given.size() - 1) : given;
        const std::string below = folder == "/" ? folder : folder + "/";
        // What begins with "a/" lies between "a/" and "a0", since '0' follows '/'.
        statement.bind(position, folder)
            .bind(position + 1, below)
            .bind(position + 2, below.substr(0, below.size() - 1) + "0");
        position += 3;
    }
    if (filter.from != 0) statement.bind(position++, filter.from);
    if (filter.until != 0) statement.bind(position++, filter.until);
    for (const DocumentKind kind : filter.kinds) statement.bind(position++, toString(kind));
    return position;
}

StoredChunk readChunk(const Query& row) {
    StoredChunk out;
    out.id = row.integer(0);
    out.document = row.integer(1);
    Chunk& chunk = out.chunk;
    chunk.path = row.text(2);
    chunk.ordinal = static_cast<std::uint32_t>(row.integer(3));
    chunk.kind = blockKind(row.text(4));
    chunk.headings = splitLines(row.text(5));
    chunk.text = row.text(6);
    chunk.location = locationOf(row.text(7));
    chunk.tokens = static_cast<std::uint32_t>(row.integer(8));
    chunk.begin = static_cast<std::uint64_t>(row.integer(9));
    chunk.end = static_cast<std::uint64_t>(row.integer(10));
    chunk.beginsInside = (row.integer(11) & 1) != 0;
    chunk.endsInside = (row.integer(11) & 2) != 0;
    out.title = row.text(12);
    out.date = row.integer(13);
    return out;
}

}  // namespace hearth::rag
