"""The verb that tells what must be documented: as text for people, as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from ropa_app.cli.verbs import opened, refuse_altered
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.i18n import Translator
from ropa_app.services.duties import DutyCounts, DutyRow, counted, derive, rows
from ropa_app.services.duty_texts import DutyTexts, alike, is_derived
from ropa_app.services.law_data import law_of
from ropa_app.services.naming import Naming


def duties(t: Translator, file: Path, as_of: date | None, form: str) -> None:
    """Print what must be documented, what answers it, and why the rest need not be."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        law, day = law_of(register.file), as_of or register.today()
        records = RecordsInMemory(register.records.all())  # each is asked for many times
        naming = Naming(records, law, t, t.language, register.main_language)
        found, texts = rows(derive(register.file, law, day), naming), DutyTexts(naming)
        if form == "json":
            print(json.dumps([texts.plain(one) for one in found], ensure_ascii=False, indent=1))
        else:
            print("\n".join(_lines(found, texts, naming, day)))


def _lines(found: Sequence[DutyRow], texts: DutyTexts, naming: Naming, day: date) -> Iterator[str]:
    for what, some in groupby(found, lambda one: one.duty.what):
        members = list(some)
        yield texts.kind(what)
        for one in members:
            if not is_derived(one.duty):
                yield from _told(one, texts)
        yield from _derived([one for one in members if is_derived(one.duty)], texts)
        yield ""
    counts = _counts(naming.t, counted(one.duty for one in found))
    yield naming.t("As of {day}: {counts}.", day=naming.day(day), counts=counts)


def _told(one: DutyRow, texts: DutyTexts) -> Iterator[str]:
    duty = one.duty
    yield f"  {texts.state(duty)}: {one.where} [{texts.article(duty)}]"
    yield from (f"      {line}" for line in (texts.why(duty), *texts.answers(duty), *texts.remarks(duty)))
    yield from (f"      {line}" for line in texts.own_reason(duty).splitlines())


def _derived(rows: Iterable[DutyRow], texts: DutyTexts) -> Iterator[str]:
    """Yield those that are told together, since the register says the same of them."""
    for _, some in groupby(rows, lambda one: one.duty.state):
        for _, members in alike(some):
            first = members[0].duty
            references = ", ".join(dict.fromkeys(one.reference for one in members))
            yield f"  {texts.state(first)}: {texts.why(first)} {references}"


def _counts(t: Translator, counts: DutyCounts) -> str:
    return ", ".join(
        (
            t("missing or not finished: {n}", n=counts.open),
            t("not decided: {n}", n=counts.undecided),
            t("in place: {n}", n=counts.answered),
            t("not needed: {n}", n=counts.not_needed),
        )
    )
