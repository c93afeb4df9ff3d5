#!/usr/bin/env python3
"""Runs a program on a screen of its own: Xvfb with a display number that the server finds free, so that any number of
tests run at once. With --bus it has a session bus of its own too, for screen readers. Ends with the program's status.

on_screen.py [--bus] PROGRAM [ARGUMENT …]
"""
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile

PR_SET_PDEATHSIG = 1
PATIENCE = 60  # seconds for a server to be ready on a busy machine
ADVICE = "run ./dev setup"


def end_with_parent():
    """A test that is killed leaves nothing behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start(command, environment):
    """A server, and what it answers when it is ready: on the descriptor that stands for {} in its command."""
    if not shutil.which(command[0]):
        sys.exit(f"{command[0]} is missing: {ADVICE}")
    read, write = os.pipe()
    with tempfile.TemporaryFile() as errors:
        server = subprocess.Popen([part.format(write) for part in command], pass_fds=[write], env=environment,
                                  preexec_fn=end_with_parent, stdout=subprocess.DEVNULL, stderr=errors)
        os.close(write)
        signal.signal(signal.SIGALRM, lambda *_: server.kill())
        signal.alarm(PATIENCE)
        with os.fdopen(read) as answer:
            ready = answer.readline().strip()
        signal.alarm(0)
        if not ready:
            server.kill()
            errors.seek(0)
            sys.exit(f"{command[0]} did not start: {errors.read().decode(errors='replace').strip()}")
    return server, ready


def main():
    arguments = sys.argv[1:]
    with_bus = arguments[:1] == ["--bus"]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
        screen, number = start(["Xvfb", "-displayfd", "{}", "-screen", "0", "1280x1024x24", "-dpi", "96",
                                "-nolisten", "tcp", "-noreset"], environment)
        environment["DISPLAY"] = f":{number}"
        servers = [screen]
        if with_bus:  # its sockets and settings are nobody else's
            environment |= {"XDG_RUNTIME_DIR": folder, "XDG_CONFIG_HOME": folder, "GSETTINGS_BACKEND": "memory"}
            bus, address = start(["dbus-daemon", "--session", "--nofork", "--print-address={}"], environment)
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            servers.append(bus)
        status = subprocess.run(arguments[with_bus:], env=environment, preexec_fn=end_with_parent).returncode
        for server in reversed(servers):
            server.terminate()
            server.wait()
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
