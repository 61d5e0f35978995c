"""The first two pages: who and which edition, then the contents and how to read the signs."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import NC_
from ropa_app.reports import articles
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, address
from ropa_app.reports.article30.controller import (
    DPO,
    REPRESENTATIVE,
    commas,
    contact_runs,
    dpo_cell,
    representative_cell,
)
from ropa_app.reports.article30.extent import extent_rows, is_extract, scope
from ropa_app.reports.article30.gaps import points
from ropa_app.reports.article30.processor import processor_records
from ropa_app.reports.edition import edition_text, hash_text
from ropa_app.reports.page_model import (
    Cell,
    Contents,
    ContentsEntry,
    FieldRow,
    FieldStyle,
    FieldTable,
    Heading,
    HeadingStyle,
    Part,
    Rule,
    Run,
    Sign,
    TitleBlock,
    bold,
    cell,
    para,
    secondary,
    signed,
)
from ropa_app.reports.wording import Runs, one_line, org_number, raised, slot, telephone, woven

_IN_LANGUAGE = {
    "nb": NC_("language", "in Norwegian bokmål"),
    "nn": NC_("language", "in Norwegian nynorsk"),
    "en": NC_("language", "in English"),
}


def title(context: Context) -> str:
    """Return the name of the document."""
    t = context.t
    if is_extract(context):
        return t("Extract from the record of processing activities")
    return t("Record of processing activities")


def short_title(context: Context) -> str:
    """Return what every running head calls the document."""
    return context.t.context("running head", "Extract") if is_extract(context) else context.t("Register")


def front_page(context: Context) -> Part:
    """Return the front page."""
    t = context.t
    both = processor_records(context)
    place = t("Article 30(1) and (2)") if both else articles.article("30(1)", t)
    kicker = t("General Data Protection Regulation, {articles}", articles=place)
    name = context.organisation.name if context.organisation else ""
    block = TitleBlock(title(context), organisation=name, kicker=kicker, front=True)
    return Part(
        (
            block,
            FieldTable(tuple(_who(context)), FieldStyle.FRONT, t("The organisation")),
            Rule(),
            FieldTable(tuple(_edition(context)), FieldStyle.FRONT, t("This edition")),
            Rule(),
            Heading(t("About this document"), level=2, style=HeadingStyle.MINOR),
            para(_about(context)),
        ),
        fit=True,
    )


def _about(context: Context) -> str:
    t = context.t
    told = t(
        "The document shows which personal data the organisation processes, why, who receives them and when "
        "they are erased."
    )
    if context.options.is_internal:
        return told
    reader = t("It is written for Datatilsynet, which may ask for it (Article 30(4)).")
    whole = "" if is_extract(context) else t("Everything stands here, nothing in annexes.")
    return " ".join(text for text in (told, reader, whole) if text)


def _who(context: Context) -> Iterator[FieldRow]:
    t, words = context.t, context.words
    one = context.organisation or Organisation(id=RecordId(""))
    gap = words.missing()
    if not one.name:
        yield FieldRow(cell(t("Name")), cell(gap))
    yield FieldRow(cell(t("Organisation number")), cell(org_number(one.org_number) or gap))
    yield FieldRow(cell(t("Country")), cell(words.country(one.country) if one.country else gap))
    visiting = one_line(one.visiting_address) or words.missing(asked=not one.postal_address)
    yield FieldRow(cell(t("Visiting address")), cell(visiting))
    yield FieldRow(cell(t("Postal address")), cell(one_line(one.postal_address) or gap))
    reach = commas([address(one.email) if one.email else "", telephone(one.phone)])
    yield FieldRow(cell(t("E-mail and telephone")), cell(*reach) if reach else cell(gap))
    yield FieldRow(cell(t("Data protection officer")), dpo_cell(context))
    yield FieldRow(cell(t("Representative")), representative_cell(context))
    yield from _other_contacts(context)
    parent = context.names.party(one.parent_company) if one.parent_company else ()
    yield FieldRow(cell(t("Parent company")), cell(*parent) if parent else cell(words.missing(asked=False)))


def _other_contacts(context: Context) -> Iterator[FieldRow]:
    """Yield the organisation's contacts that are neither officer nor representative."""
    for contact in context.names.contacts.get(None, []):
        if contact.role in (DPO, REPRESENTATIVE):
            continue
        words = context.words
        label = words.label("contact_roles", contact.role) if contact.role else context.t("Contact")
        runs = contact_runs(contact)
        yield FieldRow(cell(label), cell(*runs) if runs else cell(words.missing(asked=False)))


