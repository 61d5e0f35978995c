"""A caption with a text: shown where there is something to tell, else not there."""

from __future__ import annotations

from ropa_app.gui.widgets.captioned import Captioned


def test_it_shows_what_it_tells_and_hides_where_there_is_nothing(qtbot):
    one = Captioned()
    qtbot.addWidget(one)
    one.tell("Hvorfor", "Det mangler.")
    assert (one.caption.text(), one.text.text(), one.isHidden()) == ("Hvorfor", "Det mangler.", False)
    one.tell("Hvorfor", "")
    assert one.isHidden()
