#include "markup/cited_text.h"

#include <cctype>

namespace hearth::app {

namespace {

// The number of "[12]" at `at` and where it ends; 0 where there is none.
int citationAt(const std::string& text, std::size_t at, std::size_t& end) {
    if (text[at] != '[' || (at > 0 && text[at - 1] == '\\')) return 0;
    int number = 0;
    std::size_t i = at + 1;
    for (; i < text.size() && i < at + 5 && std::isdigit(static_cast<unsigned char>(text[i])) != 0; ++i)
        number = number * 10 + (text[i] - '0');
    if (i == at + 1 || i >= text.size() || text[i] != ']') return 0;
    end = i + 1;
    return number;
}

std::string withChips(const std::string& text, int sources) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        const int number = citationAt(text, i, end);
        if (number < 1 || number > sources) {
            out += text[i++];
            continue;
        }
        const std::string name = std::to_string(number);
        // Thin blanks give the chip room.
        out += "[\u2009" + name + "\u2009](" + kSourceLink + name + ")";
        i = end;
    }
    return out;
}

// Words as the text of a link.
std::string linked(const std::string& words, const std::string& address) {
    std::string out = "[";
    for (const char c : words) {
        if (c == '[' || c == ']') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "](" + address + ")";
}

}  // namespace

std::string citedText(const std::string& answer, const agent::DocumentAnswer& documents) {
    const int sources = static_cast<int>(documents.sources.size());
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < documents.statements.size(); ++i) {
        const agent::Statement& statement = documents.statements[i];
        if (statement.supported || statement.begin < at || statement.end > answer.size()) continue;
        // The words up to the citations, which stay chips.
        std::size_t end = statement.end;
        if (!statement.sources.empty()) {
            const std::size_t first = answer.find(" [", statement.begin);
            if (first < end) end = first;
        }
        out += withChips(answer.substr(at, statement.begin - at), sources);
        out += linked(answer.substr(statement.begin, end - statement.begin),
                      kUnsupportedLink + std::to_string(i));
        at = end;
    }
    return out + withChips(answer.substr(at), sources);
}

}  // namespace hearth::app
