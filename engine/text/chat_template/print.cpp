#include "text/chat_template/print.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/utf8.h"
#include "text/chat_template/case.h"

namespace hearth::engine::chat_template {
namespace {

// Lists that share parts may be exponentially larger when written than the memory they take.
constexpr std::size_t kMostBytes = 4u << 20;

void checkSize(const std::string& out) {
    if (out.size() > kMostBytes) throw TemplateError("the template makes too much text");
}

// Python's string literal: single quotes where they need no escape, what cannot be printed by number.
std::string quoted(const std::string& text) {
    const bool single = text.find('\'') == std::string::npos || text.find('"') != std::string::npos;
    const std::string quote = single ? "'" : "\"";
    std::string out = quote;
    for (const auto& c : characters(text)) {
        if (c == quote || c == "\\") {
            out += "\\" + c;
        } else if (c == "\n" || c == "\r" || c == "\t") {
            out += c == "\n" ? "\\n" : c == "\r" ? "\\r" : "\\t";
        } else if (isPrintable(c)) {
            out += c;
        } else {
            const auto code = static_cast<unsigned>(base::decodeUtf8(c, 0).value);
            char escape[16];
            (void)std::snprintf(escape, sizeof escape,
                                code < 0x100     ? "\\x%02x"
                                : code < 0x10000 ? "\\u%04x"
                                                 : "\\U%08x",
                                code);
            out += escape;
        }
    }
    return out + quote;
}

void writeRepr(std::string& out, const Value& value, int depth);

void writeListRepr(std::string& out, const List& list, int depth) {
    if (list.generator || list.isRange()) {
        out += list.generator ? "<generator object>" : list.view;
        return;
    }
    out += list.view.empty() ? "" : list.view + "(";
    out += list.tuple ? "(" : "[";
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (i) out += ", ";
        writeRepr(out, list.items[i], depth + 1);
    }
    if (list.tuple && list.items.size() == 1) out += ",";
    out += list.tuple ? ")" : "]";
    if (!list.view.empty()) out += ")";
}

void writeRepr(std::string& out, const Value& value, int depth) {
    if (depth > kMaxDepth) throw TemplateError("a value is nested too deeply to be written");
    checkSize(out);
    if (value.isString()) {
        out += quoted(value.string());
    } else if (value.isList()) {
        writeListRepr(out, value.list(), depth);
    } else if (value.isDict()) {
        out += '{';
        bool first = true;
        for (const auto& [key, item] : value.dict().entries) {
            if (!std::exchange(first, false)) out += ", ";
            writeRepr(out, key, depth + 1);
            out += ": ";
            writeRepr(out, item, depth + 1);
        }
        out += '}';
    } else {
        out += value.isUndefined() ? "Undefined" : toText(value);
    }
}

class JsonWriter {
  public:
    explicit JsonWriter(const JsonStyle& style) : style_(style) {}

    void write(const Value& value, int depth) {
        if (depth > kMaxDepth) throw TemplateError("a value is nested too deeply for JSON");
        checkSize(out_);
        if (value.isString()) return writeString(value.string());
        if (value.isNone()) {
            out_ += "null";
        } else if (value.isBool()) {
            out_ += value.truthy() ? "true" : "false";
        } else if (value.isFloat()) {
            const double number = value.number();
            out_ += std::isnan(number)   ? "NaN"
                    : std::isinf(number) ? (number > 0 ? "Infinity" : "-Infinity")
                                         : floatText(number);
        } else if (value.isInteger()) {
            out_ += std::to_string(value.integer());
        } else if (value.isList() && value.list().isPlain()) {
            writeList(value.list(), depth);
        } else if (value.isDict()) {
            writeDict(value.dict(), depth);
        } else {
            throw TemplateError(std::string("Object of type ") + value.typeName() +
                                " is not JSON serializable");
        }
    }

    std::string take() { return std::move(out_); }

  private:
    void separate(bool first, int depth) {
        if (!first) out_ += style_.indent && style_.itemSeparator == ", " ? "," : style_.itemSeparator;
        if (!style_.indent) return;
        out_ += '\n';
        for (int i = 0; i < depth; ++i) out_ += *style_.indent;
    }

    void writeList(const List& list, int depth) {
        if (list.items.empty()) {
            out_ += "[]";
            return;
        }
        out_ += '[';
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            separate(i == 0, depth + 1);
            write(list.items[i], depth + 1);
        }
        close(']', depth);
    }

    void writeDict(const Dict& dict, int depth) {
        if (dict.entries.empty()) {
            out_ += "{}";
            return;
        }
        auto entries = dict.entries;
        if (style_.sortKeys)
            std::sort(entries.begin(), entries.end(),
                      [](const auto& a, const auto& b) { return compare(a.first, b.first) < 0; });
        out_ += '{';
        for (std::size_t i = 0; i < entries.size(); ++i) {
            separate(i == 0, depth + 1);
            writeKey(entries[i].first);
            out_ += style_.keySeparator;
            write(entries[i].second, depth + 1);
        }
        close('}', depth);
    }

    void close(char bracket, int depth) {
        if (style_.indent) {
            out_ += '\n';
            for (int i = 0; i < depth; ++i) out_ += *style_.indent;
        }
        out_ += bracket;
    }

    void writeKey(const Value& key) {
        if (key.isString()) return writeString(key.string());
        out_ += '"';
        write(key, 0);
        out_ += '"';
    }

    void writeString(const std::string& text) {
        out_ += '"';
        for (const auto& character : characters(text)) writeCharacter(character);
        out_ += '"';
    }

    void writeCharacter(const std::string& character) {
        static constexpr std::pair<char, const char*> kEscapes[] = {
            {'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"},
            {'\t', "\\t"}, {'\b', "\\b"},  {'\f', "\\f"}};
        const auto lead = static_cast<unsigned char>(character[0]);
        for (const auto& [plain, escape] : kEscapes)
            if (character[0] == plain) {
                out_ += escape;
                return;
            }
        if (lead < 0x20) return writeUnit(lead);
        if (lead < 0x80 || !style_.ascii || character.size() == 1) {
            out_ += character;
            return;
        }
        const auto code = static_cast<unsigned>(base::decodeUtf8(character, 0).value);
        if (code < 0x10000) return writeUnit(code);
        writeUnit(0xD800 + ((code - 0x10000) >> 10));
        writeUnit(0xDC00 + ((code - 0x10000) & 0x3FF));
    }

    void writeUnit(unsigned code) {
        char text[16];
        (void)std::snprintf(text, sizeof text, "\\u%04x", code);
        out_ += text;
    }

    const JsonStyle& style_;
    std::string out_;
};

}  // namespace

std::string toText(const Value& value) {
    if (value.isUndefined()) return "";
    if (value.isString()) return value.string();
    if (value.isNone()) return "None";
    if (value.isBool()) return value.truthy() ? "True" : "False";
    if (value.isInteger()) return std::to_string(value.integer());
    if (value.isFloat()) return floatText(value.number());
    if (value.isFunction()) return "<function>";
    return toRepr(value);
}

std::string toRepr(const Value& value) {
    std::string out;
    writeRepr(out, value, 0);
    return out;
}

std::string toJson(const Value& value, const JsonStyle& style) {
    JsonWriter writer(style);
    writer.write(value, 0);
    return writer.take();
}

std::string floatText(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
    char buffer[64];
    const double size = std::abs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
        const auto end =
            std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
        return std::string(buffer, end);
    }
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed).ptr;
    std::string text(buffer, end);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

}  // namespace hearth::engine::chat_template
