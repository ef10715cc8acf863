// Text to token ids and back, as the vocabulary inside a model file prescribes.
// A Tokenizer is immutable after it was made, owned by its Model, and safe to use from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth::engine {

using TokenId = std::int32_t;

enum class TokenKind : std::uint8_t {
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6
};

struct EncodeOptions {
    bool addSpecial = true;    // put BOS (and EOS) where the model file asks for it
    bool parseSpecial = true;  // recognize control tokens written out in the text
};

class Tokenizer {
  public:
    virtual ~Tokenizer() = default;

    // Token ids of `text` (UTF-8; malformed bytes are kept through byte tokens, never dropped).
    virtual std::vector<TokenId> encode(std::string_view text, const EncodeOptions& options = {}) const = 0;

    // The bytes a token stands for; may be part of a UTF-8 character. Control tokens give "" unless
    // `special`, which gives their name.
    virtual std::string bytes(TokenId id, bool special = false) const = 0;

    // The id of a token by its exact name in the vocabulary ("<end>", "<fn:create_event>").
    virtual std::optional<TokenId> find(std::string_view name) const = 0;

    virtual TokenKind kind(TokenId id) const = 0;
    virtual int size() const = 0;  // number of tokens
    virtual std::optional<TokenId> bos() const = 0;
    virtual std::optional<TokenId> eos() const = 0;
    // True for every token that ends a turn (eos, eot, eom).
    virtual bool isEnd(TokenId id) const = 0;

    // The whole text of `ids`; malformed UTF-8 is left as it is.
    std::string decode(const std::vector<TokenId>& ids, bool special = false) const {
        std::string out;
        for (TokenId id : ids) out += bytes(id, special);
        return out;
    }
};

// The tokenizer of a model file alone: the file may have no weights, or an architecture that cannot be run
// here. Errors as Model::open's.
base::Result<std::unique_ptr<Tokenizer>> openTokenizer(const std::string& path);

// Joins the bytes of successive tokens and gives them out in whole UTF-8 characters only.
class StreamDecoder {
  public:
    explicit StreamDecoder(const Tokenizer& tokenizer) : tokenizer_(tokenizer) {}
    std::string push(TokenId id);                       // text that is complete now; may be empty
    std::string flush();                                // what is left at the end, malformed bytes as U+FFFD
    bool pending() const { return !pending_.empty(); }  // a character is incomplete

  private:
    const Tokenizer& tokenizer_;
    std::string pending_;
};

}  // namespace hearth::engine
