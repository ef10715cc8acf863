// Wallets: Bitcoin addresses (Base58Check, Bech32, Bech32m) and Ethereum addresses.
// Source: Bitcoin developer reference "Base58Check encoding"; BIP 173 and BIP 350; EIP-55 for the form.
#include <sodium.h>
#include <array>
#include <string>
#include <vector>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

bool base58Check(std::string_view value) {
    constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    std::array<unsigned char, 25> bytes{};
    for (const char c : value) {
        unsigned carry = static_cast<unsigned>(alphabet.find(c));
        for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
            carry += 58U * *byte;
            *byte = static_cast<unsigned char>(carry & 0xFF);
            carry >>= 8;
        }
        if (carry != 0) return false;
    }
    std::array<unsigned char, 32> once{};
    std::array<unsigned char, 32> twice{};
    crypto_hash_sha256(once.data(), bytes.data(), 21);
    crypto_hash_sha256(twice.data(), once.data(), once.size());
    return std::equal(twice.begin(), twice.begin() + 4, bytes.begin() + 21);
}

unsigned polymod(const std::vector<unsigned>& values) {
    constexpr std::array<unsigned, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                   0x2a1462b3};
    unsigned check = 1;
    for (const unsigned value : values) {
        const unsigned top = check >> 25;
        check = (check & 0x1ffffff) << 5 ^ value;
        for (unsigned i = 0; i < 5; ++i)
            if ((top >> i & 1) != 0) check ^= generator[i];
    }
    return check;
}

bool bech32(std::string_view value) {
    constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    std::vector<unsigned> values = {3, 3, 0, 2, 3};  // "bc" spread out
    for (const char c : value.substr(3)) {
        const std::size_t code = alphabet.find(lower(c));
        if (code == std::string_view::npos) return false;
        values.push_back(static_cast<unsigned>(code));
    }
    const unsigned sum = polymod(values);
    return sum == 1 || sum == 0x2bc830a3;
}

Verdict check(Match& match) {
    const std::string_view value = match.value();
    if (value[0] == '0') return Verdict::Unknown;
    return validIf(value[0] == 'b' || value[0] == 'B' ? bech32(value) : base58Check(value));
}

}  // namespace

Detector crypto() {
    return {"CRYPTO",
            {{"Base58 from 1 or 3", R"(\b[13][1-9A-HJ-NP-Za-km-z]{25,34}\b)", 0.6},
             {"Bech32", R"(\b(?:bc1[a-z0-9]{11,71}|BC1[A-Z0-9]{11,71})\b)", 0.6},
             {"0x and forty hexadecimal digits", R"(\b0x[0-9A-Fa-f]{40}\b)", 0.7}},
            {"wallet", "btc", "bitcoin", "crypto", "ethereum", "eth"},
            check};
}

}  // namespace hearth::privacy
