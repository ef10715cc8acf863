#include "models/parameters.h"

#include <algorithm>

namespace hearth::engine {

namespace {

std::string range(double least, double most) {
    const auto print = [](double value) {
        std::string text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
        return text;
    };
    return print(least) + " to " + print(most);
}

}  // namespace

void Parameters::fail(base::ErrorCode code, std::string_view key, const std::string& message) {
    if (error_) return;
    error_ = file_.wrong(full(key), message).value();
    error_->code = code;
}

base::Result<void> Parameters::check() const {
    if (error_) return tl::unexpected(*error_);
    return {};
}

int Parameters::required(std::string_view key, int least, int most) {
    if (!has(key)) fail(base::ErrorCode::InvalidInput, key, "is missing: the model cannot be built without.");
    return optional(key, least, least, most);
}

int Parameters::optional(std::string_view key, int fallback, int least, int most) {
    const auto value = file_.integer(full(key));
    if (!value && !error_) error_ = value.error();
    if (!value || !*value) return fallback;
    if (**value < least || **value > most) {
        fail(base::ErrorCode::InvalidInput, key,
             "is " + std::to_string(**value) + "; " + range(least, most) + " makes sense.");
        return fallback;
    }
    return static_cast<int>(**value);
}

std::vector<int> Parameters::perLayer(std::string_view key, int layers,
                                      std::optional<std::vector<int>> fallback, int least, int most) {
    const auto count = static_cast<std::size_t>(layers);
    const gguf::Value* value = file_.find(full(key));
    if (!value && fallback) return *fallback;
    if (!value || value->type != gguf::ValueType::Array)
        return std::vector<int>(count, required(key, least, most));
    const auto numbers = value->asIntegers();
    if (!numbers || numbers->size() < count) {
        fail(base::ErrorCode::InvalidInput, key,
             "is " + value->print() + "; a number for each of the " + std::to_string(layers) +
                 " layers is needed.");
        return std::vector<int>(count, least);
    }
    std::vector<int> out;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t number = (*numbers)[i];
        if (number < least || number > most)
            fail(base::ErrorCode::InvalidInput, key,
                 "is " + std::to_string(number) + " for layer " + std::to_string(i) + "; " +
                     range(least, most) + " makes sense.");
        out.push_back(static_cast<int>(std::clamp<std::int64_t>(number, least, most)));
    }
    return out;
}

double Parameters::number(std::string_view key, std::optional<double> fallback, double least, double most) {
    if (!has(key) && !fallback)
        fail(base::ErrorCode::InvalidInput, key, "is missing: the model cannot be built without.");
    const auto value = file_.number(full(key));
    if (!value && !error_) error_ = value.error();
    if (!value || !*value) return fallback.value_or(least);
    if (!(**value >= least && **value <= most)) {
        fail(base::ErrorCode::InvalidInput, key,
             "is " + file_.find(full(key))->print() + "; " + range(least, most) + " makes sense.");
        return fallback.value_or(least);
    }
    return **value;
}

std::vector<float> Parameters::numbers(std::string_view key, std::size_t layers) {
    const gguf::Value* value = file_.find(has(key) ? full(key) : std::string(key));
    if (!value || value->type != gguf::ValueType::Array)
        return std::vector<float>(layers, static_cast<float>(number(key, std::nullopt, -1e6, 1e6)));
    auto numbers = value->asFloats();
    if (!numbers || numbers->size() < layers)
        fail(base::ErrorCode::InvalidInput, key,
             "is " + value->print() + "; a number for each of the " + std::to_string(layers) +
                 " layers is needed.");
    if (!numbers) return std::vector<float>(layers);
    numbers->resize(layers);
    return *numbers;
}

std::string Parameters::text(std::string_view key, std::string fallback) {
    const auto value = file_.string(full(key));
    if (!value && !error_) error_ = value.error();
    if (!value || !*value) return fallback;
    return **value;
}

bool Parameters::flag(std::string_view key, bool fallback) {
    const auto value = file_.boolean(full(key));
    if (!value && !error_) error_ = value.error();
    return value && *value ? **value : fallback;
}

bool Parameters::isArray(std::string_view key) const {
    const gguf::Value* value = file_.find(full(key));
    return value && value->type == gguf::ValueType::Array;
}

int Parameters::rowsOf(std::string_view name) const {
    const gguf::TensorView* tensor = file_.findTensor(name);
    return tensor ? static_cast<int>(std::clamp<std::int64_t>(tensor->dimension(1), 0, 1 << 24)) : 0;
}

}  // namespace hearth::engine
