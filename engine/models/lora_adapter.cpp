#include "models/lora_adapter.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct Halves {
    const gguf::TensorView* a = nullptr;
    const gguf::TensorView* b = nullptr;
};

constexpr std::string_view kA = ".lora_a";
constexpr std::string_view kB = ".lora_b";

std::string print(const gguf::TensorView& tensor) {
    std::string out;
    for (const std::int64_t n : tensor.shape) out += (out.empty() ? "" : " × ") + std::to_string(n);
    return out;
}

// What kind of file it is, and for which architecture.
Result<void> checkKind(const gguf::File& adapter, const gguf::File& base) {
    const auto kind = adapter.string("general.type");
    if (!kind) return tl::unexpected(kind.error());
    if (!*kind || **kind != "adapter")
        return fail(ErrorCode::InvalidInput,
                    "This file is no adapter but a whole model. Open it as a model instead.", adapter.name());
    const auto type = adapter.string("adapter.type");
    if (!type) return tl::unexpected(type.error());
    if (!*type || **type != "lora")
        return fail(ErrorCode::Unsupported,
                    "Adapters of the type \"" + type->value_or("") + "\" cannot be used here; lora can.",
                    adapter.name() + ", adapter.type");
    if (adapter.find("adapter.alora.invocation_tokens"))
        return fail(ErrorCode::Unsupported,
                    "This adapter counts only after certain words (aLoRA), which cannot be done here yet.",
                    adapter.name() + ", adapter.alora.invocation_tokens");
    const auto wanted = adapter.string("general.architecture");
    if (!wanted) return tl::unexpected(wanted.error());
    const auto there = base.string("general.architecture");
    if (!there) return tl::unexpected(there.error());
    if (*wanted != *there)
        return fail(ErrorCode::InvalidInput,
                    "The adapter was made for a model of the architecture \"" + wanted->value_or("") +
                        "\"; this one is \"" + there->value_or("") + "\". Open the model it belongs to.",
                    adapter.name() + ", general.architecture");
    return {};
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

// By the name of the weights that they change.
Result<std::map<std::string, Halves>> pairUp(const gguf::File& adapter) {
    std::map<std::string, Halves> out;
    for (const gguf::TensorView& tensor : adapter.tensors()) {
        const bool isA = endsWith(tensor.name, kA);
        if (!isA && !endsWith(tensor.name, kB))
            return fail(ErrorCode::Unsupported,
                        "The adapter's tensor \"" + std::string(tensor.name) +
                            "\" is no half of a low-rank pair; nothing else can be added to a model.",
                        adapter.name());
        Halves& halves = out[std::string(tensor.name.substr(0, tensor.name.size() - kA.size()))];
        (isA ? halves.a : halves.b) = &tensor;
    }
    for (const auto& [name, halves] : out)
        if (!halves.a || !halves.b)
            return fail(
                ErrorCode::InvalidInput,
                "The adapter has only one half of the pair for \"" + name + "\": the file is incomplete.",
                adapter.name());
    if (out.empty())
        return fail(ErrorCode::InvalidInput, "The adapter changes nothing: it has no tensors.",
                    adapter.name());
    return out;
}

}  // namespace

class LoraReader {
  public:
    LoraReader(const gguf::File& adapter, const gguf::File& base, const Kernels& kernels,
               base::ThreadPool& pool)
        : adapter_(adapter), base_(base), kernels_(kernels), pool_(pool) {}

    Result<LoraPairs> read();

  private:
    Result<const gguf::TensorView*> weightsFor(const std::string& name) const;
    Result<void> checkShapes(const std::string& name, const Halves& halves,
                             const gguf::TensorView& weights) const;
    Result<void> add(const Halves& halves, const gguf::TensorView& weights, bool lookup);
    Result<WeightMatrix> matrix(const gguf::TensorView& tensor, std::int64_t index) const;

    const gguf::File& adapter_;
    const gguf::File& base_;
    const Kernels& kernels_;
    base::ThreadPool& pool_;
    LoraPairs out_;
};

// The weights of the base that a pair changes: where the output is the embedding itself, its pair goes there.
Result<const gguf::TensorView*> LoraReader::weightsFor(const std::string& name) const {
    const gguf::TensorView* weights = base_.findTensor(name);
    if (!weights && name == "output.weight") weights = base_.findTensor("token_embd.weight");
    if (!weights)
        return fail(ErrorCode::InvalidInput,
                    "The adapter changes \"" + name +
                        "\", which this model does not have: it was made for another base.",
                    adapter_.name());
    const bool product = weights->shape.size() >= 2 && weights->shape.size() <= 3 &&
                         name.find("conv") == std::string::npos && name != "position_embd.weight" &&
                         name != "token_types.weight";
    if (!product)
        return fail(ErrorCode::Unsupported,
                    "The adapter changes \"" + name +
                        "\", which is no matrix that inputs are multiplied by; only those can be changed.",
                    adapter_.name());
    return weights;
}

