"""Walks the window as a screen reader sees it: every page, over AT-SPI, in a session of its own.

What is shown has a role, and a name where a person would want to hear one. The pages are those that the side
bar offers; each is reached through its button there. Called with the program as its argument; runs itself again inside Xvfb and a session
bus. Exit code 77: something that it needs is not installed, and is named.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PATIENCE_S = 60

# Roles whose purpose is only to hold others.
NAMELESS = {"frame", "filler", "panel", "application", "list", "separator"}


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIPPED)


def start_inside_session():
    for tool in ("xvfb-run", "dbus-run-session"):
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")
    with tempfile.TemporaryDirectory(prefix="hearth-a11y-") as folder:
        environment = dict(os.environ, HEARTH_A11Y_INSIDE="1", XDG_RUNTIME_DIR=folder, HOME=folder,
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
        command = ["xvfb-run", "-a", "dbus-run-session", "--", sys.executable, __file__, *sys.argv[1:]]
        return subprocess.run(command, env=environment, check=False).returncode


def is_shown(node, states):
    return node.get_state_set().contains(states.SHOWING)


def shown(node, states):
    """The node and all below it that can be seen, with the names of those above it."""
    if node is None or not is_shown(node, states):
        return
    yield node
    for i in range(node.get_child_count()):
        yield from shown(node.get_child_at_index(i), states)


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"did not come: {what}")


def application(atspi, pid):
    desktop = atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(i)
        if one is not None and one.get_process_id() == pid and one.get_child_count() > 0:
            return one
    return None


def faults(window, states):
    for node in shown(window, states):
        role = node.get_role_name()
        if role in ("unknown", "invalid", ""):
            yield f"no role: {node.get_name()!r}"
        elif role == "password text" and node.get_description():
            continue  # Qt 6.4 tells no name of hidden text
        elif role not in NAMELESS and not node.get_name():
            yield f"no name: {role} in {node.get_parent().get_name()!r}"


def actions(node):
    return [node.get_action_name(i) for i in range(node.get_n_actions())]


def press(node):
    node.do_action(actions(node).index("Press"))


def find(window, states, name):
    for node in shown(window, states):
        if node.get_name() == name and "Press" in actions(node):
            return node
    return None


def pages_offered(window, states):
    places = next((node for node in shown(window, states) if node.get_name() == "Places"), None)
    return [node.get_name() for node in shown(places, states) if "Press" in actions(node)]


def walk_pages(window, states, pages):
    problems = []
    for page in pages:
        if page:
            press(wait_for(lambda: find(window, states, page), f"the button of {page}"))
            wait_for(lambda: [n for n in shown(window, states)
                              if n.get_role_name() == "heading" and n.get_name() == page], f"the page {page}")
            time.sleep(0.5)  # what the page reads is there
        count = sum(1 for _ in shown(window, states))
        found = sorted(set(faults(window, states)))
        print(f"{page or 'Conversation'}: {count} things are shown, {len(found)} faults")
        problems += [f"{page or 'Conversation'}: {fault}" for fault in found]
        if count < 10:
            problems.append(f"{page}: hardly anything is shown")
    return problems


def main():
    if "HEARTH_A11Y_INSIDE" not in os.environ:
        return start_inside_session()
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
    except (ImportError, ValueError) as error:
        skip(f"the screen reader's interface for Python is not installed ({error})")
    Atspi.init()
    program = subprocess.Popen([sys.argv[1], "--demo"])
    try:
        app = wait_for(lambda: application(Atspi, program.pid), "the window on the accessibility bus")
        window = app.get_child_at_index(0)
        wait_for(lambda: is_shown(window, Atspi.StateType), "the window")
        time.sleep(1)
        pages = pages_offered(window, Atspi.StateType)
        if len(pages) < 2:
            sys.exit(f"the side bar offers hardly any page: {pages}")
        problems = walk_pages(window, Atspi.StateType, ["", *pages])
    finally:
        program.terminate()
        program.wait()
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
