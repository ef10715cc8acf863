// Rich Text Format. Source: Microsoft's RTF specification 1.9.1. Paragraphs, headings by their outline level
// or style, and table rows; pictures, fonts and colours are passed over.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr std::size_t mostDepth = 2000;  // of groups in groups

enum class Destination { Body, Skipped, Title, Styles };

struct State {
    Destination destination = Destination::Body;
    int afterUnicode = 1;  // bytes behind \u that stand for it where Unicode is not known
};

class RtfBlocks {
  public:
    RtfBlocks(std::string_view text, BlockWriter& out) : text_(text), out_(out) {}

    ReadResult read() {
        while (at_ < text_.size() && !out_.full()) {
            const char c = text_[at_++];
            if (c == '{') {
                if (stack_.size() >= mostDepth)
                    return unreadable(SkipReason::Damaged, "Its groups are nested too deeply.");
                stack_.push_back(state_);
            } else if (c == '}') {
                closeGroup();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n') {
                byte(c);
            }
        }
        endParagraph();
        endTable();
        return {};
    }

  private:
    void closeGroup() {
        flushBytes();
        if (state_.destination == Destination::Title && !stack_.empty() &&
            stack_.back().destination != Destination::Title) {
            out_.title(special_);
            special_.clear();
        }
        if (state_.destination == Destination::Styles) endStyle();
        if (stack_.empty()) return;
        state_ = stack_.back();
        stack_.pop_back();
    }

    void control() {
        if (at_ >= text_.size()) return;
        const char c = text_[at_];
        if (c == '\'') return hexByte();
        if (!isLetter(c)) {
            ++at_;
            if (c == '*') state_.destination = Destination::Skipped;
            if (c == '~') byte(' ');
            if (c == '_') byte('-');
            if (c == '\\' || c == '{' || c == '}') byte(c);
            return;
        }
        std::string word;
        while (at_ < text_.size() && isLetter(text_[at_]) && word.size() < 32) word.push_back(text_[at_++]);
        bool hasNumber = false;
        const int number = parameter(hasNumber);
        if (at_ < text_.size() && text_[at_] == ' ') ++at_;
        command(word, number, hasNumber);
    }

