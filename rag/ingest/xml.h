// XML of office documents: parsing without entities from outside, and walking without minding prefixes. Pure.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "ingest/reader.h"

namespace hearth::rag {

class ZipArchive;

using XmlDocument = std::unique_ptr<pugi::xml_document>;

tl::expected<XmlDocument, ReadFailure> parseXml(const std::string& text, const std::string& name);
// Reads a file of an archive and parses it.
tl::expected<XmlDocument, ReadFailure> readXml(const ZipArchive& archive, const std::string& name);

// The name without its prefix: "p" of <w:p>. Prefixes differ between programs, names do not.
std::string_view localName(const pugi::xml_node& node);
// An attribute's value by its local name; "" where it is not there.
std::string_view attributeOf(const pugi::xml_node& node, std::string_view name);
pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name);
// The first one below the node, at any depth, in the document's order.
pugi::xml_node descendant(const pugi::xml_node& node, std::string_view name);
// A number between 0 and `most`, or `otherwise`.
int numberOf(std::string_view text, int otherwise, int most);

// Calls `take(node)` for every element below, in order; false means that its children are not looked at.
template <typename Take>
void forEachBelow(const pugi::xml_node& root, Take take) {
    pugi::xml_node node = root.first_child();
    while (node) {
        const bool enter = node.type() == pugi::node_element ? take(node) : false;
        if (enter && node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && node != root && !node.next_sibling()) node = node.parent();
        if (!node || node == root) return;
        node = node.next_sibling();
    }
}

// Where relationships of an Open Packaging part point: the target of an id, as a name in the archive.
// Source: ECMA-376 part 2, section 9.3.
class Relationships {
  public:
    // Of "ppt/presentation.xml" and the like; none where the part has none.
    Relationships(const ZipArchive& archive, const std::string& part);
    std::string target(std::string_view id) const;
    // The first whose type ends so: "/notesSlide".
    std::string targetOfType(std::string_view ending) const;

  private:
    std::string resolved(std::string_view target) const;
    std::string folder_;
    XmlDocument document_;
};

// "a/b/../c.xml" → "a/c.xml".
std::string normalPath(std::string_view path);

// Title and date from docProps/core.xml or meta.xml (Dublin Core, OpenDocument).
void takeProperties(const ZipArchive& archive, const std::string& name, BlockWriter& out);

// Seconds since 1970 of "2024-03-01T10:00:00Z", taken as UTC; 0 where it is no such date.
std::int64_t parseIsoDate(std::string_view text);

}  // namespace hearth::rag
