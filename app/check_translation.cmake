# Fails where SEEN, a translation file brought up to date with the sources, has texts without a translation.
file(READ ${SEEN} text)
string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<comment>[^<]*</comment>[^<]*)?<translation type=\"unfinished\"" open "${text}")
list(LENGTH open count)
if(count GREATER 0)
  string(REGEX REPLACE "<source>([^<]*)</source>[^;]*" "  \\1\n" names "${open}")
  string(REPLACE ";" "" names "${names}")
  message(FATAL_ERROR "${TS}: ${count} texts have no translation. Run the target update_translations, "
    "then translate in this file:\n${names}")
endif()
