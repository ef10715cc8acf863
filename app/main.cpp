// The program: without arguments a window where there is a display, else the command line.
#include "cli/cli.h"

#ifdef HEARTH_GUI
#include <string_view>

#include "gui_bench.h"
#include "self_test.h"
#include "window.h"
#endif

int main(int argc, char** argv) {
#ifdef HEARTH_GUI
    if (argc == 2 && std::string_view(argv[1]) == "--self-test") return hearth::app::runSelfTest(argc, argv);
    if (argc >= 3 && std::string_view(argv[1]) == "bench" && std::string_view(argv[2]) == "gui")
        return hearth::app::runGuiBench(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--gui-start") return hearth::app::runGuiStart(argc, argv);
    const bool asksForWindow =
        argc == 1 || std::string_view(argv[1]) == "--demo" || std::string_view(argv[1]) == "--quick-ask";
    if (asksForWindow && hearth::app::displayPresent()) return hearth::app::runWindow(argc, argv);
#endif
    return hearth::app::runCli(argc, argv);
}
