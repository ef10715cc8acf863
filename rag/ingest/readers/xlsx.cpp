// Excel workbooks: a block for each row, with the columns' names. Source: ECMA-376 part 1, section 18.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <set>
#include <string>

#include "ingest/cell_name.h"
#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/xml.h"
#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

using pugi::xml_node;

constexpr std::uint32_t mostColumns = 1000;

// What all sheets of a workbook share.
struct Workbook {
    std::vector<std::string> strings;
    std::vector<bool> dateStyles;  // by the index of a cell's style
    bool from1904 = false;
};

std::string textOf(const xml_node& node) {
    std::string out;
    forEachBelow(node, [&](const xml_node& inner) {
        const std::string_view name = localName(inner);
        if (name == "t") out += inner.text().get();
        return name != "rPh";  // how to pronounce it
    });
    return out;
}

void readStrings(const ZipArchive& archive, const std::string& name, Workbook& book, BlockWriter& out) {
    if (name.empty() || !archive.has(name)) return;
    const auto strings = readXml(archive, name);
    if (!strings) return out.warn("Its texts cannot be read: " + strings.error().message);
    for (const xml_node& item : (*strings)->document_element().children())
        if (localName(item) == "si") book.strings.push_back(textOf(item));
}

bool isDateFormat(int id, const std::set<int>& ownDates) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ||
           ownDates.count(id) > 0;
}

void readStyles(const ZipArchive& archive, const std::string& name, Workbook& book) {
    if (name.empty() || !archive.has(name)) return;
    const auto styles = readXml(archive, name);
    if (!styles) return;
    std::set<int> ownDates;
    for (const xml_node& format : descendant(**styles, "numFmts").children()) {
        const std::string_view code = attributeOf(format, "formatCode");
        const bool year =
            code.find("yy") != std::string_view::npos || code.find("YY") != std::string_view::npos;
        const bool day = code.find('d') != std::string_view::npos &&
                         code.find('m') != std::string_view::npos &&
                         code.find("[Red]") == std::string_view::npos;
        if (year || day) ownDates.insert(numberOf(attributeOf(format, "numFmtId"), -1, 100000));
    }
    for (const xml_node& format : descendant(**styles, "cellXfs").children())
        book.dateStyles.push_back(
            isDateFormat(numberOf(attributeOf(format, "numFmtId"), 0, 100000), ownDates));
}

// Days since 1899-12-30 (or 1904-01-01) as a date, with the time where it has one.
std::string dateText(double days, bool from1904) {
    if (!(days >= 1) || days > 2958465) return {};
    const double seconds = std::round((days + (from1904 ? 1462 : 0) - 25569) * 86400);
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts = {};
    gmtime_r(&time, &parts);
    char text[40];
    const bool midnight = parts.tm_hour == 0 && parts.tm_min == 0 && parts.tm_sec == 0;
    (void)std::strftime(text, sizeof text, midnight ? "%Y-%m-%d" : "%Y-%m-%d %H:%M", &parts);
    return text;
}

// 0.1+0.2 is stored as 0.30000000000000004 and shown as 0.3.
std::string numberText(const std::string& stored) {
    char* end = nullptr;
    const double value = std::strtod(stored.c_str(), &end);
    if (end == stored.c_str() || *end != '\0' || stored.size() < 16) return stored;
    char text[40];
    (void)std::snprintf(text, sizeof text, "%.15g", value);
    return text;
}

std::string cellText(const xml_node& cell, const Workbook& book) {
    const std::string_view type = attributeOf(cell, "t");
    if (type == "inlineStr") return textOf(childOf(cell, "is"));
    const std::string value = childOf(cell, "v").text().get();
    if (type == "s") {
        const auto index = static_cast<std::size_t>(numberOf(value, 1 << 30, 1 << 30));
        return index < book.strings.size() ? book.strings[index] : std::string();
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return value;
    const auto style = static_cast<std::size_t>(numberOf(attributeOf(cell, "s"), 0, 1 << 20));
    if (!value.empty() && style < book.dateStyles.size() && book.dateStyles[style]) {
        const std::string date = dateText(std::strtod(value.c_str(), nullptr), book.from1904);
        if (!date.empty()) return date;
    }
    return numberText(value);
}

void readSheet(const xml_node& sheet, const std::string& name, const Workbook& book, BlockWriter& out) {
    Location location;
    location.sheet = name;
    out.clearHeadings();
    out.heading(1, name, location);
    TableWriter rows(out);
    std::uint32_t number = 0;
    for (const xml_node& row : descendant(sheet, "sheetData").children()) {
        if (out.full()) return;
        number = static_cast<std::uint32_t>(
            numberOf(attributeOf(row, "r"), static_cast<int>(number) + 1, 1 << 24));
        std::vector<std::string> cells;
        for (const xml_node& cell : row.children()) {
            std::uint32_t column = columnOf(attributeOf(cell, "r"));
            if (column == 0) column = static_cast<std::uint32_t>(cells.size()) + 1;
            if (column > mostColumns) continue;
            if (cells.size() < column) cells.resize(column);
            cells[column - 1] = cellText(cell, book);
        }
        const auto filled =
            std::find_if(cells.begin(), cells.end(), [](const auto& text) { return !text.empty(); });
        const auto first = static_cast<std::uint32_t>(filled - cells.begin()) + 1;
        location.cell = rowRange(number, first, static_cast<std::uint32_t>(cells.size()));
        rows.row(std::move(cells), location);
    }
}

}  // namespace

ReadResult readXlsx(const Source& source, BlockWriter& out) {
    const auto archive = ZipArchive::open(source.bytes);
    if (!archive) return tl::unexpected(archive.error());
    takeProperties(*archive, "docProps/core.xml", out);
    const auto workbook = readXml(*archive, "xl/workbook.xml");
    if (!workbook) return tl::unexpected(workbook.error());
    const Relationships targets(*archive, "xl/workbook.xml");
    Workbook book;
    const xml_node root = (*workbook)->document_element();
    const std::string_view base = attributeOf(childOf(root, "workbookPr"), "date1904");
    book.from1904 = base == "1" || base == "true";
    readStrings(*archive, targets.targetOfType("/sharedStrings"), book, out);
    readStyles(*archive, targets.targetOfType("/styles"), book);
    for (const xml_node& entry : childOf(root, "sheets").children()) {
        const std::string name(attributeOf(entry, "name"));
        const auto sheet = readXml(*archive, targets.target(entry.attribute("r:id").value()));
        if (sheet)
            readSheet(**sheet, name, book, out);
        else if (sheet.error().reason == SkipReason::Bomb)
            return tl::unexpected(sheet.error());
        else
            out.warn("The sheet " + name + " cannot be read: " + sheet.error().message);
    }
    return {};
}

}  // namespace hearth::rag
