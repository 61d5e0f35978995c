"""Letters (a) to (c) of a sheet: the controller, the purposes, the persons and their data."""

from __future__ import annotations

from collections.abc import Sequence

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.values import RecordId
from ropa_app.reports import articles, phrases
from ropa_app.reports.article30.context import Context, labelled, missing_because
from ropa_app.reports.article30.controller import (
    can_be_reached,
    contact_runs,
    dpo_cell,
    needs_representative,
    organisation_cell,
    representative_cell,
)
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    FieldRow,
    FieldTable,
    Paragraph,
    Run,
    Table,
    TableStyle,
    bold,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import slot, woven

JOINT = "joint"


def letter_a(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return who answers for the activity."""
    t = context.t
    officer, joint = dpo_cell(context, explained=False), joint_cell(context, view)
    rows = [FieldRow(cell(t("Controller")), organisation_cell(context))]
    if needs_representative(context):
        rows.append(FieldRow(cell(t("Representative")), representative_cell(context)))
    if officer == cell(context.words.undecided()) and _begins_with(joint, officer):
        rows.append(FieldRow(cell(t("Officer, joint controller")), joint))
    else:
        rows.append(FieldRow(cell(t("Data protection officer")), officer))
        rows.append(FieldRow(cell(t("Joint controller")), joint))
    return (FieldTable(tuple(rows), summary=t("Controller")),)


def _begins_with(one: Cell, other: Cell) -> bool:
    """Tell whether a cell of one paragraph says what another says, and perhaps why."""
    return len(one) == 1 and one[0].sign is other[0].sign and one[0].text.startswith(other[0].text)


def joint_cell(context: Context, view: ActivityView) -> Cell:
    """Return the joint controllers with their contact details, or why there is none."""
    t, words, names = context.t, context.words, context.names
    found: list[Paragraph] = []
    for recipient in view.recipients:
        if recipient.role == JOINT:
            found.extend(_joint(context, recipient.party, words.shown(recipient.category)))
    if found:
        return tuple(found)
    open_ones = [one for one in view.recipients if not one.role]
    if open_ones:
        called = words.series(
            [names.party(one.party) if one.party else words.shown(one.category) for one in open_ones]
        )
        why = woven(
            t("The role has not been decided of: {parties}.", parties=slot("parties")), parties=called
        )
        return cell(missing_because(context, why, undecided=True))
    if view.recipients or view.activity.recipients_answer == "none":
        return cell(t("None. No recipient is entered as joint controller."))
    return cell(words.undecided(t("The recipients are not stated.")))


def _joint(context: Context, party: RecordId | None, category: tuple[Run, ...]) -> list[Paragraph]:
    words = context.words
    named = tuple(bold(run.text) for run in (context.names.party(party) if party else category))
    contacts = [one for one in context.names.contacts.get(party, []) if can_be_reached(one)] if party else []
    if not contacts:
        return [para(*named or ("?",)), words.missing(context.t("Contact details."))]
    return [para(*named, ", ", *contact_runs(contact)) for contact in contacts]


def letter_b(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return the purposes, each with its own legal basis."""
    t, words = context.t, context.words
    if not view.purposes:
        return (FieldTable((FieldRow(cell(t("Purposes")), cell(words.missing())),)),)
    columns = (
        Column(t("Purpose"), 0.34),
        Column(t.context("column", "Legal basis"), 0.29),
        Column(t("More on the basis"), 0.37),
    )
    rows = [
        (
            _purpose(context, purpose, numbered=len(view.purposes) > 1),
            basis_cell(context, purpose),
            basis_details(context, purpose),
        )
        for purpose in view.purposes
    ]
    return (_table(columns, rows, t("Purposes")),)


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], summary: str) -> Table:
    return Table(columns, tuple(rows), row_header=0, style=TableStyle.UNDER_LETTER, summary=summary)


def _purpose(context: Context, purpose: Purpose, *, numbered: bool) -> Cell:
    number = (secondary(f"{purpose.position}. "),) if numbered else ()
    if runs := context.words.shown(purpose.text):
        return cell(*number, *runs)
    return cell(context.words.missing())


def basis_cell(context: Context, purpose: Purpose) -> Cell:
    """Return the legal bases of a purpose, Articles 6, 9 and 10, one paragraph each."""
    words = context.words
    found = [para(articles.bases((code,), "legal_bases_art6", words)) for code in purpose.art6]
    if not found:
        found = [words.undecided()]
    found.extend(para(articles.bases((code,), "legal_bases_art9_10", words)) for code in purpose.art9_10)
    return tuple(found)


def basis_details(context: Context, purpose: Purpose) -> Cell:
    """Return the provision and the interest a legal basis rests on."""
    t, words = context.t, context.words
    found: list[Paragraph] = []
    if purpose.law_reference:
        found.append(labelled(t("Legal provision"), words.shown(purpose.law_reference)))
    if purpose.interest:
        found.append(labelled(t("Interest"), words.shown(purpose.interest)))
    return tuple(found) or cell(words.missing(asked=False))


def letter_c(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return whose data are processed and which, line by line."""
    t, words = context.t, context.words
    if not view.lines:
        return (
            FieldTable(
                (
                    FieldRow(cell(t("Data subjects")), cell(words.missing())),
                    FieldRow(cell(t("Personal data")), cell(words.missing())),
                )
            ),
        )
    several = len(view.purposes) > 1
    columns = [Column(t("Data subjects"), 0.30), Column(t("Personal data"), 0.34)]
    if several:
        columns.append(Column(t("Used for"), 0.16))
    columns.append(Column(t("Special categories"), 0.20))
    rows = [_line(context, view, line, several=several) for line in view.lines]
    return (_table(tuple(columns), rows, t("Data subjects and personal data")),)


def _line(context: Context, view: ActivityView, line: DataLine, *, several: bool) -> tuple[Cell, ...]:
    words = context.words
    people, data = phrases.subjects(line, words), phrases.categories(line, words)
    special = phrases.special_categories(line, words)
    cells = [
        cell(*people) if people else cell(words.missing()),
        cell(*data) if data else cell(words.missing()),
    ]
    if several:
        cells.append(cell(purposes_named(context, view, line.purposes)))
    if special:
        cells.append(cell(special))
    elif line.categories:
        cells.append(cell(context.t("None stated")))
    else:
        cells.append(cell(words.missing(asked=False)))
    return tuple(cells)


def purposes_named(context: Context, view: ActivityView, chosen: tuple[RecordId, ...]) -> str:
    """Return the purposes something serves by their numbers; none chosen means all."""
    t = context.t
    numbers = [str(one.position) for one in view.purposes if one.id in chosen]
    if not numbers or len(numbers) == len(view.purposes):
        return t("All purposes")
    return t.plural(
        "Purpose {numbers}", "Purposes {numbers}", len(numbers), numbers=context.words.listed(numbers)
    )
