"""Pictures: told in words for everybody, with the boxes of a flow beside them, and a chart as a table."""

from __future__ import annotations

from ropa_app.reports.html.inline import Inline, escaped
from ropa_app.reports.html.tables import scrolled
from ropa_app.reports.page_model import ChartGroup, ChartRow, DotChart, FlowBox, FlowColumn, FlowFigure


def flow(figure: FlowFigure, inline: Inline) -> str:
    """Return the boxes of a flow, column by column, and below them in words how they hang together."""
    columns = "".join(_column(column, inline) for column in figure.columns)
    words = inline.text(figure.alternative)
    return (
        f'<figure class="flow">\n<div class="columns" aria-hidden="true">\n{columns}</div>\n'
        f"<figcaption>{words}</figcaption>\n</figure>\n"
    )


def _column(column: FlowColumn, inline: Inline) -> str:
    stacks = "".join(
        f'<p class="caption">{inline.text(stack.caption)}</p>\n'
        + "".join(_box(box, inline) for box in stack.boxes)
        for stack in column.stacks
    )
    return f"<div>\n{stacks}</div>\n"


def _box(box: FlowBox, inline: Inline) -> str:
    title = inline.text(box.title) if box.light else f"<strong>{inline.text(box.title)}</strong>"
    more = f"<br>{inline.text(box.text)}" if box.text else ""
    return f'<p class="box {box.frame.value}">{inline.sign(box.sign)}{title}{more}</p>\n'


def chart(chart: DotChart, inline: Inline) -> str:
    """Return a chart as a table: a sign, and the name of its group, where row and column meet."""
    heads = (chart.row_title, *chart.columns, chart.total_title)
    cells = "".join(
        f'<th scope="col">{escaped(head)}</th>' if head.strip() else "<td></td>" for head in heads
    )
    groups = "".join(_group(group, len(heads), inline) for group in chart.groups)
    made = f"<table>\n<thead>\n<tr>{cells}</tr>\n</thead>\n{groups}</table>\n"
    words = f"<figcaption>{inline.text(chart.alternative)}</figcaption>\n"
    return f'<figure class="chart">\n{scrolled(made, chart.row_title)}{words}</figure>\n'


def _group(group: ChartGroup, width: int, inline: Inline) -> str:
    head = f'<th scope="rowgroup" colspan="{width}">{inline.sign(group.sign)}{escaped(group.title)}</th>'
    rows = "".join(_row(row, group, inline) for row in group.rows)
    return f"<tbody>\n<tr>{head}</tr>\n{rows}</tbody>\n"


def _row(row: ChartRow, group: ChartGroup, inline: Inline) -> str:
    there = f'{inline.sign(group.sign)}<span class="unseen">{escaped(group.title)}</span>'
    marks = "".join(f"<td>{there if mark else '–'}</td>" for mark in row.marks)
    return f'<tr><th scope="row">{escaped(row.label)}</th>{marks}<td>{escaped(row.total)}</td></tr>\n'
