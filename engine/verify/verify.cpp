#include "engine/verify.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <optional>

#include "base/mapped_file.h"
#include "base/thread_pool.h"
#include "engine/chat_template.h"
#include "gguf/model_file.h"
#include "gguf/reader.h"
#include "models/registry.h"
#include "tensor/rows.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Check passed(std::string name, std::string detail) {
    return {std::move(name), Check::State::Passed, std::move(detail)};
}
Check failed(std::string name, const base::Error& error) {
    return {std::move(name), Check::State::Failed, error.text()};
}
Check skipped(std::string name, std::string detail) {
    return {std::move(name), Check::State::Skipped, std::move(detail)};
}

Check checkShapes(const std::string& name, const gguf::File& file, const VerifyOptions& options);

// Of one part of a model the shapes are those of all parts together.
Check checkParts(const std::string& name, const std::string& path, const VerifyOptions& options) {
    const auto whole = gguf::ModelFile::open(path);
    if (!whole && whole.error().code == ErrorCode::NotFound) return skipped(name, whole.error().text());
    if (!whole) return failed(name, whole.error());
    return checkShapes(name, whole->file(), options);
}

Check checkArchitecture(const gguf::File& file, const std::string& path, const VerifyOptions& options) {
    const std::string name = "architecture";
    const auto parts = file.integer("split.count");
    if (parts && *parts && **parts > 1) return checkParts(name, path, options);
    return checkShapes(name, file, options);
}

Check checkShapes(const std::string& name, const gguf::File& file, const VerifyOptions& options) {
    if (file.tensors().empty()) return skipped(name, "the file holds no weights");
    const auto kind = file.string("general.type");
    if (kind && *kind && **kind != "model")
        return skipped(name, "the file holds no whole model but \"" + **kind + "\"");
    const auto architecture = file.string("general.architecture");
    if (!architecture) return failed(name, architecture.error());
    if (!*architecture)
        return failed(name, {ErrorCode::InvalidInput, "The file does not say what model it holds",
                             "general.architecture"});
    const auto kernels = selectKernels("");
    if (!kernels) return failed(name, kernels.error());
    base::ThreadPool pool(options.threads);
    NetworkSource source{file, **architecture, **kernels, pool, false, {}, options.cancel};
    if (runsArchitecture(**architecture)) {
        const auto network = loadNetwork(source);
        if (!network) return failed(name, network.error());
        return passed(
            name, **architecture + ", " + std::to_string(file.tensors().size()) + " tensors fit together");
    }
    const auto encoder = loadEncoder(source);
    if (!encoder) return failed(name, encoder.error());
    return passed(name, **architecture + " (makes vectors), " + std::to_string(file.tensors().size()) +
                            " tensors fit together");
}

// The place of the first number that is not finite, or nothing.
std::optional<std::int64_t> firstBroken(const float* values, std::int64_t count) {
    // The sum of a row is finite if its numbers are, but for rows that overflow: those are looked at singly.
    double sum = 0;
    for (std::int64_t i = 0; i < count; ++i) sum += static_cast<double>(values[i]);
    if (std::isfinite(sum)) return std::nullopt;
    for (std::int64_t i = 0; i < count; ++i)
        if (!std::isfinite(values[i])) return i;
    return std::nullopt;
}

Result<void> checkTensor(const gguf::TensorView& tensor, std::vector<float>& row) {
    if (!canDequantize(tensor.type)) return {};
    const std::int64_t width = tensor.dimension(0), rows = tensor.elements() / width;
    const std::size_t bytes = tensor.data.size() / static_cast<std::size_t>(rows);
    row.resize(static_cast<std::size_t>(width));
    for (std::int64_t r = 0; r < rows; ++r) {
        dequantizeRow(tensor.type, tensor.data.data() + static_cast<std::size_t>(r) * bytes, row.data(),
                      width);
        if (const auto broken = firstBroken(row.data(), width))
            return fail(ErrorCode::InvalidInput,
                        "The weight " + std::to_string(*broken) + " of row " + std::to_string(r) + " of \"" +
                            std::string(tensor.name) + "\" is " +
                            std::to_string(row[static_cast<std::size_t>(*broken)]) +
                            ", which is no finite number. The file is damaged: get it again.",
                        "byte " + std::to_string(tensor.offset + static_cast<std::size_t>(r) * bytes));
    }
    return {};
}

