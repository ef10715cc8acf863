#include "gguf/reader.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "gguf/cursor.h"

namespace hearth::engine::gguf {

using base::ErrorCode;
using base::fail;
using base::Result;
using Failure = tl::unexpected<base::Error>;

namespace {

constexpr std::uint32_t kMagic = 0x46554747;  // "GGUF"
constexpr std::size_t kMaxName = 1024;        // far more than any known key or tensor name
constexpr std::uint64_t kMaxAlignment = 1u << 20;
// The least bytes that one of each can take: what bounds a count before memory is set aside for it.
constexpr std::uint64_t kLeastEntryBytes = 8 + 4 + 1;
constexpr std::uint64_t kLeastTensorBytes = 8 + 4 + 8 + 4 + 8;

// A name from the file as it may appear in a message: printable and short.
std::string quoted(std::string_view name) {
    std::string out = "\"";
    for (char c : name.substr(0, 80)) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    return base::repairUtf8(out) + (name.size() > 80 ? "…\"" : "\"");
}

}  // namespace

std::int64_t TensorView::elements() const {
    std::int64_t out = 1;
    for (std::int64_t n : shape) out *= n;  // cannot overflow: checked when it was read
    return out;
}

// One reading of one file, step by step; each step leaves the cursor behind what it checked.
class Parser {
  public:
    Parser(std::span<const std::byte> bytes, const std::string& name) : bytes_(bytes), cursor_(bytes) {
        file_.name_ = name;
    }

    Result<File> run() {
        Result<void> step = readHeader();
        if (step) step = readEntries();
        if (step) step = readAlignment();
        if (step) step = readTensors();
        if (step) step = placeTensors();
        if (!step) return tl::unexpected(step.error());
        return std::move(file_);
    }

  private:
    Failure at(std::uint64_t offset, ErrorCode code, const std::string& message) const {
        return fail(code, message, file_.name_ + ", byte " + std::to_string(offset));
    }
    Failure bad(std::uint64_t offset, const std::string& message) const {
        return at(offset, ErrorCode::InvalidInput, message);
    }
    Failure cut(const std::string& what) const {
        return bad(cursor_.offset(), "The file ends inside " + what +
                                         ": it is truncated or damaged. Download or copy it again.");
    }

    Result<void> readHeader();
    Result<void> readEntries();
    Result<Value> readValue(const std::string& what);
    Result<void> readArray(Value& value, const std::string& what);
    Result<void> readAlignment();
    Result<void> readTensors();
    Result<void> readShape(TensorView& tensor, const std::string& what);
    Result<void> placeTensors();

