#include "rag/word_tokenizer.h"

#include <sqlite3.h>

#include <cctype>
#include <memory>

#include "base/utf8.h"

namespace hearth::rag {

using base::CodePoint;
using base::decodeUtf8;

namespace {

using EmitToken = int (*)(void*, int, const char*, int, int, int);

struct Tokenizer {
    fts5_tokenizer inner{};
    Fts5Tokenizer* instance = nullptr;
    ~Tokenizer() {
        if (instance != nullptr) inner.xDelete(instance);
    }
};

// One call of tokenize: the text, and where the tokens go.
struct Pass {
    std::string_view text;
    void* context;
    EmitToken emit;
};

// The next run of characters that are all alone or all not: its length in bytes. A lone one is a run by
// itself.
std::size_t runLength(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = decodeUtf8(text, at);
        if (standsAlone(point.value)) return at == 0 ? point.length : at;
        at += point.length;
    }
    return at;
}

// A token of unicode61: `folded` is what it made of text[begin, end). Characters that stand alone are the
// same in both, so the runs between them belong to each other.
int splitToken(void* context, int flags, const char* folded, int size, int begin, int end) {
    const auto* pass = static_cast<const Pass*>(context);
    std::string_view token(folded, static_cast<std::size_t>(size));
    std::string_view source = pass->text.substr(
        static_cast<std::size_t>(begin), static_cast<std::size_t>(end) - static_cast<std::size_t>(begin));
    int from = begin;
    while (!token.empty() && !source.empty()) {
        const std::size_t tokenRun = runLength(token);
        const std::size_t sourceRun = runLength(source);
        const int code = pass->emit(pass->context, flags, token.data(), static_cast<int>(tokenRun), from,
                                    from + static_cast<int>(sourceRun));
        if (code != SQLITE_OK) return code;
        token.remove_prefix(tokenRun);
        source.remove_prefix(sourceRun);
        from += static_cast<int>(sourceRun);
    }
    return SQLITE_OK;
}

int createTokenizer(void* api, const char**, int, Fts5Tokenizer** out) {
    auto* fts = static_cast<fts5_api*>(api);
    auto made = std::make_unique<Tokenizer>();
    void* innerContext = nullptr;
    int code = fts->xFindTokenizer(fts, "unicode61", &innerContext, &made->inner);
    if (code != SQLITE_OK) return code;
    const char* arguments[] = {"remove_diacritics", "2"};
    code = made->inner.xCreate(innerContext, arguments, 2, &made->instance);
    if (code != SQLITE_OK) return code;
    *out = reinterpret_cast<Fts5Tokenizer*>(made.release());
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer* tokenizer) {
    delete reinterpret_cast<Tokenizer*>(tokenizer);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, EmitToken emit) {
    auto* self = reinterpret_cast<Tokenizer*>(tokenizer);
    Pass pass{std::string_view(text, static_cast<std::size_t>(size)), context, emit};
    return self->inner.xTokenize(self->instance, &pass, flags, text, size, &splitToken);
}

// The way to FTS5's own functions (sqlite.org/fts5.html, 7).
fts5_api* apiOf(sqlite3* database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int keepWord(void* context, int, const char* stem, int size, int begin, int end) {
    auto* words = static_cast<std::vector<StemmedWord>*>(context);
    words->push_back({std::string(stem, static_cast<std::size_t>(size)), static_cast<std::size_t>(begin),
                      static_cast<std::size_t>(end)});
    return SQLITE_OK;
}

}  // namespace

base::Result<std::vector<StemmedWord>> stemmedWords(sqlite3* database, std::string_view text) {
    fts5_api* api = apiOf(database);
    Tokenizer porter;
    void* context = nullptr;
    const char* inner[] = {"hearth"};
    if (api == nullptr || api->xFindTokenizer(api, "porter", &context, &porter.inner) != SQLITE_OK ||
        porter.inner.xCreate(context, inner, 1, &porter.instance) != SQLITE_OK)
        return base::fail(base::ErrorCode::Unsupported, "This SQLite has no full-text search (FTS5).");
    std::vector<StemmedWord> out;
    if (porter.inner.xTokenize(porter.instance, &out, FTS5_TOKENIZE_QUERY, text.data(),
                               static_cast<int>(text.size()), &keepWord) != SQLITE_OK)
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory for the words.");
    return out;
}

bool standsAlone(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) ||  // Hiragana, Katakana
           (c >= 0x3400 && c <= 0x4DBF) ||  // Han, extension A
           (c >= 0x4E00 && c <= 0x9FFF) ||  // Han
           (c >= 0xF900 && c <= 0xFAFF) ||  // Han, compatibility
           (c >= 0x20000 && c <= 0x3FFFF);  // Han, further extensions
}

std::string prefixQuery(std::string_view query) {
    std::string out;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) out += (out.empty() ? "\"" : " \"") + word + "\"*";
        word.clear();
    };
    for (const char c : query) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0)
            flush();
        else if (c != '"' && c != '\0')
            word += c;
    }
    flush();
    return out;
}

base::Result<void> addWordTokenizer(sqlite3* database) {
    fts5_api* api = apiOf(database);
    static fts5_tokenizer functions{&createTokenizer, &deleteTokenizer, &tokenize};
    if (api == nullptr || api->xCreateTokenizer(api, "hearth", api, &functions, nullptr) != SQLITE_OK)
        return base::fail(base::ErrorCode::Unsupported, "This SQLite has no full-text search (FTS5).");
    return {};
}

}  // namespace hearth::rag
