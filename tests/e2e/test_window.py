"""The window as people meet it: a screen, a keyboard, the accessibility tree, and the file beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pymupdf
import pytest

from tests.e2e.desktop import Desktop, Part, Window, desktop, until
from tests.e2e.programs import ropa

pytestmark = pytest.mark.needs("Xvfb", "xdotool", "atspi", "xcb")
AUTHOR = "Kari Nordmann"
OLD = "Behandle bestillinger, samordne levering og gi støtte"
NEW = "Gjøre opp for bestilte varer straks"
# Rows and cells of lists and tables speak by what they hold, and an empty cell holds nothing.
CONTENTS = {"table cell", "table row header", "table column header"}


@pytest.fixture(name="screen")
def _screen(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path) as made:
        made.set_author(AUTHOR)
        yield made


@pytest.fixture(name="velux")
def _velux(tmp_path: Path) -> Path:
    path = tmp_path / "velux.ropa"
    ropa("example", path, "--by", AUTHOR)
    return path


def steps(path: Path) -> int:
    """Return how many steps the history has, read by another process while the window has the file open."""
    return int(json.loads(ropa("info", path, "--json").stdout)["steps"])


def stored_purpose(path: Path) -> str:
    """Return the first purpose of activity 1.3 in bokmål as another process reads it."""
    target = path.with_suffix(".json")
    ropa("export", "json", path, "-o", target)
    records = json.loads(target.read_text("utf-8"))["records"]
    target.unlink()
    activity = next(one["id"] for one in records if one["values"].get("reference") == "1.3")
    purposes = [one for one in records if one["kind"] == "purpose" and one["values"]["activity"] == activity]
    return str(min(purposes, key=lambda one: one["position"])["values"]["text"]["nb"])


def choose(window: Window, reference: str) -> None:
    """Go down the list with the keyboard until an activity is shown."""
    window.bring_up()
    window.focus("table", "Behandlingsaktiviteter")
    window.desktop.keys("Home")
    for _ in range(20):
        if window.find("text", "Nummer") and window.find("text", "Nummer")[0]["text"] == reference:
            return
        window.desktop.keys("Down")
    raise AssertionError(f"{reference} is not in the list")


def type_purpose(window: Window, text: str) -> None:
    """Open the first purpose of the activity shown and type another text into it."""
    window.focus("push button", f"Åpne {OLD}")
    window.desktop.keys("Return")
    window.focus("text", "Formål")
    window.desktop.keys("ctrl+a")
    window.desktop.write(text)
    window.desktop.keys("Tab")


def test_a_purpose_is_changed_taken_back_and_changed_again(screen: Desktop, velux: Path) -> None:
    window = screen.open(velux)
    choose(window, "1.3")
    before = steps(velux)
    type_purpose(window, NEW)
    until(lambda: steps(velux) == before + 1, "the step in the file")
    assert stored_purpose(velux) == NEW

    screen.keys("ctrl+z")
    until(lambda: steps(velux) == before + 2, "the undo in the file")
    assert stored_purpose(velux) == OLD
    assert [one["text"] for one in window.find("text", "Formål")] == [OLD]

    screen.keys("ctrl+y")
    until(lambda: steps(velux) == before + 3, "the redo in the file")
    assert stored_purpose(velux) == NEW
    assert ropa("verify", velux).stdout


def test_the_register_is_exported_by_keyboard(screen: Desktop, velux: Path, tmp_path: Path) -> None:
    window = screen.open(velux)
    window.bring_up()
    screen.keys("ctrl+e")
    until(lambda: window.find("push button", "Eksporter"), "the dialog")
    window.bring_up("Eksporter")
    target = tmp_path / "protokoll.pdf"
    window.focus("text", "Fil")
    screen.keys("ctrl+a")
    screen.write(str(target))
    screen.keys("Return")
    until(lambda: window.find("", "protokoll.pdf er skrevet"), "the message that it is written")
    with pymupdf.open(target) as document:
        text = " ".join(page.get_text() for page in document)
    assert "Protokoll over behandlingsaktiviteter" in text
    assert "Google" in text


def test_the_second_window_reads_and_says_who_writes(screen: Desktop, velux: Path) -> None:
    screen.open(velux)
    screen.set_author("Ola Nordmann")
    second = screen.open(velux)
    told = until(lambda: [one for one in second.find("label") if AUTHOR in one["name"]], "who has it open")
    assert told
    choose(second, "1.3")
    owner = second.find("text", "Internt ansvarlig")[0]
    assert "read_only" in owner["states"]
    before = steps(velux)
    second.focus("text", "Internt ansvarlig")
    screen.write("Salgssjefen")
    screen.keys("Tab")
    assert steps(velux) == before
    assert not second.find("push button", "Legg til")


PAGES = {
    "ctrl+1": "Kontroller",
    "ctrl+2": "Virksomheten",
    "ctrl+3": "Aktiviteter",
    "ctrl+4": "Databehandlere",
    "ctrl+5": "Overføringer",
    "ctrl+6": "Sikkerhetstiltak",
    "ctrl+7": "Systemer",
    "ctrl+8": "Vurderinger",
    "ctrl+9": "Som databehandler",
    "ctrl+0": "Personvernerklæring",
}


DIALOGS = (
    ("Fil", "Eksporter protokollen …"),
    ("Fil", "Innstillinger …"),
    ("Protokoll", "Godkjenn en versjon …"),
    ("Hjelp", "Om programmet"),
)


def nameless(parts: list[Part]) -> list[tuple[str, str, str]]:
    """Return role, text and the name around of everything that can take the focus and has no name.

    Of a combo box Qt gives its value as the name here, so what counts is the label that points at it.
    """
    named = [(one, one["label"] if one["role"] == "combo box" else one["name"]) for one in parts]
    return [
        (one["role"], one["text"], one["parent"])
        for one, name in named
        if "focusable" in one["states"] and one["role"] not in CONTENTS and not name.strip()
    ]


def is_at(window: Window, page: str) -> bool:
    """Tell whether a page is the one chosen in the sidebar."""
    return any("selected" in one["states"] for one in window.find("list item", page))


def test_nothing_that_takes_the_focus_is_without_a_name(screen: Desktop, velux: Path) -> None:
    window = screen.open(velux)
    window.bring_up()
    for key, page in PAGES.items():
        screen.keys(key)
        until(partial(is_at, window, page), page)
        parts = window.tree()
        assert sum("focusable" in one["states"] for one in parts) > 10, page
        assert nameless(parts) == [], page
        assert not [one["name"] for one in parts if "gikk galt" in one["name"]], page

    screen.keys("ctrl+3")
    choose(window, "1.3")
    for number in range(1, 4):
        card = window.find("push button", "Åpne ")[number]["name"]
        window.focus("push button", card)
        screen.keys("Return")
    assert nameless(window.tree()) == []


def is_reached(window: Window, item: str) -> bool:
    """Go one down in the menu that is open; tell whether an item is reached."""
    window.desktop.keys("Down")
    return any("focused" in one["states"] for one in window.find("menu item", item))


def test_dialogs_name_what_takes_the_focus(screen: Desktop, velux: Path) -> None:
    window = screen.open(velux)
    for menu, item in DIALOGS:
        window.bring_up()
        window.press("menu item", menu)
        until(partial(is_reached, window, item), item)
        screen.keys("Return")
        dialog = until(lambda: window.find("dialog"), item)
        assert dialog[0]["name"].strip(), item
        assert nameless(window.tree()) == [], item
        window.bring_up(dialog[0]["name"])
        screen.keys("Escape")
        until(lambda: not window.find("dialog"), f"the end of {item}")
