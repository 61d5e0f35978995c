"""The caution names characters and the first places, and leads there."""

from __future__ import annotations

from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.replaced_strip import ReplacedStrip, characters_text
from ropa_app.gui.orders import NoGlyph


def place(document, reference, characters=("\U0001f984",)):
    one = next(one for one in document.records.of_kind("activity") if one.reference == reference)
    return NoGlyph(one.id, "activity", "title", reference, characters)


def test_characters_have_their_numbers_and_marks_only_those():
    assert characters_text(["\U0001f984", "\u0301"]) == "\U0001f984 (U+1F984), U+0301"
    assert characters_text([chr(0x4E00 + n) for n in range(7)]).endswith("(U+4E04), …")


def test_it_is_hidden_while_all_can_be_printed(qtbot, document):
    strip = ReplacedStrip(document)
    qtbot.addWidget(strip)
    strip.show_replaced((), ())
    assert not strip.isVisible()
    assert strip.text() == ""


def test_it_leads_to_the_first_places_and_counts_the_rest(qtbot, document):
    strip = ReplacedStrip(document)
    qtbot.addWidget(strip)
    places = [place(document, one) for one in ("1.1", "1.2", "1.3", "1.4", "1.5")]
    strip.show_replaced(("\U0001f984",), places)
    assert [link.text() for link in strip.links] == [
        "1.1: Behandling",
        "1.2: Behandling",
        "1.3: Behandling",
    ]
    shown = strip.findChildren(type(strip._rest))
    assert "og 2 steder til" in [label.text() for label in shown]
    wanted: list[str] = []
    strip.record_wanted.connect(wanted.append)
    strip.links[1].click()
    assert wanted == [places[1].record]
    strip.show_replaced(("\U0001f984",), places[:1])
    assert len(strip.links) == 1


def test_a_record_of_an_old_version_that_is_gone_is_no_link(qtbot, document):
    strip = ReplacedStrip(document)
    qtbot.addWidget(strip)
    strip.show_replaced(("x",), [NoGlyph(RecordId("gone"), "activity", "title", "9.9", ("x",))])
    assert not strip.links[0].isEnabled()
