#include "tools/basic_tool.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace hearth::agent::tools {

std::string trimmed(std::string_view text) {
    const auto isBlank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

std::string lowered(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::string capitalized(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

bool matchesWords(const std::string& text, const std::string& query) {
    const std::string haystack = lowered(text);
    std::istringstream words(lowered(query));
    for (std::string word; words >> word;)
        if (haystack.find(word) == std::string::npos) return false;
    return true;
}

std::string valueOf(const std::vector<Field>& fields, const std::string& name) {
    for (const Field& field : fields)
        if (field.name == name) return field.value;
    return {};
}

std::vector<std::string> splitNames(const std::string& text) {
    std::string even;
    const std::string low = lowered(text);
    constexpr std::string_view kAnd = " and ";
    for (std::size_t at = 0; at < text.size();) {
        const bool between = low.compare(at, kAnd.size(), kAnd) == 0;
        even += between ? ',' : text[at];
        at += between ? kAnd.size() : 1;
    }
    std::replace(even.begin(), even.end(), ';', ',');
    std::vector<std::string> names;
    std::istringstream parts(even);
    for (std::string part; std::getline(parts, part, ',');)
        if (part = trimmed(part); !part.empty()) names.push_back(part);
    return names;
}

std::vector<std::string> listOf(const Call& call, const std::string& name) {
    std::vector<std::string> all;
    for (const auto& [key, value] : call.arguments)
        if (key == name)
            for (std::string& part : splitNames(value)) all.push_back(std::move(part));
    return all;
}

Prepared BasicTool::prepared(const Call& call) const {
    Prepared result;
    result.tool = spec_.name;
    for (const ArgumentSpec& argument : spec_.arguments) {
        Field field{argument.name,
                    say(argument.label),
                    argument.type,
                    {},
                    {},
                    argument.required,
                    argument.values,
                    {}};
        for (const std::string& value : argument.values) field.labels.push_back(say(value));
        for (const auto& [key, value] : call.arguments) {
            const std::string words = key == argument.name ? trimmed(value) : std::string();
            if (!words.empty()) field.value += (field.value.empty() ? "" : ", ") + words;
        }
        field.display = field.labelOf(field.value);
        if (field.required && field.value.empty()) ask(result, field.name, say(argument.question));
        result.fields.push_back(std::move(field));
    }
    return result;
}

std::string BasicTool::questionFor(std::string_view name) const {
    for (const ArgumentSpec& argument : spec_.arguments)
        if (argument.name == name) return say(argument.question);
    return {};
}

void BasicTool::set(Prepared& prepared, const std::string& name, const std::string& value,
                    const std::string& display) {
    for (Field& field : prepared.fields) {
        if (field.name != name) continue;
        field.value = value;
        field.display = display.empty() ? field.labelOf(value) : display;
    }
}

void BasicTool::setHidden(Prepared& prepared, const std::string& name, const std::string& value) {
    for (Field& field : prepared.fields)
        if (field.name == name) {
            field.value = value;
            return;
        }
    Field field;
    field.name = name;
    field.value = value;
    prepared.fields.push_back(std::move(field));
}

void BasicTool::ask(Prepared& prepared, const std::string& name, const std::string& question,
                    std::vector<std::string> choices, std::vector<std::string> labels) {
    if (!prepared.question.empty()) return;
    prepared.question = question;
    prepared.questionField = name;
    for (Field& field : prepared.fields)
        if (field.name == name && !choices.empty()) {
            field.choices = std::move(choices);
            field.labels = std::move(labels);
        }
}

std::string BasicTool::changeId(const std::vector<Field>& fields) {
    const std::string id = valueOf(fields, kActionIdField);
    return id.empty() ? FileChanges::newId() : id;
}

base::Result<std::string> BasicTool::undo(const std::string& token) {
    if (auto undone = context_.changes->undo(token); !undone) return tl::unexpected(undone.error());
    return say(undone_);
}

base::Result<void> BasicTool::redo(const std::string& token) {
    return context_.changes->redo(token);
}

std::optional<Outcome> BasicTool::told(const std::vector<Field>&, const std::string&) const {
    return std::nullopt;
}

std::optional<Outcome> BasicTool::recover(const std::vector<Field>& fields) {
    const std::string id = valueOf(fields, kActionIdField);
    auto outcome = told(fields, id);
    if (!outcome) return std::nullopt;
    const auto finished = context_.changes->finish(id);
    return finished && *finished ? outcome : std::nullopt;
}

}  // namespace hearth::agent::tools
