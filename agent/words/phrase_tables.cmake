# Writes assets/i18n/agent_*.json into the program. Each holds one object, an entry a line: "English": "…",
# whose strings are C++ strings as they stand.
set(HEARTH_PHRASES)
set(HEARTH_PHRASE_TABLES)
foreach(language de zh_CN)
  set(file ${CMAKE_SOURCE_DIR}/assets/i18n/agent_${language}.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} entries)
  string(REPLACE "\": \"" "\", \"" entries "${entries}")
  string(REPLACE "\n  \"" "\n    {\"" entries "${entries}")
  string(REPLACE "\",\n" "\"},\n" entries "${entries}")
  string(REPLACE "\"\n}" "\"}}" entries "${entries}")
  string(APPEND HEARTH_PHRASES "constexpr Translation k_${language}[] = ${entries};\n")
  string(APPEND HEARTH_PHRASE_TABLES "{\"${language}\", k_${language}}, ")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/phrase_tables.cpp @ONLY CONTENT [=[
#include "words/phrase_tables.h"

namespace hearth::agent::words {
namespace {
@HEARTH_PHRASES@
}  // namespace

std::vector<PhraseTable> phraseTables() {
    return {@HEARTH_PHRASE_TABLES@};
}

}  // namespace hearth::agent::words
]=])
