#include "text/answer/harmony_parser.h"

#include <algorithm>
#include <utility>

namespace hearth::engine::answer {
namespace {

constexpr std::string_view kMarkers[] = {"<|start|>", "<|channel|>", "<|message|>", "<|constrain|>",
                                         "<|end|>",   "<|call|>",    "<|return|>"};

constexpr std::string_view kRecipient = "to=";

// How much of the end of `text` may be the beginning of a marker: they all begin with "<|".
std::size_t partialEnd(std::string_view text) {
    const std::size_t at = text.rfind('<');
    if (at == std::string_view::npos) return 0;
    const std::string_view tail = text.substr(at);
    const bool partial = std::any_of(std::begin(kMarkers), std::end(kMarkers), [&](std::string_view marker) {
        return marker.size() > tail.size() && marker.starts_with(tail);
    });
    return partial ? tail.size() : 0;
}

// The word that follows `key` in a header.
std::string wordAfter(std::string_view header, std::string_view key) {
    const std::size_t at = header.find(key);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = header.substr(at + key.size());
    return std::string(rest.substr(0, rest.find_first_of(" <\n")));
}

}  // namespace

std::string HarmonyParser::recipient() const {
    return wordAfter(header_, kRecipient);
}
std::string HarmonyParser::channel() const {
    return wordAfter(header_, "<|channel|>");
}

std::optional<OpenCall> HarmonyParser::openCall() const {
    const std::size_t at = header_.find(kRecipient);
    if (at == std::string::npos) return std::nullopt;
    return OpenCall{kRecipient, std::string_view(header_).substr(at + kRecipient.size())};
}

std::vector<AnswerPart> HarmonyParser::push(std::string_view bytes) {
    buffer_ += bytes;
    for (std::size_t from = 0;;) {
        const std::size_t at = buffer_.find("<|", from);
        const std::string_view text = buffer_;
        if (at == std::string::npos) break;
        const auto marker =
            std::find_if(std::begin(kMarkers), std::end(kMarkers),
                         [&](std::string_view each) { return text.substr(at).starts_with(each); });
        if (marker == std::end(kMarkers)) {
            from = at + 2;
            continue;
        }
        addText(text.substr(0, at));
        buffer_.erase(0, at + marker->size());
        take(*marker);
        from = 0;
    }
    const std::size_t ready = buffer_.size() - partialEnd(buffer_);
    addText(std::string_view(buffer_).substr(0, ready));
    buffer_.erase(0, ready);
    return std::exchange(out_, {});
}

void HarmonyParser::take(std::string_view marker) {
    if (marker == "<|message|>") {
        inBody_ = true;
    } else if (marker == "<|constrain|>") {
        if (!inBody_) header_ += " ";
    } else {
        endMessage(true);
        if (marker == "<|channel|>") header_ += "<|channel|>";
    }
}

void HarmonyParser::addText(std::string_view text) {
    if (text.empty()) return;
    if (!inBody_) {
        header_ += text;
    } else if (!recipient().empty()) {
        body_ += text;
    } else {
        const auto kind = channel() == "analysis" ? AnswerPart::Kind::Reasoning : AnswerPart::Kind::Text;
        if (!out_.empty() && out_.back().kind == kind)
            out_.back().text += text;
        else
            out_.push_back({kind, std::string(text), {}, ""});
    }
}

// A header without a body goes on: the recipient may stand before the channel.
void HarmonyParser::endMessage(bool complete) {
    if (!inBody_) return;
    std::string name = recipient();
    if (!name.empty()) {
        if (name.starts_with("functions.")) name.erase(0, 10);
        const auto arguments = complete ? readLoosely(body_) : readStrictly(body_);
        if (arguments && arguments->is_object())
            out_.push_back({AnswerPart::Kind::Call,
                            "",
                            {name, arguments->dump(-1, ' ', false, Json::error_handler_t::replace), ""},
                            ""});
        else
            out_.push_back({AnswerPart::Kind::Malformed,
                            "The model tried to use the tool " + name +
                                (complete ? ", but what it printed cannot be read."
                                          : ", but the answer ended before its call did."),
                            {},
                            body_});
    }
    inBody_ = false;
    header_.clear();
    body_.clear();
}

std::vector<AnswerPart> HarmonyParser::finish() {
    addText(std::exchange(buffer_, {}));
    // The token that ends a call ends the answer too, so it is not in the text.
    const bool plain = !inBody_ && !trimmed(header_).empty() &&
                       header_.find("<|channel|>") == std::string::npos && recipient().empty() &&
                       trimmed(header_) != "assistant";
    if (plain) out_.push_back({AnswerPart::Kind::Text, std::string(trimmed(header_)), {}, ""});
    endMessage(false);
    header_.clear();
    return std::exchange(out_, {});
}

}  // namespace hearth::engine::answer
