"""A caption with links: so many as there is room for, and how many more there are."""

from __future__ import annotations

from ropa_app.gui.widgets.linked import Linked


def test_links_are_told_by_caption_and_say_which_was_followed(qtbot):
    part = Linked(2)
    qtbot.addWidget(part)
    part.tell_links("Følger av", [("a", "En"), ("b", "To"), ("c", "Tre")], "og {} til".format)
    assert [link.accessibleName() for link in part.links] == ["Følger av: En", "Følger av: To"]
    assert part.text.text() == "og 1 til"
    with qtbot.waitSignal(part.followed) as asked:
        part.links[1].click()
    assert asked.args == ["b"]


def test_other_links_take_the_place_of_the_first_ones(qtbot):
    part = Linked(2)
    qtbot.addWidget(part)
    part.tell_links("Svar", [("a", "En")], str)
    part.tell_links("Svar", [], str, "Ingenting ennå")
    assert part.links == []
    assert part.text.text() == "Ingenting ennå"
    part.tell_links("Svar", [], str)
    assert part.isHidden()
