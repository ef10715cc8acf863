#include "ingest/cell_name.h"

namespace hearth::rag {

std::string columnName(std::uint32_t column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

std::string rowRange(std::uint32_t row, std::uint32_t firstColumn, std::uint32_t lastColumn) {
    std::string out = columnName(firstColumn) + std::to_string(row);
    if (lastColumn > firstColumn) out += ":" + columnName(lastColumn) + std::to_string(row);
    return out;
}

std::uint32_t columnOf(std::string_view cell) {
    std::uint32_t column = 0;
    for (const char c : cell) {
        if (c < 'A' || c > 'Z' || column > 20000) break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    return column;
}

}  // namespace hearth::rag
