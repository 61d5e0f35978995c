"""A caption with links: so many as there is room for, and how many more there are."""

from __future__ import annotations

from ropa_app.gui.widgets.told_part import LinkedPart, ToldPart


def test_nothing_is_shown_where_there_is_no_text(qtbot):
    part = ToldPart()
    qtbot.addWidget(part)
    part.tell("Hvorfor", "")
    assert part.isHidden()
    part.tell("Hvorfor", "Derfor")
    assert not part.isHidden()


def test_links_are_told_by_caption_and_say_which_was_followed(qtbot):
    part = LinkedPart(2)
    qtbot.addWidget(part)
    part.tell_links("Følger av", [("a", "En"), ("b", "To"), ("c", "Tre")], "og {} til".format)
    assert [link.accessibleName() for link in part.links] == ["Følger av: En", "Følger av: To"]
    assert part.text.text() == "og 1 til"
    with qtbot.waitSignal(part.followed) as asked:
        part.links[1].click()
    assert asked.args == ["b"]


def test_other_links_take_the_place_of_the_first_ones(qtbot):
    part = LinkedPart(2)
    qtbot.addWidget(part)
    part.tell_links("Svar", [("a", "En")], str)
    part.tell_links("Svar", [], str, "Ingenting ennå")
    assert part.links == []
    assert part.text.text() == "Ingenting ennå"
    part.tell_links("Svar", [], str)
    assert part.isHidden()
