"""The steps of an assessment as blocks, each under a plate: dashed where something asked for is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.values import Answer
from ropa_app.legal.articles import place_text
from ropa_app.legal.assessing import (
    STEP_FIELDS,
    Known,
    fields_told,
    is_asked,
    is_settled_without,
    is_told,
    method_of,
)
from ropa_app.legal.methods import CONCLUSION, Content, Step
from ropa_app.reports.article30.context import Context, field_label, is_complete
from ropa_app.reports.article30.fields import field_cell
from ropa_app.reports.assessment.risks import risk_blocks, risks_of
from ropa_app.reports.assessment.transfers import (
    procedure_block,
    tools_behind,
    tools_block,
    transfers_block,
)
from ropa_app.reports.page_model import (
    Block,
    Cell,
    FieldRow,
    FieldTable,
    Heading,
    HeadingStyle,
    LetterHeading,
    Paragraph,
    TableStyle,
    TextStyle,
    cell,
    para,
)
from ropa_app.reports.wording import raised

_HIGH: Final = "high"


def step_blocks(context: Context, one: Assessment) -> Iterator[Block]:
    """Yield the steps of the method, the conclusion, and what is recorded besides.

    Of an assessment that was settled without its steps only those that were carried out are told.
    """
    every, known = method_of(one).steps, _known(context, one)
    steps = [step for step in every if not is_settled_without(one) or is_told(one, step, known)]
    for number, step in enumerate(steps, 1):
        blocks = tuple(_content(context, one, step, known))
        yield _heading(context, number, step, complete=is_complete(blocks))
        yield from blocks
    conclusion = tuple(_conclusion(context, one))
    yield _heading(context, len(steps) + 1, CONCLUSION, complete=is_complete(conclusion))
    yield from conclusion
    if len(steps) < len(every):
        text = context.t("The other steps were not carried out: the outcome settles the matter without them.")
        yield para(text, style=TextStyle.NOTE)
    yield from _besides(context, one)


def _known(context: Context, one: Assessment) -> Known:
    tools = tuple(tool for _, tool in tools_behind(context, one))
    return Known(tuple(risks_of(context, one)), tools, _officer(context))


def _officer(context: Context) -> Answer:
    return context.organisation.dpo_appointed if context.organisation else Answer.UNKNOWN


def _heading(context: Context, number: int, step: Step, *, complete: bool) -> LetterHeading:
    t = context.t
    reference = raised(place_text(step.place, t))
    return LetterHeading(str(number), t.marked(step.title), reference, complete, level=2)


def _content(context: Context, one: Assessment, step: Step, known: Known) -> Iterator[Block]:
    asked = is_asked(one, step, known)
    match step.content:
        case Content.TEXT | Content.MEASURES:
            yield from _text(context, one, step.field, asked=asked)
        case Content.RISKS:
            risks = risks_of(context, one)
            told = bool(one.risks) or not risks
            if told:
                yield from _text(context, one, step.field, asked=asked)
            yield from risk_blocks(context, risks, TableStyle.OPEN if told else TableStyle.UNDER_LETTER)
        case Content.OFFICER:
            yield from _advice(context, one, asked=asked)
        case Content.RESIDUAL:
            yield _residual(context, one, asked=asked)
        case Content.REVIEW:
            yield _review(context, one, asked=asked)
        case Content.TRANSFERS | Content.TOOLS | Content.PROCEDURE:
            yield from _transfers(context, one, step, asked=asked)


def _text(context: Context, one: Assessment, field: str, *, asked: bool) -> Iterator[Paragraph]:
    yield from field_cell(context, one, field, asked=asked)


def _advice(context: Context, one: Assessment, *, asked: bool) -> Iterator[Paragraph]:
    t, words = context.t, context.words
    appointed = _officer(context)
    if not one.dpo_advice and appointed in (Answer.NO, Answer.NOT_APPLICABLE):
        yield para(t("Not applicable. The organisation has no data protection officer."))
    elif not one.dpo_advice and appointed is Answer.UNKNOWN:
        why = t("Nobody has answered whether the organisation has a data protection officer.")
        yield words.undecided(why, asked=asked)
    else:
        yield from _text(context, one, "dpo_advice", asked=asked)


def _residual(context: Context, one: Assessment, *, asked: bool) -> Block:
    rows = [_row(context, one, "residual_risk", asked=asked)]
    if one.consulted or one.method == "dpia":
        label = field_label(context, one.KIND, "consulted")
        rows.append(FieldRow(cell(label), _consultation(context, one)))
    return FieldTable(tuple(rows), summary=context.t("Residual risk and prior consultation"))


def _consultation(context: Context, one: Assessment) -> Cell:
    t = context.t
    if one.consulted:
        return cell(context.words.day(one.consulted))
    if one.residual_risk == _HIGH:
        return cell(
            context.words.missing(t("The residual risk is high, so Datatilsynet has to be consulted."))
        )
    if one.residual_risk:
        return cell(t("Not applicable. The residual risk is not high."))
    return cell(context.words.missing(asked=False))


def _review(context: Context, one: Assessment, *, asked: bool) -> Block:
    rows = (_row(context, one, "day"), _row(context, one, "next_review", asked=asked))
    return FieldTable(rows, summary=context.t("Re-evaluation"))


def _row(context: Context, one: Assessment, field: str, *, asked: bool = False) -> FieldRow:
    label = field_label(context, one.KIND, field)
    return FieldRow(cell(label), field_cell(context, one, field, asked=asked))


def _transfers(context: Context, one: Assessment, step: Step, *, asked: bool) -> Iterator[Block]:
    t, used = context.t, tools_behind(context, one)
    none = context.words.missing(
        t("No transfer tool in the register refers to this assessment."), asked=asked
    )
    if step.content is Content.TRANSFERS:
        yield from _text(context, one, step.field, asked=asked)
        if used:
            yield transfers_block(context, used)
    elif step.content is Content.TOOLS:
        yield tools_block(context, used) if used else none
    else:
        yield para(t("The procedural steps are told together with the measures in step 4."))
        if found := procedure_block(context, used):
            yield found


def _conclusion(context: Context, one: Assessment) -> Iterator[Block]:
    reasoned = is_settled_without(one)
    rows = [_row(context, one, "outcome", asked=True), _row(context, one, "reasons", asked=reasoned)]
    yield FieldTable(tuple(rows), summary=context.t("Conclusion"))


def _besides(context: Context, one: Assessment) -> Iterator[Block]:
    """Yield what is recorded although the method does not ask for it: nothing gets lost."""
    t, method = context.t, method_of(one)
    told, steps = fields_told(method), method.steps
    left = [name for name in STEP_FIELDS if name not in told and getattr(one, name)]
    has_risks = any(step.content is Content.RISKS for step in steps)
    risks = [] if has_risks else risks_of(context, one)
    if left or risks:
        yield Heading(t("Recorded besides"), level=2, style=HeadingStyle.SUBSECTION)
    if left:
        yield FieldTable(tuple(_row(context, one, name) for name in left), summary=t("Recorded besides"))
    yield from risk_blocks(context, risks, TableStyle.OPEN)
