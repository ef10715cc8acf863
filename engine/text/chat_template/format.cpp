#include "text/chat_template/format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "text/chat_template/print.h"

namespace hearth::engine::chat_template {
namespace {

constexpr std::int64_t kWidest = 10'000;

// What both notations can say about a value: fill, alignment, sign, width, precision, kind.
struct Spec {
    std::string fill = " ";
    char align = '\0';  // < > ^ =
    char sign = '-';    // - + or a space
    bool alternate = false;
    bool thousands = false;
    std::int64_t width = 0;
    std::optional<int> precision;
    char kind = '\0';
};

[[noreturn]] void refuse(const std::string& format) {
    throw TemplateError("the format '" + format + "' is not understood");
}

std::string digitsOf(double number, char kind, int precision, bool alternate) {
    char pattern[8] = "%.*f";
    if (alternate)
        (void)std::snprintf(pattern, sizeof pattern, "%%#.*%c", kind);
    else
        pattern[3] = kind;
    char buffer[512];
    const int length = std::snprintf(buffer, sizeof buffer, pattern, std::min(precision, 100), number);
    return std::string(buffer, std::min<std::size_t>(static_cast<std::size_t>(length), sizeof buffer - 1));
}

std::string wholeDigits(std::uint64_t magnitude, char kind, bool alternate) {
    char buffer[80];
    const int base = kind == 'x' || kind == 'X' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
    std::string out(buffer, std::to_chars(buffer, buffer + sizeof buffer, magnitude, base).ptr);
    if (kind == 'X')
        std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::toupper(c); });
    return alternate && base != 10 ? std::string("0") + kind + out : out;
}

void groupThousands(std::string& digits) {
    const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
    for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, ",");
}

std::string aligned(const std::string& sign, const std::string& body, const Spec& spec, char usual) {
    const std::int64_t room = std::min(spec.width, kWidest) - lengthOf(Value(sign)) - lengthOf(Value(body));
    if (room <= 0) return sign + body;
    const auto pad = [&](std::int64_t times) {
        std::string out;
        for (std::int64_t i = 0; i < times; ++i) out += spec.fill;
        return out;
    };
    switch (spec.align ? spec.align : usual) {
        case '<':
            return sign + body + pad(room);
        case '^':
            return pad(room / 2) + sign + body + pad(room - room / 2);
        case '=':
            return sign + pad(room) + body;
        default:
            return pad(room) + sign + body;
    }
}

std::string formatNumber(const Value& value, Spec spec) {
    const bool whole = spec.kind == 'd' || spec.kind == 'x' || spec.kind == 'X' || spec.kind == 'o' ||
                       spec.kind == 'b' || (spec.kind == '\0' && !value.isFloat());
    const bool negative = whole ? value.integer() < 0 : std::signbit(value.number());
    std::string body;
    if (whole) {
        const auto bits = static_cast<std::uint64_t>(value.integer());
        body = wholeDigits(negative ? 0 - bits : bits, spec.kind, spec.alternate);
    } else if (spec.kind == '\0' && !spec.precision) {
        body = floatText(std::abs(value.number()));
    } else if (spec.kind == '%') {
        body =
            digitsOf(std::abs(value.number()) * 100, 'f', spec.precision.value_or(6), spec.alternate) + "%";
    } else {
        body = digitsOf(std::abs(value.number()), spec.kind ? spec.kind : 'g', spec.precision.value_or(6),
                        spec.alternate);
    }
    if (spec.thousands) groupThousands(body);
    const std::string sign = negative ? "-" : spec.sign == '-' ? "" : std::string(1, spec.sign);
    return aligned(sign, body, spec, '>');
}

std::string formatText(std::string text, const Spec& spec, char usual) {
    if (spec.precision) {
        std::string cut;
        const auto all = characters(text);
        for (std::size_t i = 0; i < all.size() && i < static_cast<std::size_t>(*spec.precision); ++i)
            cut += all[i];
        text = cut;
    }
    return aligned("", std::move(text), spec, usual);
}

// ---- %

