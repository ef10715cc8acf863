#include <algorithm>
#include <cmath>

#include "base/mapped_file.h"
#include "base/thread_pool.h"
#include "base/utf8.h"
#include "engine/quantize.h"
#include "gguf/model_file.h"
#include "gguf/writer.h"
#include "quantize/calibration.h"
#include "quantize/recipe.h"
#include "tensor/rows.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::int64_t kPartElements = 4 << 20;  // converted and written at once

// Sums over a part of a tensor.
struct Difference {
    double square = 0;         // Σ before²
    double error = 0;          // Σ (before - after)²
    double weighedSquare = 0;  // the same times the columns' importance, over rows that have one
    double weighedError = 0;

    void add(const Difference& other) {
        square += other.square;
        error += other.error;
        weighedSquare += other.weighedSquare;
        weighedError += other.weighedError;
    }
};

// Rows of one tensor into another type; keeps its buffers between tensors.
class Converter {
  public:
    Converter(base::ThreadPool& pool, const QuantizeOptions& options, const Calibration* calibration)
        : pool_(pool), options_(options), calibration_(calibration) {}

    // Writes the tensor and notes its errors.
    Result<void> convert(const gguf::TensorView& tensor, DType to, gguf::Writer& writer,
                         const std::function<void(std::uint64_t)>& onBytes, QuantizedTensor& report);

  private:
    Difference convertRows(const gguf::TensorView& tensor, DType to, std::int64_t first, std::int64_t rows);
    Difference convertRow(const gguf::TensorView& tensor, DType to, std::int64_t row, std::byte* out,
                          std::vector<float>& before, std::vector<float>& after) const;

    base::ThreadPool& pool_;
    const QuantizeOptions& options_;
    const Calibration* calibration_;  // may be null
    std::vector<std::byte> out_;
};

Difference Converter::convertRow(const gguf::TensorView& tensor, DType to, std::int64_t row, std::byte* out,
                                 std::vector<float>& before, std::vector<float>& after) const {
    const std::int64_t cols = tensor.dimension(0);
    const std::uint64_t rowBytes = bytesOf(tensor.type, static_cast<std::uint64_t>(cols));
    dequantizeRow(tensor.type, tensor.data.data() + static_cast<std::uint64_t>(row) * rowBytes, before.data(),
                  cols);
    Difference sum;
    for (const float value : before) sum.square += static_cast<double>(value) * value;
    if (!std::isfinite(sum.square)) return sum;  // reported by the caller; there is nothing to write
    const float* importance = calibration_ ? calibration_->columns(tensor, row) : nullptr;
    quantizeRow(to, before.data(), out, cols, importance);
    dequantizeRow(to, out, after.data(), cols);
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double difference = static_cast<double>(before[i]) - after[i];
        sum.error += difference * difference;
        if (!importance) continue;
        sum.weighedError += importance[i] * difference * difference;
        sum.weighedSquare += importance[i] * static_cast<double>(before[i]) * before[i];
    }
    return sum;
}

Difference Converter::convertRows(const gguf::TensorView& tensor, DType to, std::int64_t first,
                                  std::int64_t rows) {
    const auto cols = static_cast<std::size_t>(tensor.dimension(0));
    const std::uint64_t toBytes = bytesOf(to, cols);
    out_.resize(static_cast<std::size_t>(rows) * toBytes);
    std::vector<Difference> sums(static_cast<std::size_t>(pool_.threads()));
    constexpr std::int64_t kRowsAtOnce = 8;
    pool_.parallelFor(rows, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end, int thread) {
        std::vector<float> before(cols);
        std::vector<float> after(cols);
        for (std::int64_t row = begin; row < end; ++row) {
            std::byte* out = out_.data() + static_cast<std::uint64_t>(row) * toBytes;
            sums[static_cast<std::size_t>(thread)].add(
                convertRow(tensor, to, first + row, out, before, after));
        }
    });
    Difference total;
    for (const Difference& sum : sums) total.add(sum);
    return total;
}

Result<void> Converter::convert(const gguf::TensorView& tensor, DType to, gguf::Writer& writer,
                                const std::function<void(std::uint64_t)>& onBytes, QuantizedTensor& report) {
    const std::int64_t cols = tensor.dimension(0);
    const std::int64_t rows = tensor.elements() / cols;
    const std::int64_t part = std::max<std::int64_t>(1, kPartElements / cols);
    const auto rowBytes = bytesOf(tensor.type, static_cast<std::uint64_t>(cols));
    Difference total;
    for (std::int64_t first = 0; first < rows; first += part) {
        if (options_.cancel.cancelled()) return fail(ErrorCode::Cancelled, "Quantizing was stopped.");
        const std::int64_t count = std::min(part, rows - first);
        total.add(convertRows(tensor, to, first, count));
        if (!std::isfinite(total.square))
            return fail(ErrorCode::InvalidInput,
                        "There are weights that are no finite numbers: the file is "
                        "damaged. Download or copy it again.");
        if (auto written = writer.write(out_); !written) return written;
        onBytes(static_cast<std::uint64_t>(count) * rowBytes);
    }
    if (total.square > 0) report.error = std::sqrt(total.error / total.square);
    if (total.weighedSquare > 0) report.calibratedError = std::sqrt(total.weighedError / total.weighedSquare);
    return {};
}

