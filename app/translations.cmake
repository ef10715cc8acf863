# The window's texts in other languages, and English plurals: assets/i18n/hearth_*.ts, compiled into the program. The build fails
# where a text has no translation; `cmake --build … --target update_translations` adds new texts to the files.
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

file(GLOB_RECURSE HEARTH_TEXTS CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/qml/*.qml ${CMAKE_SOURCE_DIR}/app/*.cpp ${CMAKE_SOURCE_DIR}/app/*.h)
list(APPEND HEARTH_TEXTS ${CMAKE_SOURCE_DIR}/privacy/finding/kind_names.cpp)
set(HEARTH_LUPDATE $<TARGET_FILE:Qt6::lupdate> -silent -no-obsolete -locations none
  -tr-function-alias QT_TRANSLATE_NOOP+=HEARTH_TEXT
  -recursive ${CMAKE_SOURCE_DIR}/qml ${CMAKE_SOURCE_DIR}/app
  ${CMAKE_SOURCE_DIR}/privacy/finding/kind_names.cpp -ts)

set(plural_en -pluralonly)
set(HEARTH_QM)
foreach(language en de zh_CN)
  set(ts ${CMAKE_SOURCE_DIR}/assets/i18n/hearth_${language}.ts)
  set(qm ${CMAKE_CURRENT_BINARY_DIR}/i18n/hearth_${language}.qm)
  set(seen ${CMAKE_CURRENT_BINARY_DIR}/i18n/hearth_${language}.ts)
  add_custom_command(OUTPUT ${qm}
    COMMAND ${CMAKE_COMMAND} -E copy ${ts} ${seen}
    COMMAND ${HEARTH_LUPDATE} ${seen} ${plural_${language}}
    COMMAND ${CMAKE_COMMAND} -DSEEN=${seen} -DTS=${ts} -P ${CMAKE_SOURCE_DIR}/app/check_translation.cmake
    COMMAND Qt6::lrelease -silent ${seen} -qm ${qm}
    DEPENDS ${ts} ${HEARTH_TEXTS} ${CMAKE_SOURCE_DIR}/app/check_translation.cmake
    COMMENT "Translation ${language}" VERBATIM)
  list(APPEND HEARTH_QM ${qm})
endforeach()

add_custom_target(update_translations
  COMMAND ${HEARTH_LUPDATE} ${CMAKE_SOURCE_DIR}/assets/i18n/hearth_de.ts ${CMAKE_SOURCE_DIR}/assets/i18n/hearth_zh_CN.ts
  COMMAND ${HEARTH_LUPDATE} ${CMAKE_SOURCE_DIR}/assets/i18n/hearth_en.ts -pluralonly VERBATIM)
qt_add_resources(hearth_window translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n FILES ${HEARTH_QM})
