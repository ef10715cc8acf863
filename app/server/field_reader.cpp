#include "server/field_reader.h"

#include "base/json_depth.h"

namespace hearth::app::server {

namespace {

constexpr int kDeepest = 64;

std::string rangeText(double least, double most) {
    const auto plain = [](double value) {
        std::string text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
        return text;
    };
    return "from " + plain(least) + " to " + plain(most);
}

}  // namespace

const Json& FieldReader::at(const char* name) const {
    static const Json kNull;
    const auto found = object_.find(name);
    return found == object_.end() ? kNull : *found;
}

void FieldReader::wrong(const char* name, const std::string& message, const std::string& code) {
    if (!error_) error_ = ApiError{400, "invalid_request_error", name, code, message};
}

void FieldReader::number(const char* name, double least, double most, double& value) {
    const Json& field = at(name);
    if (field.is_null()) return;
    if (!field.is_number() || field.get<double>() < least || field.get<double>() > most)
        return wrong(name, "“" + std::string(name) + "” must be a number " + rangeText(least, most) + ".");
    value = field.get<double>();
}

void FieldReader::integer(const char* name, std::int64_t least, std::int64_t most, int& value) {
    const Json& field = at(name);
    if (field.is_null()) return;
    const bool whole = field.is_number_integer();
    const double given = whole ? field.get<double>() : 0;
    if (!whole || given < static_cast<double>(least) || given > static_cast<double>(most))
        return wrong(name, "“" + std::string(name) + "” must be a whole number from " +
                               std::to_string(least) + " to " + std::to_string(most) + ".");
    value = field.get<int>();
}

void FieldReader::seed(const char* name, std::uint64_t& value) {
    const Json& field = at(name);
    if (field.is_null()) return;
    if (!field.is_number_integer()) return wrong(name, "“" + std::string(name) + "” must be a whole number.");
    // 0 means "from the clock" to the engine, so the seeds are moved away from it.
    value = field.get<std::uint64_t>() ^ 0x9E3779B97F4A7C15u;
    if (value == 0) value = 1;
}

void FieldReader::flag(const char* name, bool& value) {
    const Json& field = at(name);
    if (field.is_null()) return;
    if (!field.is_boolean()) return wrong(name, "“" + std::string(name) + "” must be true or false.");
    value = field.get<bool>();
}

void FieldReader::text(const char* name, std::string& value) {
    const Json& field = at(name);
    if (field.is_null()) return;
    if (!field.is_string()) return wrong(name, "“" + std::string(name) + "” must be a text.");
    value = field.get<std::string>();
}

void FieldReader::unsupported(const char* name, const Json& harmless) {
    const Json& field = at(name);
    const bool empty = (field.is_object() || field.is_array()) && field.empty();
    if (field.is_null() || field == harmless || empty) return;
    wrong(name,
          "“" + std::string(name) + "” is not supported here" +
              (harmless.is_null() ? "" : " but for " + harmless.dump()) + ".",
          "unsupported_parameter");
}

ApiResult<Json> parseBody(const std::string& body) {
    if (base::jsonDepth(body) > kDeepest)
        return badField("", "The body is nested more than " + std::to_string(kDeepest) + " levels deep.");
    try {
        Json json = Json::parse(body);
        if (json.is_object()) return json;
    } catch (const Json::parse_error& error) {
        return badField("", "The body is no JSON: byte " + std::to_string(error.byte) + ".");
    }
    return badField("", "The body must be a JSON object.");
}

}  // namespace hearth::app::server
