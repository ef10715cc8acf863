#include "calendar/ics_text.h"

#include <algorithm>
#include <cctype>

namespace hearth::agent::calendar {

namespace {

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

IcsText::IcsText(const std::string& bytes) : lines_(split(bytes)) {
    crlf_ = bytes.empty() || bytes.find("\r\n") != std::string::npos;
    if (!lines_.empty() && !lines_.back().raw.ends_with('\n')) lines_.back().raw += crlf_ ? "\r\n" : "\n";
}

std::vector<IcsText::Line> IcsText::split(const std::string& bytes) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t newline = bytes.find('\n', at);
        const std::size_t next = newline == std::string::npos ? bytes.size() : newline + 1;
        std::string raw = bytes.substr(at, next - at);
        at = next;
        const bool folded = raw.front() == ' ' || raw.front() == '\t';
        if (folded && !lines.empty())
            lines.back().raw += raw;
        else
            lines.push_back({std::move(raw), {}});
    }
    for (Line& line : lines) {
        const std::string whole = unfolded(line.raw);
        line.name = upper(whole.substr(0, whole.find_first_of(":;")));
    }
    return lines;
}

std::string IcsText::unfolded(const std::string& raw) {
    std::string whole;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' && (i + 1 == raw.size() || raw[i + 1] == '\n')) continue;
        if (raw[i] == '\n') {
            ++i;  // the blank that folds
            continue;
        }
        whole += raw[i];
    }
    return whole;
}

std::vector<IcsText::Block> IcsText::blocks(const std::string& kind) const {
    std::vector<Block> found;
    std::vector<std::pair<std::string, std::size_t>> open;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].name == "BEGIN") {
            const std::string whole = upper(unfolded(lines_[i].raw));
            open.emplace_back(whole.substr(std::min<std::size_t>(6, whole.size())), i);
        } else if (lines_[i].name == "END" && !open.empty()) {
            if (open.back().first == kind) found.push_back({open.back().second, i});
            open.pop_back();
        }
    }
    std::sort(found.begin(), found.end(), [](const Block& a, const Block& b) { return a.begin < b.begin; });
    return found;
}

std::vector<std::size_t> IcsText::direct(const Block& block, const std::string& name) const {
    std::vector<std::size_t> found;
    int depth = 0;
    for (std::size_t i = block.begin + 1; i < block.end; ++i) {
        if (lines_[i].name == "BEGIN") ++depth;
        if (lines_[i].name == "END") --depth;
        if (depth == 0 && lines_[i].name == name) found.push_back(i);
    }
    return found;
}

std::size_t IcsText::endOfProperties(const Block& block) const {
    for (std::size_t i = block.begin + 1; i < block.end; ++i)
        if (lines_[i].name == "BEGIN") return i;
    return block.end;
}

std::string IcsText::line(const Block& block, const std::string& name) const {
    const auto found = direct(block, name);
    return found.empty() ? std::string() : unfolded(lines_[found.front()].raw);
}

std::string IcsText::value(const Block& block, const std::string& name) const {
    const std::string whole = line(block, name);
    bool quoted = false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (whole[i] == '"') quoted = !quoted;
        if (whole[i] == ':' && !quoted) return whole.substr(i + 1);
    }
    return {};
}

std::string IcsText::adapted(const std::string& text) const {
    if (crlf_) return text;
    std::string plain = text;
    plain.erase(std::remove(plain.begin(), plain.end(), '\r'), plain.end());
    return plain;
}

void IcsText::set(Block& block, const std::string& name, const std::string& text) {
    const auto found = direct(block, name);
    const std::size_t at = found.empty() ? endOfProperties(block) : found.front();
    for (auto i = found.rbegin(); i != found.rend(); ++i)
        lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(*i));
    const std::vector<Line> fresh = split(adapted(text));
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at), fresh.begin(), fresh.end());
    block.end = block.end - found.size() + fresh.size();
}

void IcsText::add(Block& block, const std::string& text) {
    const std::vector<Line> fresh = split(adapted(text));
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(endOfProperties(block)), fresh.begin(),
                  fresh.end());
    block.end += fresh.size();
}

void IcsText::insertBefore(std::size_t line, const std::string& text) {
    const std::vector<Line> fresh = split(adapted(text));
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(line), fresh.begin(), fresh.end());
}

void IcsText::remove(const Block& block) {
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(block.begin),
                 lines_.begin() + static_cast<std::ptrdiff_t>(block.end) + 1);
}

std::string IcsText::text(const Block& block) const {
    std::string all;
    for (std::size_t i = block.begin; i <= block.end; ++i) all += lines_[i].raw;
    return all;
}

std::string IcsText::text() const {
    std::string all;
    for (const Line& line : lines_) all += line.raw;
    return all;
}

std::string folded(const std::string& line) {
    constexpr std::size_t kOctets = 75;
    std::string out;
    std::size_t used = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t length = 1;
        while (i + length < line.size() && (static_cast<unsigned char>(line[i + length]) & 0xc0) == 0x80)
            ++length;
        if (used + length > kOctets) {
            out += "\r\n ";
            used = 1;
        }
        out.append(line, i, length);
        used += length;
        i += length;
    }
    return out + "\r\n";
}

}  // namespace hearth::agent::calendar
