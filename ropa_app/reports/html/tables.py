"""Tables with heads, and labels with their values."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.html.inline import Inline, attributes, escaped
from ropa_app.reports.page_model import Cell, Column, FieldTable, Row, Table, TableStyle

# Up to so many columns a table becomes a list of rows on a narrow screen; a wider one can be scrolled.
_FOLDING: Final = 6


def field_table(table: FieldTable, inline: Inline) -> str:
    """Return labels and values as a description list; "" where there are none."""
    rows = "".join(
        f"<div><dt>{inline.phrase(row.label)}</dt><dd>{inline.cell(row.value)}</dd></div>\n"
        for row in table.rows
    )
    if not rows:
        return ""
    fields = f'<dl class="fields {table.style.value}">\n{rows}</dl>\n'
    if not table.summary:
        return fields
    return f'<div role="group"{attributes(aria_label=table.summary)}>\n{fields}</div>\n'


def table(table: Table, name: str, inline: Inline) -> str:
    """Return a table; `name` is that of the heading it stands under.

    Roles are written out, because browsers forget them where the rows of a table are set as blocks.
    """
    folds = len(table.columns) <= _FOLDING and table.style is not TableStyle.OVERVIEW
    heads = "".join(_head(column) for column in table.columns)
    rows = "".join(_row(row, table, inline) for row in table.rows)
    look = f"{table.style.value} folds" if folds else table.style.value
    caption = f"<caption>{escaped(table.summary)}</caption>\n" if table.summary else ""
    made = (
        f'<table class="{look}" role="table">\n{caption}{_widths(table) if folds else ""}'
        f'<thead role="rowgroup">\n<tr role="row">{heads}</tr>\n</thead>\n'
        f'<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n'
    )
    return made if folds else scrolled(made, ": ".join(dict.fromkeys(filter(None, (table.summary, name)))))


def _widths(table: Table) -> str:
    """Return the columns with their shares in steps of five in a hundred, which the style sheet knows."""
    whole = sum(column.weight for column in table.columns)
    shares = (max(5, round(20 * column.weight / whole) * 5) for column in table.columns)
    columns = "".join(f'<col class="w{share}">' for share in shares)
    return f"<colgroup>{columns}</colgroup>\n"


def scrolled(wide: str, name: str) -> str:
    """Return what may be wider than the screen, in a region that the keyboard can scroll."""
    return f'<div class="scrolled" role="region" tabindex="0"{attributes(aria_label=name)}>\n{wide}</div>\n'


def _head(column: Column) -> str:
    letter = f'<span class="letter">{escaped(column.letter)}</span> ' if column.letter else ""
    look = attributes(class_="tinted" if column.tinted else "")
    if not (column.title or letter):
        return f'<td role="cell"{look}></td>'
    return f'<th scope="col" role="columnheader"{look}>{letter}{escaped(column.title)}</th>'


def _row(row: Row, table: Table, inline: Inline) -> str:
    cells = (_cell(index, cell, table, inline) for index, cell in enumerate(row))
    return f'<tr role="row">{"".join(cells)}</tr>\n'


def _cell(index: int, cell: Cell, table: Table, inline: Inline) -> str:
    label = attributes(data_label=table.columns[index].title if index < len(table.columns) else "")
    if index == table.row_header:
        return f'<th scope="row" role="rowheader"{label}><div>{inline.cell(cell)}</div></th>'
    return f'<td role="cell"{label}><div>{inline.cell(cell)}</div></td>'
