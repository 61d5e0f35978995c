"""Assessments made from what they assess, and linked to it: each in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from ropa_app.domain.edits import Changes, Edit, changed, created
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import Agreement, TransferTool
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.services.editing import Added, Refused, new_record, set_values
from ropa_app.services.session import OpenRegister

COVERED: Final = "covered"
LACKING: Final = "lacking"
UNCHECKED: Final = "unchecked"


def create_assessment(
    register: OpenRegister,
    method: str,
    *,
    activities: Sequence[RecordId] = (),
    purposes: Sequence[RecordId] = (),
    tools: Sequence[RecordId] = (),
    outcome: str = "",
    reasons: str = "",
) -> Added:
    """Add an assessment of a method, linked to what it assesses, as one step; transfer tools name it.

    It is made by whoever edits; one that has its outcome already is of today. `tools` are transfer tools,
    Article 46. Raises Refused where a record it is made for is gone, and for "not required" without reasons.
    """
    named = [*activities, *purposes, *tools]
    found = register.records.many(named)
    if len(found) < len(set(named)):
        raise Refused(N_("The record is no longer in the register."))
    if outcome == "not_required" and not reasons.strip():
        raise Refused(N_("Write the reasons why the assessment is not required."))
    values: dict[str, Any] = {"day": register.today(), "outcome": outcome} if outcome else {}
    made = new_record(
        register,
        Assessment.KIND,
        method=method,
        activities=tuple(activities),
        purposes=tuple(purposes),
        author=register.author,
        reasons=reasons.strip(),
        **values,
    )
    edits = [created(made), *(_named(tool, made.id) for tool in _tools(register, tools))]
    about = register.reference_of(named[0]) if named else ""
    return Added(made.id, register.apply("create", *edits, kind=made.KIND, name=about))


def link_tools(register: OpenRegister, assessment: RecordId, tools: Sequence[RecordId]) -> Changes:
    """Let exactly these transfer tools name a transfer assessment, as one step, Article 46.

    A tool that named another assessment names this one from then on. Raises Refused where it is gone.
    """
    if register.records.get(assessment) is None:
        raise Refused(N_("The record is no longer in the register."))
    uses = register.records.uses(assessment)
    before = [use.source for use in uses if use.kind == TransferTool.KIND]
    dropped = [one for one in before if one not in tools]
    edits = [_named(tool, assessment) for tool in _tools(register, tools)]
    edits += [_named(tool, None) for tool in _tools(register, dropped)]
    return register.apply("link", *edits, name=register.reference_of(assessment))


def check_item(register: OpenRegister, agreement: RecordId, item: str, state: str) -> Changes:
    """Record what was found of one item of Article 28(3) in an agreement, as one step.

    `item` is a code of the list `art28_3`, `state` one of COVERED, LACKING and UNCHECKED. Whatever stood in
    both fields before, afterwards the item is in one of them at most. Raises Refused where it is gone.
    """
    one = register.records.get(agreement)
    if not isinstance(one, Agreement):
        raise Refused(N_("The record is no longer in the register."))
    covers = _with(one.covers, item, wanted=state == COVERED)
    lacks = _with(one.lacks, item, wanted=state == LACKING)
    first = "lacks" if state == LACKING else "covers"
    values = {"covers": covers, "lacks": lacks}
    return set_values(register, agreement, {first: values.pop(first), **values})


def _with(codes: tuple[str, ...], code: str, *, wanted: bool) -> tuple[str, ...]:
    if wanted == (code in codes):
        return codes
    return tuple(sorted({*codes, code})) if wanted else tuple(one for one in codes if one != code)


def _tools(register: OpenRegister, tools: Iterable[RecordId]) -> list[TransferTool]:
    found = register.records.many(tools).values()
    return [one for one in found if isinstance(one, TransferTool)]


def _named(tool: TransferTool, assessment: RecordId | None) -> Edit:
    return changed(tool, tia=assessment)
