"""What each kind of assessment asks for, step by step, and the law that asks: for window and annex."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ropa_app.i18n import N_, NC_


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
    the method asks for the text. `word` is the title in one word, `hint` what belongs there; both are marked.
    """

    title: str
    field: str = ""
    content: Content = Content.TEXT
    place: str = ""
    asked: bool = False
    word: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """A method: the place of the law it rests on, when it is used (marked), and its steps."""

    place: str
    use: str
    steps: tuple[Step, ...]


_EDPB: Final = N_("EDPB Recommendations 01/2020")
_LIA: Final = Method(
    "6(1)(f)",
    N_("Before a purpose rests on legitimate interests: your interest against that of the data subjects."),
    (
        Step(
            N_("Whose interest, and which"),
            "description",
            place="6(1)(f)",
            asked=True,
            word=NC_("assessment.step", "Interest"),
            hint=N_(
                "Whose interest it is, and what it consists in. It has to be lawful, clearly stated and "
                "real today. Say for which purpose it is meant."
            ),
        ),
        Step(
            N_("Necessity"),
            "necessity",
            place="6(1)(f)",
            asked=True,
            word=NC_("assessment.step", "Necessity"),
            hint=N_(
                "Why the purpose cannot be reached just as well by means that intrude less, and why each "
                "kind of data is needed for it."
            ),
        ),
        Step(
            N_("Balance"),
            "balance",
            place="6(1)(f)",
            asked=True,
            word=NC_("assessment.step", "Balance"),
            hint=N_(
                "What the processing means for the data subjects: what they can expect given their "
                "relation to you, how sensitive the data are, whether they are children or depend on you. "
                "Then whose interests weigh more, and why."
            ),
        ),
        Step(
            N_("Safeguards"),
            "safeguards",
            Content.MEASURES,
            word=NC_("assessment.step", "Safeguards"),
            hint=N_(
                "What you do so that the data subjects are not overridden: an easy way to object, less "
                "data, shorter storage, limited access. Measures that the outcome rests on have to stand "
                "here."
            ),
        ),
    ),
)
_DPIA: Final = Method(
    "35",
    N_(
        "Before processing that is likely to result in a high risk to people. Article 35(7) says what it "
        "holds."
    ),
    (
        Step(
            N_("Description of the processing"),
            "description",
            place="35(7)(a)",
            asked=True,
            word=NC_("assessment.step", "Description"),
            hint=N_(
                "What is done, step by step: which data about whom, for which purposes, by which means, "
                "who gets them and how long they are kept. Where the basis is legitimate interests, which "
                "ones."
            ),
        ),
        Step(
            N_("Necessity and proportionality"),
            "necessity",
            place="35(7)(b)",
            asked=True,
            word=NC_("assessment.step", "Necessity"),
            hint=N_(
                "Why the processing is needed for the purposes and is in proportion to them: the legal "
                "basis, no more data than needed, how long, and how the rights of the data subjects are "
                "met."
            ),
        ),
        Step(
            N_("Risks to the data subjects"),
            "risks",
            Content.RISKS,
            "35(7)(c)",
            asked=True,
            word=NC_("assessment.step", "Risks"),
            hint=N_(
                "What can go wrong for the data subjects, not for you: data that get out, wrong decisions, "
                "discrimination, lost control. Enter each risk below with likelihood and consequence "
                "before and after the measures."
            ),
        ),
        Step(
            N_("Measures against the risks"),
            "safeguards",
            place="35(7)(d)",
            asked=True,
            word=NC_("assessment.step", "Measures"),
            hint=N_(
                "The measures and safeguards that meet the risks, and how you show that the Regulation is "
                "complied with. Name at each risk the measures that reduce it."
            ),
        ),
        Step(
            N_("DPO's advice"),
            "dpo_advice",
            Content.OFFICER,
            "35(2)",
            word=NC_("assessment.step", "Advice"),
            hint=N_(
                "What the data protection officer advised, and what you decided. Where you sought the "
                "views of the data subjects, Article 35(9), write here what they said."
            ),
        ),
        Step(
            N_("Residual risk and prior consultation"),
            "residual_risk",
            Content.RESIDUAL,
            "36(1)",
            True,
            word=NC_("assessment.step", "Residual risk"),
            hint=N_(
                "The risk that is left when the measures are in place. If it is high, Datatilsynet has to "
                "be consulted before the processing starts."
            ),
        ),
    ),
)
_TIA: Final = Method(
    _EDPB,
    N_("Before a transfer that rests on a tool under Article 46, such as standard contractual clauses."),
    (
        Step(
            N_("Know the transfers"),
            "description",
            Content.TRANSFERS,
            N_("Step 1"),
            asked=True,
            word=NC_("assessment.step", "Transfers"),
            hint=N_(
                "Which data about whom go to whom and where, onward transfers included, and that no more "
                "is sent than needed. Link the transfer tools that this assessment is for."
            ),
        ),
        Step(
            N_("Transfer tool"),
            "",
            Content.TOOLS,
            N_("Step 2"),
            asked=True,
            word=NC_("assessment.step", "Tool"),
            hint=N_(
                "What the transfers rest on, and what it is worth today by the law data. Adequacy "
                "decisions and the derogations of Article 49 need no such assessment."
            ),
        ),
        Step(
            N_("Law and practice of the country"),
            "risks",
            Content.RISKS,
            N_("Step 3"),
            asked=True,
            word=NC_("assessment.step", "Country"),
            hint=N_(
                "Whether law or practice of the country keeps the tool from working: which authorities can "
                "get at the data, whether that is limited to what is necessary, and whether people can "
                "complain."
            ),
        ),
        Step(
            N_("Supplementary measures"),
            "safeguards",
            Content.MEASURES,
            N_("Step 4"),
            word=NC_("assessment.step", "Measures"),
            hint=N_(
                "Technical, contractual and organisational measures that lift the protection to the level "
                "of the EEA, such as encryption with the keys kept here. If none is enough, the transfer "
                "stops."
            ),
        ),
        Step(
            N_("Procedural steps"),
            "",
            Content.PROCEDURE,
            N_("Step 5"),
            word=NC_("assessment.step", "Procedure"),
            hint=N_(
                "What putting tool and measures in place takes: clauses signed, the document, the "
                "authority notified where that is needed. It is entered at the transfer tool."
            ),
        ),
        Step(
            N_("Re-evaluation"),
            "next_review",
            Content.REVIEW,
            N_("Step 6"),
            asked=True,
            word=NC_("assessment.step", "Review"),
            hint=N_(
                "The day law and practice of the country are looked at again. Look earlier when something "
                "changes there."
            ),
        ),
    ),
)
_COMPATIBILITY: Final = Method(
    "6(4)",
    N_("Before data are used for another purpose than they were collected for, without consent or a law."),
    (
        Step(
            N_("The purposes, the connection between them, and the data"),
            "description",
            place=N_("Article 6(4)(a) to (c)"),
            asked=True,
            word=NC_("assessment.step", "Purposes and data"),
            hint=N_(
                "(a) Any connection between the purpose the data were collected for and the new one. (b) "
                "In what context they were collected, and what the data subjects can expect given their "
                "relation to you. (c) What data they are, in particular special categories and criminal "
                "offences."
            ),
        ),
        Step(
            N_("Possible consequences"),
            "risks",
            Content.RISKS,
            "6(4)(d)",
            asked=True,
            word=NC_("assessment.step", "Consequences"),
            hint=N_(
                "(d) What the further processing may lead to for the data subjects, for good and for bad."
            ),
        ),
        Step(
            N_("Safeguards"),
            "safeguards",
            place="6(4)(e)",
            asked=True,
            word=NC_("assessment.step", "Safeguards"),
            hint=N_("(e) Which suitable safeguards there are, such as encryption or pseudonyms."),
        ),
    ),
)
_RISK: Final = Method(
    "32",
    N_("For the security of processing: what can happen to the data, and whether the measures are enough."),
    (
        Step(
            N_("What was assessed"),
            "description",
            word=NC_("assessment.step", "Subject"),
            hint=N_(
                "Which systems, data and people, and what has to be protected: confidentiality, integrity, "
                "availability."
            ),
        ),
        Step(
            NC_("assessment", "Risks"),
            "risks",
            Content.RISKS,
            "32(2)",
            asked=True,
            word=NC_("assessment.step", "Risks"),
            hint=N_(
                "What can happen by accident or by intent: data destroyed, lost, altered, disclosed or "
                "read by somebody who should not. Enter each risk below with likelihood and consequence."
            ),
        ),
        Step(
            N_("Measures against the risks"),
            "safeguards",
            Content.MEASURES,
            "32(1)",
            word=NC_("assessment.step", "Measures"),
            hint=N_(
                "The measures that fit the risks, with an eye to the state of the art and the cost. Name "
                "at each risk the measures that reduce it."
            ),
        ),
        Step(
            N_("Residual risk"),
            "residual_risk",
            Content.RESIDUAL,
            word=NC_("assessment.step", "Residual risk"),
            hint=N_("The risk that is left when the measures are in place, and who has accepted it."),
        ),
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
    "",
    (
        Step(N_("Description"), "description"),
        Step(N_("Necessity"), "necessity"),
        Step(N_("Balance"), "balance"),
        Step(NC_("assessment", "Risks"), "risks", Content.RISKS),
        Step(N_("Safeguards"), "safeguards"),
    ),
)
CONCLUSION: Final = Step(
    N_("Conclusion"),
    "outcome",
    asked=True,
    word=NC_("assessment.step", "Conclusion"),
    hint=N_("What the assessment comes to, and why. Without an outcome it counts as started only."),
)
