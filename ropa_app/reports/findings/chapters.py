"""The chapters: open findings by severity and rule, accepted findings, and the rules that found nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.domain.values import Answer
from ropa_app.legal.checks import Severity
from ropa_app.reports.findings.context import AcceptedAs, Context, FoundRow, RuleRow
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Heading,
    HeadingStyle,
    Part,
    Row,
    Table,
    bold,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import lowered

ACCEPTED: Final = "accepted"
SILENT: Final = "silent"


def accepted_title(context: Context) -> str:
    """Return what the chapter of accepted findings is called."""
    return context.t("Accepted findings")


def silent_title(context: Context) -> str:
    """Return what the chapter of the rules that found nothing is called."""
    return context.t("Rules without findings")


def severity_chapter(context: Context, severity: Severity) -> Part:
    """Return the open findings of a severity, rule by rule."""
    return Part(_severity(context, severity), section=context.found.severities[severity])


def _severity(context: Context, severity: Severity) -> Iterator[Block]:
    word = context.found.severities[severity]
    yield Heading(context.counted(severity), anchor=severity.value, outline=0, section=word)
    for one in context.with_findings(severity):
        yield from _rule(context, one)


def _rule(context: Context, one: RuleRow) -> Iterator[Block]:
    t, rows = context.t, context.open[one.id]
    yield Heading(one.sentence, 3, number=one.id, anchor=one.id, style=HeadingStyle.SUBSECTION, outline=1)
    ground, settled = t("Ground"), t("What settles it")
    told = (bold(f"{ground}: "), f"{one.why}\n", bold(f"{settled}: "), one.advice)
    yield para(*told)  # one paragraph, so that it stays with the table
    columns = (Column(t.context("findings", "Reference"), 0.26), Column(_concerned(context, len(rows)), 0.74))
    yield Table(
        columns,
        ((cell(row.reference), _about(row)) for row in rows),
        row_header=0,
        summary=t("Findings of {rule}", rule=one.id),
    )


def _concerned(context: Context, count: int) -> str:
    return context.t.plural("Concerns {n} record", "Concerns {n} records", count, n=context.number(count))


def _about(row: FoundRow) -> Cell:
    told = [para(one) for one in row.details]
    if row.kept_in:
        told.append(para(secondary(row.kept_in)))
    return tuple(told)


def accepted_chapter(context: Context) -> Part:
    """Return the accepted findings with who accepted them, why and for how long."""
    return Part(_accepted_ones(context), section=accepted_title(context))


def _accepted_ones(context: Context) -> Iterator[Block]:
    t = context.t
    yield Heading(accepted_title(context), anchor=ACCEPTED, outline=0, section=accepted_title(context))
    yield para(
        t(
            "Somebody has accepted these findings with a reason. Such a finding is open again from the day "
            "stated, and as soon as its record is changed."
        )
    )
    columns = (
        Column(t("Finding"), 0.32),
        Column(t("Concerns"), 0.20),
        Column(t("Reason"), 0.26),
        Column(t("Accepted"), 0.22),
    )
    rows = (_accepted_row(context, one, one.accepted) for one in context.accepted if one.accepted)
    yield Table(columns, rows, row_header=0, summary=accepted_title(context))


def _accepted_row(context: Context, row: FoundRow, accepted: AcceptedAs) -> Row:
    t = context.t
    nobody = secondary(t("Not stated"))
    signed = [para(t("By {name}", name=accepted.by)) if accepted.by else para(nobody)]
    if accepted.day:
        signed.append(para(t("On {day}", day=context.day(accepted.day))))
    until = context.day(accepted.until) if accepted.until else ""
    signed.append(para(t("Open again from {day}", day=until) if until else t("Without an end")))
    if accepted.declared is Answer.YES:
        signed.append(para(t("Shown to the authority")))
    place = [para(row.reference), *(para(one) for one in row.details if one not in row.sentence)]
    if row.kept_in:
        place.append(para(secondary(row.kept_in)))
    finding = cell(para(bold(row.rule)), para(row.sentence))
    return (finding, tuple(place), cell(accepted.reason.strip() or nobody), tuple(signed))


def silent_chapter(context: Context) -> Part:
    """Return the rules that were asked and found nothing."""
    return Part(_silent_ones(context), section=silent_title(context))


def _silent_ones(context: Context) -> Iterator[Block]:
    t, silent = context.t, context.silent
    yield Heading(silent_title(context), anchor=SILENT, outline=0, section=silent_title(context))
    told = t.plural(
        "{n} rule was asked as of {day} and found nothing.",
        "{n} rules were asked as of {day} and found nothing.",
        len(silent),
        n=context.number(len(silent)),
        day=context.day(context.edition.day),
    )
    yield para(f"{told} {_unasked(context)}".strip())
    if silent:
        yield para(t("The middle column says what each would have told."))
        yield _silent_table(context, silent)


def _unasked(context: Context) -> str:
    if not context.found.not_asked:
        return ""
    return context.t.plural(
        "{n} rule was not asked, since its law did not hold on that day.",
        "{n} rules were not asked, since their law did not hold on that day.",
        context.found.not_asked,
        n=context.number(context.found.not_asked),
    )


def _silent_table(context: Context, silent: Sequence[RuleRow]) -> Table:
    t, words = context.t, context.found.severities
    columns = (
        Column(t.context("findings", "Rule"), 0.15),
        Column(t("Would have told"), 0.55),
        Column(t("Ground"), 0.30),
    )
    rows = (
        (
            cell(para(one.id), para(secondary(lowered(words[one.severity])))),
            cell(one.sentence),
            cell(one.why),
        )
        for one in silent
    )
    return Table(columns, rows, row_header=0, summary=silent_title(context))
