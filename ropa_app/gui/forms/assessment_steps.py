"""How far the steps of the assessment on the screen are."""

from __future__ import annotations

from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer
from ropa_app.gui.forms.context import FormContext
from ropa_app.legal.assessing import Known, Told, told
from ropa_app.legal.methods import Step


def known_of(context: FormContext, record: Record) -> Known:
    """Return what else is recorded that tells about the steps of an assessment."""
    risks = tuple(one for one in context.owned(record.id) if isinstance(one, Risk))
    records = context.document.records
    named = [use.source for use in records.uses(record.id) if use.kind == TransferTool.KIND]
    tools = tuple(one for one in records.many(named).values() if isinstance(one, TransferTool))
    organisation = records.one("organisation")
    officer = organisation.dpo_appointed if isinstance(organisation, Organisation) else Answer.UNKNOWN
    return Known(risks, tools, officer)


def told_of(context: FormContext, record: Record, step: Step) -> Told:
    """Return how far a step of an assessment is."""
    if not isinstance(record, Assessment):
        raise TypeError(f"not an assessment: {record.KIND}")
    return told(record, step, known_of(context, record))
