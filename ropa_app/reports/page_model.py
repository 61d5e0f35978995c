r"""What stands on paper, before anybody decides how ink gets there.

Report writers yield a `Document` of `Part`s of blocks; `page_text.as_text` renders it for golden tests and
`pdf.write_pdf` draws it. Everything is plain frozen data: no fonts, no lengths in points, no law, no clock.

Rules that hold throughout
- Text is written as it shall be read. `&`, `<b>` and the like are printed as typed; `\n` breaks the line,
  a no-break space and a soft hyphen do what their names say, other control characters become spaces.
- A sign (`Sign`) stands before a paragraph and repeats what its words already say; it never stands alone.
- A link is `#anchor` (an anchor of this document), or an https, http, mailto or tel address.
- Whatever may be long (`Document.parts`, `Part.blocks`, `Table.rows`, `Contents.entries`) is an iterable,
  read once, in order, as pages fill up: give a tuple in tests and a generator where there may be thousands.
- A `Part` is laid out, tagged and sealed before the next one is asked for.

Example::

    from datetime import date

    from ropa_app.reports.page_model import (
        Column, Document, FieldRow, FieldTable, Heading, LetterHeading, Part, Run, Sign, Table, TableStyle,
        bold, cell, link, para, signed,
    )

    sheet = Part(
        blocks=(
            Heading("Orders", level=2, number="1.3", anchor="sheet-1.3"),
            para("Northwind takes orders and delivers them."),
            LetterHeading("a", "Who decides", reference="section 1 letter a", complete=False),
            FieldTable((
                FieldRow(cell("Owner"), cell(bold("Northwind"), ", ", link("Write", "mailto:a@b.no"))),
                FieldRow(cell("Deputy"), cell(signed(Sign.NOT_STATED, "Not settled", "Nobody was asked."))),
            )),
            LetterHeading("b", "Where it goes", reference="section 1 letter b"),
            Table(
                columns=(Column("Receiver", 2), Column("Country", 1), Column("Checked", 1)),
                rows=((cell("Fabrikam"), cell(signed(Sign.ELSEWHERE, "USA")), cell("22 November 2026")),),
                row_header=0, style=TableStyle.UNDER_LETTER, summary="Receivers",
            ),
        ),
        section="1.3 Orders",
        fit=True,
    )
    document = Document(
        title="Register, Northwind", language="en-GB", organisation="Northwind", short_name="Register",
        footer="Version 2 | 22 November 2026", page_text="Page {page} of {pages}", day=date(2026, 11, 22),
        parts=(sheet,),
    )
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from ropa_app.reports.page_figures import (
    ChartGroup,
    ChartRow,
    DotChart,
    FlowArrow,
    FlowBox,
    FlowColumn,
    FlowFigure,
    FlowStack,
    Frame,
    Spread,
    Stroke,
)
from ropa_app.reports.page_runs import (
    Cell,
    Paragraph,
    Row,
    Run,
    Sign,
    Text,
    TextStyle,
    bold,
    cell,
    is_link,
    link,
    para,
    runs,
    secondary,
    signed,
)
from ropa_app.reports.page_screen import ScreenWords

__all__ = [
    "Block",
    "Box",
    "BulletList",
    "Cell",
    "ChartGroup",
    "ChartRow",
    "Column",
    "Contents",
    "ContentsEntry",
    "Document",
    "DotChart",
    "FieldRow",
    "FieldStyle",
    "FieldTable",
    "FlowArrow",
    "FlowBox",
    "FlowColumn",
    "FlowFigure",
    "FlowStack",
    "Frame",
    "Group",
    "Heading",
    "HeadingStyle",
    "LetterHeading",
    "ListItem",
    "Orientation",
    "OutlineEntry",
    "Paragraph",
    "Part",
    "Plates",
    "Row",
    "Rule",
    "Run",
    "ScreenWords",
    "Sign",
    "Spread",
    "Stroke",
    "Table",
    "TableStyle",
    "Text",
    "TextStyle",
    "TitleBlock",
    "bold",
    "cell",
    "is_link",
    "link",
    "para",
    "runs",
    "secondary",
    "signed",
]


class HeadingStyle(Enum):
    """The look of a heading; its level in the structure is told apart."""

    TITLE = "title"  # of the document
    COMPACT_TITLE = "compact-title"
    CHAPTER = "chapter"  # starts a part of a register
    SHEET = "sheet"  # a chapter followed by an intro line
    SECTION = "section"  # a numbered section of running text
    SUBSECTION = "subsection"
    GROUP = "group"  # accent colour, above a block of fields
    MINOR = "minor"
    CAPTION = "caption"  # above one table of several
    BOX = "box"  # inside a box


class FieldStyle(Enum):
    """The look of a table of labels and values."""

    SHEET = "sheet"
    FRONT = "front"
    SHORT = "short"  # large, labels bold
    PROSE = "prose"  # for the public, no rules
    LEGEND = "legend"  # labels look like values


class TableStyle(Enum):
    """The look of a table with column heads."""

    OPEN = "open"
    UNDER_LETTER = "under-letter"  # the line of the letter heading is its top line
    OVERVIEW = "overview"  # many narrow columns
    PROSE = "prose"  # larger, for the public


class Orientation(Enum):
    """The sheets of paper a part may stand on."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    LANDSCAPE_A3 = "landscape-a3"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6.

    `number` stands before it in the accent colour. `anchor` makes it a link target. `outline` is the depth of
    its entry in the outline, 0 being outermost (an anchor is then needed), None for no entry. `section` is
    what running heads say from here on; "" leaves them alone. `page_break` starts a new page before it.
    """

    title: str
    level: int = 2
    number: str = ""
    anchor: str = ""
    style: HeadingStyle = HeadingStyle.CHAPTER
    outline: int | None = None
    section: str = ""
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class LetterHeading:
    """A heading with its letter on a plate, dashed if not `complete`, and a reference at the right."""

    letter: str
    title: str
    reference: str = ""
    complete: bool = True
    level: int = 3
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Plates:
    """A row of letters, filled where complete and dashed where not, and the same in words beside them."""

    letters: tuple[tuple[str, bool], ...]
    words: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: paragraphs, then the items below it."""

    content: Cell
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list with bullets, or with numbers where `ordered`; set like `style`."""

    items: tuple[ListItem, ...]
    style: TextStyle = TextStyle.BODY
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A label and its value."""

    label: Cell
    value: Cell


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Labels at the left, values at the right, no column heads."""

    rows: Iterable[FieldRow]
    style: FieldStyle = FieldStyle.SHEET
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, a letter on a line of its own above, a tinted head."""

    title: str
    weight: float = 1.0
    letter: str = ""
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with heads that repeat on every page.

    `row_header` is the index of the column that names the row; it is only marked as a head where the table
    has at least as many data cells as heads. `fixed_first` keeps the first column (a number) narrow.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Row]
    row_header: int | None = None
    style: TableStyle = TableStyle.OPEN
    summary: str = ""
    fixed_first: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A framed block that stays in one piece and cannot be overlooked."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text in ink, with space around it."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of a document: bar, kicker, title (level 1), organisation, note; lower down with `front`."""

    title: str
    organisation: str = ""
    kicker: str = ""
    note: str = ""
    anchor: str = "top"
    front: bool = False


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the list of contents; the page number is filled in when it is known."""

    title: str
    anchor: str
    number: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of contents with leaders and page numbers."""

    entries: Iterable[ContentsEntry]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An entry of the outline with no heading of its own, which those after it stand below."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stay on one page if they fit on one."""

    blocks: tuple[Block, ...]


