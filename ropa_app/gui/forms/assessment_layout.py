"""The forms of an assessment: one for each method, in its steps; else the methods to choose from.

The steps come from `legal.methods`, as those of the printed annex do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ropa_app.gui.forms.layout import Besides, Headed, Item, Layout, More, Panel, Part, Section
from ropa_app.i18n import N_
from ropa_app.legal.assessing import STEP_FIELDS, fields_told
from ropa_app.legal.methods import CONCLUSION, METHODS, Content, Method, Step

ADD_RISK: Final = N_("Add risk")
BESIDES: Final = N_("Recorded besides")
BESIDES_HINT: Final = N_(
    "Texts that the method does not ask for. They are kept and printed; empty them if they do not belong "
    "here."
)
RISKS: Final = Part("risk", ADD_RISK)
#: What the first section tells of a method: what the assessment is about.
_ABOUT: Final[Mapping[str, tuple[Item, ...]]] = {
    "lia": (Panel("assessed_purposes"),),
    "dpia": (Panel("screened"),),
    "compatibility": (Panel("assessed_purposes"),),
}
CHOOSING: Final[Layout] = (
    Section("about", N_("What kind of assessment is it?"), (Panel("methods", ("method",)),)),
    Section("links", N_("The assessment"), ("activities", "purposes", "day", "author")),
    Section("outcome", N_("Outcome"), ("outcome", "reasons", "next_review")),
    Section("besides", BESIDES, (Besides(STEP_FIELDS, (RISKS,)),), hint=BESIDES_HINT),
)


def _items(step: Step, code: str) -> tuple[Item, ...]:
    """Return what stands in a step of a method."""
    text = Headed(step.field, step.title)
    match step.content:
        case Content.TEXT | Content.MEASURES | Content.OFFICER:
            return (text,)
        case Content.RISKS:
            return (text, Panel("matrix"), RISKS)
        case Content.TRANSFERS:
            return (Panel("assessed_transfers"), text)
        case Content.TOOLS:
            return (Panel("assessed_tools"),)
        case Content.PROCEDURE:
            return (Panel("procedure"),)
        case Content.RESIDUAL:
            return ("residual_risk", "consulted" if code == "dpia" else More(("consulted",)))
        case Content.REVIEW:
            return ("day", "next_review")


def _layout(code: str, method: Method) -> Layout:
    reviewed = any(step.content is Content.REVIEW for step in method.steps)
    day: tuple[Item, ...] = () if reviewed else ("day",)
    review: tuple[Item, ...] = () if reviewed else ("next_review",)
    about = ("method", "activities", "purposes", *day, "author", *_ABOUT.get(code, ()))
    conclusion: tuple[Item, ...] = ("outcome", "reasons", *review)
    told = [(step, _items(step, code)) for step in method.steps] + [(CONCLUSION, conclusion)]
    left = tuple(name for name in STEP_FIELDS if name not in fields_told(method))
    parts = () if any(RISKS in items for _, items in told) else (RISKS,)
    return (
        Section("about", N_("The assessment"), about),
        *(
            Section(
                f"step{number}",
                step.title,
                items,
                letter=str(number),
                word=step.word,
                hint=step.hint,
                step=step,
            )
            for number, (step, items) in enumerate(told, 1)
        ),
        Section("besides", BESIDES, (Besides(left, parts),), hint=BESIDES_HINT),
    )


#: The form of each method; the empty code stands for an assessment whose method nobody has chosen.
ASSESSMENTS: Final[Mapping[str, Layout]] = {
    "": CHOOSING,
    **{code: _layout(code, method) for code, method in METHODS.items()},
}
