"""What must be documented, made ready for the report on findings: kind by kind, in the words of a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import shorten
from typing import Final

from ropa_app.legal.duties import Duty
from ropa_app.reports.findings_report import AlikeDuties, DutyKind, DutyLine
from ropa_app.services.duties import DutyRow, counted, rows
from ropa_app.services.duty_texts import DutyTexts, alike, is_derived
from ropa_app.services.finding_texts import WITHIN
from ropa_app.services.naming import Naming

_LONGEST: Final = 200


def told_duties(duties: Iterable[Duty], naming: Naming) -> tuple[DutyKind, ...]:
    """Return duties as the report tells them; those that follow from the register alone by their reasons."""
    texts = DutyTexts(naming)
    return tuple(
        _kind(list(members), texts) for _, members in groupby(rows(duties, naming), lambda one: one.duty.what)
    )


def _kind(members: list[DutyRow], texts: DutyTexts) -> DutyKind:
    first = members[0].duty
    return DutyKind(
        key=first.what.value,
        title=texts.kind(first.what),
        article=texts.ground(first.what),
        counts=tuple(counted(one.duty for one in members)),
        lines=tuple(_line(one, texts) for one in members if not is_derived(one.duty)),
        alike=tuple(_alike([one for one in members if is_derived(one.duty)], texts)),
    )


def _line(row: DutyRow, texts: DutyTexts) -> DutyLine:
    one = row.duty
    kept_in, _, name = row.where.rpartition(WITHIN)
    said = (*texts.answers(one), *texts.remarks(one), *texts.own_reason(one).splitlines())
    return DutyLine(
        name=shorten(name, _LONGEST, placeholder=" …"),
        kept_in=shorten(kept_in, _LONGEST, placeholder=" …"),
        standing=texts.state(one),
        why=texts.why(one),
        told=said,
    )


def _alike(members: Iterable[DutyRow], texts: DutyTexts) -> Iterator[AlikeDuties]:
    for _, some in groupby(members, lambda one: one.duty.state):
        for _, same in alike(some):
            first = same[0].duty
            references = dict.fromkeys(one.reference for one in same)
            yield AlikeDuties(texts.state(first), texts.why(first), tuple(references))