Result<Check> checkWeights(const gguf::File& file, const VerifyOptions& options) {
    const std::string name = "weights";
    if (file.tensors().empty()) return skipped(name, "the file holds none");
    std::uint64_t all = 0, done = 0;
    std::int64_t numbers = 0;
    std::string unread;
    for (const auto& tensor : file.tensors()) all += tensor.data.size();
    std::vector<float> row;
    for (const auto& tensor : file.tensors()) {
        if (options.cancel.cancelled())
            return fail(ErrorCode::Cancelled, "The check was stopped", file.name());
        if (auto checked = checkTensor(tensor, row); !checked) return failed(name, checked.error());
        if (canDequantize(tensor.type))
            numbers += tensor.elements();
        else
            unread = std::string(engine::name(tensor.type));
        done += tensor.data.size();
        if (options.onProgress) options.onProgress(static_cast<double>(done) / static_cast<double>(all));
    }
    if (!unread.empty()) return skipped(name, "tensors of the type " + unread + " cannot be read here");
    return passed(name, std::to_string(numbers) + " numbers, all of them finite");
}

// Text with what vocabularies stumble over; those that change text, as BERT's do, keep its letters.
Check checkTokenizer(const gguf::File& file, std::unique_ptr<Tokenizer>& tokenizer) {
    const std::string name = "tokenizer";
    if (!file.find("tokenizer.ggml.model")) return skipped(name, "the file has none");
    auto loaded = loadTokenizer(file);
    if (!loaded) return failed(name, loaded.error());
    tokenizer = std::move(*loaded);
    const std::string text = "Hello, world! 12345\n";
    const auto ids = tokenizer->encode(text, {.addSpecial = false, .parseSpecial = false});
    for (const TokenId id : ids)
        if (id < 0 || id >= tokenizer->size())
            return failed(
                name, {ErrorCode::InvalidInput, "The text gives a token that is not in the vocabulary", ""});
    const std::string back = tokenizer->decode(ids);
    std::string note;
    if (back.find(text) == std::string::npos) note = "; \"Hello, world! 12345\" comes back changed";
    return passed(name, std::to_string(tokenizer->size()) + " tokens" + note);
}

Check checkTemplate(const gguf::File& file, const Tokenizer* tokenizer) {
    const std::string name = "chat template";
    const auto source = file.string("tokenizer.chat_template");
    if (!source) return failed(name, source.error());
    if (!*source) return skipped(name, "the file has none");
    const auto parsed = ChatTemplate::parse(std::string(**source));
    if (!parsed) return failed(name, parsed.error());
    const auto token = [&](std::optional<TokenId> id) {
        return tokenizer && id ? tokenizer->bytes(*id, true) : std::string();
    };
    const auto quoted = [](const std::string& text) {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            if (static_cast<unsigned char>(c) >= 0x20) out += c;
        }
        return out + "\"";
    };
    const std::string bos = tokenizer ? token(tokenizer->bos()) : "",
                      eos = tokenizer ? token(tokenizer->eos()) : "";
    const auto text =
        parsed->render(R"({"messages": [{"role": "user", "content": "Hello"}], "bos_token": )" + quoted(bos) +
                           R"(, "eos_token": )" + quoted(eos) + R"(, "add_generation_prompt": true})",
                       std::tm{});
    if (!text) return failed(name, text.error());
    if (text->find("Hello") == std::string::npos)
        return failed(
            name, {ErrorCode::InvalidInput, "It leaves out what the user says", "tokenizer.chat_template"});
    return passed(name, std::to_string((*source)->size()) + " bytes, renders a conversation");
}

}  // namespace

Result<std::vector<Check>> verifyFile(const std::string& path, const VerifyOptions& options) {
    auto map = base::MappedFile::open(path);
    if (!map) return tl::unexpected(map.error());
    std::vector<Check> out;
    const auto file = gguf::File::parse(map->bytes(), path);
    if (!file) {
        out.push_back(failed("structure", file.error()));
        for (const char* name : {"architecture", "weights", "tokenizer", "chat template"})
            out.push_back(skipped(name, "the structure cannot be read"));
        return out;
    }
    out.push_back(passed("structure", std::to_string(file->entries().size()) + " metadata entries, " +
                                          std::to_string(file->tensors().size()) +
                                          " tensors, all inside the file"));
    auto weights = checkWeights(*file, options);
    if (!weights) return tl::unexpected(weights.error());
    out.push_back(checkArchitecture(*file, path, options));
    out.push_back(std::move(*weights));
    std::unique_ptr<Tokenizer> tokenizer;
    out.push_back(checkTokenizer(*file, tokenizer));
    out.push_back(checkTemplate(*file, tokenizer.get()));
    return out;
}

}  // namespace hearth::engine
