"""The window outlives any number of signals that carry a bool or nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ropa_app.gui import singletons

CLICKS = """
from PySide6.QtCore import QObject, Signal
from ropa_app.gui import theme

class Sender(QObject):
    switched = Signal(bool)
    moved = Signal(QObject)

    def take(self, value):
        pass

sender = Sender()
sender.switched.connect(sender.take)
sender.moved.connect(sender.take)
for _ in range(20_000):
    sender.switched.emit(True)
    sender.switched.emit(False)
    sender.moved.emit(None)
print("alive", theme.scheme())
"""


def test_signals_cannot_wear_out_none_and_bool():
    done = subprocess.run([sys.executable, "-c", CLICKS], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "alive light"), done.stderr


@pytest.mark.parametrize("one", [None, True, False])
def test_protecting_twice_is_protecting_once(one):
    before = sys.getrefcount(one)
    singletons.protect()
    assert abs(sys.getrefcount(one) - before) < 1000
