"""The legend: every sign with its word, and who is not in the grid."""

from __future__ import annotations

from ropa_app.gui.pages.coverage_legend import CoverageLegend
from ropa_app.gui.widgets.coverage_mark import LOOKS, LookMark
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import translator


def test_every_sign_stands_beside_its_word(qtbot):
    legend = CoverageLegend(translator("en"))
    qtbot.addWidget(legend)
    assert [one.look() for one in legend.findChildren(LookMark)] == list(LOOKS)
    words = {one.text() for one in legend.findChildren(Label)}
    assert {"Missing", "Filled in, with a warning", "Filled in", "Does not apply", "Not decided"} <= words


def test_who_is_kept_out_is_told_in_the_language_of_the_window(qtbot):
    legend = CoverageLegend(translator("en"))
    qtbot.addWidget(legend)
    assert legend.sentence.isHidden()
    legend.set_left_out(2)
    assert legend.sentence.text() == "2 activities are kept out of the statement."
    legend.retranslate(translator("nn"))
    assert legend.sentence.text() == "2 aktivitetar er haldne utanfor erklæringa."
