"""The styles of the OpenDocument that LibreOffice gets, from the sizes of our own PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from ropa_app.reports.page_model import Document, Orientation
from ropa_app.reports.pdf.styles import (
    FIELDS,
    HAIR,
    HEADING,
    INK,
    PAPERS,
    SECONDARY,
    TABLES,
    TEXT,
    Padding,
    Paper,
    TextSpec,
)
from tests.bench.peers.css import colour

_FONT: Final = "Source Sans 3"
_WIDEST: Final = 4_000  # columns have widths in tenths of a share
_LETTER: Final = TextSpec(11, 15, True, before=14, after=4)
_CONTENTS: Final = TextSpec(10, 15)


def styles(document: Document) -> Iterator[str]:
    """Yield declarations of fonts and all styles."""
    yield (
        f'<office:font-face-decls><style:font-face style:name="{_FONT}" svg:font-family="\'{_FONT}\'"/>'
        "</office:font-face-decls><office:styles>"
    )
    for name, spec, more in _paragraphs():
        yield _paragraph(name, spec, more)
    yield from (_looks(name, looks) for name, looks in _LOOKS.items())
    yield "".join(_list(name, mark) for name, mark in _MARKS.items())
    yield "</office:styles><office:automatic-styles>"
    yield from (_new_page(orientation, paper) for orientation, paper in PAPERS.items())
    yield (
        '<style:style style:name="table" style:family="table">'
        '<style:table-properties table:align="margins"/></style:style>'
    )
    for share in range(1, _WIDEST):
        yield (
            f'<style:style style:name="col-{share}" style:family="table-column">'
            f'<style:table-column-properties style:rel-column-width="{share}*"/></style:style>'
        )
    for style, fields in FIELDS.items():
        yield _cell(f"f-{style.value}", fields.padding)
    for table_style, table in TABLES.items():
        yield _cell(f"t-{table_style.value}", table.padding)
    yield "</office:automatic-styles><office:master-styles>"
    yield from (_master(document, orientation) for orientation in PAPERS)
    yield "</office:master-styles>"


_LOOKS: Final = {
    "bold": 'fo:font-weight="bold"',
    "italic": 'fo:font-style="italic"',
    "secondary": f'fo:color="{colour(SECONDARY)}"',
}
_MARKS: Final = {
    "bullets": '<text:list-level-style-bullet text:level="{level}" text:bullet-char="•">',
    "numbers": '<text:list-level-style-number text:level="{level}" style:num-format="1">',
}


def _paragraphs() -> Iterator[tuple[str, TextSpec, str]]:
    """Yield name, look and further properties of every paragraph style."""
    yield from ((f"p-{style.value}", spec, "") for style, spec in TEXT.items())
    yield from ((f"h-{style.value}", spec, 'fo:keep-with-next="always"') for style, spec in HEADING.items())
    for style, fields in FIELDS.items():
        yield f"f-{style.value}-cell", fields.value, ""
    for table_style, table in TABLES.items():
        yield f"t-{table_style.value}-cell", table.cell, ""
        yield f"t-{table_style.value}-head", table.head, ""
    yield "letter", _LETTER, f'fo:keep-with-next="always" fo:border-bottom="0.8pt solid {colour(INK)}"'
    yield "contents", _CONTENTS, ""
    yield "figure", TextSpec(10, 0), ""
    yield "rule", TextSpec(6, 8), f'fo:border-bottom="0.9pt solid {colour(INK)}"'
    yield "edge", TextSpec(8.2, 10, colour=SECONDARY), ""


def _paragraph(name: str, spec: TextSpec, more: str) -> str:
    leading = f'fo:line-height="{spec.leading}pt"' if spec.leading else ""
    tabs = '<style:tab-stops><style:tab-stop style:position="487pt" style:type="right"/></style:tab-stops>'
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {leading} '
        f'fo:margin-top="{spec.before}pt" fo:margin-bottom="{spec.after}pt" fo:margin-left="{spec.indent}pt" '
        f'fo:widows="2" fo:orphans="2" {more}>{tabs}</style:paragraph-properties>'
        f'<style:text-properties style:font-name="{_FONT}" fo:font-size="{spec.size}pt" '
        f'fo:color="{colour(spec.colour)}" {_LOOKS["bold"] if spec.bold else ""}/></style:style>'
    )


def _looks(name: str, looks: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {looks}/></style:style>'
    )


def _list(name: str, mark: str) -> str:
    levels = "".join(
        f'{mark.format(level=level)}<style:list-level-properties text:space-before="{12 * (level - 1)}pt" '
        f'text:min-label-width="12pt"/></{mark[1:].split(" ", 1)[0]}>'
        for level in (1, 2, 3)
    )
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def _new_page(orientation: Orientation, paper: Paper) -> str:
    """Return the layout of a sheet and the style of the paragraph that begins one."""
    name = orientation.value
    edge = (
        '<style:header-style><style:header-footer-properties fo:min-height="14pt"/></style:header-style>'
        '<style:footer-style><style:header-footer-properties fo:min-height="14pt"/></style:footer-style>'
    )
    return (
        f'<style:page-layout style:name="layout-{name}"><style:page-layout-properties '
        f'fo:page-width="{paper.width}pt" fo:page-height="{paper.height}pt" '
        f'fo:margin-top="{paper.top - 28}pt" fo:margin-bottom="{paper.bottom - 28}pt" '
        f'fo:margin-left="{paper.left}pt" fo:margin-right="{paper.right}pt"/>{edge}</style:page-layout>'
        f'<style:style style:name="new-{name}" style:family="paragraph" style:master-page-name="{name}">'
        '<style:paragraph-properties fo:line-height="1pt"/><style:text-properties fo:font-size="1pt"/>'
        "</style:style>"
    )


def _cell(name: str, padding: Padding) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding-top="{padding.above}pt" fo:padding-bottom="{padding.below}pt" '
        f'fo:padding-left="{padding.left}pt" fo:padding-right="{padding.right}pt" fo:border-left="none" '
        f'fo:border-right="none" fo:border-top="none" fo:border-bottom="0.4pt solid {colour(HAIR)}"/>'
        "</style:style>"
    )


def _master(document: Document, orientation: Orientation) -> str:
    head = escape(f"{document.organisation}  {document.short_name}")
    numbers = escape(document.page_text).replace("{pages}", "<text:page-count/>")
    numbers = numbers.replace("{page}", '<text:page-number text:select-page="current"/>')
    foot = f"{escape(document.footer)}<text:tab/>{numbers}"
    return (
        f'<style:master-page style:name="{orientation.value}" '
        f'style:page-layout-name="layout-{orientation.value}">'
        f'<style:header><text:p text:style-name="edge">{head}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="edge">{foot}</text:p></style:footer></style:master-page>'
    )
