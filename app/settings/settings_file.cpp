#include "settings/settings_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/private_file.h"
#include "settings/ini_text.h"

namespace hearth::app {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

namespace {

std::string readWhole(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::pair<std::string_view, std::string_view> placeOf(const SettingSpec& spec) {
    const auto dot = spec.name.find('.');
    return {spec.name.substr(0, dot), spec.name.substr(dot + 1)};
}

Result<const SettingSpec*> known(std::string_view name) {
    if (const SettingSpec* spec = findSetting(name)) return spec;
    return fail(ErrorCode::NotFound, "There is no setting of this name; `hearth settings list` shows them.",
                std::string(name));
}

SettingsFile::Value valueIn(const IniText& ini, const SettingSpec& spec) {
    const auto [section, key] = placeOf(spec);
    if (const auto kept = ini.find(section, key))
        if (auto fits = checkSetting(spec, *kept)) return {*fits, true};
    return {std::string(spec.standard), false};
}

// Holds off other programs that change the same file.
class WriteLock {
  public:
    explicit WriteLock(const fs::path& settings)
        : file_(::open((settings.string() + ".write").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        if (file_ >= 0) (void)::flock(file_, LOCK_EX);
    }
    ~WriteLock() {
        if (file_ >= 0) ::close(file_);
    }
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

  private:
    int file_;
};

Result<void> replaceFile(const fs::path& file, const std::string& text) {
    const fs::path written = file.string() + ".new";
    base::makePrivateFile(written.string());
    std::ofstream out(written, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    std::error_code failed;
    fs::permissions(written, fs::perms::owner_read | fs::perms::owner_write, failed);
    if (out) fs::rename(written, file, failed);
    if (!out || failed)
        return fail(ErrorCode::Io, "The settings cannot be saved. Check that the disk is not full.",
                    file.string());
    return {};
}

Result<std::string> plainValue(const std::string& name, const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return std::string(value.get<bool>() ? "true" : "false");
    if (value.is_number()) return value.dump();
    return fail(ErrorCode::InvalidInput, "The value is neither text, number, true nor false.", name);
}

}  // namespace

Result<SettingsFile::Value> SettingsFile::get(std::string_view name) const {
    const auto spec = known(name);
    if (!spec) return tl::unexpected(spec.error());
    return valueIn(IniText(readWhole(file_)), **spec);
}

Result<void> SettingsFile::set(std::string_view name, std::string_view value) {
    const auto spec = known(name);
    if (!spec) return tl::unexpected(spec.error());
    auto checked = checkSetting(**spec, value);
    if (!checked) return tl::unexpected(checked.error());
    return apply({{*spec, std::move(*checked)}});
}

Result<void> SettingsFile::reset(std::string_view name) {
    const auto spec = known(name);
    if (!spec) return tl::unexpected(spec.error());
    return apply({{*spec, std::nullopt}});
}

Result<void> SettingsFile::apply(const std::vector<Change>& changes) {
    std::error_code ignored;
    fs::create_directories(file_.parent_path(), ignored);
    const WriteLock lock(file_);
    IniText ini(readWhole(file_));
    for (const Change& change : changes) {
        const auto [section, key] = placeOf(*change.spec);
        if (change.value)
            ini.set(section, key, *change.value);
        else
            ini.remove(section, key);
    }
    return replaceFile(file_, ini.text());
}

bool SettingsFile::isOn(std::string_view name) const {
    return text(name) == "true";
}

std::string SettingsFile::text(std::string_view name) const {
    const auto value = get(name);
    return value ? value->text : std::string();
}

std::map<std::string, std::string> SettingsFile::all() const {
    const IniText ini(readWhole(file_));
    std::map<std::string, std::string> out;
    for (const SettingSpec& spec : settingSpecs()) out[std::string(spec.name)] = valueIn(ini, spec).text;
    return out;
}

std::string SettingsFile::exported() const {
    const IniText ini(readWhole(file_));
    Json out = Json::object();
    for (const SettingSpec& spec : settingSpecs()) {
        const Value value = valueIn(ini, spec);
        if (value.chosen && !spec.remembered) out[std::string(spec.name)] = value.text;
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<int> SettingsFile::import(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorCode::InvalidInput,
                    "These are no settings: expected one JSON object of names and values.");
    std::vector<Change> changes;
    for (const auto& [name, value] : json.items()) {
        const auto spec = known(name);
        if (!spec) return tl::unexpected(spec.error());
        auto plain = plainValue(name, value);
        if (!plain) return tl::unexpected(plain.error());
        auto checked = checkSetting(**spec, *plain);
        if (!checked) return tl::unexpected(checked.error());
        changes.push_back({*spec, std::move(*checked)});
    }
    if (auto applied = apply(changes); !applied) return tl::unexpected(applied.error());
    return static_cast<int>(changes.size());
}

}  // namespace hearth::app
