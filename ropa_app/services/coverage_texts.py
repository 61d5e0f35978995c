"""The coverage of Articles 13 and 14 in words: items, states, reasons and places, in a reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_, NC_
from ropa_app.legal.checks import Finding
from ropa_app.legal.coverage import Cell, Grid, Reason, Row, State
from ropa_app.reports.articles import article, short_article
from ropa_app.reports.wording import lowered, raised
from ropa_app.services.finding_texts import UNNAMED, WITHIN, FindingTexts
from ropa_app.services.naming import Naming

STATES: Final[Mapping[State, str]] = {
    State.FILLED: NC_("coverage", "Filled in"),
    State.MISSING: NC_("coverage", "Missing"),
    State.NOT_APPLICABLE: NC_("coverage", "Does not apply"),
}
#: The items by names that have room above a column.
NAMES: Final[Mapping[str, str]] = {
    "controller": NC_("item", "Controller"),
    "dpo": NC_("item", "DPO"),
    "purposes": NC_("item", "Purposes"),
    "legal_basis": NC_("item", "Legal basis"),
    "interests": NC_("item", "Interests"),
    "categories": NC_("item", "Data"),
    "recipients": NC_("item", "Recipients"),
    "transfers": NC_("item", "Transfers"),
    "storage": NC_("item", "Storage"),
    "rights": NC_("item", "Rights"),
    "withdrawal": NC_("item", "Withdrawal"),
    "complaint": NC_("item", "Complaint"),
    "provision": NC_("item", "Duty to provide"),
    "source": NC_("item", "Source"),
    "automated": NC_("item", "Automation"),
    "further_purpose": NC_("item", "New purposes"),
}
#: What Articles 13 and 14 want told.
ASKED: Final[Mapping[str, str]] = {
    "controller": N_("Who is responsible and how to reach them; the representative, if there is one."),
    "dpo": N_("How to reach the data protection officer."),
    "purposes": N_("What the data are used for."),
    "legal_basis": N_("The legal basis of each purpose."),
    "interests": N_("Which legitimate interests are pursued, where a purpose rests on them."),
    "categories": N_("Which categories of data, where they do not come from the person."),
    "recipients": N_("Who receives the data, by name or by category."),
    "transfers": N_("Transfers out of the EEA, what they rest on, and how to get a copy of the safeguards."),
    "storage": N_("How long the data are kept, or what decides it."),
    "rights": N_("Which rights the person has, and how to use them."),
    "withdrawal": N_("That a consent can be withdrawn at any time, and how."),
    "complaint": N_("That the person can complain to Datatilsynet."),
    "provision": N_("Whether the person must provide the data, and what happens without them."),
    "source": N_("Where data come from that the person has not given, and whether the source is public."),
    "automated": N_("Automated decisions, how they are reached and what they mean for the person."),
    "further_purpose": N_("New purposes, before the data are used for them."),
}
REASONS: Final[Mapping[Reason, str]] = {
    Reason.STATED: N_("It is filled in."),
    Reason.NOBODY_RECEIVES: N_("The answer is that nobody receives the data."),
    Reason.ALWAYS_TOLD: N_("The statement always says this, in words of its own."),
    Reason.NO_OFFICER: N_("No data protection officer is appointed."),
    Reason.NO_INTERESTS: N_("No purpose rests on legitimate interests."),
    Reason.NO_CONSENT: N_("No purpose rests on consent."),
    Reason.NO_TRANSFER: N_("No recipient on record processes the data outside the EEA."),
    Reason.NOT_ASKED_OF_PERSON: N_("The answer is that this does not apply."),
    Reason.FROM_THE_PERSON: N_("None of the data come from others or from public sources."),
    Reason.NO_DECISION: N_("No decision is taken without a human being."),
    Reason.NO_NAME: N_("The name of the organisation is missing."),
    Reason.NO_ADDRESS: N_("How to reach the organisation is missing."),
    Reason.OFFICER_UNDECIDED: N_("Nobody has answered whether a data protection officer is appointed."),
    Reason.OFFICER_UNREACHABLE: N_("How to reach the data protection officer is missing."),
    Reason.NO_PURPOSE: N_("What the data are used for is missing."),
    Reason.NO_BASIS: N_("The legal basis of a purpose is missing."),
    Reason.NO_INTEREST: N_("Which legitimate interest is pursued is missing."),
    Reason.NO_DATA: N_("Which data they are is missing."),
    Reason.NO_RECIPIENTS: N_("Nobody has answered who receives the data."),
    Reason.UNNAMED_RECIPIENT: N_("A recipient is neither named nor described."),
    Reason.NO_PLACE: N_("It is not known where a recipient processes the data."),
    Reason.NO_COUNTRY: N_("The country where a recipient processes the data is missing."),
    Reason.NO_TOOL: N_("What a transfer rests on is missing."),
    Reason.TOOL_FAILS: N_("What a transfer rests on does not hold, or nobody has settled whether it does."),
    Reason.NO_COPY: N_("How to get a copy of the safeguards is missing."),
    Reason.NO_PERIOD: N_("How long data are kept is missing."),
    Reason.NO_START: N_("What a storage period is counted from is missing."),
    Reason.NO_WAY_TO_ASK: N_("How to use the rights is missing."),
    Reason.NO_WITHDRAWAL: N_("How a consent is withdrawn is missing."),
    Reason.NO_PROVISION: N_("Nobody has answered whether the data must be provided."),
    Reason.NO_CONSEQUENCE: N_("What happens without the data is missing."),
    Reason.NO_SOURCE: N_("Where data come from is missing."),
    Reason.NO_ANSWER: N_("Nobody has answered whether decisions are automated."),
    Reason.NO_LOGIC: N_("How the automated decision is reached, and what it means, is missing."),
    Reason.BASIS_DECIDES: N_("The legal basis decides this, and it is missing."),
    Reason.RECIPIENTS_DECIDE: N_("Who receives the data decides this, and it is missing."),
}
UNDECIDED: Final = N_("Nobody has answered whether the activity belongs in the public statement.")
NOT_READ: Final = N_("Not read")
NONE_PUBLISHED: Final = N_("No published statement is recorded")
_LIST: Final = "statement_items"
_SECTIONS: Final = "statement_sections"


class CoverageTexts:
    """Words for a grid; names of records are asked for as they are stored at that moment."""

    def __init__(self, naming: Naming) -> None:
        self.naming: Final = naming
        self._t: Final = naming.t
        self._findings: Final = FindingTexts(naming)

    # Items and states

    def name(self, item: str) -> str:
        """Return the short name of an item."""
        return self._t.marked(NAMES[item])

    def label(self, item: str) -> str:
        """Return what the list of items calls an item."""
        return self.naming.code(_LIST, item)

    def asked(self, item: str) -> str:
        """Return what the law wants told of an item."""
        return self._t(ASKED[item])

    def state(self, state: State) -> str:
        """Return the word for a state."""
        return self._t.marked(STATES[state])

    def articles(self, cell: Cell, *, short: bool = False) -> str:
        """Return the articles that ask for an item."""
        worded = short_article if short else article
        return raised(", ".join(worded(place, self._t) for place in cell.articles))

    def sections(self, cell: Cell) -> str:
        """Return the sections of the generated statement that tell an item, with number and title."""
        return "; ".join(f"{section_number(one)} {self.naming.code(_SECTIONS, one)}" for one in cell.sections)

    # Cells

    def reason(self, cell: Cell) -> str:
        """Return why an item is in its state."""
        if cell.reason is Reason.CHECK and cell.findings:
            return self._findings.here(worst(cell))
        return self._t(REASONS[cell.reason])

    def remarks(self, cell: Cell) -> list[str]:
        """Return what the open findings say of an item, each with the rule; alike ones once, and how many."""
        counts = Counter(f"{one.rule} {self._findings.here(one)}" for one in cell.findings)
        return [f"{text} ({n})" if n > 1 else text for text, n in counts.items()]

    def place(self, cell: Cell, within: RecordId | None = None) -> str:
        """Return where an item is filled in or would be settled: the records, then the field.

        Where the activity `within` is plain, it is not named again.
        """
        if cell.spot is None:
            return ""
        finding = finding_at(cell)
        where = self._findings.where(finding) if cell.spot.record else self._kind(cell.spot.kind)
        if within is not None:
            activity = self.naming.records.get(within)
            own = self.naming.label(activity) if activity is not None else ""
            where = where.removeprefix(f"{own}{WITHIN}") if where != own else ""
        return WITHIN.join(part for part in (where, self._findings.field(finding)) if part)

    def reference(self, cell: Cell) -> str:
        """Return how the record is called where an item is filled in: 1.3/P2."""
        if cell.spot is None:
            return ""
        if not KINDS[cell.spot.kind].many or not cell.spot.record:
            return self._kind(cell.spot.kind)
        return self._findings.reference(cell.spot.record)

    def _kind(self, kind: str) -> str:
        return self._t.marked(KINDS[kind].label)

    def told(self, grid: Grid, cell: Cell) -> str:
        """Return what the published statement in force says of an item, and where."""
        if grid.published is None:
            return self._t(NONE_PUBLISHED)
        said = self.naming.code("said", cell.told.said) or self._t(NOT_READ)
        if not cell.told.sections:
            return said
        return self._t("{said} (section {sections})", said=said, sections=", ".join(cell.told.sections))

    def spoken(self, row: Row, cell: Cell) -> str:
        """Return a cell as one sentence for those who do not see the grid."""
        state = lowered(self.state(cell.state))
        if cell.is_doubtful:
            state = self._t("{state}, with a warning", state=state)
        title, item = self.activity(row.activity), lowered(self.label(cell.item))
        return self._t("{activity}, {item}: {state}", activity=title, item=item, state=state)

    # Activities

    def activity(self, record: RecordId) -> str:
        """Return the number and title of an activity; a word where it has neither."""
        return self.naming.name_of(record) or self._t(UNNAMED)

    def title(self, record: RecordId) -> str:
        """Return the title of an activity, which stands beside its number; a word where it has none."""
        return self.title_of(self.naming.records.get(record))

    def title_of(self, record: Record | None) -> str:
        """Return the title of an activity that was read; a word where it has none."""
        title = self.naming.text(record.title) if isinstance(record, Activity) else ""
        return title or self._t(UNNAMED)

    def number(self, record: RecordId) -> str:
        """Return the number of an activity."""
        found = self.naming.records.get(record)
        return found.reference if isinstance(found, Activity) else ""

    def undecided(self) -> str:
        """Return why an activity is not in the grid."""
        return self._t(UNDECIDED)


def section_number(code: str) -> str:
    """Return the number of a section of the generated statement."""
    return str(int(code[:2]))


def worst(cell: Cell) -> Finding:
    """Return the finding that leaves a cell missing: the one it points at, else the first."""
    at = cell.spot.record if cell.spot else ""
    return next((one for one in cell.findings if one.record == at), cell.findings[0])


def finding_at(cell: Cell) -> Finding:
    """Return a finding of no rule that points where an item is settled; ValueError where nowhere is."""
    if cell.spot is None:
        raise ValueError(f"{cell.item} is settled nowhere")
    return Finding("", cell.spot.kind, cell.spot.record, cell.spot.field)
