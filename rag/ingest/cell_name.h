// Names of cells as spreadsheets show them: column letters and a row number, both from 1. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearth::rag {

// 1 → "A", 27 → "AA".
std::string columnName(std::uint32_t column);
// "B7", or "B7:D7" where the columns differ.
std::string rowRange(std::uint32_t row, std::uint32_t firstColumn, std::uint32_t lastColumn);
// The column of "AB12": 28; 0 where it names none.
std::uint32_t columnOf(std::string_view cell);

}  // namespace hearth::rag
