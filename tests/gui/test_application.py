"""Starting: the window on a file as a picture, and what nobody foresaw told in one sentence."""

from __future__ import annotations

import sys

from PySide6.QtGui import QImage

from ropa_app.gui import application
from tests.gui.window import example, open_window, page_of


def test_a_picture_shows_the_window_and_leaves_the_file_alone(qtbot, tmp_path):
    path = example(tmp_path)
    before = path.read_bytes()
    target = tmp_path / "window.png"
    assert application.picture(path, target, language="nn", appearance="dark", size=(911, 512)) == 0
    image = QImage(str(target))
    assert (image.width(), image.height()) == (911, 512)
    assert image.pixelColor(5, 500).lightness() < 60
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["velux.ropa", "window.png"]


def test_a_picture_of_nothing_fails_without_a_traceback(qtbot, tmp_path, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr("ropa_app.gui.file_flow.FileFlow.tell", lambda flow, text: told.append(text))
    assert application.picture(tmp_path / "absent.ropa", tmp_path / "window.png") == 1
    assert len(told) == 1
    assert "absent.ropa" in told[0]


def test_what_nobody_foresaw_is_one_sentence_in_the_window(qtbot, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = open_window(qtbot, tmp_path, example(tmp_path))
    application._catch_the_unforeseen(window)
    problem = ZeroDivisionError("division by zero")
    sys.excepthook(ZeroDivisionError, problem, None)
    strip = page_of(window).window().workspace.strip
    assert "division by zero" in strip.text()
    assert "Traceback" not in strip.text()
    assert "not foreseen" in caplog.text


def test_threads_hand_over_quickly(qapp):
    application.application()
    assert sys.getswitchinterval() < 0.001
