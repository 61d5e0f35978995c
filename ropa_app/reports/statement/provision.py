"""Whether the data have to be given, and what happens without them."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import Paragraph, para
from ropa_app.reports.statement.context import StatementContext, closed, section_number

_ITEM: Final = "provision"
_NEEDED: Final = ("statutory", "contractual")


def provision_paragraphs(
    context: StatementContext, view: ActivityView, code: str, label: str
) -> list[Paragraph]:
    """Return whether the data of an activity have to be given, Article 13(2)(e)."""
    t, activity, section = context.t, view.activity, section_number(code)
    mine = (activity.id,)
    answers = {
        "statutory": t("Yes, the law requires them."),
        "contractual": t("Yes, the contract requires them."),
        "voluntary": t("No, it is up to you."),
        "not_applicable": t("Not applicable."),
    }
    answer = answers.get(activity.provision)
    if answer is None:
        return [context.gap(code, label, item=_ITEM, activities=mine)]
    if activity.provision == "not_applicable":
        context.ledger.skip(_ITEM, section, mine)
        return [para(answer)]
    context.ledger.say(_ITEM, section, mine)
    if consequence := context.words.shown(activity.provision_consequence):
        return [para(answer, " ", *closed(consequence))]
    if activity.provision not in _NEEDED:
        return [para(answer)]
    why = t("What happens without them is missing.")
    return [para(answer), context.gap(code, label, why, item=_ITEM, activities=mine)]
