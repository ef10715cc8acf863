// Where the window was the last time, as far as that is still on a screen.
import QtQuick
import QtQuick.Window
import Hearth.App

QtObject {
    id: place

    required property Window window
    required property Settings settings

    function restore() {
        if (settings.isOnScreen(settings.windowX, settings.windowY, window.width)) {
            window.x = settings.windowX;
            window.y = settings.windowY;
        }
        if (settings.maximized) window.visibility = Window.Maximized;
    }
    function remember() {
        const maximized = window.visibility === Window.Maximized;
        settings.rememberMaximized(maximized);
        if (maximized || window.visibility === Window.Hidden) return;
        settings.rememberSize(window.width, window.height);
        settings.rememberPlace(window.x, window.y);
    }
}
