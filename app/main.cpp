// The program: without arguments a window where there is a display, else the command line.
#include <cstdio>
#include <string_view>

#ifdef HEARTH_GUI
#include "window.h"
#endif

int main(int argc, char** argv) {
#ifdef HEARTH_GUI
    const bool asksForWindow = argc == 1 || std::string_view(argv[1]) == "--demo";
    if (asksForWindow && hearth::app::displayPresent()) return hearth::app::runWindow(argc, argv);
#endif
    (void)argv;
    std::fputs("hearth: there is no display. Use the command line.\n", stderr);
    return 2;
}
