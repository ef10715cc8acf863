// How every fallible function of the project answers: a value, or an Error that a person can act on.
// Errors carry a closed set of codes; text says what happened and what to do; `where` names the file,
// offset, field or setting. Values are plain and may be copied between threads.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace hearth::base {

enum class ErrorCode {
    InvalidInput,  // what the user or a file gave is malformed
    NotFound,      // a file, item or name that does not exist
    Unsupported,   // well-formed, but nothing here can handle it
    Refused,       // policy, permission or the user said no
    Cancelled,     // the user stopped it
    OutOfMemory,   // the machine cannot hold it
    Io,            // reading or writing failed
    Conflict,      // somebody else holds it, or it changed meanwhile
    Internal       // a broken promise inside the program
};

// "invalid input", "not found", ...: for logs and --json, never shown alone to a person.
constexpr std::string_view toString(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidInput:
            return "invalid input";
        case ErrorCode::NotFound:
            return "not found";
        case ErrorCode::Unsupported:
            return "unsupported";
        case ErrorCode::Refused:
            return "refused";
        case ErrorCode::Cancelled:
            return "cancelled";
        case ErrorCode::OutOfMemory:
            return "out of memory";
        case ErrorCode::Io:
            return "input/output";
        case ErrorCode::Conflict:
            return "conflict";
        case ErrorCode::Internal:
            return "internal";
    }
    return "internal";
}

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;  // one sentence or two, for a person
    std::string where;    // path, offset, field; may be empty

    // "message (where)".
    std::string text() const { return where.empty() ? message : message + " (" + where + ")"; }
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace hearth::base
