#include "text/answer/marked_parser.h"

#include <algorithm>
#include <utility>

namespace hearth::engine::answer {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kSeparators = " \t\r\n;,";  // between calls without markers
// A call longer than this is not one: what was held back is reported.
constexpr std::size_t kLongestCall = 1u << 20;

// How much of the end of `text` may be the beginning of `marker`.
std::size_t partialEnd(std::string_view text, std::string_view marker) {
    for (std::size_t n = std::min(text.size(), marker.size() - 1); n > 0; --n)
        if (text.ends_with(marker.substr(0, n))) return n;
    return 0;
}

}  // namespace

MarkedParser::MarkedParser(AnswerFormat format, Tools tools, std::string_view prompt)
    : format_(std::move(format)), tools_(std::move(tools)), bareAllowed_(!tools_.empty()) {
    // Templates may open the reasoning themselves: then the answer begins inside it.
    std::size_t latest = 0;
    for (const Section& section : format_.sections) {
        if (section.kind != Section::Kind::Reasoning) continue;
        const std::size_t at = prompt.rfind(section.open);
        if (at == std::string_view::npos || at < latest) continue;
        const std::string_view after = prompt.substr(at + section.open.size());
        if (trimmed(after).empty()) begin(section);
        latest = at;
    }
}

std::vector<AnswerPart> MarkedParser::push(std::string_view bytes) {
    buffer_ += bytes;
    while (step()) {
    }
    return std::exchange(out_, {});
}

std::optional<OpenCall> MarkedParser::openCall() const {
    if (inBare_) return OpenCall{"", buffer_};
    if (!open_ || open_->kind != Section::Kind::Call) return std::nullopt;
    return OpenCall{open_->open, buffer_};
}

bool MarkedParser::step() {
    if (inBare_) return stepBare();
    if (!open_ && bareAllowed_ && buffer_.find_first_not_of(kSeparators) == std::string::npos) return false;
    if (!open_) {
        const Bare bare = beginBare();
        return bare == Bare::Unknown ? false : bare == Bare::Yes || stepText(false);
    }
    return open_->kind == Section::Kind::Reasoning ? stepReasoning() : stepCall();
}

// The first marker in the buffer; the longest of those that begin there.
MarkedParser::Found MarkedParser::findMarker() const {
    Found out;
    const std::string_view text = buffer_;
    std::size_t held = 0;
    const auto look = [&](std::string_view marker, const Section* section) {
        const std::size_t at = text.find(marker);
        if (at != std::string_view::npos &&
            (at < out.at || (at == out.at && marker.size() > out.marker.size()))) {
            out.at = at;
            out.marker = marker;
            out.section = section;
        }
        held = std::max(held, partialEnd(text, marker));
    };
    for (const Section& section : format_.sections) look(section.open, &section);
    for (const std::string_view marker : format_.dropped) look(marker, nullptr);
    out.safe = text.size() - held;
    return out;
}

// `last`: nothing more will come.
bool MarkedParser::stepText(bool last) {
    const Found found = findMarker();
    // A longer marker may still be growing from the same place or from before it.
    if (found.at != std::string::npos && (last || found.safe > found.at)) {
        show(std::string_view(buffer_).substr(0, found.at), AnswerPart::Kind::Text);
        buffer_.erase(0, found.at + found.marker.size());
        if (found.section) begin(*found.section);
        return true;
    }
    // A marker that the end of the answer cut in two is no text, unless it is so short that it may be.
    constexpr std::size_t kLongestDoubt = 5;
    const bool doubtful = last && buffer_.size() - found.safe <= kLongestDoubt;
    show(std::string_view(buffer_).substr(0, doubtful ? buffer_.size() : found.safe), AnswerPart::Kind::Text);
    buffer_.erase(0, found.safe);
    return false;
}

bool MarkedParser::stepReasoning() {
    const std::size_t at = buffer_.find(open_->close);
    const std::size_t ready =
        at != std::string::npos ? at : buffer_.size() - partialEnd(buffer_, open_->close);
    show(std::string_view(buffer_).substr(0, ready), AnswerPart::Kind::Reasoning);
    buffer_.erase(0, ready);
    if (at == std::string::npos) return false;
    buffer_.erase(0, open_->close.size());
    open_ = nullptr;
    space_.clear();
    shown_ = false;
    return true;
}

void MarkedParser::begin(const Section& section) {
    open_ = &section;
    scan_ = BodyScan(section.quotes);
    scanned_ = 0;
    space_.clear();
    shown_ = false;
}

bool MarkedParser::stepCall() {
    const std::string_view close = open_->close;
    for (; scanned_ < buffer_.size(); ++scanned_) {
        scan_.feed(buffer_[scanned_]);
        const std::string_view body = std::string_view(buffer_).substr(0, scanned_ + 1);
        const bool closed = close.empty() ? scan_.complete() : !scan_.inString() && body.ends_with(close);
        // A model that forgot the closing marker opens the next call.
        const bool again = !closed && !scan_.inString() && body.ends_with(open_->open);
        if (!closed && !again) continue;
        const std::string text(body.substr(0, body.size() - (again ? open_->open.size() : close.size())));
        const Section& section = *open_;
        buffer_.erase(0, scanned_ + 1);
        open_ = nullptr;
        endCall(text, section.read);
        if (again) begin(section);
        return true;
    }
    if (buffer_.size() <= kLongestCall) return false;
    open_ = nullptr;
    report(std::exchange(buffer_, {}), "its call does not end");
    return false;
}

