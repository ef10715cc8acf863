// The program: without arguments a window where there is a display, else the command line.
#include "cli/cli.h"

#ifdef HEARTH_GUI
#include <string_view>

#include "background.h"
#include "gui_bench.h"
#include "platform/keyring.h"
#include "self_test.h"
#include "window.h"
#endif

int main(int argc, char** argv) {
#ifdef HEARTH_GUI
    if (argc == 2 && std::string_view(argv[1]) == "--self-test") return hearth::app::runSelfTest(argc, argv);
    if (argc >= 3 && std::string_view(argv[1]) == "bench" && std::string_view(argv[2]) == "gui")
        return hearth::app::runGuiBench(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--gui-start") return hearth::app::runGuiStart(argc, argv);
    if (argc == 2 && std::string_view(argv[1]) == "--background")
        return hearth::app::runBackground(argc, argv);
    const std::string_view first = argc > 1 ? argv[1] : "";
    const bool asksForWindow =
        first.empty() || first == "--demo" || first == "--quick-ask" || first == "--place";
    if (asksForWindow && hearth::app::displayPresent()) return hearth::app::runWindow(argc, argv);
    return hearth::app::runCli(argc, argv, hearth::app::keyring::door());
#else
    return hearth::app::runCli(argc, argv);
#endif
}
