# The window: services and list models in C++, pages in qml/.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Network Qml Quick QuickControls2 Svg)
find_package(Qt6Keychain REQUIRED)

set(QT_QML_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml)
set(QT_QML_GENERATE_QMLLS_INI OFF)

qt_add_library(hearth_window STATIC)
set_target_properties(hearth_window PROPERTIES AUTOMOC ON)
target_sources(hearth_window PRIVATE
  assistant/agent_factory.cpp
  assistant/assistant.cpp assistant/assistant.h
  background.cpp
  demo/demo_desk.cpp
  demo/demo_hand_over.cpp
  demo/demo_library.cpp
  demo/fake_agent.cpp demo/fake_download.cpp
  demo/place_keys.cpp
  markup/cited_text.cpp
  markup/code_highlighter.cpp markup/code_highlighter.h
  markup/code_languages.cpp
  markup/math_layout.cpp
  markup/math_parser.cpp
  markup/math_symbols.cpp
  markup/message_blocks.cpp
  services/personal_marks.cpp services/personal_marks.h
  models/action_card.cpp models/action_card.h
  models/block_list_model.cpp models/block_list_model.h
  models/egress_list_model.cpp models/egress_list_model.h
  models/calendar_rows.cpp
  models/day_words.cpp
  models/found_items.cpp
  models/kind_groups.cpp
  models/hand_over_card.cpp models/hand_over_card.h
  models/command_model.cpp models/command_model.h
  models/conversation_list_model.cpp models/conversation_list_model.h
  models/page_image.h
  models/queue_model.cpp models/queue_model.h
  models/search_hit_model.cpp models/search_hit_model.h
  models/library_rows.cpp
  models/message_list_model.cpp models/message_list_model.h
  models/model_list_model.cpp models/model_list_model.h
  models/model_status.h
  models/offer_list_model.cpp models/offer_list_model.h
  models/row_model.cpp models/row_model.h
  models/setting_list_model.cpp models/setting_list_model.h
  models/source_rows.cpp
  models/stored_data_model.cpp models/stored_data_model.h
  platform/accent.cpp platform/accent.h
  platform/global_shortcut.cpp platform/global_shortcut.h
  platform/icon_provider.cpp
  platform/no_network.cpp
  platform/keyring.cpp
  platform/languages.cpp platform/languages.h
  platform/line_spacing.cpp platform/line_spacing.h
  platform/prose_style.cpp platform/prose_style.h
  platform/screen_reader.h
  platform/single_instance.cpp platform/single_instance.h
  services/adapter_shelf.cpp services/adapter_shelf.h
  platform/notifier.cpp platform/notifier.h
  services/action_log_service.cpp services/action_log_service.h
  services/agent_worker.cpp
  services/approval_service.cpp services/approval_service.h
  services/bell.cpp services/bell.h
  services/calendar_service.cpp services/calendar_service.h
  services/chat_actions.cpp
  services/attachments.cpp services/attachments.h
  services/chat_documents.cpp
  services/chat_guests.cpp
  services/chat_hand_over.cpp
  services/chat_service.cpp services/chat_service.h
  services/chat_turns.cpp
  services/conversation_book.cpp services/conversation_book.h
  services/conversation_files.cpp services/conversation_files.h
  services/document_viewer.cpp services/document_viewer.h
  services/library_search.cpp services/library_search.h
  services/library_service.cpp services/library_service.h
  services/finder_service.cpp services/finder_service.h
  services/guest_service.cpp services/guest_service.h
  services/model_files.cpp services/model_files.h
  services/model_market.cpp services/model_market.h
  services/model_opening.cpp
  services/open_models.cpp
  services/model_shelf.cpp services/model_shelf.h
  services/quick_ask.cpp services/quick_ask.h
  models/page_view.cpp models/page_view.h
  services/policy_service.cpp services/policy_service.h
  services/privacy_service.cpp services/privacy_service.h
  services/remote_service.cpp services/remote_service.h
  services/request_server.cpp services/request_server.h
  services/sentence_gatherer.cpp
  services/desk_service.cpp services/desk_service.h
  services/note_service.cpp services/note_service.h
  services/reminder_service.cpp services/reminder_service.h
  services/text_gatherer.cpp services/text_gatherer.h
  services/vault_door.cpp services/vault_door.h
  gui_bench.cpp
  self_test.cpp
  shell/command_table.cpp
  shell/fuzzy.cpp
  settings/settings.cpp settings/settings.h
  window.cpp
  window_look.cpp)
# Types that the pages use by name: import Hearth.App.
qt_add_qml_module(hearth_window URI Hearth.App VERSION 1.0 RESOURCE_PREFIX /qt/qml DEPENDENCIES QtQuick
                  OUTPUT_DIRECTORY ${QT_QML_OUTPUT_DIRECTORY}/Hearth/App)
target_include_directories(hearth_window PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}
  ${CMAKE_CURRENT_SOURCE_DIR}/assistant ${CMAKE_CURRENT_SOURCE_DIR}/markup ${CMAKE_CURRENT_SOURCE_DIR}/models
  ${CMAKE_CURRENT_SOURCE_DIR}/platform ${CMAKE_CURRENT_SOURCE_DIR}/services ${CMAKE_CURRENT_SOURCE_DIR}/settings)
target_link_libraries(hearth_window PUBLIC hearth_agent hearth_catalogue hearth_desktop hearth_handover hearth_library hearth_log hearth_store
  hearth_places hearth_preferences hearth_privacy hearth_rag hearth_remote PkgConfig::SODIUM Qt6Keychain::Qt6Keychain
  Qt6::Core Qt6::DBus Qt6::Gui Qt6::Network Qt6::Qml Qt6::Quick Qt6::QuickControls2 Qt6::Svg)
target_compile_definitions(hearth_window PRIVATE HEARTH_VERSION="${PROJECT_VERSION}")
target_precompile_headers(hearth_window PRIVATE <QObject> <QString> <QAbstractListModel> <QVariant>
  <QQmlApplicationEngine> <string> <vector> <memory> <functional>)

file(GLOB HEARTH_ICONS CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/assets/icons ${CMAKE_SOURCE_DIR}/assets/icons/*.svg)
list(TRANSFORM HEARTH_ICONS PREPEND ${CMAKE_SOURCE_DIR}/assets/icons/)
qt_add_resources(hearth_window icons PREFIX /icons BASE ${CMAKE_SOURCE_DIR}/assets/icons FILES ${HEARTH_ICONS})

include(translations.cmake)

add_subdirectory(${CMAKE_SOURCE_DIR}/qml ${CMAKE_BINARY_DIR}/qml_modules)
target_link_libraries(hearth PRIVATE hearth_window hearth_windowplugin hearth_pages)
target_compile_definitions(hearth PRIVATE HEARTH_GUI)
add_subdirectory(${CMAKE_SOURCE_DIR}/packaging/screenshots ${CMAKE_BINARY_DIR}/packaging/screenshots)
