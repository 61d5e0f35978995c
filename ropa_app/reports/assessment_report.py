"""One assessment as an annex: a document of the organisation, shown to the authority when it asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.reading import Records
from ropa_app.domain.values import Audience
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.legal.articles import place_text
from ropa_app.legal.assessing import method_of
from ropa_app.reports.article30.context import Context, field_label
from ropa_app.reports.article30.fields import field_cell
from ropa_app.reports.article30.internal import internal_rows, note_row
from ropa_app.reports.article30.naming import activity_called
from ropa_app.reports.article30.options import RegisterOptions
from ropa_app.reports.assessment.risks import risks_of
from ropa_app.reports.assessment.steps import step_blocks
from ropa_app.reports.assessment.transfers import tools_behind
from ropa_app.reports.edition import Edition, edition_text, footer
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Document,
    FieldRow,
    FieldStyle,
    FieldTable,
    Heading,
    HeadingStyle,
    Paragraph,
    Part,
    TextStyle,
    TitleBlock,
    bold,
    cell,
    para,
)
from ropa_app.reports.screen_words import screen_words
from ropa_app.reports.seams import SEAMS
from ropa_app.reports.wording import GLUE, raised, slot, woven

NOTE: Final = TextStyle.NOTE


def assessment_report(
    records: Records,
    one: Assessment,
    language: Language,
    law: LawData,
    edition: Edition,
    audience: Audience = Audience.AUTHORITY,
) -> Document:
    """Return an assessment as a document; with INTERNAL it also holds what is for the organisation only."""
    options = RegisterOptions(audience=audience, parts=frozenset())
    context = Context(records, language, law, edition, options)
    t, name = context.t, context.organisation_name
    marks = (t("Internal copy"),) if options.is_internal else ()
    return Document(
        title=f"{_title(context, one)}, {context.reference(one)}, {name}",
        language=context.words.tag,
        organisation=name,
        short_name=f"{t('Assessment')} {context.reference(one)}",
        footer=footer(edition, language, marks),
        page_text=t("Page {page} of {pages}"),
        day=edition.day,
        parts=(Part(_blocks(context, one), fit=True),),
        subject=t("Annex to the record of processing activities"),
        creator=f"Ropa {edition.program}",
        seams=SEAMS[language],
        glue=GLUE,
        screen=screen_words(t),
    )


def _title(context: Context, one: Assessment) -> str:
    method = one.method
    return context.words.label("assessment_kinds", method) if method else context.t("Assessment")


def _blocks(context: Context, one: Assessment) -> Iterator[Block]:
    t = context.t
    yield TitleBlock(
        f"{context.reference(one)} {_title(context, one)}",
        organisation=context.organisation.name if context.organisation else "",
        kicker=_kicker(context, one),
        note=t("Annex to the record of processing activities"),
    )
    yield FieldTable(tuple(_facts(context, one)), FieldStyle.FRONT, t("The assessment"))
    yield para(t("A dashed plate marks a step in which something that is asked for is missing."), style=NOTE)
    yield from step_blocks(context, one)
    yield from _internal(context, one)


def _kicker(context: Context, one: Assessment) -> str:
    t, place = context.t, method_of(one).place
    if not place[:1].isdigit():
        return raised(place_text(place, t))
    return t("General Data Protection Regulation, {articles}", articles=place_text(place, t))


def _facts(context: Context, one: Assessment) -> Iterator[FieldRow]:
    t = context.t
    if not one.method:
        yield FieldRow(cell(field_label(context, one.KIND, "method")), field_cell(context, one, "method"))
    yield FieldRow(cell(t("Covers")), _covers(context, one))
    for name in ("day", "author", "outcome", "next_review"):
        label = field_label(context, one.KIND, name)
        yield FieldRow(cell(label), field_cell(context, one, name, asked=name == "outcome"))
    edition = context.edition
    day = t("of {day}", day=context.words.day(edition.day))
    called = edition_text(edition, context.words.language)
    yield FieldRow(cell(t("Register")), cell(f"{called} {day}"))
    if context.options.is_internal:
        text = t("Also holds what is meant for the organisation only. Not to be handed out.")
        yield FieldRow(cell(t("Copy")), cell(bold(t("Internal copy")), ". ", text))


def _covers(context: Context, one: Assessment) -> Cell:
    """Return the activities and purposes an assessment is about, and the transfers it stands behind."""
    ranks = context.index.ranks
    activities = [ranks[each] for each in one.activities if each in ranks]
    lines = [para(*activity_called(context, _activity(context, rank))) for rank in sorted(activities)]
    lines.extend(_purposes(context, one))
    for place, _ in tools_behind(context, one):
        party = context.names.party(place.party)
        line = woven(context.t("Transfer to {party}", party=slot("party")), party=party)
        if (shown := para(*line)) not in lines:
            lines.append(shown)
    return tuple(lines) or cell(context.words.missing())


def _activity(context: Context, rank: int) -> Activity:
    found = context.records.get(context.index.every[rank].id)
    if not isinstance(found, Activity):
        raise TypeError(f"not an activity: {found!r}")
    return found


def _purposes(context: Context, one: Assessment) -> Iterator[Paragraph]:
    """Yield purposes by activity and number with their words: 1.4 (purpose 2): Sending the newsletter."""
    ranks = context.index.ranks
    found = [each for each in context.records.many(one.purposes).values() if isinstance(each, Purpose)]
    kept = [each for each in found if each.activity in ranks]
    for each in sorted(kept, key=lambda purpose: (ranks[purpose.activity], purpose.position)):
        number = context.t(
            "{activity} (purpose {number})",
            activity=context.index.every[ranks[each.activity]].reference or "?",
            number=each.position,
        )
        text = context.words.shown(each.text) or context.words.missing(asked=False).runs
        yield para(f"{number}: ", *text)


def _internal(context: Context, one: Assessment) -> Iterator[Block]:
    """Yield what only an internal copy holds: internal fields, remarks and accepted findings."""
    if not context.options.is_internal:
        return
    rows = list(internal_rows(context, one))
    about = {one.id, *(each.id for each in risks_of(context, one))}
    notes = context.notes.get(one.id, ())
    rows.extend(note_row(context, note, about=True) for note in notes if note.about in about)
    if rows:
        title = context.t("Internal information")
        yield Heading(title, level=2, style=HeadingStyle.SUBSECTION)
        yield FieldTable(tuple(rows), summary=title)
