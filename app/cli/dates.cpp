// hearth dates: expressions of time in lines of text.
#include <iostream>
#include <memory>

#include "agent/datetime.h"
#include "cli/command.h"

namespace hearth::app::cli {

void addDates(Commands& commands) {
    auto language = std::make_shared<std::string>("en");
    auto json = std::make_shared<bool>(false);
    CLI::App* command =
        commands.add("dates", "Find and resolve dates and times in lines of JSON on the standard input",
                     "  echo '{\"text\":\"lunch tomorrow at noon\",\"reference\":\"2026-11-22T15:00:00\"}' | "
                     "hearth dates --lang en "
                     "--json");
    command->add_option("--lang", *language, "Language of the texts: en, de, fr, es or zh")
        ->capture_default_str();
    command->add_flag("--json", *json, "The form of the answer; there is no other");
    commands.run(command, [language, json]() -> ExitCode {
        if (!agent::languageFromTag(*language))
            return report({base::ErrorCode::InvalidInput,
                           "The language \"" + *language + "\" is not known; known are en, de, fr, es, zh",
                           "--lang"});
        return static_cast<ExitCode>(agent::runDates(std::cin, std::cout, std::cerr, *language));
    });
}

}  // namespace hearth::app::cli