void copyMetadata(const gguf::File& file, const Recipe& recipe, gguf::Writer& writer) {
    for (const gguf::Entry& entry : file.entries())
        if (entry.key != "general.alignment" && entry.key.substr(0, 6) != "split.")
            writer.set(entry.key, entry.value);
    writer.set("general.file_type", recipe.fileType);
    writer.set("general.quantization_version", std::uint32_t{2});
}

RecipeShape shapeOf(const gguf::File& file) {
    const auto architecture = file.string("general.architecture");
    const std::string prefix = (architecture ? architecture->value_or("") : "") + ".";
    const auto number = [&](const char* key, std::int64_t otherwise) {
        const auto value = file.integer(prefix + key);
        return value ? value->value_or(otherwise) : otherwise;  // some write one number a layer
    };
    RecipeShape shape;
    shape.layers = static_cast<int>(std::clamp<std::int64_t>(number("block_count", 1), 1, 10000));
    const std::int64_t heads = number("attention.head_count", 1);
    const std::int64_t keys = std::max<std::int64_t>(1, number("attention.head_count_kv", heads));
    shape.queriesPerKey = static_cast<int>(std::clamp<std::int64_t>(heads / keys, 1, 1000));
    shape.tied = !file.findTensor("output.weight");
    return shape;
}

// Chooses types and declares the tensors.
Result<std::vector<DType>> plan(const gguf::File& file, const Recipe& recipe, gguf::Writer& writer,
                                QuantizeReport& report) {
    const RecipeShape shape = shapeOf(file);
    std::vector<DType> types;
    for (const gguf::TensorView& tensor : file.tensors()) {
        if (auto readable = requireDequantize(tensor.type); !readable)
            return fail(readable.error().code, readable.error().message,
                        file.name() + ", tensor " + std::string(tensor.name));
        const ChosenType chosen = chooseType(recipe, tensor, shape);
        types.push_back(chosen.type);
        QuantizedTensor line;
        line.name = tensor.name;
        line.from = name(tensor.type);
        line.to = name(chosen.type);
        if (chosen.wanted != chosen.type) line.wanted = name(chosen.wanted);
        line.bytesBefore = tensor.data.size();
        line.bytesAfter = bytesOf(chosen.type, static_cast<std::uint64_t>(tensor.elements()));
        report.bytesBefore += line.bytesBefore;
        report.bytesAfter += line.bytesAfter;
        report.tensors.push_back(std::move(line));
        writer.addTensor(std::string(tensor.name), chosen.type, tensor.shape);
    }
    return types;
}

Result<QuantizeReport> convertAll(const gguf::File& file, const Recipe& recipe, const std::string& out,
                                  const Calibration* calibration, const QuantizeOptions& options) {
    gguf::Writer writer;
    copyMetadata(file, recipe, writer);
    QuantizeReport report;
    const auto types = plan(file, recipe, writer, report);
    if (!types) return tl::unexpected(types.error());
    if (auto begun = writer.begin(out); !begun) return tl::unexpected(begun.error());

    base::ThreadPool pool(options.threads);
    Converter converter(pool, options, calibration);
    std::uint64_t done = 0;
    const auto onBytes = [&](std::uint64_t bytes) {
        done += bytes;
        if (options.onProgress)
            options.onProgress(static_cast<double>(done) / static_cast<double>(report.bytesBefore));
    };
    for (std::size_t i = 0; i < types->size(); ++i) {
        const auto converted =
            converter.convert(file.tensors()[i], (*types)[i], writer, onBytes, report.tensors[i]);
        if (!converted) {
            base::Error failure = converted.error();
            if (failure.where.empty()) failure.where = file.name() + ", tensor " + report.tensors[i].name;
            return tl::unexpected(failure);
        }
    }
    if (auto finished = writer.finish(); !finished) return tl::unexpected(finished.error());
    return report;
}

Result<Calibration> calibrate(const std::string& in, const QuantizeOptions& options) {
    const auto text = base::MappedFile::open(options.calibration);
    if (!text) return tl::unexpected(text.error());
    const auto bytes = text->bytes();
    // More bytes than this are more tokens than are read.
    const std::size_t length = std::min<std::size_t>(bytes.size(), Calibration::kTokens * 16);
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), length);
    return Calibration::collect(in, base::repairUtf8(start),
                                {options.threads, options.onCalibration, options.cancel});
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
    const auto model = gguf::ModelFile::open(in);
    if (!model) return tl::unexpected(model.error());
    std::optional<Calibration> calibration;
    if (!options.calibration.empty()) {
        auto collected = calibrate(in, options);
        if (!collected) return tl::unexpected(collected.error());
        calibration = std::move(*collected);
    }
    auto report = convertAll(model->file(), *found, out, calibration ? &*calibration : nullptr, options);
    if (report && calibration) report->calibrationTokens = calibration->tokens();
    return report;
}

}  // namespace hearth::engine
