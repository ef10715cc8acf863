#include "rag/document_reader.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "fakes/temporary_folder.h"
#include "rag/ingest/made_files.h"

namespace hearth::rag {
namespace {

using testing::HasSubstr;

class Reading : public testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& bytes) {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return folder_ / name;
    }
    // A program in place of hearth-reader.
    std::string script(const std::string& commands) {
        const std::string path = write("reader", "#!/bin/sh\n" + commands + "\n");
        ::chmod(path.c_str(), 0700);
        return path;
    }
    static ParseOutcome read(const DocumentReader& reader, const std::string& path) {
        const auto document = reader.look(path);
        if (!document) return tl::unexpected(document.error());
        return reader.read(*document);
    }
    hearth::tests::TemporaryFolder folder_;
};

TEST_F(Reading, ADocumentWithAllThereIsToKnow) {
    const auto parsed = read(DocumentReader(HEARTH_READER), write("a.md", "# Wells\n\nDeep.\n"));
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(parsed->document.path, folder_ / "a.md");
    EXPECT_EQ(parsed->document.kind, DocumentKind::Markdown);
    EXPECT_EQ(parsed->document.title, "Wells");
    EXPECT_EQ(parsed->document.size, 15u);
    EXPECT_EQ(parsed->document.contentHash.size(), 64u);
    ASSERT_EQ(parsed->blocks.size(), 2u);
    EXPECT_EQ(parsed->blocks[1].text, "Deep.");
    EXPECT_EQ(parsed->blocks[1].location.firstLine, 3u);
}

// Other programs run under the same locks.
TEST_F(Reading, PdfAndPictures) {
    const std::string pdf = tests::textPdf({{{24, 700, "The deep well of Rome"}}});
    const auto text = read(DocumentReader(HEARTH_READER), write("a.pdf", pdf));
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(text->blocks.at(0).text, "The deep well of Rome");
    const auto picture = read(DocumentReader(HEARTH_READER), write("a.png", tests::drawn(pdf, "-png")));
    ASSERT_TRUE(picture) << picture.error().message;
    EXPECT_EQ(picture->blocks.at(0).kind, BlockKind::ImageText);
}

struct Hostile {
    const char* name;
    std::string bytes;
    SkipReason reason;
};

TEST_F(Reading, WhatCannotBeReadIsSkippedWithTheReason) {
    const std::string types = "<Types/>";
    const Hostile cases[] = {
        {"empty.txt", "", SkipReason::Empty},
        {"program",
         std::string("\x7F"
                     "ELF\0\1\2",
                     7),
         SkipReason::UnknownKind},
        {"cut.docx", tests::zipped({{"word/document.xml", "<w/>"}}).substr(0, 60), SkipReason::Damaged},
        {"bomb.docx", tests::zipped({{"word/document.xml", std::string(std::size_t{100} << 20, ' ')}}),
         SkipReason::Bomb},
        {"large.txt", std::string(std::size_t{3} << 20, 'x'), SkipReason::TooLarge},
        {"laughs.odt",
         tests::zipped(
             {{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>"}}),
         SkipReason::Empty},
    };
    ReadLimits limits;
    limits.fileBytes = std::size_t{2} << 20;
    const DocumentReader reader(HEARTH_READER, limits);
    for (const Hostile& each : cases) {
        const auto parsed = read(reader, write(each.name, each.bytes));
        ASSERT_FALSE(parsed) << each.name;
        EXPECT_EQ(parsed.error().reason, each.reason) << each.name << ": " << parsed.error().message;
        EXPECT_FALSE(parsed.error().message.empty());
        EXPECT_EQ(parsed.error().path, folder_ / each.name);
    }
}

TEST_F(Reading, ALogOfTwoGigabytesIsNotOpenedAtAll) {
    const std::string path = write("huge.log", "begin\n");
    std::filesystem::resize_file(path, std::uint64_t{2} << 30);  // sparse
    const auto parsed = read(DocumentReader(HEARTH_READER), path);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().reason, SkipReason::TooLarge);
    EXPECT_THAT(parsed.error().message, HasSubstr("2048 MiB"));
}

TEST_F(Reading, TooMuchMemoryIsNamed) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the sanitizer needs the address space that would be limited";
#endif
    std::string body;
    for (int i = 0; i < 3'000'000; ++i) body += "<p" + std::to_string(i % 10) + "/>";
    ReadLimits limits;
    limits.memoryBytes = std::size_t{180} << 20;
    const auto parsed =
        read(DocumentReader(HEARTH_READER, limits),
             write("wide.docx", tests::zipped({{"word/document.xml", "<w>" + body + "</w>"}})));
    ASSERT_FALSE(parsed);
    EXPECT_TRUE(parsed.error().reason == SkipReason::OutOfMemory || parsed.error().reason == SkipReason::Bomb)
        << toString(parsed.error().reason) << ": " << parsed.error().message;
}

struct Misbehaving {
    const char* commands;
    SkipReason reason;
};

TEST_F(Reading, AReaderThatBreaksIsIsolated) {
    const Misbehaving cases[] = {
        {"kill -SEGV $$", SkipReason::Crashed},
        {"exit 3", SkipReason::Crashed},
        {"sleep 100 & sleep 100", SkipReason::TooSlow},
        {"exec >&-; sleep 100", SkipReason::TooSlow},
        {"kill -XCPU $$", SkipReason::TooSlow},
        {"echo nonsense; sleep 100", SkipReason::Crashed},
        {"echo '{\"end\":0}'; kill -SEGV $$", SkipReason::Crashed},
        {"cat /dev/zero", SkipReason::Crashed},
    };
    ReadLimits limits;
    limits.seconds = 2;
    const std::string document = write("a.txt", "text");
    for (const Misbehaving& each : cases) {
        const auto parsed = read(DocumentReader(script(each.commands), limits), document);
        if (std::string(each.commands).rfind("echo '{\"end\"", 0) == 0) {
            EXPECT_TRUE(parsed) << "it said all there was before it broke";
            continue;
        }
        ASSERT_FALSE(parsed) << each.commands;
        EXPECT_EQ(parsed.error().reason, each.reason) << each.commands << ": " << parsed.error().message;
    }
}

TEST_F(Reading, OrdinaryTroubleIsNamed) {
    const DocumentReader reader(HEARTH_READER);
    EXPECT_EQ(reader.look(folder_ / "none").error().reason, SkipReason::Unreadable);
    EXPECT_EQ(reader.look(folder_.path()).error().reason, SkipReason::Unreadable);
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(reader.look(folder_ / "pipe").error().reason, SkipReason::Unreadable);
    const std::string path = write("a.txt", "one");
    const auto before = reader.look(path);
    ASSERT_TRUE(before);
    write("a.txt", "one and more");
    EXPECT_EQ(reader.read(*before).error().reason, SkipReason::Changing);
    EXPECT_EQ(read(DocumentReader(folder_ / "no-reader"), path).error().reason, SkipReason::NoProgram);
    base::CancelSource cancel;
    cancel.cancel();
    EXPECT_FALSE(reader.read(*reader.look(path), cancel.token()));
}

}  // namespace
}  // namespace hearth::rag
