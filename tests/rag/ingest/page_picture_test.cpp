// Pages as pictures: what the locked-in process draws and sends, and where passages stand on them.
#include "rag/page_picture.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

#include "fakes/temporary_folder.h"
#include "rag/ingest/made_files.h"

namespace hearth::rag::tests {
namespace {

PagePicture pageOf(const std::vector<PageWord>& words) {
    PagePicture page;
    page.width = 2;
    page.height = 1;
    page.colours = std::string(6, 'x');
    page.words = words;
    return page;
}

TEST(PassageBoxes, AreALineEachAndMindNoHyphens) {
    const PagePicture page = pageOf({{"A", {.1, .1, .12, .12}},
                                     {"dog", {.13, .1, .2, .12}},
                                     {"needs", {.21, .1, .3, .12}},
                                     {"con-", {.31, .1, .4, .12}},
                                     {"sent.", {.1, .14, .2, .16}},
                                     {"Nothing", {.1, .2, .2, .22}}});
    const auto boxes = passageBoxes(page, "a dog needs “consent”");
    ASSERT_EQ(boxes.size(), 2u);
    EXPECT_DOUBLE_EQ(boxes[0].left, .1);
    EXPECT_DOUBLE_EQ(boxes[0].right, .4);
    EXPECT_DOUBLE_EQ(boxes[1].top, .14);
    EXPECT_TRUE(passageBoxes(page, "cats may be kept by anybody at all").empty());
    EXPECT_TRUE(passageBoxes(page, "").empty());
    EXPECT_TRUE(passageBoxes(pageOf({}), "dog").empty());
}

TEST(PassageBoxes, MarkWhatStandsOnThisPage) {
    std::vector<PageWord> words;
    std::string here;
    for (int i = 0; i < 20; ++i) {
        const std::string word = "word" + std::to_string(i * 7919);
        here += word + " ";
        words.push_back({word, {.1, i * .04, .2, i * .04 + .02}});
    }
    // The passage begins here and goes on overleaf.
    const auto boxes = passageBoxes(pageOf(words), here + "and this is on the next page of it, not here");
    EXPECT_GE(boxes.size(), 18u);
}

TEST(PageText, GoesThereAndBackAndRefusesNonsense) {
    const PagePicture page = pageOf({{"dog", {.1, .2, .3, .4}}});
    const auto back = readPageText(pageText(page));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->colours, page.colours);
    ASSERT_EQ(back->words.size(), 1u);
    EXPECT_EQ(back->words[0].text, "dog");
    const std::string good = pageText(page);
    for (const std::string& bad :
         {std::string(), std::string("{}"), std::string("{}\n"), good + "more",
          good.substr(0, good.size() - 1),
          std::string(R"({"page":1,"pages":1,"width":-2,"height":1,"words":[]})") + "\nxxxxxx",
          std::string(R"({"page":3,"pages":1,"width":2,"height":1,"words":[]})") + "\nxxxxxx",
          std::string(R"({"page":1,"pages":1,"width":99999,"height":99999,"words":[]})") + "\n",
          std::string(R"({"page":1,"pages":1,"width":2,"height":1,"words":[["dog"]]})") + "\nxxxxxx"})
        EXPECT_EQ(readPageText(bad).error().code, base::ErrorCode::InvalidInput) << bad;
}

class PageDrawerTest : public ::testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return (folder_ / name).string();
    }
    hearth::tests::TemporaryFolder folder_;
    PageDrawer drawer_{HEARTH_READER};
};

TEST_F(PageDrawerTest, DrawsAPageWithItsWords) {
    const std::string pdf = textPdf({{{12, 700, "Wells are deep."}}, {{12, 421, "Pumps lift the water."}}});
    const auto page = drawer_.draw(write("a.pdf", pdf), DocumentKind::Pdf, 2, 300);
    ASSERT_TRUE(page) << page.error().text();
    EXPECT_EQ(page->pages, 2);
    EXPECT_EQ(page->width, 300);
    EXPECT_NEAR(page->height, 300 * 842 / 595, 2);
    const auto boxes = passageBoxes(*page, "pumps lift");
    ASSERT_EQ(boxes.size(), 1u);
    EXPECT_NEAR(boxes[0].left, 72.0 / 595, 0.01);
    EXPECT_NEAR((boxes[0].top + boxes[0].bottom) / 2, 0.5, 0.02);
    const auto darkest = *std::min_element(page->colours.begin(), page->colours.end(),
                                           [](char a, char b) { return (a & 0xFF) < (b & 0xFF); });
    EXPECT_LT(darkest & 0xFF, 128) << "there is ink";
    EXPECT_EQ(drawer_.draw((folder_ / "a.pdf").string(), DocumentKind::Pdf, 99, 300)->page, 2);
}

TEST_F(PageDrawerTest, DrawsAPicture) {
    const std::string picture = drawn(textPdf({{{40, 700, "Wells"}}}), "-png");
    const auto page = drawer_.draw(write("a.png", picture), DocumentKind::Image, 1, 200);
    ASSERT_TRUE(page) << page.error().text();
    EXPECT_EQ(page->width, 200);
    EXPECT_EQ(page->pages, 1);
    EXPECT_TRUE(page->words.empty());
}

TEST_F(PageDrawerTest, SaysWhyItCannot) {
    const auto code = [&](const std::string& path, DocumentKind kind) {
        const auto page = drawer_.draw(path, kind, 1, 200);
        return page ? base::ErrorCode::Internal : page.error().code;
    };
    EXPECT_EQ(code((folder_ / "none.pdf").string(), DocumentKind::Pdf), base::ErrorCode::NotFound);
    EXPECT_EQ(code(write("bad.pdf", "%PDF-1.4 no more"), DocumentKind::Pdf), base::ErrorCode::InvalidInput);
    EXPECT_EQ(code(write("bad.png", "\x89PNG no more"), DocumentKind::Image), base::ErrorCode::InvalidInput);
    EXPECT_EQ(code(write("a.txt", "text"), DocumentKind::Text), base::ErrorCode::Unsupported);
    base::CancelSource stop;
    stop.cancel();
    const std::string pdf = write("a.pdf", textPdf({{{12, 700, "Wells"}}}));
    EXPECT_EQ(drawer_.draw(pdf, DocumentKind::Pdf, 1, 200, stop.token()).error().code,
              base::ErrorCode::Cancelled);
}

}  // namespace
}  // namespace hearth::rag::tests
