#include "routing/uncertainty.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearth::agent::routing {

double entropyOf(const engine::TokenEvent& event) {
    double entropy = 0;
    double rest = 1;
    for (const auto& [id, logprob] : event.top) {
        const double p = std::exp(static_cast<double>(logprob));
        entropy -= p * static_cast<double>(logprob);
        rest -= p;
    }
    if (event.top.empty()) return 0;
    if (rest > 1e-6) entropy -= rest * std::log(rest);
    return std::max(0.0, entropy);
}

bool declaresInability(std::string_view text) {
    constexpr std::size_t kLooked = 160;  // bytes of the beginning
    constexpr std::string_view kApostrophe = "\xE2\x80\x99";
    text = text.substr(0, kLooked);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text.substr(i).starts_with(kApostrophe)) {
            plain += '\'';
            i += kApostrophe.size() - 1;
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    constexpr std::array kSigns = {"i don't know",
                                   "i do not know",
                                   "i'm not sure",
                                   "i am not sure",
                                   "i cannot answer",
                                   "i can't answer",
                                   "i'm unable to",
                                   "i am unable to",
                                   "i don't have information",
                                   "i do not have access",
                                   "i don't have access",
                                   "ich weiß es nicht",
                                   "das weiß ich nicht",
                                   "je ne sais pas",
                                   "no lo sé",
                                   "我不知道",
                                   "beyond my knowledge"};
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](const char* sign) { return plain.find(sign) != std::string::npos; });
}

void Uncertainty::hear(const engine::TokenEvent& event) {
    if (decided()) return;
    sum_ += entropyOf(event);
    text_ += event.text;
    ++tokens_;
}

bool Uncertainty::expect(double seconds) {
    const bool tooLong = patience_ > 0 && seconds > patience_;
    lost_ = lost_ || tooLong;
    return tooLong;
}

bool Uncertainty::unsure() const {
    return lost_ || meanEntropy() >= limit_ || declaresInability(text_);
}

}  // namespace hearth::agent::routing
