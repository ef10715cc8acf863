#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string simple =
    "From: =?utf-8?q?An=C3=A1?= <ana@example.org>\r\nTo: bo@example.org\r\nSubject: The\r\n well\r\n"
    "Date: Fri, 1 Mar 2024 10:00:00 +0100\r\nMessage-ID: <1@example.org>\r\n";

TEST(MailReader, HeaderBodyAndAttachments) {
    const std::string parts =
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: "
        "multipart/alternative; "
        "boundary=Y\r\n\r\n--Y\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\n\r\nCaf=E9 at noon?\r\n--Y\r\nContent-Type: text/html\r\n\r\n<p>Not "
        "this</p>\r\n--Y--\r\n"
        "--X\r\nContent-Type: text/csv; name=p.csv\r\nContent-Disposition: attachment; filename=p.csv\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nUGFydCxQcmljZQpwdW1wLDIwCg==\r\n--X\r\nContent-Type: "
        "application/x-y\r\n"
        "Content-Disposition: attachment; filename=y.bin\r\nContent-Transfer-Encoding: "
        "base64\r\n\r\nAAECAwQ=\r\n--X--\r\n";
    const auto read = show(simple + parts, "a.eml");
    EXPECT_EQ(read.kind, DocumentKind::Mail);
    EXPECT_EQ(read.date, 1709283600);
    EXPECT_THAT(
        read.blocks,
        ElementsAre(
            "heading1 @m=1@example.org: The well",
            "mail-header [The well] @m=1@example.org: Subject: The well\nFrom: Aná <ana@example.org>\n"
            "To: bo@example.org\nDate: 2024-03-01 10:00 +0100",
            "paragraph [The well] @l1 m=1@example.org: Café at noon?",
            "table-row [The well] @l2 m=1@example.org in=p.csv: Part: pump | Price: 20"));
    EXPECT_THAT(read.warnings, ElementsAre(HasSubstr("y.bin")));
}

TEST(MailReader, OnlyHtml) {
    EXPECT_THAT(
        show(simple + "Content-Type: text/html; charset=utf-8\r\n\r\n<h2>Hi</h2><p>there</p>", "a.eml")
            .blocks.back(),
        HasSubstr("there"));
}

TEST(MailReader, MailboxesKeepTheirMessagesApart) {
    const std::string box = "From a Fri Mar  1 10:00:00 2024\n" + simple +
                            "\nOne.\nFrom here on.\n\n"
                            "From b Fri Mar  1 10:00:00 2024\nFrom: b@example.org\nSubject: Two\n\nSecond.\n";
    const auto read = show(box, "Inbox");
    EXPECT_EQ(read.kind, DocumentKind::Mailbox);
    EXPECT_THAT(read.blocks, ElementsAre(HasSubstr("The well"), HasSubstr("Aná"),
                                         "paragraph [The well] @l1-2 m=1@example.org: One.\nFrom here on.",
                                         "heading1 @m=#2: Two", HasSubstr("b@example.org"),
                                         "paragraph [Two] @l1 m=#2: Second."));
}

}  // namespace
}  // namespace hearth::rag::tests
