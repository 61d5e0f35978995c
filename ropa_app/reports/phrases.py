"""The parts of an activity in words: who it is about, which data, from where, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ropa_app.domain.entities.activity_data import DataLine, Source
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.values import RecordId, Text
from ropa_app.reports.names import Names
from ropa_app.reports.page_model import Run
from ropa_app.reports.wording import Runs, Wording, lowered, lowered_runs, raised_runs, slot, woven

_OTHER = "other"
_SPECIAL = ("special", "criminal")


def subjects(line: DataLine, words: Wording) -> Runs:
    """Return whom a data line is about, () where it does not say."""
    return raised_runs(words.series(_coded("subject_categories", line.subjects, line.subjects_note, words)))


def categories(line: DataLine, words: Wording) -> Runs:
    """Return which data a data line holds, () where it does not say."""
    return raised_runs(words.series(_coded("data_categories", line.categories, line.categories_note, words)))


def _coded(list_name: str, codes: Sequence[str], note: Text, words: Wording) -> list[Runs]:
    """Return labels in lower case and the note; a note takes the place of the code for anything else."""
    noted = words.shown(note)
    kept = [code for code in codes if code != _OTHER or not noted]
    items: list[Runs] = [(Run(lowered(words.label(list_name, code))),) for code in kept]
    if not noted:
        return items
    if items and _OTHER not in codes:
        items[-1] = (*items[-1], Run(" ("), *noted, Run(")"))
        return items
    return [*items, lowered_runs(noted)]


def all_subjects(lines: Iterable[DataLine], words: Wording) -> list[Runs]:
    """Return everybody that some data lines are about, each once, in lower case."""
    found: dict[tuple[str, ...], Runs] = {}
    for line in lines:
        for item in _coded("subject_categories", line.subjects, line.subjects_note, words):
            found.setdefault(tuple(run.text for run in item), item)
    return list(found.values())


def all_categories(lines: Iterable[DataLine], words: Wording) -> list[Runs]:
    """Return all data that some data lines hold, each once, in lower case."""
    found: dict[tuple[str, ...], Runs] = {}
    for line in lines:
        for item in _coded("data_categories", line.categories, line.categories_note, words):
            found.setdefault(tuple(run.text for run in item), item)
    return list(found.values())


def special_categories(line: DataLine, words: Wording) -> str:
    """Return the special categories and criminal-offence data of a data line, "" where it names none."""
    flagged = [
        code
        for code in line.categories
        if any(words.law.has_flag("data_categories", [code], flag) for flag in _SPECIAL)
    ]
    return words.labels("data_categories", flagged)


def line_label(line: DataLine, words: Wording) -> Runs:
    """Return what a data line is called in a sentence or cell: its data, then whom they are about."""
    data, people = categories(line, words), subjects(line, words)
    if data and people:
        return (*data, Run(", "), *lowered_runs(people))
    if data:
        return data
    if people:
        return woven(words.t("Data about {people}", people=slot("people")), people=lowered_runs(people))
    return (Run(words.t("Data line {number}", number=line.position)),)


def line_labels(chosen: Sequence[RecordId], lines: Sequence[DataLine], words: Wording) -> list[Runs]:
    """Return what the chosen data lines are called, in the order of the activity."""
    return [line_label(line, words) for line in lines if line.id in chosen]


def origin(source: Source, names: Names) -> Runs:
    """Return where data come from: the kind of source, from whom, and more, () where nothing is said."""
    words = names.words
    first: Runs = (Run(words.label("source_kinds", source.origin)),) if source.origin else ()
    party = names.party(source.party) if source.party else ()
    note = words.shown(source.note)
    parts = [part for part in (first, party, note) if part]
    return _parted(parts)


def _parted(parts: Sequence[Runs]) -> Runs:
    """Return parts as one: the first, a colon, the others with commas between them."""
    runs: list[Run] = []
    for index, part in enumerate(parts):
        if index:
            runs.append(Run(": " if index == 1 else ", "))
        runs.extend(part)
    return tuple(runs)


def time_limit(rule: Retention, words: Wording) -> Runs:
    """Return the period of a retention rule, else its criteria, () where neither is given."""
    if rule.period is not None:
        return (Run(words.period(rule.period)),)
    return words.shown(rule.criteria)


def counted_from(rule: Retention, words: Wording) -> str:
    """Return the event a period is counted from, as the list calls it, "" where none is given."""
    return words.label("retention_starts", rule.start) if rule.start else ""
