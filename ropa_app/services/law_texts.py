"""Law data in words: what the tables are called, a row and its sources, and what newer ones change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ropa_app.domain.kinds import KINDS
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_, NC_, Language, Translator
from ropa_app.legal import LawData
from ropa_app.legal.rows import LawSource
from ropa_app.legal.table import Row
from ropa_app.legal.transfers import Transfer
from ropa_app.reports.edition import day_text
from ropa_app.services.checking import Judged
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.law_data import InForce
from ropa_app.services.law_difference import LawDifference, RowChange, TransferChange
from ropa_app.services.listing import TOOL_STATES
from ropa_app.services.naming import TO_CONFIRM, Naming

SOURCES: Final = "sources.csv"
#: What the tables are called, in the order they are shown.
TABLES: Final[Mapping[str, str]] = {
    "eea.csv": N_("Members of the EEA"),
    "adequacy.csv": N_("Adequacy decisions"),
    "lapsed_tools.csv": N_("Transfer tools that have lapsed"),
    "transfer_tools.csv": N_("Transfer tools"),
    "legal_bases_art6.csv": N_("Legal bases, Article 6"),
    "legal_bases_art9_10.csv": N_("Conditions, Articles 9 and 10"),
    "retention.csv": N_("Storage periods"),
    "dpia.csv": N_("When an impact assessment is due"),
    "thresholds.csv": N_("Limits and deadlines"),
    "measures.csv": N_("Security measures"),
    "vague_phrases.csv": N_("Vague phrases"),
    "outdated_terms.csv": N_("Outdated terms"),
    "claims.csv": N_("What statements say"),
    "glossary.csv": N_("Terms"),
    "codelists.csv": N_("Other lists"),
    SOURCES: N_("Sources"),
}
_CHANGES: Final = {
    "new": NC_("row of law", "new"),
    "gone": NC_("row of law", "gone"),
    "changed": NC_("row of law", "changed"),
}
_DAYS: Final = ("valid_from", "valid_to")
_NUMBERS: Final = ("value", "period")


class Section(NamedTuple):
    """A heading with lines below it."""

    heading: str
    lines: tuple[str, ...]


def row_name(row: Row, language: Language) -> str:
    """Return what a row is called: its label, or the title of a source."""
    return row.values.get(language) or row.values.get("title") or row.values.get("code", "")


def span_text(row: Row, t: Translator) -> str:
    """Return the days a row holds, an empty text where it always does."""
    first, end = (row.day(name) if name in row.values else None for name in _DAYS)
    begun = day_text(first, t.language) if first else ""
    ended = day_text(end, t.language) if end else ""
    if begun and ended:
        return t("{day} until {end}", day=begun, end=ended)
    return t("until {end}", end=ended) if ended else t("from {day}", day=begun) if begun else ""


def sources_of(row: Row, law: LawData) -> list[LawSource]:
    """Return what stands behind a row."""
    return [law.sources[code] for code in row.sources() if code in law.sources]


def source_text(source: LawSource, t: Translator) -> str:
    """Return a source as a reader finds it: title, publisher, address, and the day it was read."""
    read = t("read {day}", day=day_text(source.read_on, t.language)) if source.read_on else ""
    return ", ".join(part for part in (source.title, source.publisher, source.address, read) if part)


def in_force_lines(found: InForce, t: Translator) -> Iterator[str]:
    """Yield which law data count, how fresh they are, their digest and how many rows are to be confirmed."""
    law = found.law
    yield t("Loaded into this register") if found.is_loaded else t("Came with the program")
    yield t("Verified on {day}", day=day_text(law.pack.verified, t.language))
    yield t("Newest source of {day}", day=day_text(law.pack.evidence_until, t.language))
    yield t("Edition {number}", number=law.pack.edition)
    yield f"SHA-256 {law.digest}"
    yield t.plural("{n} row is to be confirmed", "{n} rows are to be confirmed", law.unconfirmed)
    if found.problem:
        yield t(
            "The law data in this file cannot be used, so those of the program count: {why}.",
            why=found.problem,
        )


def change_text(change: TransferChange, n: Naming) -> str:
    """Return a transfer with what its tools were worth before and are worth after."""
    return f"{transfer_name(change.transfer, n)}: {worth(change.before, n)} → {worth(change.after, n)}"


def transfer_name(transfer: Transfer, n: Naming) -> str:
    """Return what a transfer is called: the party and the place."""
    return n.dotted(n.title(transfer.party), n.title(transfer.place))


def worth(transfer: Transfer | None, n: Naming) -> str:
    """Return the tools of a transfer with what each is worth; None is no transfer."""
    t = n.t
    if transfer is None:
        return t("no transfer")
    tools = []
    for judged in transfer.tools:
        state = t.marked(TOOL_STATES[judged.state], day=n.day(judged.since))
        sure = "" if judged.confirmed else t(TO_CONFIRM)
        name = n.title(judged.tool) or t("Not determined")
        tools.append(f"{name} ({', '.join(part for part in (state, sure) if part)})")
    return ", ".join(tools) or t("No transfer tool")


class DifferenceTexts:
    """Words for a difference between two editions of the law data, in the language of the naming."""

    def __init__(self, difference: LawDifference, naming: Naming) -> None:
        self._difference: Final = difference
        self._naming: Final = naming
        self._t: Final = naming.t

    def summary(self) -> str:
        """Return in one sentence how much of the register is concerned."""
        t, one = self._t, self._difference
        if not one.transfers and not one.activities and not one.appeared and not one.gone:
            return t("Nothing in this register is judged otherwise.")
        parts = [
            t.plural("{n} transfer is affected", "{n} transfers are affected", len(one.transfers)),
            t.plural("{n} activity is affected", "{n} activities are affected", len(one.activities)),
            t.plural("{n} new finding", "{n} new findings", len(one.appeared)),
            t.plural("{n} finding no longer stands", "{n} findings no longer stand", len(one.gone)),
        ]
        return "; ".join(parts)

    def sections(self) -> Iterator[Section]:
        """Yield what differs under headings, those without lines left out."""
        t, one = self._t, self._difference
        naming = self._naming
        found = (
            Section(t("Transfers"), tuple(change_text(change, naming) for change in one.transfers)),
            Section(t.marked(KINDS["activity"].plural), tuple(self._activities(one.activities))),
            Section(t("New findings"), tuple(self._findings(one.appeared))),
            Section(t("Findings that no longer stand"), tuple(self._findings(one.gone))),
            *(Section(title, tuple(lines)) for title, lines in self._rows(one.rows, naming.t.language)),
        )
        yield from (section for section in found if section.lines)

    def _activities(self, activities: Iterable[RecordId]) -> list[str]:
        found = self._naming.records.many(activities).values()
        return sorted((self._naming.label(one) for one in found), key=sort_key)

    def _findings(self, findings: Iterable[Judged]) -> Iterator[str]:
        texts = FindingTexts(self._naming)
        for one in texts.in_order(findings):
            where = texts.reference(one.finding.record)
            yield f"{one.finding.rule}  {where}  {texts.message(one.finding)}"

    def _rows(self, changes: Iterable[RowChange], language: Language) -> Iterator[tuple[str, list[str]]]:
        found: dict[str, list[str]] = {}
        for change in changes:
            found.setdefault(change.file, []).append(self._row(change, language))
        for file, title in TABLES.items():
            if file in found:
                yield f"{self._t.marked(title)} ({len(found[file])})", found[file]

    def _row(self, change: RowChange, language: Language) -> str:
        t, row = self._t, change.after or change.before
        kind = "changed" if change.before and change.after else "new" if change.after else "gone"
        if row is None:
            raise ValueError("a change of no row")
        span = span_text(row, t)
        sure = "" if row.is_confirmed() else t(TO_CONFIRM)
        told = (t.marked(_CHANGES[kind]), *_numbers(change), span, sure)
        details = ", ".join(part for part in told if part)
        return f"{row_name(row, language)} ({details})"


def _numbers(change: RowChange) -> Iterator[str]:
    """Yield the numbers of a changed row that are others now."""
    if change.before is None or change.after is None:
        return
    for name in _NUMBERS:
        old, new = change.before.values.get(name), change.after.values.get(name)
        if old != new:
            yield f"{old or '–'} → {new or '–'}"
