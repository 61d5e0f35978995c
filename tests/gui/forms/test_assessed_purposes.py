"""A balancing test shows the purposes it is about with the interest they state."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Answer
from ropa_app.gui.forms.assessed_purposes import AssessedPurposes
from ropa_app.gui.widgets.chip import Chip
from ropa_app.gui.widgets.label import Label


def _told(desk) -> tuple[str, list[str]]:
    QApplication.processEvents()
    panel = desk.form().findChild(AssessedPurposes)
    texts = "\n".join(label.text() for label in panel.findChildren(Label) if label.isVisible())
    return texts, [chip.key for chip in panel.findChildren(Chip) if chip.isVisible()]


def test_the_interest_stands_beside_the_first_step_and_follows_the_purpose(desk) -> None:
    activity = desk.activity("1.3")
    purposes = [one for one in desk.document.records.owned(activity) if one.KIND == "purpose"]
    one = purposes[0]
    made = desk.document.add("assessment", method="lia", activities=(activity,))
    desk.show(made)
    stated = [each.id for each in purposes if "6-1-f" in each.art6]
    assert stated
    assert one.id not in stated
    assert _told(desk)[1] == stated
    assert desk.document.set_value(one.id, "art6", ("6-1-f",)) == ""
    texts, keys = _told(desk)
    assert keys == [one.id, *stated]
    assert "Interessen er ikke oppgitt." in texts
    assert desk.document.set_value(one.id, "interest", one.interest.with_("nb", "Flere kunder")) == ""
    assert "Interessen: Flere kunder" in _told(desk)[0]
    desk.press_undo()
    assert "Interessen er ikke oppgitt." in _told(desk)[0]


def test_a_purpose_of_further_use_is_what_compatibility_is_about(desk) -> None:
    activity = desk.activity("1.3")
    one = desk.first("purpose", activity)
    assert desk.document.set_value(one.id, "further_use", Answer.YES) == ""
    made = desk.document.add("assessment", method="compatibility", activities=(activity,))
    desk.show(made)
    assert _told(desk)[1] == [one.id]
    assert desk.document.set_value(made, "activities", ()) == ""
    assert "Ingen formål er knyttet til." in _told(desk)[0]