    std::span<const std::byte> bytes_;
    Cursor cursor_;
    File file_;
    std::uint64_t entryCount_ = 0;
    std::uint64_t tensorCount_ = 0;
};

Result<void> Parser::readHeader() {
    const auto magic = cursor_.take<std::uint32_t>();
    if (!magic || *magic != kMagic)
        return bad(0, "This is not a GGUF file: it does not begin with the letters GGUF.");
    const auto version = cursor_.take<std::uint32_t>();
    if (!version) return cut("the format version");
    if (*version != 0 && (*version & 0xFFFF) == 0)
        return at(4, ErrorCode::Unsupported,
                  "This GGUF file is big-endian; only little-endian files can be read. Get the usual form of "
                  "the model.");
    if (*version == 1)
        return at(4, ErrorCode::Unsupported,
                  "GGUF version 1 is not read any more. Convert the model again with a current converter.");
    if (*version != 2 && *version != 3)
        return at(4, ErrorCode::Unsupported,
                  "GGUF version " + std::to_string(*version) + " is not known; 2 and 3 can be read.");
    file_.version_ = static_cast<int>(*version);

    const auto tensors = cursor_.take<std::uint64_t>();
    const auto entries = cursor_.take<std::uint64_t>();
    if (!tensors || !entries) return cut("the header");
    if (*tensors > cursor_.remaining() / kLeastTensorBytes)
        return bad(8, "The header promises " + std::to_string(*tensors) +
                          " tensors, more than the file has room for: it is truncated or damaged.");
    if (*entries > cursor_.remaining() / kLeastEntryBytes)
        return bad(16, "The header promises " + std::to_string(*entries) +
                           " metadata entries, more than the file has room for: it is truncated or damaged.");
    tensorCount_ = *tensors;
    entryCount_ = *entries;
    return {};
}

Result<void> Parser::readEntries() {
    for (std::uint64_t i = 0; i < entryCount_; ++i) {
        const std::uint64_t start = cursor_.offset();
        const auto key = cursor_.takeString();
        if (!key) return cut("the key of metadata entry " + std::to_string(i));
        if (key->empty() || key->size() > kMaxName)
            return bad(start, "The key of metadata entry " + std::to_string(i) + " has " +
                                  std::to_string(key->size()) + " bytes; 1 to " + std::to_string(kMaxName) +
                                  " are allowed.");
        auto value = readValue("metadata " + quoted(*key));
        if (!value) return tl::unexpected(value.error());
        if (!file_.entryIndex_.emplace(*key, file_.entries_.size()).second)
            return bad(start, "Metadata " + quoted(*key) + " is there twice.");
        file_.entries_.push_back({*key, *value});
    }
    return {};
}

Result<Value> Parser::readValue(const std::string& what) {
    const std::uint64_t start = cursor_.offset();
    const auto type = cursor_.take<std::uint32_t>();
    if (!type) return cut("the type of " + what);
    if (*type > static_cast<std::uint32_t>(ValueType::F64))
        return bad(start, "The type of " + what + " is " + std::to_string(*type) +
                              ", which is no value type of GGUF.");
    Value value;
    value.type = static_cast<ValueType>(*type);
    value.offset = cursor_.offset();
    if (value.type == ValueType::Array) {
        if (auto read = readArray(value, what); !read) return tl::unexpected(read.error());
        return value;
    }
    if (value.type == ValueType::String) {
        const auto text = cursor_.takeString();
        if (!text) return cut(what);
        value.payload = std::as_bytes(std::span(text->data(), text->size()));
        return value;
    }
    const auto payload = cursor_.take(scalarBytes(value.type));
    if (!payload) return cut(what);
    value.payload = *payload;
    if (value.type == ValueType::Bool && (*payload)[0] > std::byte{1})
        return bad(value.offset, "The truth value of " + what + " is neither 0 nor 1.");
    return value;
}

Result<void> Parser::readArray(Value& value, const std::string& what) {
    const std::uint64_t start = cursor_.offset();
    const auto element = cursor_.take<std::uint32_t>();
    const auto count = cursor_.take<std::uint64_t>();
    if (!element || !count) return cut(what);
    if (*element > static_cast<std::uint32_t>(ValueType::F64))
        return bad(start, "The elements of " + what + " have type " + std::to_string(*element) +
                              ", which is no value type of GGUF.");
    value.element = static_cast<ValueType>(*element);
    value.count = *count;
    if (value.element == ValueType::Array)
        return at(start, ErrorCode::Unsupported,
                  "The value of " + what + " is an array of arrays, which no known model uses.");
    const std::uint64_t least = value.element == ValueType::String ? 8 : scalarBytes(value.element);
    if (*count > cursor_.remaining() / least)
        return bad(start + 4, "The value of " + what + " promises " + std::to_string(*count) +
                                  " elements, more than the file has room for: it is truncated or damaged.");
    const std::uint64_t first = cursor_.offset();
    value.offset = first;
    if (value.element == ValueType::String) {
        for (std::uint64_t i = 0; i < *count; ++i)
            if (!cursor_.takeString()) return cut(what + ", element " + std::to_string(i));
    } else {
        (void)cursor_.take(*count * least);
    }
    value.payload = bytes_.subspan(first, cursor_.offset() - first);
    return {};
}

Result<void> Parser::readAlignment() {
    const Value* value = file_.find("general.alignment");
    if (!value) return {};
    const auto alignment = value->asInteger();
    if (!alignment || *alignment < 8 || static_cast<std::uint64_t>(*alignment) > kMaxAlignment ||
        (*alignment & (*alignment - 1)) != 0)
        return bad(value->offset, "Metadata \"general.alignment\" is " + value->print() +
                                      "; it must be a power of two of at least 8.");
    file_.alignment_ = static_cast<std::uint64_t>(*alignment);
    return {};
}

Result<void> Parser::readTensors() {
    file_.tensors_.reserve(tensorCount_);
    for (std::uint64_t i = 0; i < tensorCount_; ++i) {
        const std::uint64_t start = cursor_.offset();
        const auto name = cursor_.takeString();
        if (!name) return cut("the name of tensor " + std::to_string(i));
        if (name->empty() || name->size() > kMaxName)
            return bad(start, "The name of tensor " + std::to_string(i) + " has " +
                                  std::to_string(name->size()) + " bytes; 1 to " + std::to_string(kMaxName) +
                                  " are allowed.");
        TensorView tensor;
        tensor.name = *name;
        const std::string what = "tensor " + quoted(*name);
        if (auto read = readShape(tensor, what); !read) return read;
        const std::uint64_t offsetAt = cursor_.offset();
        const auto offset = cursor_.take<std::uint64_t>();
        if (!offset) return cut("the offset of " + what);
        if (*offset % file_.alignment_ != 0)
            return bad(offsetAt, "The data of " + what + " begins at " + std::to_string(*offset) +
                                     ", which is no multiple of the alignment " +
                                     std::to_string(file_.alignment_) + ".");
        tensor.offset = *offset;
        if (!file_.tensorIndex_.emplace(*name, file_.tensors_.size()).second)
            return bad(start, "There are two of " + what + ".");
        file_.tensors_.push_back(std::move(tensor));
    }
    return {};
}

// Dimensions and type: their product in elements and bytes must be a number that fits.
Result<void> Parser::readShape(TensorView& tensor, const std::string& what) {
    const std::uint64_t start = cursor_.offset();
    const auto dimensions = cursor_.take<std::uint32_t>();
    if (!dimensions) return cut("the number of dimensions of " + what);
    if (*dimensions < 1 || *dimensions > 4)
        return bad(start, "The shape of " + what + " has " + std::to_string(*dimensions) +
                              " dimensions; 1 to 4 are allowed.");
    constexpr std::uint64_t kMost = std::uint64_t{1} << 56;  // elements; times 8 bytes still fits
    std::uint64_t elements = 1;
    for (std::uint32_t d = 0; d < *dimensions; ++d) {
        const std::uint64_t at = cursor_.offset();
        const auto length = cursor_.take<std::uint64_t>();
        if (!length) return cut("the shape of " + what);
        if (*length == 0 || *length > kMost / elements)
            return bad(at, "Dimension " + std::to_string(d) + " of " + what + " is " +
                               std::to_string(*length) + ", which no tensor can have.");
        elements *= *length;
        tensor.shape.push_back(static_cast<std::int64_t>(*length));
    }
    const std::uint64_t typeAt = cursor_.offset();
    const auto type = cursor_.take<std::uint32_t>();
    if (!type) return cut("the type of " + what);
    const DTypeInfo* known = findDType(*type);
    if (!known)
        return at(
            typeAt, ErrorCode::Unsupported,
            "The weights of " + what + " have type " + std::to_string(*type) +
                ", which is not known here. Get the model in another quantization, for example Q4_K_M.");
    tensor.type = known->type;
    if (tensor.shape[0] % known->blockSize != 0)
        return bad(start, "The rows of " + what + " have " + std::to_string(tensor.shape[0]) +
                              " elements, no multiple of the block of " + std::string(known->name) + ", " +
                              std::to_string(known->blockSize) + ".");
    return {};
}

// The data section: every tensor inside it, none over another.
Result<void> Parser::placeTensors() {
    if (file_.tensors_.empty()) return {};
    const std::uint64_t mask = file_.alignment_ - 1;
    const std::uint64_t base = (cursor_.offset() + mask) & ~mask;
    std::vector<const TensorView*> order;
    for (TensorView& tensor : file_.tensors_) {
        const std::uint64_t bytes = bytesOf(tensor.type, static_cast<std::uint64_t>(tensor.elements()));
        if (base > bytes_.size() || tensor.offset > bytes_.size() - base ||
            bytes > bytes_.size() - base - tensor.offset)
            return bad(bytes_.size(), "The data of tensor " + quoted(tensor.name) + " (" +
                                          std::to_string(bytes) + " bytes, " + std::to_string(tensor.offset) +
                                          " into the data) goes past the end of the file: it is truncated "
                                          "or damaged. Download or copy it again.");
        tensor.offset += base;
        tensor.data = bytes_.subspan(tensor.offset, bytes);
        order.push_back(&tensor);
    }
    std::sort(order.begin(), order.end(),
              [](const TensorView* a, const TensorView* b) { return a->offset < b->offset; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (order[i]->offset - order[i - 1]->offset < order[i - 1]->data.size())
            return bad(order[i]->offset, "The data of tensor " + quoted(order[i]->name) +
                                             " overlaps that of tensor " + quoted(order[i - 1]->name) + ".");
    }
    return {};
}

Result<File> File::parse(std::span<const std::byte> bytes, const std::string& name) {
    return Parser(bytes, name).run();
}

Result<void> File::addTensors(const File& part) {
    for (const TensorView& tensor : part.tensors_) {
        if (!tensorIndex_.emplace(tensor.name, tensors_.size()).second)
            return fail(ErrorCode::InvalidInput,
                        "The tensor " + quoted(tensor.name) +
                            " is in another part of the model too: the parts do not belong together.",
                        part.name_);
        tensors_.push_back(tensor);
    }
    return {};
}

const Value* File::find(std::string_view key) const {
    const auto found = entryIndex_.find(key);
    return found == entryIndex_.end() ? nullptr : &entries_[found->second].value;
}

const TensorView* File::findTensor(std::string_view name) const {
    const auto found = tensorIndex_.find(name);
    return found == tensorIndex_.end() ? nullptr : &tensors_[found->second];
}

Failure File::wrong(std::string_view key, const std::string& message) const {
    const Value* value = find(key);
    std::string where = name_;
    if (value) where += ", byte " + std::to_string(value->offset);
    return fail(ErrorCode::InvalidInput, "Metadata " + quoted(key) + " " + message, where);
}

Result<std::optional<std::int64_t>> File::integer(std::string_view key) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    const auto number = value->asInteger();
    if (!number) return wrong(key, "is " + quoted(value->print()) + "; a whole number is needed.");
    return number;
}

Result<std::optional<double>> File::number(std::string_view key) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    const auto number = value->asNumber();
    if (!number) return wrong(key, "is " + quoted(value->print()) + "; a number is needed.");
    return number;
}

Result<std::optional<std::string>> File::string(std::string_view key) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    const auto text = value->asString();
    if (!text) return wrong(key, "is " + quoted(value->print()) + "; text is needed.");
    return std::string(*text);
}

Result<std::optional<bool>> File::boolean(std::string_view key) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    const auto flag = value->asBool();
    if (!flag) return wrong(key, "is " + quoted(value->print()) + "; true or false is needed.");
    return flag;
}

}  // namespace hearth::engine::gguf
