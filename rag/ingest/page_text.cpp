// What the locked-in process sends of a page, and where a passage stands on it.
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "rag/page_picture.h"

namespace hearth::rag {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

using Json = nlohmann::json;

constexpr int kMostDots = 16384;            // of a side
constexpr std::size_t kMostWords = 50'000;  // of a page
constexpr std::size_t kPiece = 32;          // letters of a passage that are looked for at once

// Letters and digits alone, lower case: spaces, hyphens and quotes differ between a page and its text.
void addLetters(std::string_view text, std::string& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (text.substr(i).starts_with("\xE2\x80")) {  // U+2000 to U+203F: quotes, dashes, wide spaces
            i += 2;
        } else if (byte >= 0x80) {
            out.push_back(text[i]);
        } else if (std::isalnum(byte) != 0) {
            out.push_back(static_cast<char>(std::tolower(byte)));
        }
    }
}

// The words' letters in one row, and whose each is.
struct Letters {
    std::string text;
    std::vector<std::size_t> word;
};

Letters lettersOf(const PagePicture& page) {
    Letters out;
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        addLetters(page.words[i].text, out.text);
        out.word.resize(out.text.size(), i);
    }
    return out;
}

void mark(const Letters& letters, std::size_t begin, std::size_t end, std::vector<bool>& marked) {
    for (std::size_t i = begin; i < end; ++i) marked[letters.word[i]] = true;
}

bool sameLine(const PageBox& a, const PageBox& b) {
    const double middle = (b.top + b.bottom) / 2;
    return middle > a.top && middle < a.bottom && b.left >= a.left && b.left - a.right < 0.05;
}

double share(const Json& number) {
    return std::clamp(number.get<double>(), 0.0, 1.0);
}

}  // namespace

bool hasPages(DocumentKind kind) {
    return kind == DocumentKind::Pdf || kind == DocumentKind::Image;
}

std::vector<PageBox> passageBoxes(const PagePicture& page, std::string_view passage) {
    const Letters letters = lettersOf(page);
    std::string sought;
    addLetters(passage, sought);
    std::vector<bool> marked(page.words.size(), false);
    std::size_t from = 0;
    for (std::size_t at = 0; at < sought.size();) {
        // The whole rest first; else piece by piece, for a passage goes on overleaf or past a footnote.
        std::size_t length = sought.size() - at;
        std::size_t found = letters.text.find(sought.substr(at), from);
        if (found == std::string::npos) {
            length = std::min(kPiece, length);
            found = letters.text.find(sought.substr(at, length), from);
            if (found == std::string::npos) found = letters.text.find(sought.substr(at, length));
        }
        if (found != std::string::npos && (length >= 6 || length == sought.size())) {
            mark(letters, found, found + length, marked);
            from = found + length;
        }
        at += length;
    }
    std::vector<PageBox> out;
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        if (!marked[i]) continue;
        const PageBox& box = page.words[i].box;
        if (!out.empty() && sameLine(out.back(), box)) {
            out.back().right = std::max(out.back().right, box.right);
            out.back().top = std::min(out.back().top, box.top);
            out.back().bottom = std::max(out.back().bottom, box.bottom);
        } else {
            out.push_back(box);
        }
    }
    return out;
}

std::string pageText(const PagePicture& page) {
    Json words = Json::array();
    for (const PageWord& word : page.words)
        words.push_back({word.text, word.box.left, word.box.top, word.box.right, word.box.bottom});
    const Json about = {{"page", page.page},
                        {"pages", page.pages},
                        {"width", page.width},
                        {"height", page.height},
                        {"words", std::move(words)}};
    return about.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + page.colours;
}

Result<PagePicture> readPageText(std::string text) {
    const auto nonsense = [] {
        return fail(ErrorCode::InvalidInput, "It makes the reader say what makes no sense.");
    };
    const std::size_t line = text.find('\n');
    if (line == std::string::npos) return nonsense();
    const Json about =
        Json::parse(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(line), nullptr, false);
    PagePicture page;
    try {
        page.page = about.at("page").get<int>();
        page.pages = about.at("pages").get<int>();
        page.width = about.at("width").get<int>();
        page.height = about.at("height").get<int>();
        const Json& words = about.at("words");
        if (words.size() > kMostWords) return nonsense();
        for (const Json& word : words)
            page.words.push_back(
                {word.at(0).get<std::string>(),
                 {share(word.at(1)), share(word.at(2)), share(word.at(3)), share(word.at(4))}});
    } catch (const Json::exception&) {
        return nonsense();
    }
    if (page.width < 1 || page.height < 1 || page.width > kMostDots || page.height > kMostDots ||
        page.page < 1 || page.pages < page.page)
        return nonsense();
    page.colours = text.substr(line + 1);
    if (page.colours.size() !=
        static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) * 3)
        return nonsense();
    return page;
}

}  // namespace hearth::rag
