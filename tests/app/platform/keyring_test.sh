#!/bin/sh
# keyring_test.sh PROGRAM: runs it in a session with a keyring of its own; 77 where there can be none.
for needed in dbus-run-session gnome-keyring-daemon; do
    command -v "$needed" >/dev/null || {
        echo "Skipped: $needed is not installed here (Debian: dbus-daemon, gnome-keyring, libsecret-1-0)."
        exit 77
    }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_RUNTIME_DIR="$home"
export XDG_CURRENT_DESKTOP=GNOME GNOME_KEYRING_CONTROL= HEARTH_TEST_PROGRAM="$1"
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"
dbus-run-session -- sh -c '
    # An empty passphrase and its newline make the login keyring and unlock it.
    echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>"$HOME/log" || {
        echo "Skipped: gnome-keyring does not start here: $(head -1 "$HOME/log")"
        exit 77
    }
    "$HEARTH_TEST_PROGRAM"'
