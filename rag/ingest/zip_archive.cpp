#include "ingest/zip_archive.h"

#include <zip.h>

#include <algorithm>

namespace hearth::rag {

namespace {

constexpr std::uint64_t mostOfOne = std::uint64_t{192} << 20;
constexpr std::uint64_t mostOfAll = std::uint64_t{384} << 20;
constexpr std::uint64_t freeOfRatio = std::uint64_t{4}
                                      << 20;  // small files may be packed as well as they like
constexpr std::uint64_t mostRatio = 250;      // text in XML packs to a tenth, rarely to a hundredth

tl::unexpected<ReadFailure> bomb(const std::string& name) {
    return unreadable(SkipReason::Bomb,
                      "A file in it (" + name.substr(0, 80) + ") unpacks to far more than a document holds.");
}

tl::unexpected<ReadFailure> damaged(const std::string& what) {
    return unreadable(SkipReason::Damaged,
                      "The archive that the document is kept in is damaged: " + what + ".");
}

bool outOfProportion(std::uint64_t unpacked, std::uint64_t packed) {
    return unpacked > mostOfOne ||
           (unpacked > freeOfRatio && unpacked / std::max<std::uint64_t>(packed, 1) > mostRatio);
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

tl::expected<ZipArchive, ReadFailure> ZipArchive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    const std::string what = archive == nullptr ? zip_error_strerror(&error) : "";
    zip_error_fini(&error);
    if (archive == nullptr) {
        if (source != nullptr) zip_source_free(source);
        return damaged(what);
    }
    return ZipArchive(archive);
}

bool ZipArchive::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> out;
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0))
            out.emplace_back(name);
    return out;
}

tl::expected<std::string, ReadFailure> ZipArchive::read(const std::string& name) const {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat(archive_.get(), name.c_str(), 0, &about) != 0)
        return damaged("there is no " + name.substr(0, 80) + " in it");
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        return unreadable(SkipReason::Protected, "It is protected by a password.");
    const std::uint64_t packed = about.comp_size;
    if (outOfProportion(about.size, packed)) return bomb(name);
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), about.index, 0));
    if (!file) return damaged(zip_strerror(archive_.get()));
    // The directory may lie about the size, so what really comes out is counted.
    std::string out;
    char buffer[65536];
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), buffer, sizeof buffer);
        if (got < 0) return damaged("its data cannot be unpacked");
        if (got == 0) return out;
        out.append(buffer, static_cast<std::size_t>(got));
        unpacked_ += static_cast<std::uint64_t>(got);
        if (outOfProportion(out.size(), packed) || unpacked_ > mostOfAll) return bomb(name);
    }
}

}  // namespace hearth::rag
