#include <algorithm>
#include <cmath>

#include "base/mapped_file.h"
#include "base/thread_pool.h"
#include "engine/quantize.h"
#include "gguf/reader.h"
#include "gguf/writer.h"
#include "quantize/recipe.h"
#include "tensor/rows.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::int64_t kPartElements = 4 << 20;  // converted and written at once

// Sums over one part of a tensor.
struct Difference {
    double square = 0;  // Σ before²
    double error = 0;   // Σ (before - after)²
};

// Rows of one tensor into another type; keeps its buffers between tensors.
class Converter {
  public:
    Converter(base::ThreadPool& pool, const QuantizeOptions& options) : pool_(pool), options_(options) {}

    // Writes the tensor and gives its relative error.
    Result<double> convert(const gguf::TensorView& tensor, DType to, gguf::Writer& writer,
                           const std::function<void(std::uint64_t)>& onBytes);

  private:
    Difference convertRows(const gguf::TensorView& tensor, DType to, std::int64_t first, std::int64_t rows);

    base::ThreadPool& pool_;
    const QuantizeOptions& options_;
    std::vector<std::byte> out_;
};

Difference Converter::convertRows(const gguf::TensorView& tensor, DType to, std::int64_t first,
                                  std::int64_t rows) {
    const std::int64_t cols = tensor.dimension(0);
    const std::uint64_t fromBytes = bytesOf(tensor.type, static_cast<std::uint64_t>(cols));
    const std::uint64_t toBytes = bytesOf(to, static_cast<std::uint64_t>(cols));
    out_.resize(static_cast<std::size_t>(rows) * toBytes);
    std::vector<Difference> sums(static_cast<std::size_t>(pool_.threads()));
    constexpr std::int64_t kRowsAtOnce = 8;
    pool_.parallelFor(rows, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end, int thread) {
        std::vector<float> before(static_cast<std::size_t>(cols));
        std::vector<float> after(static_cast<std::size_t>(cols));
        Difference& sum = sums[static_cast<std::size_t>(thread)];
        for (std::int64_t row = begin; row < end; ++row) {
            const std::byte* in = tensor.data.data() + static_cast<std::uint64_t>(first + row) * fromBytes;
            std::byte* out = out_.data() + static_cast<std::uint64_t>(row) * toBytes;
            dequantizeRow(tensor.type, in, before.data(), cols);
            double square = 0;
            for (const float value : before) square += static_cast<double>(value) * value;
            sum.square += square;
            if (!std::isfinite(square)) return;  // reported by the caller; there is nothing to write
            quantizeRow(to, before.data(), out, cols);
            dequantizeRow(to, out, after.data(), cols);
            for (std::size_t i = 0; i < before.size(); ++i) {
                const double difference = static_cast<double>(before[i]) - after[i];
                sum.error += difference * difference;
            }
        }
    });
    Difference total;
    for (const Difference& sum : sums) {
        total.square += sum.square;
        total.error += sum.error;
    }
    return total;
}

Result<double> Converter::convert(const gguf::TensorView& tensor, DType to, gguf::Writer& writer,
                                  const std::function<void(std::uint64_t)>& onBytes) {
    const std::int64_t cols = tensor.dimension(0);
    const std::int64_t rows = tensor.elements() / cols;
    const std::int64_t part = std::max<std::int64_t>(1, kPartElements / cols);
    const auto rowBytes = bytesOf(tensor.type, static_cast<std::uint64_t>(cols));
    Difference total;
    for (std::int64_t first = 0; first < rows; first += part) {
        if (options_.cancel.cancelled()) return fail(ErrorCode::Cancelled, "Quantizing was stopped.");
        const std::int64_t count = std::min(part, rows - first);
        const Difference difference = convertRows(tensor, to, first, count);
        if (!std::isfinite(difference.square))
            return fail(ErrorCode::InvalidInput,
                        "There are weights that are no finite numbers: the file is "
                        "damaged. Download or copy it again.");
        total.square += difference.square;
        total.error += difference.error;
        if (auto written = writer.write(out_); !written) return tl::unexpected(written.error());
        onBytes(static_cast<std::uint64_t>(count) * rowBytes);
    }
    return total.square > 0 ? std::sqrt(total.error / total.square) : 0.0;
}

