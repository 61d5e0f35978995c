"""The style sheet of the HTML that the peers get: sizes, colours and distances are those of our own PDFs."""

from __future__ import annotations

from ropa_app.paths import resource
from ropa_app.reports.page_model import Document, Orientation
from ropa_app.reports.pdf.styles import (
    FIELDS,
    HAIR,
    HEADING,
    INK,
    LABEL,
    PAPERS,
    RULE,
    SECONDARY,
    TABLES,
    TEXT,
    TINT,
    Colour,
    Padding,
    Paper,
    TextSpec,
)

_FACES = (
    ("Source Sans 3", "SourceSans3-Regular", 400, "normal"),
    ("Source Sans 3", "SourceSans3-SemiBold", 600, "normal"),
    ("Source Sans 3", "SourceSans3-Italic", 400, "italic"),
    ("Source Sans 3", "SourceSans3-SemiBoldItalic", 600, "italic"),
    ("Noto Sans", "NotoSans-Regular", 400, "normal"),
    ("Noto Sans", "NotoSans-Bold", 600, "normal"),
)


def style_sheet(document: Document) -> str:
    """Return the rules for a document, its running head and foot among them."""
    rules = [_face(*face) for face in _FACES]
    rules += [_page(document, orientation, paper) for orientation, paper in PAPERS.items()]
    rules.append(
        f"html {{ font: 10pt/13.5pt 'Source Sans 3', 'Noto Sans'; color: {colour(INK)} }} "
        "body, p, ul, ol, h1, h2, h3, h4, h5, h6, figure { margin: 0 } "
        "b, th, h1, h2, h3, h4, h5, h6 { font-weight: 600 } "
        "a { text-decoration: underline } h1, h2, h3, h4, h5, h6 { break-after: avoid } "
        "section.new { break-before: page } p, td, th { white-space: pre-line } "
        "table { border-collapse: collapse; width: 100%; table-layout: fixed } "
        "th { text-align: left; vertical-align: bottom } td, tbody th { vertical-align: top } "
        "tr, .group, .box { break-inside: avoid } ul, ol { padding-left: 12pt } "
        f".box {{ border: 0.8pt solid {colour(INK)}; padding: 12pt }} "
        f".reference, .secondary {{ color: {colour(SECONDARY)}; font-weight: 400 }} "
        f".letter {{ border-bottom: 0.8pt solid {colour(INK)}; margin: 14pt 0 4pt; font-size: 11pt }} "
        ".letter .reference { float: right; font-size: 8.8pt } .tinted { background: " + colour(TINT) + " } "
        "nav p a::after { content: leader(' ') target-counter(attr(href), page) } nav a { color: inherit }"
    )
    rules += [f"p.{style.value} {{ {_text(spec)} }}" for style, spec in TEXT.items()]
    rules += [f".h-{style.value} {{ {_text(spec)} }}" for style, spec in HEADING.items()]
    for field_style, fields in FIELDS.items():
        name = f"table.f-{field_style.value}"
        rules.append(f"{name} th {{ width: {LABEL}pt; font-weight: 400; {_text(fields.label)} }}")
        rules.append(
            f"{name} td {{ {_text(fields.value)} }} {name} th, {name} td {{ {_cell(fields.padding)} }}"
        )
    for table_style, table in TABLES.items():
        name = f"table.t-{table_style.value}"
        rules.append(f"{name} thead th {{ {_text(table.head)} border-bottom: 0.6pt solid {colour(INK)} }}")
        rules.append(
            f"{name} tbody {{ {_text(table.cell)} }} {name} th, {name} td {{ {_cell(table.padding)} }}"
        )
        rules.append(
            f"{name} {{ border-bottom: 0.6pt solid {colour(RULE)} }} {name} tbody th {{ font-weight: 400 }}"
        )
    return "\n".join(rules)


def colour(value: Colour) -> str:
    """Spell a colour."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in value)


def _face(family: str, file: str, weight: int, style: str) -> str:
    source = resource("fonts", f"{file}.ttf").as_uri()
    return (
        f"@font-face {{ font-family: '{family}'; src: url({source}); "
        f"font-weight: {weight}; font-style: {style} }}"
    )


def _page(document: Document, orientation: Orientation, paper: Paper) -> str:
    margins = f"{paper.top}pt {paper.right}pt {paper.bottom}pt {paper.left}pt"
    numbers = (
        _string(document.page_text)
        .replace("{pages}", '" counter(pages) "')
        .replace("{page}", '" counter(page) "')
    )
    head = _string(f"{document.organisation}  {document.short_name}")
    return (
        f"@page {orientation.value} {{ size: {paper.width}pt {paper.height}pt; margin: {margins}; "
        f"font: 8.2pt 'Source Sans 3'; color: {colour(SECONDARY)}; "
        f"@top-left {{ content: {head} }} @top-right {{ content: string(section) }} "
        f"@bottom-left {{ content: {_string(document.footer)} }} @bottom-right {{ content: {numbers} }} }} "
        f".{orientation.value} {{ page: {orientation.value} }}"
    )


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(spec: TextSpec) -> str:
    return (
        f"font-size: {spec.size}pt; line-height: {spec.leading}pt; color: {colour(spec.colour)}; "
        f"margin: {spec.before}pt 0 {spec.after}pt {spec.indent}pt; "
        f"font-weight: {600 if spec.bold else 400};"
    )


def _cell(padding: Padding) -> str:
    sides = f"{padding.above}pt {padding.right}pt {padding.below}pt {padding.left}pt"
    return f"padding: {sides}; border-top: 0.4pt solid {colour(HAIR)};"
