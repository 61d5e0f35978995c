"""Duties in words: what must exist, because of what, where it stands, what answers it or why it need not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_, NC_
from ropa_app.legal.checks import Finding, rules
from ropa_app.legal.duties import OPEN_WHERE, Duty, Reason, Remark, State, What
from ropa_app.services.duties import DutyRow
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.naming import Naming

KINDS: Final[Mapping[What, str]] = {
    What.BALANCING_TEST: NC_("duty", "Balancing tests"),
    What.CONSENT_EVIDENCE: NC_("duty", "Evidence of consent"),
    What.PROCESSOR_AGREEMENT: NC_("duty", "Processor agreements"),
    What.JOINT_ARRANGEMENT: NC_("duty", "Arrangements between joint controllers"),
    What.TRANSFER_ASSESSMENT: NC_("duty", "Assessments of transfers (TIA)"),
    What.DPIA: NC_("duty", "Impact assessments (DPIA)"),
    What.COMPATIBILITY: NC_("duty", "Compatibility of purposes"),
}
MISSING: Final = NC_("duty", "Missing")
UNFINISHED: Final = NC_("duty", "Not finished")
UNDECIDED: Final = NC_("duty", "Not decided")
IN_PLACE: Final = NC_("duty", "In place")
LOOK_AGAIN: Final = NC_("duty", "In place, look again")
NOT_NEEDED: Final = NC_("duty", "Not needed")
_WHY: Final[Mapping[str, str]] = {
    "R-LB-02": N_("The purpose rests on legitimate interests."),
    "R-LB-06": N_("The purpose rests on consent."),
    "R-PRO-01": N_("The party processes data on your behalf."),
    "R-REC-05": N_("The recipient is a joint controller."),
    "R-TRA-10": N_("The transfer rests on a tool under Article 46."),
    "R-DPI-01": N_("A criterion of Article 35(3) is ticked."),
    "R-DPI-02": N_("An entry of the supervisory authority's list is ticked."),
    "R-DPI-03": N_("Two or more risk criteria are ticked."),
    "R-PUR-04": N_("The data were collected for another purpose."),
}
_REASONS: Final[Mapping[Reason, str]] = {
    Reason.OWN_ACCORD: N_("It was carried out although nothing recorded asks for it."),
    Reason.ACCEPTED: N_("It was accepted that it is missing."),
    Reason.NOT_REQUIRED: N_("An assessment says that it is not required."),
    Reason.BY_LAW: N_("It was made when the law was made, Article 35(10)."),
    Reason.NO_INTERESTS: N_("No purpose rests on legitimate interests."),
    Reason.NO_CONSENT: N_("No purpose rests on consent."),
    Reason.NO_PROCESSOR: N_("No recipient is a processor."),
    Reason.NO_JOINT: N_("No recipient is a joint controller."),
    Reason.NO_TRANSFER: N_("No transfer out of the EEA is recorded."),
    Reason.ADEQUACY: N_("All transfers rest on adequacy decisions."),
    Reason.DEROGATION: N_("The transfers rest on Article 49, for which none is required."),
    Reason.NO_CRITERION: N_("The risk is answered as not high, and nothing ticked requires it."),
    Reason.NO_FURTHER_USE: N_("No purpose uses data that were collected for another one."),
    Reason.CONSENT_OR_LAW: N_("The purpose rests on consent, or on a law that allows it."),
    Reason.NO_PURPOSE: N_("No purpose is recorded."),
    Reason.NO_BASIS: N_("Not all purposes have a legal basis."),
    Reason.RECIPIENTS_UNASKED: N_("It is not answered whether there are recipients."),
    Reason.ROLE_UNSETTLED: N_("The role of a recipient is not settled."),
    Reason.PROCESSOR_UNNAMED: N_("A processor is not named."),
    Reason.COUNTRY_UNKNOWN: N_("It is not known where a recipient processes the data."),
    Reason.TOOL_MISSING: N_("A transfer rests on no transfer tool that holds."),
    Reason.NOT_SCREENED: N_("It is not answered whether the risk is high."),
    Reason.HIGH_RISK: N_("The risk is answered as high, but no criterion is ticked and no DPIA is linked."),
    Reason.FURTHER_USE_UNASKED: N_("It is not answered whether the data were collected for another purpose."),
}
_LATER_LAW: Final = N_("The law asks for it from {day}.")
_REMARKS: Final[Mapping[Remark, str]] = {
    Remark.BEGUN: N_("It is begun, but not finished."),
    Remark.NOT_ENOUGH: N_("An assessment says that it is not required. That does not count here."),
    Remark.NOT_OK: N_("The outcome is “not in order”."),
    Remark.REVIEW_PASSED: N_("The day of the next review has passed."),
    Remark.LATER: N_("It is of a later day than the one asked about."),
}
_BY: Final = N_("{reason} ({name}, {day})")
_TICKED: Final = (("dpia_art35", "dpia_art35"), ("dpia_list", "dpia_list"), ("dpia_criteria", "wp248"))


class DutyTexts:
    """Words for duties; codes and fixed words are in the language of the naming's translator."""

    def __init__(self, naming: Naming) -> None:
        self._naming: Final = naming
        self._t: Final = naming.t
        self._findings: Final = FindingTexts(naming)

    def kind(self, what: What) -> str:
        """Return what must exist, as a heading."""
        return self._t.marked(KINDS[what])

    def state(self, duty: Duty) -> str:
        """Return in a word or two where it stands."""
        return self._t.marked(_state(duty))

    def article(self, duty: Duty) -> str:
        """Return the articles that ask for it."""
        return self._findings.why(rules()[duty.rule])

    def ground(self, what: What) -> str:
        """Return the articles that ask for a kind of document, whatever the record."""
        return self._findings.why(rules()[OPEN_WHERE[what][-1] if what is What.DPIA else OPEN_WHERE[what][0]])

    def why(self, duty: Duty) -> str:
        """Return why it must exist, why it need not, or why nobody can say yet."""
        if duty.reason is Reason.LAW_LATER:
            day = rules()[duty.rule].valid_from
            return self._t.marked(_LATER_LAW, day=self._naming.day(day))
        return self._t.marked(_REASONS[duty.reason] if duty.reason else _WHY[duty.rule])

    def own_reason(self, duty: Duty) -> str:
        """Return the reason that an acceptance or assessment gives in its own words, with who and when."""
        said = [*map(_accepted, duty.acceptances), *self._assessed(duty)]
        return "\n".join(dict.fromkeys(self._signed(*one) for one in said if one[0]))

    def _assessed(self, duty: Duty) -> Iterator[tuple[str, str, Any]]:
        if duty.reason in (Reason.NOT_REQUIRED, Reason.BY_LAW):
            for one in self._naming.records.many(duty.slot).values():
                if isinstance(one, Assessment):
                    yield one.reasons.strip(), one.author, one.day

    def _signed(self, reason: str, name: str, day: Any) -> str:
        if not name or day is None:
            return reason
        return self._t.marked(_BY, reason=reason, name=name, day=self._naming.day(day))

    def remarks(self, duty: Duty) -> list[str]:
        """Return what is to be said of the answer: begun, not in order, due for review."""
        said = [self._t.marked(_REMARKS[one]) for one in duty.remarks]
        told = (f"{self._findings.title(rules()[one.rule])}." for one in duty.also)
        return list(dict.fromkeys((*said, *told)))

    def wanting(self, duty: Duty) -> str:
        """Return in one sentence what the rules find missing, an empty text where nothing is open."""
        return " ".join(dict.fromkeys(self._findings.message(one) for one in duty.found))

    def answers(self, duty: Duty) -> list[str]:
        """Return what the records in the slot are called: Interesseavveining · I orden · 22.11.2026."""
        return [self.called(one) for one in duty.slot]

    def brief(self, duty: Duty) -> str:
        """Return in one line what answers it, else why it need not exist; nothing where it is missing."""
        if duty.reason in (None, Reason.OWN_ACCORD):
            return ", ".join(self.called(one, brief=True) for one in duty.slot)
        return "" if is_derived(duty) else self.own_reason(duty).partition("\n")[0] or self.why(duty)

    def called(self, record: RecordId, *, brief: bool = False) -> str:
        """Return what a record is called, with what it holds where its name alone says little.

        The brief name says of an assessment not which kind it is, of an agreement not with whom.
        """
        found = self._naming.records.get(record)
        if found is None:
            return "?"
        label = self._naming.label(found)
        name = self.reference(record) if brief else f"{self.reference(record)} {label}"
        if isinstance(found, Assessment):
            outcome = self._naming.code("assessment_outcomes", found.outcome)
            return self._naming.dotted(name, outcome, self._naming.day(found.day))
        if found.KIND in ("agreement", "arrangement"):
            return self._naming.dotted(name, self._naming.detail(found))
        return label

    def reference(self, record: RecordId) -> str:
        """Return how a record is called for people: 1.3/P2."""
        return self._findings.reference(record)

    def because(self, duty: Duty) -> list[tuple[RecordId, str]]:
        """Return the records from which it follows with their names; a recipient is named by its activity."""
        found = self._naming.records.many(duty.because)
        named = [(one, self._cause(found[one])) for one in duty.because if one in found]
        if duty.what is What.PROCESSOR_AGREEMENT:
            named.sort(key=lambda pair: sort_key(pair[1]))
        return named

    def _cause(self, record: Record) -> str:
        owner = owner_of(record)
        if isinstance(record, Recipient) and owner:
            return self._naming.name_of(owner)
        return self._findings.where(Finding("", record.KIND, record.id))

    def ticked(self, duty: Duty) -> str:
        """Return the criteria ticked on the activity of a DPIA."""
        found = self._naming.records.get(duty.about.record) if duty.what is What.DPIA else None
        if not isinstance(found, Activity):
            return ""
        codes = ((of, code) for field, of in _TICKED for code in getattr(found, field))
        return "; ".join(self._naming.code(of, code) for of, code in codes)

    def plain(self, row: DutyRow) -> dict[str, Any]:
        """Return a duty for other programs: what, state, record, article, why, answers, findings."""
        one = row.duty
        return {
            "duty": one.what.value,
            "state": one.state.value,
            "article": self.article(one),
            "kind": one.about.kind,
            "id": one.about.record,
            "reference": row.reference,
            "about": row.where,
            "activities": [self.reference(each) for each in one.activities],
            "because": [self.reference(each) for each in one.because],
            "why": self.why(one),
            "reason": one.reason.value if one.reason else "",
            "own_reason": self.own_reason(one),
            "answers": [self.reference(each) for each in one.slot],
            "remarks": [each.value for each in one.remarks],
            "rules": [each.rule for each in (*one.found, *one.also)],
        }


