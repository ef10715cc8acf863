// Reads the tagger's model file; its layout is said in tagger.h.
#include <cstring>
#include <fstream>
#include <iterator>

#include "names/tagger.h"

namespace hearth::privacy {

namespace {

constexpr std::size_t mostBytes = 8U << 20;
constexpr std::size_t mostLabels = 64;

// Takes values off the front of the file's bytes; after a short read everything fails.
class Reader {
  public:
    explicit Reader(std::string bytes) : bytes_(std::move(bytes)) {}

    bool take(void* out, std::size_t size) {
        if (size > bytes_.size() - at_) return false;
        std::memcpy(out, bytes_.data() + at_, size);
        at_ += size;
        return true;
    }
    bool atEnd() const { return at_ == bytes_.size(); }
    std::string place() const { return "byte " + std::to_string(at_); }

  private:
    std::string bytes_;
    std::size_t at_ = 0;
};

struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t labels;
    std::uint32_t bucketBits;
    float scale;
    std::uint32_t entries;
};

bool isSound(const Header& header) {
    return std::memcmp(header.magic, "HEARTHNT", 8) == 0 && header.version == 1 && header.labels > 1 &&
           header.labels <= mostLabels && header.bucketBits <= 20 && header.entries < mostBytes;
}

bool takeLabels(Reader& reader, std::size_t count, std::vector<std::string>& out) {
    for (std::size_t i = 0; i < count; ++i) {
        std::uint8_t length = 0;
        if (!reader.take(&length, 1)) return false;
        std::string label(length, ' ');
        if (!reader.take(label.data(), length)) return false;
        const bool inside = i > 0 && i % 2 == 0;
        if (i == 0 ? label != "O" : label.size() < 3 || label[0] != (inside ? 'I' : 'B')) return false;
        if (inside && label.substr(1) != out.back().substr(1)) return false;
        out.push_back(std::move(label));
    }
    return count % 2 == 1;
}

bool takeGazetteer(Reader& reader, std::size_t entries, Gazetteer& out) {
    for (std::size_t i = 0; i < entries; ++i) {
        std::uint32_t hash = 0;
        std::uint8_t classes = 0;
        if (!reader.take(&hash, 4) || !reader.take(&classes, 1)) return false;
        out[hash] = classes;
    }
    return true;
}

}  // namespace

base::Result<Tagger> Tagger::open(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return base::fail(base::ErrorCode::NotFound, "The model that finds names cannot be read",
                          file.string());
    Reader reader(std::string(std::istreambuf_iterator<char>(in), {}));
    Header header{};
    Tagger out;
    bool ok = reader.take(&header, sizeof header) && isSound(header) &&
              takeLabels(reader, header.labels, out.labels_);
    if (ok) {
        out.moves_.resize(std::size_t{header.labels} * header.labels);
        out.weights_.resize((std::size_t{1} << header.bucketBits) * header.labels);
        out.bucketBits_ = header.bucketBits;
        out.scale_ = header.scale;
        ok = reader.take(out.moves_.data(), out.moves_.size()) &&
             takeGazetteer(reader, header.entries, out.gazetteer_) &&
             reader.take(out.weights_.data(), out.weights_.size()) && reader.atEnd();
    }
    if (!ok)
        return base::fail(base::ErrorCode::InvalidInput,
                          "The model that finds names is damaged or of another version; install Hearth again",
                          file.string() + ", " + reader.place());
    return out;
}

}  // namespace hearth::privacy