    int parameter(bool& there) {
        std::string digits;
        if (at_ < text_.size() && text_[at_] == '-') digits.push_back(text_[at_++]);
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && digits.size() < 9)
            digits.push_back(text_[at_++]);
        there = !digits.empty() && digits != "-";
        return there ? static_cast<int>(std::strtol(digits.c_str(), nullptr, 10)) : 0;
    }

    void command(const std::string& word, int number, bool hasNumber) {
        if (word == "u") return unicode(number);
        if (word == "uc") {
            state_.afterUnicode = std::clamp(number, 0, 16);
        } else if (word == "ansicpg" && number > 0) {
            codePage_ = "windows-" + std::to_string(number);
        } else if (word == "bin") {
            at_ = std::min(text_.size(), at_ + static_cast<std::size_t>(std::max(number, 0)));
        } else if (isSkipped(word)) {
            state_.destination = Destination::Skipped;
        } else if (word == "stylesheet") {
            state_.destination = Destination::Styles;
        } else if (word == "title" && state_.destination == Destination::Skipped) {
            state_.destination = Destination::Title;
        } else if (word == "s" && hasNumber) {
            style_ = number;
        } else if (word == "outlinelevel" && hasNumber) {
            level_ = number + 1;
        } else if (state_.destination == Destination::Body) {
            layout(word);
        }
    }

    void layout(const std::string& word) {
        if (word == "par" || word == "sect" || word == "page") return endParagraph();
        if (word == "tab" || word == "line") return byte(' ');
        if (word == "cell") return endCell();
        if (word == "row") return endRow();
        if (word == "pard") {
            style_ = level_ = 0;
            list_ = inTable_ = false;
        }
        if (word == "intbl") inTable_ = true;
        if (word == "ls" || word == "pntext" || word == "listtext") list_ = true;
        const std::pair<const char*, const char*> signs[] = {
            {"emdash", "\xE2\x80\x94"}, {"endash", "\xE2\x80\x93"},    {"lquote", "\xE2\x80\x98"},
            {"rquote", "\xE2\x80\x99"}, {"ldblquote", "\xE2\x80\x9C"}, {"rdblquote", "\xE2\x80\x9D"},
            {"bullet", "\xE2\x80\xA2"}};
        for (const auto& [name, sign] : signs)
            if (word == name) {
                flushBytes();
                paragraph_ += sign;
            }
    }

    static bool isSkipped(const std::string& word) {
        constexpr const char* words[] = {
            "fonttbl", "colortbl", "info",      "pict",      "header",  "headerl", "headerr",
            "headerf", "footer",   "footerl",   "footerr",   "footerf", "object",  "listtext",
            "pntext",  "fldinst",  "themedata", "datastore", "xe",      "tc",      "generator"};
        return std::any_of(std::begin(words), std::end(words),
                           [&](const char* other) { return word == other; });
    }

    void hexByte() {
        ++at_;
        if (at_ + 2 > text_.size()) return;
        const std::string digits(text_.substr(at_, 2));
        at_ += 2;
        byte(static_cast<char>(std::strtol(digits.c_str(), nullptr, 16)));
    }

    void unicode(int number) {
        flushBytes();
        const auto unit = static_cast<char32_t>(number < 0 ? number + 65536 : number);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
        } else {
            char32_t point = unit;
            if (unit >= 0xDC00 && unit < 0xE000 && high_ != 0)
                point = 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00);
            high_ = 0;
            std::string sign;
            base::appendUtf8(sign, point);
            append(sign);
        }
        for (int i = 0; i < state_.afterUnicode && at_ < text_.size(); ++i) {
            if (text_[at_] == '{' || text_[at_] == '}') return;
            if (text_[at_] == '\\' && text_.substr(at_ + 1, 1) == "'")
                at_ = std::min(text_.size(), at_ + 4);
            else if (text_[at_] == '\\')
                return;
            else
                ++at_;
        }
    }

    // Bytes of the code page wait until they are whole: two make one character in East Asian ones.
    void byte(char c) {
        if (state_.destination == Destination::Skipped) return;
        bytes_.push_back(c);
        if (static_cast<unsigned char>(c) < 0x80 && bytes_.size() > 512) flushBytes();
    }
    void flushBytes() {
        if (bytes_.empty()) return;
        const bool plain = std::all_of(bytes_.begin(), bytes_.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        append(plain ? bytes_ : fromCharset(bytes_, codePage_));
        bytes_.clear();
    }
    void append(const std::string& utf8) {
        if (state_.destination == Destination::Body) paragraph_ += utf8;
        if (state_.destination == Destination::Title || state_.destination == Destination::Styles)
            special_ += utf8;
    }

    void endStyle() {
        // "{\s1 … heading 1;}": the number and the name.
        const std::size_t heading = special_.find("heading ");
        if (heading != std::string::npos && style_ > 0)
            headingStyles_[style_] = static_cast<int>(
                std::clamp(std::strtol(special_.c_str() + heading + 8, nullptr, 10), 1L, 6L));
        special_.clear();
        style_ = 0;
    }

    void endParagraph() {
        flushBytes();
        if (inTable_) {
            paragraph_.push_back(' ');
            return;
        }
        endTable();
        const auto style = headingStyles_.find(style_);
        const int level =
            level_ >= 1 && level_ <= 9 ? level_ : (style == headingStyles_.end() ? 0 : style->second);
        if (level > 0)
            out_.heading(level, paragraph_, {});
        else
            out_.add(list_ ? BlockKind::ListItem : BlockKind::Paragraph, paragraph_, {});
        paragraph_.clear();
    }
    void endCell() {
        flushBytes();
        if (cells_.size() < 1000) cells_.push_back(std::move(paragraph_));
        paragraph_.clear();
    }
    void endRow() {
        flushBytes();
        if (!table_) table_ = std::make_unique<TableWriter>(out_);
        table_->row(std::move(cells_), {});
        cells_.clear();
        paragraph_.clear();
        inTable_ = false;
    }
    void endTable() { table_.reset(); }

    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    std::string_view text_;
    BlockWriter& out_;
    std::size_t at_ = 0;
    State state_;
    std::vector<State> stack_;
    std::string codePage_ = "windows-1252";
    std::string bytes_, paragraph_, special_;
    char32_t high_ = 0;  // first half of a surrogate pair
    int style_ = 0, level_ = 0;
    bool list_ = false, inTable_ = false;
    std::map<int, int> headingStyles_;
    std::vector<std::string> cells_;
    std::unique_ptr<TableWriter> table_;
};

}  // namespace

ReadResult readRtf(const Source& source, BlockWriter& out) {
    if (source.bytes.find("{\\rtf") == std::string_view::npos)
        return unreadable(SkipReason::Damaged, "It does not begin as Rich Text does.");
    return RtfBlocks(source.bytes, out).read();
}

}  // namespace hearth::rag
