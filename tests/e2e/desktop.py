"""A desktop of its own for one test: a screen, a session bus, accessibility, keys; nothing of the user's."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests import tools
from tests.e2e.programs import ROOT

READER: Final = Path(__file__).with_name("screen_reader.py")
PATIENCE_S: Final = 30.0
Part = dict[str, Any]


def until(look: Callable[[], Any], what: str) -> Any:
    """Return what a look finds as soon as it finds something; fail after a while."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {PATIENCE_S:.0f} s: {what}")


class Desktop:
    """Starts windows on its screen; `keys` and `write` go to the window that was brought up last."""

    def __init__(self, folder: Path, display: str, bus: str) -> None:
        self.folder: Final = folder
        self.environment: Final = {
            **os.environ,
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PYTHONPATH": str(ROOT),
        }
        self._windows: list[Window] = []

    def open(self, path: Path, *arguments: str, language: str = "nb") -> Window:
        """Open the program's window on a register and wait until its list is there."""
        command = [sys.executable, "-m", "ropa_app", str(path), "--language", language, *arguments]
        program = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        window = Window(self, program)
        self._windows.append(window)
        until(lambda: window.find("table"), "a table in the window")
        return window

    def set_author(self, name: str) -> None:
        """Write the name for the history into the settings, as if it had been given before."""
        settings = self.folder / "config" / "ropa" / "ropa.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"[person]\nname={name}\n", "utf-8")

    def xdotool(self, *arguments: str) -> str:
        """Drive keyboard and windows."""
        run = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=PATIENCE_S
        )
        assert run.returncode == 0, (arguments, run.stderr)
        return run.stdout

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, such as `ctrl+z`."""
        self.xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.xdotool("type", "--delay", "40", text)

    def close(self) -> None:
        """End what was started here."""
        for window in self._windows:
            window.end()


class Window:
    """One window of the program, in a process of its own."""

    def __init__(self, desktop: Desktop, program: subprocess.Popen[str]) -> None:
        self.desktop: Final = desktop
        self.program: Final = program
        self._reader = subprocess.Popen(
            [str(tools.SYSTEM_PYTHON), str(READER), str(program.pid)],
            env={**desktop.environment, "PYTHONPATH": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _ask(self, do: str, role: str = "", name: str = "", *, starts: bool = False) -> list[Part]:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        question = {"do": do, "role": role, "name": name, "starts": starts}
        self._reader.stdin.write(json.dumps(question) + "\n")
        self._reader.stdin.flush()
        said = self._reader.stdout.readline()
        assert said, f"the screen reader is gone; the window: {self.program.poll()}"
        return json.loads(said)

    def tree(self) -> list[Part]:
        """Return everything in the accessibility tree."""
        return self._ask("tree")

    def find(self, role: str, starts: str = "") -> list[Part]:
        """Return the parts on the screen with a role whose names begin so."""
        return self._ask("find", role, starts, starts=True)

    def focused(self) -> list[Part]:
        """Return the parts that have the focus."""
        return self._ask("focused")

    def focus(self, role: str, name: str) -> Part:
        """Put the focus on a control, as a screen reader does, and wait until it is there."""
        until(lambda: self._ask("focus", role, name), f"{role} {name!r}")
        return until(
            lambda: next((one for one in self._ask("find", role, name) if "focused" in one["states"]), None),
            f"the focus on {role} {name!r}",
        )

    def press(self, role: str, name: str) -> None:
        """Press a control through the accessibility tree."""
        until(lambda: self._ask("press", role, name), f"{role} {name!r}")

    def bring_up(self, title: str = "") -> None:
        """Give the keyboard to a window of the program by its title: there is no window manager to do it."""
        pid = str(self.program.pid)
        found = self.desktop.xdotool(
            "search", "--sync", "--onlyvisible", "--all", "--pid", pid, "--name", title or "."
        )
        self.desktop.xdotool("windowfocus", "--sync", found.split()[-1])

    def kill(self) -> None:
        """End the program as a power cut would."""
        self.program.send_signal(signal.SIGKILL)
        self.program.wait(PATIENCE_S)

    def end(self) -> None:
        """End the program and the reader."""
        for process in (self._reader, self.program):
            if process.poll() is None:
                process.terminate()
        for process in (self._reader, self.program):
            process.wait(PATIENCE_S)
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    stream.close()


@contextmanager
def desktop(folder: Path, size: str = "1366x768") -> Iterator[Desktop]:
    """Give a screen and buses of their own, and end all that was started on them."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    started: list[subprocess.Popen[str]] = []

    def start(*command: str, **environment: str) -> str:
        process = subprocess.Popen(
            command,
            env={**os.environ, "XDG_RUNTIME_DIR": str(runtime), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip()

    made: Desktop | None = None
    try:
        display = start("Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp")
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        made = Desktop(folder, display, bus)
        made.environment["XDG_RUNTIME_DIR"] = str(runtime)
        yield made
    finally:
        if made is not None:
            made.close()
        for process in reversed(started):
            process.terminate()
            process.wait(PATIENCE_S)
            if process.stdout is not None:
                process.stdout.close()