Block = (
    Heading | LetterHeading | Paragraph | Plates | BulletList | FieldTable | Table | Box | Rule | TitleBlock
    | Contents | OutlineEntry | Group | FlowFigure | DotChart
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document that is laid out and sealed before the next one is made.

    It starts on a new page unless `continues`. `section` is what running heads say from its first page on.
    With `fit` it is set tighter if that, and only that, brings it onto one page.
    """

    blocks: Iterable[Block]
    orientation: Orientation = Orientation.PORTRAIT
    section: str = ""
    continues: bool = False
    fit: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what is said about it, what stands at the edges of every page, and its parts.

    `language` is a BCP 47 tag. `page_text` holds `{page}` and `{pages}`. `footer` stands at the left of every
    foot. `draft` is a word set on every page, "" for none. `bare_first` leaves the first page without a
    running head. `day` becomes the metadata date. `seams` are word parts after which a long compound may be
    broken in tables and figures; after the words of `glue` a line is never broken.
    `screen` holds words that paper does not need.
    """

    title: str
    language: str
    organisation: str
    short_name: str
    footer: str
    page_text: str
    day: date
    parts: Iterable[Part]
    draft: str = ""
    bare_first: bool = True
    subject: str = ""
    keywords: tuple[str, ...] = ()
    creator: str = ""
    producer: str = ""
    conformance: str = "A"
    seams: tuple[str, ...] = field(default=(), repr=False)
    glue: tuple[str, ...] = field(default=(), repr=False)
    screen: ScreenWords = field(default=ScreenWords(), repr=False)
