// Text as the tools compare it: words without case and accents, and how well a query fits a text.
// Pure functions over UTF-8; bytes that are not UTF-8 are skipped. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::agent::words {

// Lower case without accents: "Café São" -> "cafe sao". Case folding by Unicode, so it works in any script.
std::string folded(std::string_view text);

// The folded words of a text in order. Numbers keep their inner points and commas ("1,200", "3.5"), words
// their inner apostrophe ("dad's"); "%" is a word of its own; hyphens between letters separate.
std::vector<std::string> of(std::string_view text);

// Without the spaces, quotes and closing punctuation around it: " “Milk”. " -> "Milk".
std::string trimmed(std::string_view text);

// "lunch" -> "Lunch". Only the first character.
std::string capitalized(std::string_view text);

// Articles, prepositions and polite words that carry no meaning in a search ("the", "my", "about", "please").
bool isFiller(std::string_view foldedWord);

// How well `query` describes `text`, from 0 (nothing in common) to 1 (the same words). Fillers and the ending
// of plurals are ignored, a long word may have one typing error, and a word may be completed ("gro" fits
// "groceries" with less weight). 0 when no word of the query that is not filler fits.
double likeness(std::string_view query, std::string_view text);

// The share of the query's meaningful words that `text` contains, 0 to 1; the length of `text` does not
// matter.
double coverage(std::string_view query, std::string_view text);

// At most `limit` characters (not bytes), cut at a word where possible, with "…" when cut.
std::string shortened(std::string_view text, std::size_t limit);

}  // namespace hearth::agent::words
