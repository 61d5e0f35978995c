"""A window that dies without a word: every edit it acknowledged is in the file, and the file opens again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from ropa_app.services import creating
from tests.e2e.programs import ROOT, ropa

AUTHOR = "Kari Nordmann"
# A real window on a real file types an owner again and again, and says after each one that it is stored.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from ropa_app.gui import application
from ropa_app.gui.main_window import MainWindow
from ropa_app.gui.settings import Settings
from ropa_app.gui.theme import Theme

app = application.application()
settings = Settings(Path(sys.argv[2]))
settings.author = "Kari Nordmann"
window = MainWindow(settings, Theme(app, "light"), "nb")
window.show()
assert window.open_file(Path(sys.argv[1]))
activity = next(one for one in window.document.records.of_kind("activity") if one.reference == "1.3")
assert window.show_record(activity.id)
app.processEvents()
line = next(one for one in window.findChildren(QWidget, "activity.owner") if one.isVisible())
for number in range(1, 10_000):
    line.setFocus()
    line.setText(f"{sys.argv[3]} {number}")
    assert line.commit_pending()
    print(number, flush=True)
    app.processEvents()
"""


def killed_after(path: Path, name: str, edits: int) -> int:
    """Let a window edit a register, kill it after some edits; return the last one it acknowledged."""
    command = [sys.executable, "-c", PROGRAM, str(path), str(path.with_suffix(".ini")), name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        acknowledged = 0
        while acknowledged < edits:
            said = program.stdout.readline()
            assert said, "the window ended by itself"
            acknowledged = int(said)
        program.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *map(int, program.stdout.read().split())])
    assert program.returncode == -signal.SIGKILL
    return acknowledged


def owner(path: Path) -> str:
    register = creating.open_register(path, AUTHOR, read_only=True)
    try:
        return next(one.owner for one in register.records.of_kind("activity") if one.reference == "1.3")
    finally:
        register.close()


def test_every_acknowledged_edit_survives_and_the_lock_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "velux.ropa"
    ropa("example", path, "--by", AUTHOR)
    before = int(json.loads(ropa("info", path, "--json").stdout)["steps"])
    typed = 0
    for name, edits in (("Kari", 1), ("Ola", 7), ("Åse", 23)):
        acknowledged = killed_after(path, name, edits)
        assert list(tmp_path.glob(".~lock*")), "the lock of the dead window"

        found = creating.open_register(path, AUTHOR)
        assert not found.file.read_only
        found.close()
        assert not list(tmp_path.glob(".~lock*"))
        # The edit after the last acknowledged one may have been stored before the window could say so.
        assert owner(path) in (f"{name} {acknowledged}", f"{name} {acknowledged + 1}")
        typed += int(owner(path).removeprefix(f"{name} "))
        assert int(json.loads(ropa("info", path, "--json").stdout)["steps"]) == before + typed
        ropa("verify", path)