// Whether the answer begins like a call without markers: with a JSON object, or a list.
MarkedParser::Bare MarkedParser::beginBare() {
    if (!bareAllowed_) return Bare::No;
    const std::size_t first = buffer_.find_first_not_of(kSeparators);
    if (first == std::string::npos || (buffer_[first] != '{' && buffer_[first] != '[')) return Bare::No;
    // "[" may also begin a marker; while that is open, nothing before it is shown.
    const Found found = findMarker();
    if (found.at == first) return Bare::No;
    if (found.safe <= first) return Bare::Unknown;
    buffer_.erase(0, first);
    inBare_ = true;
    scan_ = BodyScan("\"");
    scanned_ = 0;
    return Bare::Yes;
}

bool MarkedParser::stepBare() {
    for (; scanned_ < buffer_.size(); ++scanned_) {
        scan_.feed(buffer_[scanned_]);
        if (!scan_.complete()) continue;
        const std::string body = buffer_.substr(0, scanned_ + 1);
        buffer_.erase(0, scanned_ + 1);
        endBare(body);
        return true;
    }
    if (buffer_.size() > kLongestCall) endBare(std::exchange(buffer_, {}));
    return false;
}

bool MarkedParser::offered(const std::vector<ToolCall>& calls) const {
    return std::all_of(calls.begin(), calls.end(),
                       [&](const ToolCall& call) { return tools_.has(call.name); });
}

// JSON that an answer begins with is a call only if it names a tool that was offered.
void MarkedParser::endBare(const std::string& body) {
    inBare_ = false;
    for (const CallReader read : {readJsonCalls, readPythonCalls}) {
        const auto calls = read(body, tools_, false);
        if (!calls || !offered(*calls)) continue;
        for (const ToolCall& call : *calls) out_.push_back({AnswerPart::Kind::Call, "", call, ""});
        return;
    }
    const auto whole = readStrictly(body);
    const bool meant = body.find("\"name\"") != std::string::npos && tools_.mentionedIn(body);
    if (!whole && meant) return report(body, "what it printed cannot be read");
    show(body, AnswerPart::Kind::Text);
}

void MarkedParser::endCall(std::string_view body, CallReader read) {
    if (trimmed(body).empty()) return;
    const auto calls = read(body, tools_, false);
    if (!calls) return report(body, "what it printed cannot be read");
    for (const ToolCall& call : *calls) out_.push_back({AnswerPart::Kind::Call, "", call, ""});
}

// The answer ended inside a call: its end marker may be the token that ended it.
void MarkedParser::finishCall() {
    const Section section = *std::exchange(open_, nullptr);
    std::string body = std::exchange(buffer_, {});
    if (const std::size_t close = section.close.empty() ? std::string::npos : body.find(section.close);
        close != std::string::npos) {  // it was taken for a part of a string that never ended
        buffer_ = body.substr(close + section.close.size());
        return endCall(body.substr(0, close), section.read);
    }
    if (!section.close.empty()) body.resize(body.size() - partialEnd(body, section.close));
    if (trimmed(body).empty()) return;
    const auto calls = section.read(body, tools_, true);
    if (!calls) return report(body, "the answer ended before its call did");
    for (const ToolCall& call : *calls) out_.push_back({AnswerPart::Kind::Call, "", call, ""});
}

void MarkedParser::report(std::string_view body, const char* why) {
    out_.push_back({AnswerPart::Kind::Malformed,
                    std::string("The model tried to use a tool, but ") + why + ".",
                    {},
                    std::string(body)});
}

void MarkedParser::show(std::string_view text, AnswerPart::Kind kind) {
    if (text.empty()) return;
    const std::size_t last = text.find_last_not_of(kSpace);
    if (last == std::string_view::npos) {
        if (shown_) space_ += text;
        return;
    }
    if (!shown_) text = text.substr(text.find_first_not_of(kSpace));
    const std::size_t end = text.find_last_not_of(kSpace) + 1;
    std::string said =
        std::exchange(space_, std::string(text.substr(end))) + std::string(text.substr(0, end));
    shown_ = true;
    if (kind == AnswerPart::Kind::Text) bareAllowed_ = false;
    if (!out_.empty() && out_.back().kind == kind)
        out_.back().text += said;
    else
        out_.push_back({kind, std::move(said), {}, ""});
}

std::vector<AnswerPart> MarkedParser::finish() {
    for (bool more = true; more;) {
        while (step()) {
        }
        if (!open_ && bareAllowed_ && buffer_.find_first_not_of(kSeparators) == std::string::npos) {
            buffer_.clear();
        } else if (inBare_) {
            endBare(std::exchange(buffer_, {}));
        } else if (open_ && open_->kind == Section::Kind::Reasoning) {
            show(buffer_, AnswerPart::Kind::Reasoning);
            buffer_.clear();
        } else if (open_) {
            finishCall();
        } else {
            stepText(true);
            if (!open_ && !buffer_.empty() && findMarker().at == std::string::npos) buffer_.clear();
        }
        more = !buffer_.empty() || (open_ && open_->kind == Section::Kind::Call);
    }
    open_ = nullptr;
    return std::exchange(out_, {});
}

}  // namespace hearth::engine::answer
