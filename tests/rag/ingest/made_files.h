// Documents that tests write themselves: archives, a PDF, a picture with text.
#pragma once

#include <zip.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ingest/program.h"

namespace hearth::rag::tests {

using Files = std::vector<std::pair<std::string, std::string>>;  // name, content

// A zip archive of the files, in this order.
inline std::string zipped(const Files& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(memory);
    zip_t* archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error("no archive");
    for (const auto& [name, content] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_OVERWRITE);
    if (zip_close(archive) != 0) throw std::runtime_error("the archive cannot be written");
    zip_source_open(memory);
    zip_source_seek(memory, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(memory)), '\0');
    zip_source_seek(memory, 0, SEEK_SET);
    zip_source_read(memory, out.data(), out.size());
    zip_source_close(memory);
    zip_source_free(memory);
    return out;
}

// One object after another with the table of where they are. Source: ISO 32000-1, section 7.5.
inline std::string pdfOf(const std::vector<std::string>& objects, const std::string& trailer) {
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(out.size());
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t table = out.size();
    out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        const std::string digits = std::to_string(offset);
        out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return out + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R " + trailer +
           " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

inline std::string pdfStream(const std::string& dictionary, const std::string& data) {
    return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
           "\nendstream";
}

struct PdfLine {
    int size;
    int y;
    std::string text;
};

// A PDF in Helvetica, a page for each list of lines.
inline std::string textPdf(const std::vector<std::vector<PdfLine>>& pages) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                                        "<< /Title (A report on wells) /CreationDate (D:20240301100000Z) >>"};
    std::string kids;
    for (const auto& lines : pages) {
        std::string content = "BT\n";
        for (const PdfLine& line : lines)
            content += "/F1 " + std::to_string(line.size) + " Tf 1 0 0 1 72 " + std::to_string(line.y) +
                       " Tm (" + line.text + ") Tj\n";
        objects.push_back(pdfStream("", content + "ET"));
        const std::string contents = std::to_string(objects.size());
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            "/Contents " +
            contents + " 0 R >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
    return pdfOf(objects, "/Info 4 0 R");
}

// A picture of the first page, as pdftoppm draws it: "-png" gives a PNG file, "-gray" a PNM one.
inline std::string drawn(const std::string& pdf, const std::string& format) {
    ProgramRun run;
    run.words = {"pdftoppm", "-q", "-r", "150", "-l", "1", format, "-"};
    run.input = pdf;
    run.deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    return runProgram(run).text;
}

// A page that is nothing but a picture of another PDF's first page, as a scanner makes it.
inline std::string scannedPdf(const std::string& pdf) {
    const std::string pnm = drawn(pdf, "-gray");  // "P5\n<width> <height>\n255\n" and a byte for each dot
    const std::size_t width = pnm.find('\n') + 1, height = pnm.find(' ', width) + 1,
                      depth = pnm.find('\n', height) + 1;
    const std::string size = "/Width " + pnm.substr(width, height - 1 - width) + " /Height " +
                             pnm.substr(height, depth - 1 - height);
    return pdfOf(
        {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> "
         "/Contents 5 0 R >>",
         pdfStream("/Type /XObject /Subtype /Image " + size + " /ColorSpace /DeviceGray /BitsPerComponent 8",
                   pnm.substr(pnm.find('\n', depth) + 1)),
         pdfStream("", "q 595 0 0 842 0 0 cm /I Do Q")},
        "");
}

}  // namespace hearth::rag::tests