// A [in, rank], B [rank, out], with the number of experts behind where there are any. For a lookup both are
// the other way round: A holds a short row for each token (dimensions fastest first).
Result<void> LoraReader::checkShapes(const std::string& name, const Halves& halves,
                                     const gguf::TensorView& weights) const {
    const gguf::TensorView& a = *halves.a;
    const gguf::TensorView& b = *halves.b;
    const bool lookup = name == "token_embd.weight";
    const std::int64_t in = lookup ? b.dimension(1) : a.dimension(0);
    const std::int64_t out = lookup ? a.dimension(1) : b.dimension(1);
    const std::int64_t rank = lookup ? a.dimension(0) : a.dimension(1);
    const bool fits = in == weights.dimension(0) && out == weights.dimension(1) && rank == b.dimension(0) &&
                      a.dimension(2) == weights.dimension(2) && b.dimension(2) == weights.dimension(2) &&
                      a.shape.size() <= 3 && b.shape.size() <= 3;
    if (fits) return {};
    return fail(ErrorCode::InvalidInput,
                "The adapter's matrices for \"" + name + "\" have the shapes " + print(a) + " and " +
                    print(b) + ", which do not fit the model's " + print(weights) +
                    ": it was made for another base.",
                adapter_.name() + ", byte " + std::to_string(a.offset));
}

// Matrix `index` of a tensor of several. Float types are multiplied where they lie, others are expanded.
Result<WeightMatrix> LoraReader::matrix(const gguf::TensorView& tensor, std::int64_t index) const {
    const bool plain = tensor.type == DType::F32 || tensor.type == DType::F16 || tensor.type == DType::BF16;
    const std::size_t bytes = tensor.data.size() / static_cast<std::size_t>(tensor.dimension(2));
    auto made = WeightMatrix::create(kernels_, pool_, tensor.type, tensor.dimension(1), tensor.dimension(0),
                                     tensor.data.data() + static_cast<std::size_t>(index) * bytes, !plain);
    if (!made) made.error().where = adapter_.name() + ", tensor " + std::string(tensor.name);
    return made;
}

Result<void> LoraReader::add(const Halves& halves, const gguf::TensorView& weights, bool lookup) {
    const std::int64_t count = weights.dimension(2);
    const std::size_t bytes = weights.data.size() / static_cast<std::size_t>(count);
    for (std::int64_t i = 0; i < count; ++i) {
        auto a = matrix(*halves.a, i);
        if (!a) return tl::unexpected(a.error());
        auto b = matrix(*halves.b, i);
        if (!b) return tl::unexpected(b.error());
        LoraPairs::Pair pair;
        pair.rank = static_cast<int>(b->cols());
        pair.a = std::move(*a);
        pair.b = std::move(*b);
        pair.weights = weights.data.subspan(static_cast<std::size_t>(i) * bytes, bytes);
        pair.lookup = lookup;
        out_.pairs_.push_back(std::move(pair));
    }
    ++out_.tensors_;
    return {};
}

Result<LoraPairs> LoraReader::read() {
    if (auto kind = checkKind(adapter_, base_); !kind) return tl::unexpected(kind.error());
    const auto alpha = adapter_.number("adapter.lora.alpha");
    if (!alpha) return tl::unexpected(alpha.error());
    out_.alpha_ = alpha->value_or(0.0);
    if (!(out_.alpha_ >= 0 && out_.alpha_ <= 1e6))
        return adapter_.wrong("adapter.lora.alpha", "makes no sense as a factor.");
    const auto pairs = pairUp(adapter_);
    if (!pairs) return tl::unexpected(pairs.error());
    for (const auto& [name, halves] : *pairs) {
        const auto weights = weightsFor(name);
        if (!weights) return tl::unexpected(weights.error());
        if (auto fits = checkShapes(name, halves, **weights); !fits) return tl::unexpected(fits.error());
        if (auto added = add(halves, **weights, name == "token_embd.weight"); !added)
            return tl::unexpected(added.error());
    }
    return std::move(out_);
}

Result<LoraPairs> LoraPairs::read(const gguf::File& adapter, const gguf::File& base, const Kernels& kernels,
                                  base::ThreadPool& pool) {
    return LoraReader(adapter, base, kernels, pool).read();
}

void LoraPairs::addTo(LowRankSet& set, float scale) const {
    for (const Pair& pair : pairs_) {
        const double divided = alpha_ > 0 ? scale * alpha_ / pair.rank : scale;
        const LowRankTerm term{&pair.a, &pair.b, static_cast<float>(divided)};
        if (pair.lookup)
            set.addToLookups(pair.weights, term);
        else
            set.addToProducts(pair.weights, term);
    }
}

int LoraPairs::rank() const {
    int most = 0;
    for (const Pair& pair : pairs_) most = std::max(most, pair.rank);
    return most;
}

Result<std::shared_ptr<const Adapter>> Adapter::open(const std::string& path,
                                                     const std::shared_ptr<const Model>& model) {
    auto loaded = std::dynamic_pointer_cast<const LoadedModel>(model);
    if (!loaded) return fail(ErrorCode::Internal, "An adapter needs a model that was opened from a file.");
    auto map = base::MappedFile::open(path);
    if (!map) return tl::unexpected(map.error());
    const auto file = gguf::File::parse(map->bytes(), path);
    if (!file) return tl::unexpected(file.error());
    auto pairs = LoraPairs::read(*file, loaded->file(), loaded->kernels(), loaded->pool());
    if (!pairs) return tl::unexpected(pairs.error());
    AdapterInfo info;
    info.path = path;
    if (const auto name = file->string("general.name"); name && *name) info.name = **name;
    if (info.name.empty()) info.name = std::filesystem::path(path).stem().string();
    info.alpha = pairs->alpha();
    info.rank = pairs->rank();
    info.tensors = pairs->tensors();
    for (const gguf::TensorView& tensor : file->tensors()) info.bytes += tensor.data.size();
    return std::make_shared<LoraAdapter>(std::move(*map), std::move(loaded), std::move(*pairs),
                                         std::move(info));
}

}  // namespace hearth::engine
