"""What each kind of assessment asks for, step by step, and the law that asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ropa_app.i18n import N_, NC_, Translator
from ropa_app.reports.articles import article


class Content(Enum):
    """What stands in a step beside or in place of the text of a field."""

    TEXT = "text"
    RISKS = "risks"  # the text, then the risks with their levels
    MEASURES = "measures"  # the text; asked for where the outcome rests on measures
    TRANSFERS = "transfers"  # the text, then the transfers
    TOOLS = "tools"  # the transfer tools and what they are worth
    PROCEDURE = "procedure"  # what is recorded of the steps that put a tool in place
    OFFICER = "officer"  # the advice of the data protection officer
    RESIDUAL = "residual"  # residual risk and prior consultation
    REVIEW = "review"  # the day it was made and the day it is reviewed


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a method: its marked title, the field with its text, what else stands there, who asks for it.

    `place` is a place of the Regulation such as "35(7)(a)", or a marked text. `asked` says that the law or
    the method asks for the text.
    """

    title: str
    field: str = ""
    content: Content = Content.TEXT
    place: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """A method: the place of the law it rests on, and its steps."""

    place: str
    steps: tuple[Step, ...]


_EDPB: Final = N_("EDPB Recommendations 01/2020")
_LIA: Final = Method(
    "6(1)(f)",
    (
        Step(N_("Whose interest, and which"), "description", place="6(1)(f)", asked=True),
        Step(N_("Necessity"), "necessity", place="6(1)(f)", asked=True),
        Step(N_("Balance"), "balance", place="6(1)(f)", asked=True),
        Step(N_("Safeguards"), "safeguards", Content.MEASURES),
    ),
)
_DPIA: Final = Method(
    "35",
    (
        Step(N_("Description of the processing"), "description", place="35(7)(a)", asked=True),
        Step(N_("Necessity and proportionality"), "necessity", place="35(7)(b)", asked=True),
        Step(N_("Risks to the data subjects"), "risks", Content.RISKS, "35(7)(c)", asked=True),
        Step(N_("Measures against the risks"), "safeguards", place="35(7)(d)", asked=True),
        Step(N_("DPO's advice"), "dpo_advice", Content.OFFICER, "35(2)"),
        Step(N_("Residual risk and prior consultation"), "residual_risk", Content.RESIDUAL, "36(1)", True),
    ),
)
_TIA: Final = Method(
    _EDPB,
    (
        Step(N_("Know the transfers"), "description", Content.TRANSFERS, N_("Step 1"), asked=True),
        Step(N_("Transfer tool"), "", Content.TOOLS, N_("Step 2"), asked=True),
        Step(N_("Law and practice of the country"), "risks", Content.RISKS, N_("Step 3"), asked=True),
        Step(N_("Supplementary measures"), "safeguards", Content.MEASURES, N_("Step 4")),
        Step(N_("Procedural steps"), "", Content.PROCEDURE, N_("Step 5")),
        Step(N_("Re-evaluation"), "next_review", Content.REVIEW, N_("Step 6"), asked=True),
    ),
)
_COMPATIBILITY: Final = Method(
    "6(4)",
    (
        Step(
            N_("The purposes, the connection between them, and the data"),
            "description",
            place=N_("Article 6(4)(a) to (c)"),
            asked=True,
        ),
        Step(N_("Possible consequences"), "risks", Content.RISKS, "6(4)(d)", asked=True),
        Step(N_("Safeguards"), "safeguards", place="6(4)(e)", asked=True),
    ),
)
_RISK: Final = Method(
    "32",
    (
        Step(N_("What was assessed"), "description"),
        Step(NC_("assessment", "Risks"), "risks", Content.RISKS, "32(2)", asked=True),
        Step(N_("Measures against the risks"), "safeguards", Content.MEASURES, "32(1)"),
        Step(N_("Residual risk"), "residual_risk", Content.RESIDUAL),
    ),
)
METHODS: Final[Mapping[str, Method]] = {
    "lia": _LIA,
    "dpia": _DPIA,
    "tia": _TIA,
    "compatibility": _COMPATIBILITY,
    "risk": _RISK,
}
#: An assessment whose kind nobody has stated: what every method describes.
UNSTATED: Final = Method(
    "",
    (
        Step(N_("Description"), "description"),
        Step(N_("Necessity"), "necessity"),
        Step(N_("Balance"), "balance"),
        Step(NC_("assessment", "Risks"), "risks", Content.RISKS),
        Step(N_("Safeguards"), "safeguards"),
    ),
)


def place_text(place: str, t: Translator) -> str:
    """Return a place of the Regulation in words, or another ground as it is marked."""
    if not place:
        return ""
    return article(place, t) if place[0].isdigit() else t.marked(place)
