# The command line: no Qt.
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)

add_library(hearth_cli STATIC
  cli/actions.cpp
  cli/agent_host.cpp
  cli/ask.cpp
  cli/bench.cpp
  cli/bench_rag.cpp
  cli/chat.cpp
  cli/cli.cpp
  cli/conversations.cpp
  cli/data_access.cpp
  cli/document_answer.cpp
  cli/dates.cpp
  cli/egress_host.cpp
  cli/embed.cpp
  cli/eval.cpp
  cli/eval_answers.cpp
  cli/eval_pii.cpp
  cli/eval_rag.cpp
  cli/index.cpp
  cli/library.cpp
  cli/mcp.cpp
  cli/model.cpp
  cli/model_files.cpp
  cli/model_text.cpp
  cli/model_verify.cpp
  cli/models.cpp
  cli/offers.cpp
  cli/passphrase.cpp
  cli/quantize.cpp
  cli/redact.cpp
  cli/remote.cpp
  cli/search.cpp
  cli/serve.cpp
  cli/settings.cpp
  cli/system.cpp
  cli/terminal.cpp
  cli/turn.cpp
  cli/vault.cpp
  cli/wipe.cpp)
target_include_directories(hearth_cli PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(hearth_cli PRIVATE HEARTH_VERSION="${PROJECT_VERSION}")
target_link_libraries(hearth_cli PUBLIC hearth_agent hearth_handover hearth_places hearth_desktop
                      hearth_store hearth_library hearth_preferences hearth_catalogue hearth_server hearth_remote
                      PRIVATE CLI11::CLI11 nlohmann_json::nlohmann_json ZLIB::ZLIB hearth_privacy PkgConfig::SODIUM)
