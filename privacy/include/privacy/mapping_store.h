// What stood for what in each conversation, beyond the run of the program. A mapping lies in stand_ins.db of
// the data folder, encrypted (crypto_secretbox of libsodium) under a key of its own conversation, which lies
// in stand-ins/ID.key for the user alone; where all data is sealed, the database is sealed besides. Without
// its key a mapping is noise: dropping the key drops the mapping. Owns its connection to the database; one
// thread at a time, any number of stores.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/result.h"
#include "privacy/database.h"
#include "privacy/masking.h"

namespace hearth::privacy {

class MappingStore {
  public:
    // Opens or makes the database in the data folder. Errors: Io, InvalidInput.
    static base::Result<MappingStore> open(const std::filesystem::path& dataDir);

    // Nothing where none is kept. Errors: InvalidInput where it or its key is damaged, Io.
    base::Result<std::optional<Mapping>> read(std::int64_t conversation);
    // In place of an earlier one; the key is made by the first.
    base::Result<void> write(std::int64_t conversation, const Mapping& mapping);
    // The key first, overwritten before it goes; then what it opened.
    base::Result<void> drop(std::int64_t conversation);
    // Drops those of all other conversations: what was deleted while nobody looked.
    base::Result<void> keepOnly(const std::vector<std::int64_t>& conversations);

  private:
    MappingStore(Database database, std::filesystem::path keys)
        : database_(std::move(database)), keys_(std::move(keys)) {}
    std::filesystem::path keyFile(std::int64_t conversation) const;

    Database database_;
    std::filesystem::path keys_;
};

}  // namespace hearth::privacy
