"""Suppositions for the window: what can be supposed, and the job that answers, on a copy of the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.tasks import Progress
from ropa_app.legal.checks import Finding
from ropa_app.legal.law import COUNTRY
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, Supposition, ToolsLapse
from ropa_app.services import what_if_choices
from ropa_app.services.naming import Naming
from ropa_app.services.what_if_choices import PARTY, TOOL, Offer
from ropa_app.services.what_if_lines import Group, Line

__all__ = [
    "COUNTRY", "KINDS", "PARTY", "TOOL", "Answer", "Group", "Line", "Offer", "Offers", "Question",
    "answer_job", "finding_of", "offers_job",
]  # fmt: skip

KINDS: Final = (PARTY, COUNTRY, TOOL)
Offers = dict[str, list[Offer]]


@dataclass(frozen=True, slots=True)
class Question:
    """What is supposed: a party, a country or a tool, by its id or code, goes on a day."""

    kind: str
    code: str
    day: date

    def supposition(self) -> Supposition:
        """Return it as the law reads it."""
        if self.kind == PARTY:
            return PartyLeaves(RecordId(self.code), self.day)
        if self.kind == COUNTRY:
            return AdequacyEnds(self.code, self.day)
        return ToolsLapse(self.code, self.day)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a supposition changes, in words; `text` is all of it for the clipboard."""

    question: str
    summary: str
    is_nothing: bool
    groups: tuple[Group, ...]
    text: str


def offers_job(document: RegisterDocument, day: date) -> Callable[[Progress], Offers]:
    """Return the job that lists what can be supposed on a day, from a copy made now."""
    snapshot, t, law = document.snapshot(), document.t, document.law
    language, main = document.language, document.main_language

    def work(progress: Progress) -> Offers:
        with snapshot:
            progress.report(0)
            naming = Naming(snapshot.reader, law, t, language, main)
            return what_if_choices.offers(snapshot.reader, naming, day)

    return work


def answer_job(document: RegisterDocument, question: Question) -> Callable[[Progress], Answer]:
    """Return the job that answers a question, from a copy made now; it can be stopped at any time."""
    snapshot, t, law = document.snapshot(), document.t, document.law
    language, main = document.language, document.main_language

    def work(progress: Progress) -> Answer:
        from ropa_app.services.what_if import what_if  # brings the writers of documents along
        from ropa_app.services.what_if_texts import WhatIfTexts

        with snapshot:
            found = what_if(snapshot, law, question.supposition(), t.language, progress.report)
            texts = WhatIfTexts(found, Naming(snapshot.reader, law, t, language, main))
            told = "\n".join(texts.lines())
            return Answer(texts.question(), texts.summary(), found.is_nothing, tuple(texts.groups()), told)

    return work


def finding_of(line: Line) -> Finding | None:
    """Return where a row leads as a finding: a field or a section of the statement; None for a record."""
    if line.finding is not None:
        return line.finding.finding
    return Finding("", line.kind, line.record, line.section) if line.section else None
