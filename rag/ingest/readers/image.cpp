// Pictures with text, through tesseract in every language whose data is installed.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/program.h"
#include "ingest/reader.h"
#include "ingest/recognized_text.h"

namespace hearth::rag {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostLanguages = 4;  // each makes it slower

// "eng+deu": what is installed; the data of scripts and of orientation are no languages.
std::string installedLanguages() {
    std::vector<std::string> languages;
    std::error_code ignored;
    for (const char* folder : {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"})
        for (const auto& entry : fs::directory_iterator(folder, ignored)) {
            const std::string name = entry.path().stem().string();
            if (entry.path().extension() == ".traineddata" && name != "osd" && name != "equ")
                languages.push_back(name);
        }
    std::sort(languages.begin(), languages.end(), [](const std::string& a, const std::string& b) {
        return (a == "eng") > (b == "eng") || (a != "eng" && b != "eng" && a < b);
    });
    std::string out;
    for (std::size_t i = 0; i < std::min(languages.size(), mostLanguages); ++i)
        out.append(out.empty() ? "" : "+").append(languages[i]);
    return out;
}

void writeParagraphs(std::string_view text, std::uint32_t page, BlockWriter& out) {
    Location location;
    location.page = page;
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        // Specks are read as single signs.
        std::string paragraph = tidySpace(text.substr(0, end));
        const auto letters = std::count_if(paragraph.begin(), paragraph.end(), [](unsigned char c) {
            return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        });
        if (letters >= 2) out.add(BlockKind::ImageText, paragraph, location);
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 2);
    }
}

}  // namespace

ReadResult recognizeText(std::string_view picture, std::uint32_t page, const Source& source,
                         BlockWriter& out) {
    const std::string languages = installedLanguages();
    if (languages.empty())
        return unreadable(
            SkipReason::NoProgram,
            "Text in pictures is read by tesseract, which is not installed (package tesseract-ocr).");
    ProgramRun run;
    run.words = {"tesseract", "stdin", "stdout", "-l", languages};
    run.input = picture;
    run.deadline = source.deadline;
    const ProgramOutput output = runProgram(run);
    if (!output.found)
        return unreadable(
            SkipReason::NoProgram,
            "Text in pictures is read by tesseract, which is not installed (package tesseract-ocr).");
    if (!output.inTime) return unreadable(SkipReason::TooSlow, "Recognizing its text takes too long.");
    if (output.status != 0) return unreadable(SkipReason::Damaged, "The picture cannot be read.");
    writeParagraphs(output.text, page, out);
    return {};
}

ReadResult readImage(const Source& source, BlockWriter& out) {
    return recognizeText(source.bytes, 0, source, out);
}

}  // namespace hearth::rag
