// Reads the fields of a request's JSON object into variables, within bounds. A field that is absent or null
// leaves its variable as it is; the first wrong one is remembered. One thread; the object must outlive it.
#pragma once

#include <optional>
#include <string>

#include "server/api_error.h"

namespace hearth::app::server {

class FieldReader {
  public:
    explicit FieldReader(const Json& object) : object_(object) {}

    void number(const char* name, double least, double most, double& value);
    void integer(const char* name, std::int64_t least, std::int64_t most, int& value);
    void seed(const char* name, std::uint64_t& value);
    void flag(const char* name, bool& value);
    void text(const char* name, std::string& value);

    // The field, or null where it is absent.
    const Json& at(const char* name) const;
    // Fields that cannot be heeded here: an error unless absent or `harmless`.
    void unsupported(const char* name, const Json& harmless);
    void wrong(const char* name, const std::string& message, const std::string& code = {});
    const std::optional<ApiError>& error() const { return error_; }

  private:
    const Json& object_;
    std::optional<ApiError> error_;
};

// The body as a JSON object that is not nested too deeply to be handled.
ApiResult<Json> parseBody(const std::string& body);

}  // namespace hearth::app::server
