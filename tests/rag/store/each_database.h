// Tests of the store that hold for every database a library can be in. Each program of tests says in which it
// runs them, with HEARTH_IN_DATABASE.
#pragma once

#include "library_fixture.h"

namespace hearth::rag {

// A new, empty library: the file or address for LibraryStore::open. An error is the reason to skip.
using NewLibrary = base::Result<std::string> (*)(const tests::TemporaryFolder& folder);

class EachDatabaseTest : public LibraryTest, public ::testing::WithParamInterface<NewLibrary> {
  protected:
    void SetUp() override {
        const auto place = GetParam()(folder_);
        if (!place) GTEST_SKIP() << place.error().text();
        place_ = *place;
        open(place_);
    }
    std::string place_;
};

class LibraryStoreTest : public EachDatabaseTest {};
class FolderTableTest : public EachDatabaseTest {};
class WordIndexTest : public EachDatabaseTest {};

#define HEARTH_IN_DATABASE(name, newLibrary)                                            \
    INSTANTIATE_TEST_SUITE_P(name, LibraryStoreTest, ::testing::Values(&(newLibrary))); \
    INSTANTIATE_TEST_SUITE_P(name, FolderTableTest, ::testing::Values(&(newLibrary)));  \
    INSTANTIATE_TEST_SUITE_P(name, WordIndexTest, ::testing::Values(&(newLibrary)))

}  // namespace hearth::rag
