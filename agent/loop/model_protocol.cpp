#include "loop/model_protocol.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace hearth::agent {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr double newest = 2;

Result<double> number(const engine::Model& model, const char* key, double otherwise) {
    const auto text = model.metadata(key);
    if (!text) return otherwise;
    double value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || !(value >= 0))
        return fail(ErrorCode::InvalidInput,
                    "The model's metadata says \"" + *text + "\" where a number is due", key);
    return value;
}

Result<std::set<std::string>> writingFunctions(const std::string& text) {
    std::set<std::string> out;
    try {
        const auto table = nlohmann::json::parse(text);
        for (const auto& function : table.at("functions"))
            if (function.at("writes").get<bool>()) out.insert(function.at("name").get<std::string>());
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::InvalidInput,
                    std::string("The model's list of functions is malformed: ") + error.what(),
                    "hearth.functions");
    }
    return out;
}

}  // namespace

Result<ModelProtocol> ModelProtocol::read(const engine::Model& model) {
    const auto version = number(model, "hearth.protocol", 1);
    if (!version) return tl::unexpected(version.error());
    if (*version > newest)
        return fail(
            ErrorCode::Unsupported,
            "This model is to be asked in a newer way than this program knows. Use a newer Hearth, or "
            "the built-in model.",
            "hearth.protocol");
    const auto threshold = number(model, "hearth.write_threshold", 0);
    if (!threshold) return tl::unexpected(threshold.error());
    ModelProtocol out{*version >= 2, *threshold, {}};
    if (const auto functions = model.metadata("hearth.functions")) {
        auto writing = writingFunctions(*functions);
        if (!writing) return tl::unexpected(writing.error());
        out.writing = std::move(*writing);
    }
    return out;
}

}  // namespace hearth::agent
