#include "models/weights_reader.h"

#include <algorithm>
#include <cstdlib>

#include "tensor/rows.h"

namespace hearth::engine {

namespace {

std::string print(const std::vector<std::int64_t>& shape) {
    std::string out = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) out += (i ? ", " : "") + std::to_string(shape[i]);
    return out + "]";
}

}  // namespace

WeightsReader::WeightsReader(const NetworkSource& source) : source_(source) {
    for (const gguf::TensorView& tensor : source.file.tensors()) total_ += tensor.data.size();
}

void WeightsReader::fail(base::Error error, const std::string& name) {
    if (error_) return;
    if (error.where.empty()) error.where = source_.file.name() + ", tensor " + name;
    error_ = std::move(error);
}

base::Result<void> WeightsReader::check() const {
    if (error_) return tl::unexpected(*error_);
    return {};
}

int WeightsReader::rowsOf(const std::string& name) const {
    const gguf::TensorView* matrix = source_.file.findTensor(name);
    return matrix ? static_cast<int>(std::clamp<std::int64_t>(matrix->dimension(1), 1, 1 << 24)) : 1;
}

base::Result<void> WeightsReader::checkAllTaken(std::size_t layers) const {
    for (const gguf::TensorView& tensor : source_.file.tensors()) {
        const std::string name(tensor.name);
        const auto contains = [&](const char* part) { return name.find(part) != std::string::npos; };
        // Angles that are computed anyway, ranges of activations, what follows pooling, and layers behind the
        // last.
        const bool spare = contains("rope_") || name.rfind("dense_", 0) == 0 || contains("rot_embd") ||
                           contains(".input_scale") ||
                           (name.rfind("blk.", 0) == 0 && std::strtoull(&name[4], nullptr, 10) >= layers);
        if (spare || taken_.count(name)) continue;
        return base::fail(base::ErrorCode::Unsupported,
                          "The file has a tensor \"" + name + "\", which the architecture \"" +
                              source_.architecture +
                              "\" does not have as it is known here: without it, answers would be wrong. A "
                              "newer version may know it; otherwise ask a server that runs this model.",
                          source_.file.name() + ", byte " + std::to_string(tensor.offset));
    }
    return {};
}

void WeightsReader::advance(std::uint64_t bytes) {
    done_ += bytes;
    if (source_.onProgress && total_ > 0)
        source_.onProgress(static_cast<double>(std::min(done_, total_)) / static_cast<double>(total_));
}

// The tensor, if nothing went wrong so far and it has that shape (fastest dimension first).
const gguf::TensorView* WeightsReader::find(const std::string& name,
                                            std::initializer_list<std::int64_t> shape) {
    if (error_) return nullptr;
    if (source_.cancel.cancelled()) {
        fail({base::ErrorCode::Cancelled, "Loading was stopped.", {}}, name);
        return nullptr;
    }
    const gguf::TensorView* tensor = source_.file.findTensor(name);
    if (!tensor) {
        fail({base::ErrorCode::InvalidInput,
              "The tensor \"" + name +
                  "\" is missing: the file is incomplete, or made for another version "
                  "of the architecture.",
              source_.file.name()},
             name);
        return nullptr;
    }
    // Trailing dimensions of 1 are written by some converters and left out by others.
    bool same = tensor->shape.size() >= 1;
    std::size_t dimension = 0;
    for (const std::int64_t length : shape) same = same && tensor->dimension(dimension++) == length;
    for (; dimension < tensor->shape.size(); ++dimension) same = same && tensor->shape[dimension] == 1;
    if (!same) {
        fail({base::ErrorCode::InvalidInput,
              "The tensor \"" + name + "\" has the shape " + print(tensor->shape) +
                  "; the metadata ask for " + print(shape) + ".",
              source_.file.name() + ", byte " + std::to_string(tensor->offset)},
             name);
        return nullptr;
    }
    taken_.insert(name);
    return tensor;
}

