"""The sheet of one activity: its letters (a) to (g), then what is recommended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ropa_app.i18n import N_, Translator
from ropa_app.reports import articles, phrases
from ropa_app.reports.article30.context import Context, is_complete
from ropa_app.reports.article30.flow import flow
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.article30.internal import internal_block
from ropa_app.reports.article30.letters_abc import letter_a, letter_b, letter_c
from ropa_app.reports.article30.letters_defg import letter_d, letter_e, letter_f, letter_g
from ropa_app.reports.article30.recommended import recommended
from ropa_app.reports.page_model import (
    Block,
    Heading,
    HeadingStyle,
    LetterHeading,
    OutlineEntry,
    Paragraph,
    Part,
    Plates,
    Run,
    TextStyle,
    secondary,
)
from ropa_app.reports.wording import slot, woven

_MOST_SUBJECTS: Final = 5
_LONGEST_HEAD: Final = 5
_LETTERS: Final[tuple[tuple[str, str, Callable[[Context, ActivityView], tuple[Block, ...]]], ...]] = (
    ("a", N_("Controller"), letter_a),
    ("b", N_("Purposes and legal bases"), letter_b),
    ("c", N_("Data subjects and personal data"), letter_c),
    ("d", N_("Recipients"), letter_d),
    ("e", N_("Transfers out of the EEA"), letter_e),
    ("f", N_("Time limits for erasure"), letter_f),
    ("g", N_("Security measures"), letter_g),
)
SHEETS_ANCHOR: Final = "activities"


def sheets(context: Context) -> Iterator[Part]:
    """Yield the sheet of every activity; the first carries the entry of the whole group in the outline."""
    for number, view in enumerate(context.index.views()):
        yield sheet(context, view, first=number == 0)


def sheet(context: Context, view: ActivityView, *, first: bool = False) -> Part:
    """Return the sheet of an activity."""
    t, title = context.t, context.words.plain(view.entry.title) or context.t("Without a title")
    reference = view.entry.reference or "?"
    head = Heading(
        title,
        level=2,
        number=reference,
        anchor=view.entry.anchor,
        style=HeadingStyle.SHEET,
        outline=1,
    )
    letters = [(letter, t.marked(label), write(context, view)) for letter, label, write in _LETTERS]
    states = tuple((letter, is_complete(blocks)) for letter, _, blocks in letters)
    plates = Plates(states, plate_words(context, states))
    blocks: list[Block] = [head, intro(context, view), plates]
    if context.has("flow"):
        blocks.append(flow(context, view))
    if first:
        group = t.context("kinds.activity", "Processing activities")
        blocks.insert(0, OutlineEntry(group, SHEETS_ANCHOR))
    for (letter, label, content), (_, complete) in zip(letters, states, strict=True):
        reference_text = articles.article(f"30(1)({letter})", t)
        blocks.extend([LetterHeading(letter, label, reference_text, complete), *content])
    if context.has("recommended"):
        blocks.extend(recommended(context, view))
    blocks.extend(internal_block(context, view))
    return Part(tuple(blocks), section=running_head(f"{reference} {title}"), fit=True)


def running_head(text: str) -> str:
    """Return at most five words for the head of a page."""
    words = text.split()
    return text if len(words) <= _LONGEST_HEAD else " ".join(words[:_LONGEST_HEAD]) + " …"


def intro(context: Context, view: ActivityView) -> Paragraph:
    """Return one sentence: the organisation, whose data it processes, and for how many purposes."""
    t, words = context.t, context.words
    people = phrases.all_subjects(view.lines, words)
    shown = people[:_MOST_SUBJECTS]
    if len(people) > _MOST_SUBJECTS:
        shown.append((Run(t("others")),))
    count = len(view.purposes)
    number = t.context("number", "one") if count == 1 else words.number(count)
    text = _intro(t, context.organisation_name, count, number, people=bool(shown))
    return Paragraph(woven(text, subjects=words.series(shown, prose=True)), style=TextStyle.INTRO)


def _intro(t: Translator, organisation: str, purposes: int, number: str, *, people: bool) -> str:
    subjects = slot("subjects")
    if purposes and people:
        return t.plural(
            "{organisation} processes personal data for {n} purpose, about {subjects}.",
            "{organisation} processes personal data for {n} purposes, about {subjects}.",
            purposes,
            n=number,
            organisation=organisation,
            subjects=subjects,
        )
    if purposes:
        return t.plural(
            "{organisation} processes personal data for {n} purpose.",
            "{organisation} processes personal data for {n} purposes.",
            purposes,
            n=number,
            organisation=organisation,
        )
    if people:
        return t(
            "{organisation} processes personal data about {subjects}.",
            organisation=organisation,
            subjects=subjects,
        )
    return t("{organisation} processes personal data.", organisation=organisation)


def plate_words(context: Context, states: tuple[tuple[str, bool], ...]) -> tuple[Run, ...]:
    """Return what the plates say, in words."""
    t, words = context.t, context.words
    whole = [letter for letter, complete in states if complete]
    open_ones = [letter for letter, complete in states if not complete]
    parts = [
        t("Complete: {letters}.", letters=words.listed(whole)) if whole else "",
        t("Something is missing: {letters}.", letters=words.listed(open_ones)) if open_ones else "",
    ]
    return (secondary(" ".join(part for part in parts if part)),)
