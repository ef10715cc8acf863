// A language model read from a GGUF file: weights over a memory map, tokenizer, and what the file says of
// itself. Immutable once open and shared by any number of Sessions on any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/tokenizer.h"

namespace hearth::engine {

struct ModelInfo {
    std::string path;
    std::string architecture;  // general.architecture
    std::string name;          // general.name, or the file's name
    std::string weightType;    // the type most weights have, for example "Q4_0"
    std::uint64_t fileBytes = 0;
    std::uint64_t parameters = 0;
    int layers = 0;
    int embedding = 0;       // width of the residual stream
    int heads = 0;           // query heads
    int kvHeads = 0;         // key/value heads
    int headDim = 0;         // key width of a head
    int feedForward = 0;     // hidden width
    int vocabulary = 0;      // tokens
    int trainedContext = 0;  // positions the model was trained for
};

struct TensorInfo {
    std::string name;
    std::string type;                 // "F32", "Q4_0", ...
    std::vector<std::int64_t> shape;  // fastest dimension first, as in the file
    std::uint64_t offset = 0;         // bytes from the start of the file
    std::uint64_t bytes = 0;
};

struct LoadOptions {
    int threads = 0;                         // 0: one per physical core
    std::function<void(double)> onProgress;  // 0 … 1, called on the loading thread; may be empty
    base::CancelToken cancel;
};

// Whether models of this general.architecture can be run here.
bool runsArchitecture(const std::string& architecture);

class Model {
  public:
    virtual ~Model() = default;

    // Opens and checks the file. Errors name the field and the byte offset that is wrong, or the
    // architecture that is not known.
    static base::Result<std::shared_ptr<const Model>> open(const std::string& path,
                                                           const LoadOptions& options = {});

    virtual const ModelInfo& info() const = 0;
    virtual const Tokenizer& tokenizer() const = 0;
    virtual std::vector<TensorInfo> tensors() const = 0;

    // A metadata value of the file: strings as they are; other types printed (arrays as "[type × n]").
    virtual std::optional<std::string> metadata(const std::string& key) const = 0;
    virtual std::vector<std::string> metadataKeys() const = 0;
};

// What the file says, without preparing weights to run: for `hearth model info` and model pickers. Works for
// architectures that cannot be run here.
struct FileSummary {
    ModelInfo info;
    std::vector<TensorInfo> tensors;
    std::vector<std::pair<std::string, std::string>> metadata;  // key, printed value
    int version = 0;                                            // of the GGUF format
    std::vector<std::string> parts;                             // files; several where the model is split
};
base::Result<FileSummary> describeFile(const std::string& path);

}  // namespace hearth::engine