class Percent {
  public:
    Percent(const std::string& format, const Value& values) : format_(format), values_(values) {
        if (values.isList() && values.list().tuple)
            items_ = values.list().items;
        else
            items_ = {values};
    }

    std::string run() {
        std::string out;
        while (at_ < format_.size()) {
            if (format_[at_] != '%')
                out += format_[at_++];
            else
                out += field();
        }
        return out;
    }

  private:
    char take() {
        if (at_ >= format_.size()) throw TemplateError("the format '" + format_ + "' is not complete");
        return format_[at_++];
    }
    std::int64_t number() {
        if (at_ < format_.size() && format_[at_] == '*') {
            ++at_;
            return std::clamp<std::int64_t>(nextValue().integer(), 0, kWidest);
        }
        std::int64_t out = 0;
        while (at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9')
            out = std::min(out * 10 + (format_[at_++] - '0'), kWidest);
        return out;
    }
    const Value& nextValue() {
        if (used_ >= items_.size()) throw TemplateError("the format '" + format_ + "' has too few values");
        return items_[used_++];
    }
    Value named() {
        const std::size_t close = format_.find(')', at_);
        if (close == std::string::npos) refuse(format_);
        const std::string name = format_.substr(at_, close - at_);
        at_ = close + 1;
        const Value* found = values_.isDict() ? values_.dict().named(name) : nullptr;
        if (!found) throw TemplateError("the format needs a value named '" + name + "'");
        return *found;
    }

    std::string field() {
        ++at_;
        std::optional<Value> value;
        if (at_ < format_.size() && format_[at_] == '(') {
            ++at_;
            value = named();
        }
        Spec spec;
        bool zero = false;
        for (; at_ < format_.size() && std::string_view("-+ #0").find(format_[at_]) != std::string_view::npos;
             ++at_) {
            const char flag = format_[at_];
            if (flag == '-') spec.align = '<';
            if (flag == '+' || (flag == ' ' && spec.sign == '-')) spec.sign = flag;
            if (flag == '#') spec.alternate = true;
            if (flag == '0') zero = true;
        }
        spec.width = number();
        if (at_ < format_.size() && format_[at_] == '.') {
            ++at_;
            spec.precision = static_cast<int>(number());
        }
        const char kind = take();
        if (kind == '%') return "%";
        if (!value) value = nextValue();
        return write(*value, kind, spec, zero);
    }

    std::string write(const Value& value, char kind, Spec& spec, bool zero) const {
        if (kind == 's' || kind == 'r' || kind == 'a')
            return formatText(kind == 's' ? toText(value) : toRepr(value), spec, '>');
        if (kind == 'c') return formatText(toText(value), spec, '>');
        if (zero && spec.align == '\0') {
            spec.fill = "0";
            spec.align = '=';
        }
        spec.kind = kind == 'i' || kind == 'u' ? 'd' : kind;
        if (std::string_view("dxXofFeEgG").find(spec.kind) == std::string_view::npos)
            throw TemplateError(std::string("the format character '") + kind + "' is not known");
        return formatNumber(value, spec);
    }

    const std::string& format_;
    const Value& values_;
    std::vector<Value> items_;
    std::size_t at_ = 0, used_ = 0;
};

// ---- {}

Spec readSpec(const std::string& text) {
    Spec spec;
    const auto chars = characters(text);
    std::size_t at = 0;
    const auto isAlign = [&](std::size_t i) {
        return i < chars.size() && std::string("<>^=").find(chars[i]) != std::string::npos;
    };
    const auto taken = [&](const char* what) {
        return at < chars.size() && chars[at] == what ? ++at > 0 : false;
    };
    if (isAlign(1)) {
        spec.fill = chars[0];
        spec.align = chars[1][0];
        at = 2;
    } else if (isAlign(0)) {
        spec.align = chars[0][0];
        at = 1;
    }
    if (taken("+"))
        spec.sign = '+';
    else if (taken(" "))
        spec.sign = ' ';
    else
        taken("-");
    spec.alternate = taken("#");
    if (taken("0") && !spec.align) {
        spec.fill = "0";
        spec.align = '=';
    }
    const auto number = [&] {
        std::int64_t out = 0;
        for (; at < chars.size() && chars[at] >= "0" && chars[at] <= "9"; ++at)
            out = std::min(out * 10 + (chars[at][0] - '0'), kWidest);
        return out;
    };
    spec.width = number();
    spec.thousands = taken(",");
    if (taken(".")) spec.precision = static_cast<int>(number());
    if (at < chars.size()) spec.kind = chars[at++][0];
    if (at < chars.size() ||
        (spec.kind && std::string_view("sdxXobfFeEgG%n").find(spec.kind) == std::string_view::npos))
        refuse(text);
    return spec;
}

class Braces {
  public:
    Braces(const std::string& format, const Arguments& given) : format_(format), given_(given) {}

