"""How much of the register a document holds, and for whom: said on its front page and at every foot."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.options import PART_NAMES, PARTS
from ropa_app.reports.article30.processor import processor_records
from ropa_app.reports.page_model import Cell, FieldRow, bold, cell, para
from ropa_app.reports.wording import lowered


def has_content(context: Context, part: str) -> bool:
    """Tell whether a part would hold anything; some have a page even where nothing is recorded."""
    names = context.names
    match part:
        case "flow" | "recommended":
            return context.has("sheets") and bool(context.index.entries)
        case "systems":
            return bool(names.systems)
        case "assessments":
            return bool(names.consents or context.records.of_kind(Assessment.KIND))
        case "processor":
            return bool(processor_records(context))
        case _:
            return True


def left_out(context: Context) -> list[str]:
    """Return the parts that were not chosen although they hold something; declared gaps are an extra."""
    return [
        part
        for part in PARTS
        if part != "gaps" and not context.has(part) and (part in _ALWAYS or has_content(context, part))
    ]


_ALWAYS = ("overview", "sheets", "parties", "transfers", "measures", "history")


def is_extract(context: Context) -> bool:
    """Tell whether the document holds less than the register."""
    return context.index.is_partial or bool(left_out(context))


def extent_rows(context: Context) -> Iterator[FieldRow]:
    """Yield what the front page says of an extract, and of an internal copy; of any other nothing."""
    t = context.t
    if context.options.is_internal:
        text = t("Also holds what is meant for the organisation only. Not to be handed out.")
        yield FieldRow(cell(t("Copy")), cell(bold(t("Internal copy")), ". ", text))
    if not is_extract(context):
        return
    told = [para(bold(t("This document is an extract. It does not hold the whole register.")))]
    if context.index.is_partial:
        told.append(
            para(
                t(
                    "Recipients, transfers, measures, systems and assessments stand in it where these "
                    "activities use them."
                )
            )
        )
    if parts := [lowered(t.marked(PART_NAMES[part])) for part in left_out(context)]:
        told.append(para(t("Left out: {parts}.", parts=context.words.listed(parts))))
    yield FieldRow(cell(t("Extract")), tuple(told))


def scope(context: Context) -> Cell:
    """Return how many activities the register has, and which of them stand in an extract."""
    t, words, count = context.t, context.words, len(context.index.every)
    if context.index.is_partial:
        return cell(_some(context))
    activities = t.plural(
        "{n} processing activity as controller",
        "{n} processing activities as controller",
        count,
        n=words.number(count),
    )
    return cell(activities) if count else cell(words.missing())


def _some(context: Context) -> str:
    t, words, index = context.t, context.words, context.index
    every = words.number(len(index.every))
    if not index.entries:
        return t("None of the {all} processing activities as controller", all=every)
    return t(
        "{n} of {all} processing activities as controller: {numbers}",
        n=words.number(len(index.entries)),
        all=every,
        numbers=", ".join(index.numbers(one.id for one in index.entries)),
    )


def foot_marks(context: Context) -> tuple[str, ...]:
    """Return what every foot says before the edition: internal copy, extract."""
    t = context.t
    marks = (
        t("Internal copy") if context.options.is_internal else "",
        t("Extract") if is_extract(context) else "",
    )
    return tuple(mark for mark in marks if mark)
