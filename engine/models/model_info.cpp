#include "models/model_info.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>

#include "gguf/model_file.h"

namespace hearth::engine {

namespace {

int integerOr(const gguf::File& file, const std::string& key, int fallback) {
    const auto value = file.integer(key);
    if (!value || !*value || **value < 0 || **value > std::numeric_limits<int>::max()) return fallback;
    return static_cast<int>(**value);
}

// The type that most weights have; norms and other single rows do not count.
std::string mostUsedType(const gguf::File& file) {
    std::map<DType, std::int64_t> elements;
    for (const gguf::TensorView& tensor : file.tensors())
        if (tensor.shape.size() > 1) elements[tensor.type] += tensor.elements();
    const auto most = std::max_element(elements.begin(), elements.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == elements.end() ? std::string() : std::string(name(most->first));
}

}  // namespace

ModelInfo readModelInfo(const gguf::File& file, std::uint64_t fileBytes) {
    ModelInfo info;
    info.path = file.name();
    info.fileBytes = fileBytes;
    if (const auto text = file.string("general.architecture"); text && *text) info.architecture = **text;
    if (const auto text = file.string("general.name"); text && *text) info.name = **text;
    if (info.name.empty()) info.name = std::filesystem::path(file.name()).stem().string();
    info.weightType = mostUsedType(file);
    for (const gguf::TensorView& tensor : file.tensors())
        info.parameters += static_cast<std::uint64_t>(tensor.elements());

    const std::string prefix = info.architecture + ".";
    info.layers = integerOr(file, prefix + "block_count", 0);
    info.embedding = integerOr(file, prefix + "embedding_length", 0);
    info.heads = integerOr(file, prefix + "attention.head_count", 0);
    info.kvHeads = integerOr(file, prefix + "attention.head_count_kv", info.heads);
    info.headDim =
        integerOr(file, prefix + "attention.key_length", info.heads > 0 ? info.embedding / info.heads : 0);
    info.feedForward = integerOr(file, prefix + "feed_forward_length", 0);
    info.trainedContext = integerOr(file, prefix + "context_length", 0);
    if (const gguf::Value* tokens = file.find("tokenizer.ggml.tokens"))
        info.vocabulary = static_cast<int>(std::min<std::uint64_t>(tokens->count, 1u << 30));
    return info;
}

std::vector<TensorInfo> listTensors(const gguf::File& file) {
    std::vector<TensorInfo> out;
    for (const gguf::TensorView& tensor : file.tensors())
        out.push_back({std::string(tensor.name), std::string(name(tensor.type)), tensor.shape, tensor.offset,
                       tensor.data.size()});
    return out;
}

base::Result<FileSummary> describeFile(const std::string& path) {
    const auto model = gguf::ModelFile::open(path);
    if (!model) return tl::unexpected(model.error());
    const gguf::File& file = model->file();
    FileSummary out;
    out.info = readModelInfo(file, model->bytes());
    out.tensors = listTensors(file);
    for (const gguf::Entry& entry : file.entries())
        out.metadata.emplace_back(std::string(entry.key), entry.value.print());
    out.version = file.version();
    out.parts = model->parts();
    return out;
}

}  // namespace hearth::engine