    std::string run() {
        std::string out;
        while (at_ < format_.size()) {
            const char c = format_[at_];
            const bool twice = at_ + 1 < format_.size() && format_[at_ + 1] == c;
            if ((c == '{' || c == '}') && twice) {
                out += c;
                at_ += 2;
            } else if (c == '{') {
                out += field();
            } else if (c == '}') {
                throw TemplateError("a single '}' stands in a format");
            } else {
                out += c;
                ++at_;
            }
        }
        return out;
    }

  private:
    std::string field() {
        const std::size_t end = format_.find('}', at_);
        if (end == std::string::npos) throw TemplateError("a format field is not closed");
        std::string name = format_.substr(at_ + 1, end - at_ - 1), spec;
        at_ = end + 1;
        if (const auto colon = name.find(':'); colon != std::string::npos) {
            spec = name.substr(colon + 1);
            name.resize(colon);
        }
        bool repr = false;
        if (const auto mark = name.find('!'); mark != std::string::npos) {
            repr = name.substr(mark + 1) != "s";
            name.resize(mark);
        }
        Value value = lookUp(name);
        if (repr) value = Value(toRepr(value));
        const Spec how = readSpec(spec);
        const bool number = value.isNumber() && !(value.isBool() && !how.kind) && how.kind != 's';
        if (!number && how.kind && how.kind != 's')
            throw TemplateError("the format ':" + spec + "' needs a number");
        return number && !spec.empty() ? formatNumber(value, how) : formatText(toText(value), how, '<');
    }

    // "0", "name", "name.key" or "name[key]"; nothing: the next one.
    Value lookUp(const std::string& path) {
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        const std::string first = path.substr(0, end);
        const bool number =
            !first.empty() && first.size() < 6 &&
            std::all_of(first.begin(), first.end(), [](unsigned char c) { return std::isdigit(c); });
        const Value* found = first.empty() ? given_.get(next_++, "")
                             : number      ? given_.get(std::stoul(first), "")
                                           : given_.get(99'999, first);
        if (!found) throw TemplateError("the format field '" + path + "' has no value");
        Value value = *found;
        for (std::size_t at = end; at < path.size();) {
            const bool item = path[at] == '[';
            const std::size_t stop =
                item ? path.find(']', at) : std::min(path.find_first_of(".[", at + 1), path.size());
            if (stop == std::string::npos)
                throw TemplateError("the format field '" + path + "' is not closed");
            value = step(value, path.substr(at + 1, stop - at - 1));
            at = stop + (item ? 1 : 0);
        }
        return value;
    }

    static Value step(const Value& value, const std::string& key) {
        if (value.isDict())
            if (const Value* found = value.dict().named(key)) return *found;
        if (value.isList() && !key.empty() && key.size() < 6 &&
            key.find_first_not_of("0123456789") == std::string::npos)
            if (const auto at = std::stoul(key); at < value.list().items.size())
                return value.list().items[at];
        throw TemplateError("the format field '" + key + "' has no value");
    }

    const std::string& format_;
    const Arguments& given_;
    std::size_t at_ = 0, next_ = 0;
};

}  // namespace

std::string formatPercent(const std::string& format, const Value& values) {
    return Percent(format, values).run();
}

std::string formatBraces(const std::string& format, const Arguments& given) {
    return Braces(format, given).run();
}

}  // namespace hearth::engine::chat_template