void copyMetadata(const gguf::File& file, const Recipe& recipe, gguf::Writer& writer) {
    for (const gguf::Entry& entry : file.entries())
        if (entry.key != "general.alignment") writer.set(entry.key, entry.value);
    writer.set("general.file_type", recipe.fileType);
    writer.set("general.quantization_version", std::uint32_t{2});
}

Result<QuantizeReport> convertAll(const gguf::File& file, const Recipe& recipe, const std::string& out,
                                  const QuantizeOptions& options) {
    gguf::Writer writer;
    copyMetadata(file, recipe, writer);
    const auto architecture = file.string("general.architecture");
    const auto layers = file.integer((architecture ? architecture->value_or("") : "") + ".block_count");
    const bool tied = !file.findTensor("output.weight");
    QuantizeReport report;
    std::vector<DType> types;
    for (const gguf::TensorView& tensor : file.tensors()) {
        if (auto readable = requireDequantize(tensor.type); !readable)
            return fail(readable.error().code, readable.error().message,
                        file.name() + ", tensor " + std::string(tensor.name));
        types.push_back(chooseType(recipe, tensor, layers ? static_cast<int>(layers->value_or(1)) : 1, tied));
        const std::uint64_t bytes = bytesOf(types.back(), static_cast<std::uint64_t>(tensor.elements()));
        report.bytesBefore += tensor.data.size();
        report.bytesAfter += bytes;
        report.tensors.push_back({std::string(tensor.name), std::string(name(tensor.type)),
                                  std::string(name(types.back())), tensor.data.size(), bytes, 0});
        writer.addTensor(std::string(tensor.name), types.back(), tensor.shape);
    }
    if (auto begun = writer.begin(out); !begun) return tl::unexpected(begun.error());

    base::ThreadPool pool(options.threads);
    Converter converter(pool, options);
    std::uint64_t done = 0;
    const auto onBytes = [&](std::uint64_t bytes) {
        done += bytes;
        if (options.onProgress)
            options.onProgress(static_cast<double>(done) / static_cast<double>(report.bytesBefore));
    };
    for (std::size_t i = 0; i < types.size(); ++i) {
        const auto error = converter.convert(file.tensors()[i], types[i], writer, onBytes);
        if (!error) {
            base::Error failure = error.error();
            if (failure.where.empty()) failure.where = file.name() + ", tensor " + report.tensors[i].name;
            return tl::unexpected(failure);
        }
        report.tensors[i].error = *error;
    }
    if (auto finished = writer.finish(); !finished) return tl::unexpected(finished.error());
    return report;
}

}  // namespace

std::vector<std::string> quantizeRecipes() {
    std::vector<std::string> out;
    for (const Recipe& recipe : recipes()) out.emplace_back(recipe.name);
    return out;
}

Result<QuantizeReport> quantizeFile(const std::string& in, const std::string& out, const std::string& recipe,
                                    const QuantizeOptions& options) {
    const Recipe* found = findRecipe(recipe);
    if (!found) {
        std::string known;
        for (const std::string& name : quantizeRecipes()) known += (known.empty() ? "" : ", ") + name;
        return fail(ErrorCode::InvalidInput,
                    "There is no weight type \"" + recipe + "\" to quantize to. Known: " + known + ".");
    }
    const auto map = base::MappedFile::open(in);
    if (!map) return tl::unexpected(map.error());
    const auto file = gguf::File::parse(map->bytes(), in);
    if (!file) return tl::unexpected(file.error());
    return convertAll(*file, *found, out, options);
}

}  // namespace hearth::engine
