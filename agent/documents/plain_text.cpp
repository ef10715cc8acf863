#include "agent/plain_text.h"

#include <cctype>

namespace hearth::agent {

std::string plainText(std::string_view markdown) {
    std::string out;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const bool atLineBegin = i == 0 || markdown[i - 1] == '\n';
        if (atLineBegin && markdown.substr(i).starts_with("> ")) {
            ++i;
            continue;
        }
        if (markdown.substr(i).starts_with("**")) {
            ++i;
            continue;
        }
        const bool escape = markdown[i] == '\\' && i + 1 < markdown.size() &&
                            std::ispunct(static_cast<unsigned char>(markdown[i + 1])) != 0;
        if (escape) ++i;
        out += markdown[i];
    }
    return out;
}

}  // namespace hearth::agent
