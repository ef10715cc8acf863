// The word that other programs must show to use the local server: made at random the first time and kept in a
// file that only the user can read. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth::app::server {

// <dataDir>/server.token, made where it is not there. Errors: Io; Refused where others can read the file.
base::Result<std::string> accessToken(const std::filesystem::path& dataDir);

// Whether an Authorization header shows this token; takes as long whatever it shows.
bool showsToken(std::string_view authorization, std::string_view token);

}  // namespace hearth::app::server