def _accepted(one: Acceptance) -> tuple[str, str, Any]:
    return one.reason.strip(), one.accepted_by, one.day


def _state(duty: Duty) -> str:
    match duty.state:
        case State.OPEN:
            return UNFINISHED if Remark.BEGUN in duty.remarks else MISSING
        case State.UNDECIDED:
            return UNDECIDED
        case State.NOT_NEEDED:
            return NOT_NEEDED
        case State.ANSWERED:
            return LOOK_AGAIN if duty.remarks or duty.also else IN_PLACE


def is_derived(duty: Duty) -> bool:
    """Tell whether it is one of many alike: an activity of which the register itself says why."""
    own = (Reason.ACCEPTED, Reason.NOT_REQUIRED, Reason.BY_LAW, Reason.OWN_ACCORD)
    return duty.reason is not None and duty.reason not in own


def alike(rows: Iterable[DutyRow]) -> list[tuple[Reason, list[DutyRow]]]:
    """Return derived duties of one state by their reason, in the order in which reasons are listed."""
    order = {reason: place for place, reason in enumerate(Reason)}
    found = [(one.duty.reason, one) for one in rows if one.duty.reason]
    found.sort(key=lambda pair: order[pair[0]])
    return [(reason, [row for _, row in some]) for reason, some in groupby(found, lambda pair: pair[0])]
