#include "text/chat_template/print.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace hearth::engine::chat_template {
namespace {

constexpr int kMaxDepth = 200;

std::string quoted(const std::string& text) {
    const bool single = text.find('\'') == std::string::npos || text.find('"') != std::string::npos;
    const char quote = single ? '\'' : '"';
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote || c == '\\') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            char code[8];
            std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(c));
            out += code;
        } else {
            out += c;
        }
    }
    return out + quote;
}

std::string reprAt(const Value& value, int depth) {
    if (depth > kMaxDepth) throw TemplateError("a value is nested too deeply to be written");
    if (value.isString()) return quoted(value.string());
    if (value.isList()) {
        const List& list = value.list();
        if (list.generator) return "<generator object>";
        std::string out = list.tuple ? "(" : "[";
        for (std::size_t i = 0; i < list.items.size(); ++i)
            out += (i ? ", " : "") + reprAt(list.items[i], depth + 1);
        if (list.tuple && list.items.size() == 1) out += ",";
        return out + (list.tuple ? ")" : "]");
    }
    if (value.isDict()) {
        std::string out = "{";
        for (const auto& [key, item] : value.dict().entries)
            out += (out.size() > 1 ? ", " : "") + reprAt(key, depth + 1) + ": " + reprAt(item, depth + 1);
        return out + "}";
    }
    if (value.isUndefined()) return "Undefined";
    return toText(value);
}

class JsonWriter {
  public:
    explicit JsonWriter(const JsonStyle& style) : style_(style) {}

    void write(const Value& value, int depth) {
        if (depth > kMaxDepth) throw TemplateError("a value is nested too deeply for JSON");
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
        } else if (value.isList() && !value.list().generator) {
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
        unsigned code = lead & (0xFFu >> (character.size() + 1));
        for (std::size_t i = 1; i < character.size(); ++i)
            code = code << 6 | (static_cast<unsigned char>(character[i]) & 0x3Fu);
        if (code < 0x10000) return writeUnit(code);
        writeUnit(0xD800 + ((code - 0x10000) >> 10));
        writeUnit(0xDC00 + ((code - 0x10000) & 0x3FF));
    }

    void writeUnit(unsigned code) {
        char text[16];
        std::snprintf(text, sizeof text, "\\u%04x", code);
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
    return reprAt(value, 0);
}

std::string toRepr(const Value& value) {
    return reprAt(value, 0);
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
