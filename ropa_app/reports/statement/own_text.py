"""The organisation's own paragraphs as they are printed: with the values of their placeholders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.placeholders import Placeholder, pieces
from ropa_app.domain.values import Text
from ropa_app.reports.page_model import Paragraph, Run, Sign, TextStyle
from ropa_app.reports.wording import Runs, joined, one_line, org_number, telephone

if TYPE_CHECKING:
    from ropa_app.reports.statement.context import StatementContext

_SPELT = {"org_number": org_number, "phone": telephone}


def own_paragraph(context: StatementContext, code: str, text: Text, style: TextStyle) -> Paragraph:
    """Return a paragraph of a section with its placeholders filled; an empty one reads *not settled*."""
    runs: list[Run] = []
    sign: Sign | None = None
    for run in context.words.shown(text):
        for piece in pieces(run.text):
            if isinstance(piece, str):
                runs.append(replace(run, text=piece))
                continue
            value = _value(context, piece)
            if not value:
                label = context.t.marked(SPECS[piece.kind][piece.field].label)
                value = context.gap(code, label).runs
                sign = Sign.NOT_STATED
            runs.extend(value)
    return Paragraph(tuple(joined(runs)), style, sign)


def _value(context: StatementContext, named: Placeholder) -> Runs:
    record = context.records.one(named.kind)
    if record is None:
        return ()
    spec, value = SPECS[named.kind][named.field], getattr(record, named.field)
    if spec.type is FieldType.REF:
        return context.names.party(value) if value else ()
    runs = context.words.value(spec, value)
    spell = _SPELT.get(named.field) or (one_line if spec.type is FieldType.TEXT else None)
    return tuple(replace(run, text=spell(run.text)) for run in runs) if spell else runs
