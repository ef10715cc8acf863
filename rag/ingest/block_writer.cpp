#include "ingest/block_writer.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearth::rag {

namespace {

constexpr std::size_t mostWarnings = 50;
constexpr std::size_t longestHeading = 300;  // what is longer is a paragraph that looks like one

bool isSpace(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::string tidyLines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        while (!line.empty() && static_cast<unsigned char>(line.back()) <= 0x20) line.remove_suffix(1);
        out.append(line).push_back('\n');
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    while (!out.empty() && out.back() == '\n') out.pop_back();
    const std::size_t first = out.find_first_not_of('\n');
    if (first == std::string::npos) return {};
    out.erase(0, first);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\0' || c == '\r'; }, ' ');
    return out;
}

// As many whole characters as fit.
void cutTo(std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) return;
    text.resize(bytes);
    text.resize(text.size() - base::incompleteUtf8Tail(text));
}

}  // namespace

std::string tidySpace(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decodeUtf8(text, at);
        if (isSpace(point.value)) {
            if (!out.empty() && out.back() != ' ') out.push_back(' ');
        } else if (point.value != 0xAD) {  // a soft hyphen is no part of the word
            base::appendUtf8(out, point.value);
        }
        at += point.length;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

void BlockWriter::heading(int level, std::string_view text, const Location& location) {
    std::string tidy = tidySpace(text);
    if (tidy.empty()) return;
    if (tidy.size() > longestHeading) return emit(BlockKind::Paragraph, std::move(tidy), 0, location);
    level = std::clamp(level, 1, 6);
    while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
    emit(BlockKind::Heading, tidy, level, location);
    headings_.push_back({level, std::move(tidy)});
}

void BlockWriter::add(BlockKind kind, std::string_view text, const Location& location) {
    emit(kind, tidySpace(text), 0, location);
}

void BlockWriter::addLines(BlockKind kind, std::string_view text, const Location& location) {
    emit(kind, tidyLines(base::repairUtf8(text)), 0, location);
}

void BlockWriter::title(std::string_view text) {
    if (!title_.empty()) return;
    title_ = tidySpace(text);
    cutTo(title_, longestHeading);
}

void BlockWriter::date(std::int64_t unixSeconds) {
    if (date_ == 0) date_ = unixSeconds;
}

void BlockWriter::warn(std::string message) {
    if (warnings_.size() < mostWarnings &&
        std::find(warnings_.begin(), warnings_.end(), message) == warnings_.end())
        warnings_.push_back(std::move(message));
}

void BlockWriter::emit(BlockKind kind, std::string text, int level, const Location& location) {
    if (text.empty() || full_) return;
    const std::uint64_t left = mostText_ - offset_;
    if (text.size() + 1 > left) {
        full_ = true;
        warn("Only the first " + std::to_string(mostText_ >> 20) + " MiB of its text are read.");
        if (left < 2) return;
        cutTo(text, left - 1);
        if (text.empty()) return;
    }
    Block block;
    block.kind = kind;
    block.level = level;
    for (const OpenHeading& open : headings_) block.headings.push_back(open.text);
    block.location = location;
    if (block.location.part.empty()) block.location.part = part_;
    if (block.location.message.empty()) block.location.message = message_;
    block.begin = offset_;
    block.end = offset_ + text.size();
    offset_ = block.end + 1;
    block.text = std::move(text);
    emit_(block);
}

}  // namespace hearth::rag
