#include "server/access_token.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>

namespace hearth::app::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view kPrefix = "hearth-";
constexpr std::size_t kRandomBytes = 24;

Result<std::string> readToken(const std::filesystem::path& file) {
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0)
        return fail(ErrorCode::NotFound, "There is no token yet", file.string());
    if ((about.st_mode & 077) != 0)
        return fail(ErrorCode::Refused,
                    "Others can read the server's token. Delete the file; a new one will be made.",
                    file.string());
    std::ifstream in(file);
    std::string token;
    in >> token;
    if (token.size() < kPrefix.size() + kRandomBytes)
        return fail(ErrorCode::InvalidInput,
                    "The server's token is damaged. Delete the file; a new one will be made.", file.string());
    return token;
}

Result<std::string> randomToken() {
    std::array<unsigned char, kRandomBytes> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return fail(ErrorCode::Io, "The system gave no random numbers for the server's token");
    constexpr const char* kDigits = "0123456789abcdef";
    std::string token(kPrefix);
    for (const unsigned char byte : bytes) {
        token += kDigits[byte >> 4];
        token += kDigits[byte & 15];
    }
    return token;
}

}  // namespace

Result<std::string> accessToken(const std::filesystem::path& dataDir) {
    const std::filesystem::path file = dataDir / "server.token";
    auto known = readToken(file);
    if (known || known.error().code != ErrorCode::NotFound) return known;
    auto token = randomToken();
    if (!token) return token;
    const std::string line = *token + "\n";
    const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool written =
        out >= 0 && ::write(out, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    if (out >= 0) ::close(out);
    if (!written)
        return fail(ErrorCode::Io,
                    std::string("The server's token cannot be kept: ") + std::strerror(errno) + ".",
                    file.string());
    return token;
}

bool showsToken(std::string_view authorization, std::string_view token) {
    constexpr std::string_view kScheme = "Bearer ";
    const bool bearer = authorization.starts_with(kScheme);
    const std::string_view shown = bearer ? authorization.substr(kScheme.size()) : std::string_view();
    unsigned differs = bearer && shown.size() == token.size() ? 0 : 1;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const char other = i < shown.size() ? shown[i] : '\0';
        differs |= static_cast<unsigned char>(token[i] ^ other);
    }
    return differs == 0;
}

}  // namespace hearth::app::server
