"""Consent mechanisms, and the assessments the law asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId, Text
from ropa_app.i18n import N_, NC_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """How consent is obtained, evidenced and withdrawn, Article 7."""

    KIND: ClassVar[str] = "consent"
    name: str = declare.line(
        N_("Name"),
        N_("For example “Consent to the newsletter”."),
        audience=AUTHORITY,
        needed_by="Art. 7(1)",
    )
    text: Text = declare.local_text(
        N_("Text that was shown"),
        N_("Word for word, as the data subject reads it."),
        audience=AUTHORITY,
        needed_by="Art. 7(1), 7(2); R-LB-06",
    )
    active: Answer = declare.answer(
        N_("Requires an affirmative act?"),
        N_("Pre-ticked boxes are not consent."),
        audience=AUTHORITY,
        needed_by="Art. 4(11); R-LB-06",
    )
    evidence: Text = declare.local_text(
        N_("How consent is evidenced"),
        N_("What is stored, and where."),
        audience=AUTHORITY,
        needed_by="Art. 7(1); R-LB-06",
    )
    withdrawal: Text = declare.local_text(
        N_("How to withdraw"),
        N_("Must be as easy as giving consent."),
        audience=PUBLIC,
        needed_by="Art. 7(3); R-LB-06; item withdrawal",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """A balancing test, DPIA, transfer assessment, compatibility or risk assessment."""

    KIND: ClassVar[str] = "assessment"
    method: str = declare.code(
        "assessment_kinds",
        N_("Kind of assessment"),
        N_("What is being assessed."),
        audience=AUTHORITY,
        needed_by="R-LB-02; R-DPI-01; R-TRA-10; R-PUR-04; R-SEC-05",
    )
    activities: tuple[RecordId, ...] = declare.refs(
        "activity",
        NC_("assessment.activities", "Processing activities"),
        N_("The activities the assessment covers."),
        audience=AUTHORITY,
        needed_by="R-DPI-01; R-SEC-05",
    )
    purposes: tuple[RecordId, ...] = declare.refs(
        "purpose",
        N_("Purposes"),
        N_("When the assessment covers only some purposes."),
        audience=AUTHORITY,
        needed_by="R-LB-02; R-PUR-04",
    )
    day: date | None = declare.day(
        N_("Date"),
        N_("The day the assessment was made."),
        audience=AUTHORITY,
        needed_by="R-LB-04; R-DPI-05",
    )
    author: str = declare.line(
        N_("Made by"),
        N_("Name or position."),
        audience=AUTHORITY,
        needed_by="Art. 5(2)",
    )
    outcome: str = declare.code(
        "assessment_outcomes",
        N_("Outcome"),
        N_("The conclusion. Without it the assessment counts as started only."),
        audience=AUTHORITY,
        needed_by="R-LB-02; R-DPI-03; R-TRA-11",
    )
    reasons: str = declare.text(
        N_("Reasons"),
        N_("Why this is the outcome, also when no DPIA is needed."),
        audience=AUTHORITY,
        needed_by="R-DPI-03; Art. 5(2)",
    )
    next_review: date | None = declare.day(
        N_("Next review"),
        N_("The day the assessment is to be reviewed again."),
        audience=AUTHORITY,
        needed_by="R-LB-04; R-DPI-05",
    )
    description: str = declare.text(
        N_("Description"),
        N_("What is processed, about whom, for what purposes and by what means."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(a); TIA steps 1-2",
    )
    necessity: str = declare.text(
        N_("Necessity"),
        N_(
            "Why the aim cannot be reached by less intrusive means, and whether the processing is "
            "proportionate to the purpose."
        ),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(b); 6(1)(f)",
    )
    balance: str = declare.text(
        N_("Balance"),
        N_("Your interests against the data subject's. For a balancing test only."),
        audience=AUTHORITY,
        needed_by="Art. 6(1)(f)",
    )
    risks: str = declare.text(
        N_("Risks, or law and practice of the country"),
        N_("For a DPIA: the risks to data subjects. For a TIA: law and practice in the country."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(c); TIA step 3",
    )
    safeguards: str = declare.text(
        N_("Safeguards"),
        N_("What is done to reduce the risk, supplementary measures included."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(d); R-TRA-11; TIA steps 4-5",
    )
    dpo_advice: str = declare.text(
        N_("DPO's advice"),
        N_("The advice, and whether it was followed."),
        audience=AUTHORITY,
        needed_by="Art. 35(2)",
    )
    residual_risk: str = declare.code(
        "residual_risks",
        N_("Residual risk"),
        N_("The risk that remains after the measures."),
        audience=AUTHORITY,
        needed_by="R-DPI-04",
    )
    consulted: date | None = declare.day(
        N_("Prior consultation on"),
        N_("The day the matter was submitted to Datatilsynet."),
        audience=AUTHORITY,
        needed_by="Art. 36; R-DPI-04",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Record):
    """One risk of an assessment, Article 35(7)(c)."""

    KIND: ClassVar[str] = "risk"
    assessment: RecordId = declare.parent(
        "assessment",
        N_("Assessment"),
        N_("The assessment the risk belongs to."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(c)",
    )
    description: str = declare.text(
        N_("Risk"),
        N_("What can happen, and what it means for the data subjects."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(c)",
    )
    likelihood: str = declare.code(
        "risk_levels",
        N_("Likelihood"),
        N_("How likely it is before the measures."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(c)",
    )
    consequence: str = declare.code(
        "risk_levels",
        N_("Consequence"),
        N_("How serious it is for the data subjects before the measures."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(c)",
    )
    measures: tuple[RecordId, ...] = declare.refs(
        "measure",
        N_("Measures"),
        N_("The measures that reduce the risk."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(d)",
    )
    likelihood_after: str = declare.code(
        "risk_levels",
        N_("Likelihood after measures"),
        N_("How likely it is with the measures in place."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(d)",
    )
    consequence_after: str = declare.code(
        "risk_levels",
        N_("Consequence after measures"),
        N_("How serious it is with the measures in place."),
        audience=AUTHORITY,
        needed_by="Art. 35(7)(d)",
    )
