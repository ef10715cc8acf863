#include "ingest/format_detection.h"

#include <gtest/gtest.h>

#include "rag/ingest/made_files.h"

namespace hearth::rag {
namespace {

using namespace std::string_literals;

struct Case {
    std::string bytes;
    const char* name;
    DocumentKind kind;
    SkipReason reason = SkipReason::UnknownKind;
};

TEST(FormatDetection, ContentDecidesBeforeTheEnding) {
    const Case cases[] = {
        {"%PDF-1.7\n", "a.txt", DocumentKind::Pdf},
        {"{\\rtf1 a}", "a.doc", DocumentKind::Rtf},
        {"<!DOCTYPE html><p>", "page", DocumentKind::Html},
        {"plain words", "a.html", DocumentKind::Text},
        {"BEGIN:VCALENDAR\r\n", "a.txt", DocumentKind::Calendar},
        {"Subject: x\nFrom: a@b\n\nbody", "saved.txt", DocumentKind::Mail},
        {"Note: this is\nnot a mail\n", "a.txt", DocumentKind::Text},
        {"From a Fri\nSubject: x\nFrom: a@b\n\nb", "Inbox", DocumentKind::Mailbox},
        {"From here on it is text.\n", "a.txt", DocumentKind::Text},
        {"# T\n", "a.md", DocumentKind::Markdown},
        {"a,b\n", "a.CSV", DocumentKind::Csv},
        {"int a;\n", "x.y.cpp", DocumentKind::Code},
        {"#!/usr/bin/env python3\n", "run", DocumentKind::Code},
        {"\xFF\xD8\xFF\xE0", "a", DocumentKind::Image},
        {"RIFFo.\n", "a", DocumentKind::Text},
        {tests::zipped({{"word/document.xml", "<x/>"}}), "a.zip", DocumentKind::Docx},
        {tests::zipped({{"mimetype", "application/epub+zip"}}), "a", DocumentKind::Epub},
        {tests::zipped({{"a.txt", "x"}}), "a.docx", DocumentKind::Unknown},
        {"PK\3\4 cut", "a.docx", DocumentKind::Unknown, SkipReason::Damaged},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", "a.doc", DocumentKind::Unknown},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "a.docx",
         DocumentKind::Unknown, SkipReason::Protected},
        {"\x7F"
         "ELF\1\0\0\0",
         "a.txt", DocumentKind::Unknown},
        {"", "a.txt", DocumentKind::Unknown, SkipReason::Empty},
        {" \n ", "a.txt", DocumentKind::Unknown, SkipReason::Empty},
    };
    for (const Case& each : cases) {
        const DetectedFormat format = detectFormat(each.bytes, each.name);
        EXPECT_EQ(format.kind, each.kind) << each.name << ": " << each.bytes.substr(0, 30);
        if (each.kind != DocumentKind::Unknown) continue;
        EXPECT_EQ(format.reason, each.reason) << each.name;
        EXPECT_FALSE(format.message.empty()) << each.name;
    }
    EXPECT_EQ(endingOf("/a.b/.hidden"), "");
    EXPECT_EQ(endingOf("a.TAR.GZ"), "gz");
}

}  // namespace
}  // namespace hearth::rag
