#include "documents/terms.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace hearth::agent::documents {

namespace {

using icu::UnicodeString;

// Words that every text has; sorted, folded. English, German, French, Spanish, Chinese.
constexpr std::string_view kFunctionWords[] = {
    "a",     "aber",    "about",   "am",    "an",    "and",   "any",    "are",    "as",     "at",    "au",
    "auch",  "auf",     "aus",     "avec",  "be",    "been",  "bei",    "bin",    "but",    "by",    "can",
    "ce",    "combien", "como",    "con",   "could", "cual",  "cuando", "cuanto", "dans",   "das",   "dass",
    "de",    "del",     "dem",     "den",   "der",   "des",   "did",    "die",    "dieser", "do",    "does",
    "donde", "du",      "ein",     "eine",  "einem", "einen", "einer",  "el",     "en",     "er",    "es",
    "est",   "et",      "for",     "from",  "fur",   "had",   "has",    "hat",    "have",   "he",    "her",
    "his",   "how",     "i",       "ich",   "if",    "il",    "im",     "in",     "into",   "is",    "ist",
    "it",    "its",     "kann",    "la",    "las",   "le",    "les",    "long",   "los",    "many",  "may",
    "me",    "mein",    "meine",   "mir",   "mit",   "much",  "my",     "nach",   "no",     "not",   "o",
    "of",    "on",      "or",      "ou",    "our",   "par",   "please", "por",    "pour",   "quand", "que",
    "quel",  "quelle",  "qui",     "quien", "se",    "she",   "should", "si",     "sich",   "sie",   "sind",
    "so",    "son",     "su",      "sur",   "tell",  "than",  "that",   "the",    "their",  "them",  "then",
    "there", "these",   "they",    "this",  "those", "to",    "u",      "uber",   "um",     "un",    "una",
    "und",   "une",     "us",      "viel",  "viele", "vom",   "von",    "wann",   "war",    "warum", "was",
    "we",    "welche",  "welcher", "wer",   "were",  "what",  "when",   "where",  "which",  "who",   "whom",
    "whose", "why",     "wie",     "will",  "wir",   "wird",  "with",   "wo",     "would",  "y",     "you",
    "your",  "zu",      "zum",     "zur",   "一",    "个",    "了",     "什么",   "他",     "们",    "你",
    "吗",    "呢",      "和",      "哪",    "哪里",  "在",    "多少",   "她",     "它",     "与",    "对",
    "我",    "是",      "有",      "的",    "谁",    "这",    "那",     "何",     "何时",   "多久",  "怎么",
    "为什么"};

bool isFunctionWord(const std::string& folded) {
    return std::find(std::begin(kFunctionWords), std::end(kFunctionWords), folded) !=
           std::end(kFunctionWords);
}

std::string utf8(const UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

UnicodeString foldedOf(const UnicodeString& word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFKDInstance(status);
    UnicodeString split = U_SUCCESS(status) ? apart->normalize(word, status) : word;
    split.foldCase();
    UnicodeString out;
    for (int i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
        const UChar32 c = split.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) out.append(c);
    }
    return out;
}

// A few endings of English and German: enough for words to meet, not to be read.
std::string stemOf(std::string word) {
    static constexpr std::string_view kEndings[] = {"ments", "ment", "ings", "ing", "ies", "ied",
                                                    "ern",   "est",  "ed",   "es",  "en",  "er",
                                                    "em",    "ly",   "s",    "e",   "n",   "y"};
    constexpr std::size_t kShortest = 4;
    for (const std::string_view ending : kEndings)
        if (word.size() >= kShortest + ending.size() && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    return word;
}

// Calls each(word as UnicodeString) for every word and number.
template <typename Each>
void eachWord(std::string_view text, const Each& each) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) return;
    const UnicodeString whole =
        UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    words->setText(whole);
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next())
        if (words->getRuleStatus() >= UBRK_WORD_NUMBER) each(whole.tempSubStringBetween(begin, end), begin);
}

bool isAscii(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Whether a sentence begins behind what stands before `at`.
bool atSentenceBegin(const UnicodeString& text, std::int32_t at) {
    while (at > 0) {
        const char16_t c = text.charAt(at - 1);
        if (c == u' ' || c == u'“' || c == u'"' || c == u'(' || c == u'*') {
            --at;
            continue;
        }
        return c == u'.' || c == u'!' || c == u'?' || c == u'\n' || c == u':' || c == u'-' || c == u'>';
    }
    return true;
}

}  // namespace

std::vector<Term> termsOf(std::string_view text) {
    std::vector<Term> out;
    eachWord(text, [&](const UnicodeString& word, std::int32_t) {
        std::string folded = utf8(foldedOf(word));
        if (folded.empty() || isFunctionWord(folded)) return;
        out.push_back({isAscii(folded) ? stemOf(folded) : folded, utf8(word)});
    });
    return out;
}

std::vector<std::string> numbersOf(std::string_view text) {
    const auto isDigit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    std::vector<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        if (!isDigit(i)) {
            ++i;
            continue;
        }
        std::string digits;
        std::size_t behind = 0;  // digits behind the last separator
        bool separated = false;
        while (isDigit(i) || (i < text.size() && (text[i] == '.' || text[i] == ',') && isDigit(i + 1))) {
            if (isDigit(i)) {
                digits += text[i];
                ++behind;
            } else {
                separated = true;
                behind = 0;
            }
            ++i;
        }
        constexpr std::size_t kThousands = 3;
        if (separated && behind != kThousands)  // 5.50 is 5.5, but 1,200 is no 12
            for (; behind > 0 && digits.back() == '0'; --behind) digits.pop_back();
        out.push_back(std::move(digits));
    }
    return out;
}

std::vector<std::string> namesOf(std::string_view text) {
    std::vector<std::string> out;
    const UnicodeString whole =
        UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    eachWord(text, [&](const UnicodeString& word, std::int32_t begin) {
        if (u_isupper(word.char32At(0)) == 0 || word.length() < 2) return;
        const bool capitals = u_isupper(word.char32At(1)) != 0;
        if (capitals || !atSentenceBegin(whole, begin)) out.push_back(utf8(foldedOf(word)));
    });
    return out;
}

}  // namespace hearth::agent::documents
