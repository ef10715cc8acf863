#include "ingest/xml.h"

#include <charconv>
#include <ctime>
#include <vector>

#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

bool endsWith(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

}  // namespace

tl::expected<XmlDocument, ReadFailure> parseXml(const std::string& text, const std::string& name) {
    auto document = std::make_unique<pugi::xml_document>();
    const pugi::xml_parse_result result =
        document->load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (result.status == pugi::status_out_of_memory)
        return unreadable(SkipReason::OutOfMemory, "It needs more memory than a document may take.");
    if (!result)
        return unreadable(SkipReason::Damaged, "A part of it (" + name.substr(0, 80) +
                                                   ") is no well-formed XML: " + result.description() +
                                                   " at byte " + std::to_string(result.offset) + ".");
    return document;
}

tl::expected<XmlDocument, ReadFailure> readXml(const ZipArchive& archive, const std::string& name) {
    const auto text = archive.read(name);
    if (!text) return tl::unexpected(text.error());
    return parseXml(*text, name);
}

std::string_view localName(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

std::string_view attributeOf(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string_view full = attribute.name();
        if (full.substr(full.find(':') + 1) == name) return attribute.value();
    }
    return {};
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children())
        if (localName(child) == name) return child;
    return {};
}

pugi::xml_node descendant(const pugi::xml_node& node, std::string_view name) {
    pugi::xml_node found;
    forEachBelow(node, [&](const pugi::xml_node& here) {
        if (!found && localName(here) == name) found = here;
        return !found;
    });
    return found;
}

int numberOf(std::string_view text, int otherwise, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && value >= 0 && value <= most ? value : otherwise;
}

std::string normalPath(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    std::string out;
    for (const std::string_view part : parts) out.append(out.empty() ? "" : "/").append(part);
    return out;
}

Relationships::Relationships(const ZipArchive& archive, const std::string& part) {
    const std::size_t slash = part.rfind('/');
    folder_ = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    const std::string name = folder_ + "_rels/" + part.substr(folder_.size()) + ".rels";
    if (!archive.has(name)) return;
    if (auto document = readXml(archive, name)) document_ = std::move(*document);
}

std::string Relationships::target(std::string_view id) const {
    if (!document_) return {};
    for (const pugi::xml_node& node : document_->document_element().children())
        if (attributeOf(node, "Id") == id) return resolved(attributeOf(node, "Target"));
    return {};
}

std::string Relationships::targetOfType(std::string_view ending) const {
    if (!document_) return {};
    for (const pugi::xml_node& node : document_->document_element().children())
        if (endsWith(attributeOf(node, "Type"), ending)) return resolved(attributeOf(node, "Target"));
    return {};
}

std::string Relationships::resolved(std::string_view target) const {
    if (target.substr(0, 1) == "/") return normalPath(target);
    return normalPath(folder_ + std::string(target));
}

void takeProperties(const ZipArchive& archive, const std::string& name, BlockWriter& out) {
    if (!archive.has(name)) return;
    const auto properties = readXml(archive, name);
    if (!properties) return out.warn("Its properties cannot be read: " + properties.error().message);
    out.title(descendant(**properties, "title").text().get());
    for (const std::string_view field : {"modified", "date", "created", "creation-date"})
        out.date(parseIsoDate(descendant(**properties, field).text().get()));
}

std::int64_t parseIsoDate(std::string_view text) {
    std::tm time = {};
    int fields[6] = {0, 1, 1, 0, 0, 0};
    int count = 0;
    for (std::size_t at = 0; at < text.size() && count < 6;) {
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), fields[count]);
        if (error != std::errc()) break;
        ++count;
        at = static_cast<std::size_t>(end - text.data()) + 1;
    }
    const bool sane = count >= 3 && fields[0] >= 1900 && fields[0] < 2200 && fields[1] >= 1 &&
                      fields[1] <= 12 && fields[2] >= 1 && fields[2] <= 31;
    if (!sane) return 0;
    time.tm_year = fields[0] - 1900;
    time.tm_mon = fields[1] - 1;
    time.tm_mday = fields[2];
    time.tm_hour = fields[3];
    time.tm_min = fields[4];
    time.tm_sec = fields[5];
    return timegm(&time);
}

}  // namespace hearth::rag
