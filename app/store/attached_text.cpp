#include "store/attached_text.h"

#include <algorithm>
#include <filesystem>

namespace hearth::app {

namespace {

std::string fenceFor(const std::string& text) {
    std::string fence = "```";
    while (text.find(fence) != std::string::npos) fence += '`';
    return fence;
}

// A name may hold what it likes; here it is one line.
std::string oneLine(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return name;
}

}  // namespace

std::string othersText(const std::vector<AttachedFile>& files) {
    std::string out;
    for (const AttachedFile& file : files) {
        if (!out.empty()) out += "\n\n";
        const std::string name = oneLine(file.name);
        out += name + "\n";
        if (file.text.empty()) {
            out += "(too long to be shown whole)";
            continue;
        }
        std::string kind = std::filesystem::path(name).extension().string();
        if (!kind.empty()) kind.erase(0, 1);
        const std::string fence = fenceFor(file.text);
        out += fence;
        out += kind + "\n" + file.text + "\n" + fence;
    }
    return out;
}

}  // namespace hearth::app
