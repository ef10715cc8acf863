#include "demo/demo_library.h"

#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <chrono>
#include <fstream>

#include "rag/library_store.h"
#include "storage/library_files.h"

namespace hearth::app {

namespace fs = std::filesystem;

namespace {

struct DemoFile {
    const char* name;
    const char* text;
};

constexpr DemoFile kHousehold[] = {
    {"bicycle.md",
     "# The bicycle\n\nBought at Rad & Tat on 14 March for 640 euros, with two years of guarantee.\n\n"
     "## Service\n\nFirst inspection after 300 km. The shop keeps a list of frame numbers; ours is "
     "RT-20931.\n"},
    {"bills.csv",
     "Month,Electricity,Water,Internet\nJanuary,61.20,18.00,29.90\nFebruary,58.70,18.00,29.90\n"
     "March,49.10,19.50,29.90\n"},
    {"insurance.eml",
     "From: Nora Weiss <nora@insurance.example>\nTo: me@home.example\nSubject: Your contents insurance\n"
     "Date: Mon, 03 Mar 2025 10:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
     "Dear Ana,\n\nyour contents insurance now covers the bicycle too, up to 1,000 euros, also outside the "
     "flat. The premium rises by 14 euros a year.\n\nKind regards\nNora Weiss\n"},
    {"recipes.html",
     "<html><head><title>Recipes</title></head><body><h1>Plum cake</h1><p>A kilo of plums, 300 g flour, "
     "half a cube of yeast. Bake 40 minutes at 180 degrees.</p><h1>Lentil soup</h1><p>Two carrots, one leek, "
     "200 g lentils, a spoon of vinegar.</p></body></html>"},
    {"old contract.docx", "PK\x03\x04 this one is damaged"}};

constexpr DemoFile kStudies[] = {
    {"wells.md",
     "# Wells of the old town\n\nThe deep well at the market was dug in 1611 and is 82 metres deep.\n\n"
     "## Water\n\nIts water was tested in 1911: hard, and free of nitrate.\n"},
    {"simulate.py",
     "\"\"\"How fast a well fills.\"\"\"\n\n\ndef level(hours, inflow=0.4):\n    \"\"\"Metres of water "
     "after so many hours.\"\"\"\n    return min(82.0, hours * inflow)\n"},
    {"talk.ics",
     "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:talk-1\nDTSTART:20261203T170000Z\n"
     "SUMMARY:Talk on wells\nDESCRIPTION:Hall 3. Bring the drill core.\nEND:VEVENT\nEND:VCALENDAR\n"}};

constexpr const char* kContract =
    "<h1>Rental contract</h1><p>Between Tom Berger (landlord) and Ana Lind (tenant), for the flat at "
    "Mill Lane 7, second floor.</p><h2>1. Rent</h2><p>The rent is 820 euros a month, due on the third "
    "working day. It contains water and heating; electricity is paid by the tenant.</p><h2>2. Deposit</h2>"
    "<p>The deposit is two months' rent. It is paid back within six weeks after the keys are given back."
    "</p><h2>3. Animals</h2><p>Cats and small animals may be kept. A dog needs the landlord's consent in "
    "writing.</p><h2>4. Notice</h2><p>The tenant may give notice of three months to the end of any month."
    "</p><p>Signed on 1 March by Tom Berger and Ana Lind.</p>";

void writeContract(const fs::path& file) {
    QPdfWriter writer(QString::fromStdString(file.string()));
    writer.setPageSize(QPageSize(QPageSize::A5));
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    writer.setResolution(96);
    writer.setTitle(QStringLiteral("Rental contract"));
    QTextDocument text;
    text.setHtml(QString::fromLatin1(kContract));
    text.print(&writer);
}

template <std::size_t Count>
void writeAll(const fs::path& folder, const DemoFile (&files)[Count]) {
    fs::create_directories(folder);
    for (const DemoFile& file : files) {
        std::ofstream(folder / file.name) << file.text;
        // Of another day: what was just written is left to rest first.
        fs::last_write_time(folder / file.name, fs::file_time_type::clock::now() - std::chrono::hours(24));
    }
}

}  // namespace

void fillDemoLibrary(const fs::path& dataDir) {
    const fs::path documents = dataDir / "documents";
    writeAll(documents / "Household", kHousehold);
    writeAll(documents / "Studies", kStudies);
    writeContract(documents / "Household" / "rental contract.pdf");
    const auto store = rag::LibraryStore::open(libraryFile(dataDir).string());
    if (!store) return;
    for (const char* folder : {"Household", "Studies"})
        (void)(*store)->keepFolder({(documents / folder).string(), {}, 1, 0});
}

}  // namespace hearth::app