def _edition(context: Context) -> Iterator[FieldRow]:
    t, words, edition = context.t, context.words, context.edition
    day = t("of {day}", day=words.day(edition.day))
    language = t.marked(_IN_LANGUAGE[words.language])
    yield FieldRow(
        cell(t("Version")), cell(bold(edition_text(edition, words.language)), f" {day}, {language}")
    )
    yield FieldRow(cell(t("Approved by")), _approval(context))
    yield from extent_rows(context)
    yield FieldRow(cell(t("Scope")), scope(context))
    yield FieldRow(cell(t.context("front", "As processor")), _processing(context))
    if context.has("gaps"):
        yield FieldRow(cell(t("Not determined")), cell(*_declared(context)))
    checked = t("Compared with their sources on {day}", day=words.day(edition.law_verified))
    if edition.law_digest:
        checked += " " + t("(SHA-256 {hash})", hash=hash_text(edition.law_digest))
    yield FieldRow(cell(t("Law data")), cell(checked))
    history = hash_text(edition.history_hash)
    known = t("{hash} (checksum of the last change)", hash=history) if history else ""
    yield FieldRow(cell(t("History")), cell(known or words.missing(asked=False)))


def _declared(context: Context) -> Runs:
    """Return how many points are declared, with a link to where they stand."""
    t, count = context.t, len(points(context))
    if not count:
        return (Run(t("No point is declared.")),)
    text = t.plural(
        "{n} declared point, see {part}",
        "{n} declared points, see {part}",
        count,
        n=context.words.number(count),
        part=slot("part"),
    )
    return woven(text, part=(context.link(t("the list"), "gaps"),))


def _approval(context: Context) -> Cell:
    t, words, number = context.t, context.words, context.edition.version_number
    if number is None:
        return cell(signed(Sign.NOT_STATED, t("Not approved"), t("This document is a draft.")))
    versions = (one for one in context.records.of_kind(Version.KIND) if isinstance(one, Version))
    version = next((one for one in versions if one.number == number), None)
    if version is None:
        return cell(words.missing())
    day = f", {words.day(version.day)}" if version.day else ""
    return cell(version.approver + day) if version.approver else cell(words.missing())


def _processing(context: Context) -> Cell:
    t, words = context.t, context.words
    if count := len(context.whole.of_kind(ProcessorRecord.KIND)):
        return cell(t.plural("{n} record", "{n} records", count, n=words.number(count)))
    match context.organisation.acts_as_processor if context.organisation else Answer.UNKNOWN:
        case Answer.YES:
            return cell(words.missing(t("The organisation processes data for others.")))
        case Answer.NO:
            return cell(t("None. The organisation has answered that it processes no data for others."))
        case Answer.NOT_APPLICABLE:
            return cell(t("Not applicable. The organisation has answered so."))
        case Answer.UNKNOWN:
            why = t("Nobody has answered whether the organisation processes data for others.")
            return cell(words.undecided(why))


def contents_page(context: Context, chapters: tuple[Chapter, ...]) -> Part:
    """Return the contents with page numbers, and what the signs mean."""
    t = context.t
    heading = Heading(t("Contents"), anchor="contents", outline=0)
    legend = Heading(t("How to read the register"), level=3, style=HeadingStyle.SUBSECTION)
    return Part(
        (heading, Contents(_entries(context, chapters)), legend, _legend(context)), section=t("Contents")
    )


def _entries(context: Context, chapters: tuple[Chapter, ...]) -> Iterator[ContentsEntry]:
    for chapter in chapters:
        yield ContentsEntry(chapter.title, chapter.anchor)
        if chapter.lists_activities:
            for entry in context.index.entries:
                called = context.words.plain(entry.title) or context.t("Without a title")
                yield ContentsEntry(called, entry.anchor, entry.reference or "?", 1)


def _legend(context: Context) -> FieldTable:
    t, words = context.t, context.words
    country = words.country("US")
    outside = t("The country lies outside the EEA (a third country).")
    if any(context.names.is_international(party) for party in context.names.parties):
        outside = t("A third country, or an international organisation: the data are transferred.")
    rows = (
        (words.missing(), t("The law asks for it, and the register has no answer.")),
        (words.undecided(), t("The law asks for a decision that nobody has made.")),
        (para(secondary(t("Not stated"))), t("Recommended, and the register has no answer.")),
        (signed(Sign.INVALID, "Privacy Shield"), t("Stated, but not valid on the day of this document.")),
        (signed(Sign.ELSEWHERE, country), outside),
        (
            para(raised(t("letters a to g"))),
            t("The letters of Article 30(1). Filled plate: complete. Dashed plate: something is missing."),
        ),
    )
    return FieldTable(
        tuple(FieldRow(cell(sign), cell(meaning)) for sign, meaning in rows),
        FieldStyle.LEGEND,
        t("How to read the register"),
    )