std::vector<float> WeightsReader::floats(const gguf::TensorView* tensor) {
    if (!tensor) return {};
    if (auto readable = requireDequantize(tensor->type); !readable) {
        fail(readable.error(), std::string(tensor->name));
        return {};
    }
    std::vector<float> out(static_cast<std::size_t>(tensor->elements()));
    dequantizeRow(tensor->type, tensor->data.data(), out.data(), tensor->elements());
    advance(tensor->data.size());
    return out;
}

std::vector<float> WeightsReader::vector(const std::string& name, std::int64_t count) {
    return floats(find(name, {count}));
}

std::vector<float> WeightsReader::optionalRows(const std::string& name, std::int64_t rows,
                                               std::int64_t cols) {
    return has(name) ? this->rows(name, rows, cols) : std::vector<float>();
}

std::vector<float> WeightsReader::rows(const std::string& name, std::int64_t rows, std::int64_t cols) {
    const gguf::TensorView* tensor = source_.file.findTensor(name);
    const bool spread = tensor && tensor->shape.size() == 4 && tensor->dimension(1) == 1 && rows > 1;
    return floats(spread ? find(name, {cols, 1, 1, rows}) : find(name, {cols, rows}));
}

std::vector<float> WeightsReader::optionalVector(const std::string& name, std::int64_t count) {
    return has(name) ? vector(name, count) : std::vector<float>();
}

WeightMatrix WeightsReader::matrix(const std::string& name, std::int64_t rows, std::int64_t cols) {
    const gguf::TensorView* tensor = find(name, {cols, rows});
    if (!tensor) return {};
    auto made = WeightMatrix::create(source_.kernels, source_.pool, tensor->type, rows, cols,
                                     tensor->data.data(), source_.exact);
    advance(tensor->data.size());
    if (!made) {
        fail(made.error(), name);
        return {};
    }
    if (made->ownedBytes() > 0 && source_.onCopied) source_.onCopied(tensor->data);
    return std::move(*made);
}

void WeightsReader::stacked(const std::string& name, std::int64_t cols, std::span<const Part> parts) {
    std::int64_t rows = 0;
    for (const Part& part : parts) rows += part.rows;
    const gguf::TensorView* tensor = find(name, {cols, rows});
    if (!tensor) return;
    const std::byte* data = tensor->data.data();
    const std::size_t rowBytes = tensor->data.size() / static_cast<std::size_t>(rows);
    bool copied = true;
    for (const Part& part : parts) {
        auto made = WeightMatrix::create(source_.kernels, source_.pool, tensor->type, part.rows, cols, data,
                                         source_.exact);
        if (!made) {
            fail(made.error(), name);
            return;
        }
        data += static_cast<std::size_t>(part.rows) * rowBytes;
        copied = copied && made->ownedBytes() > 0;
        *part.into = std::move(*made);
    }
    advance(tensor->data.size());
    if (copied && source_.onCopied) source_.onCopied(tensor->data);
}

std::vector<WeightMatrix> WeightsReader::experts(const std::string& name, const Slices& slices) {
    std::vector<WeightMatrix> out;
    const gguf::TensorView* tensor = find(name, {slices.cols, slices.rows, slices.count});
    if (!tensor) return out;
    const std::size_t rowBytes =
        tensor->data.size() / static_cast<std::size_t>(slices.rows * std::int64_t{slices.count});
    for (std::int64_t e = 0; e < slices.count; ++e) {
        const auto row = static_cast<std::size_t>(e * slices.rows + slices.first);
        auto made = WeightMatrix::create(source_.kernels, source_.pool, tensor->type, slices.taken,
                                         slices.cols, tensor->data.data() + row * rowBytes, source_.exact);
        advance(static_cast<std::size_t>(slices.taken) * rowBytes);
        if (!made) {
            fail(made.error(), name);
            return {};
        }
        out.push_back(std::move(*made));
    }
    const bool last = slices.first + slices.taken == slices.rows;
    if (last && out[0].ownedBytes() > 0 && source_.onCopied) source_.onCopied(tensor->data);
    return out;
}

}  // namespace hearth::engine
