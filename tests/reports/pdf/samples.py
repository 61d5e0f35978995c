"""Neutral documents that use every kind of block: a library's catalogue, of all things."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from ropa_app.reports.page_model import (
    Block,
    Box,
    BulletList,
    Column,
    Contents,
    ContentsEntry,
    Document,
    FieldRow,
    FieldStyle,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    LetterHeading,
    ListItem,
    Orientation,
    OutlineEntry,
    Part,
    Plates,
    Row,
    Rule,
    Run,
    Sign,
    Table,
    TableStyle,
    TextStyle,
    TitleBlock,
    bold,
    cell,
    link,
    para,
    runs,
    secondary,
    signed,
)
from ropa_app.reports.pdf import write_pdf
from tests.reports.pdf.pictures import chart, flow

MISSING = signed(Sign.NOT_STATED, "Not stated")


def document(*parts: Part, **changes: object) -> Document:
    """Return a document of these parts."""
    about: dict[str, object] = {
        "title": "Catalogue, Northwind Library",
        "language": "en-GB",
        "organisation": "Northwind Library",
        "short_name": "Catalogue",
        "footer": "Version 2  |  22 November 2026  |  Chain 7f3a 91c2 0b5e",
        "page_text": "Page {page} of {pages}",
        "day": date(2026, 11, 22),
        "subject": "What stands on the shelves",
        "keywords": ("shelves", "books"),
        "creator": "Sample 1.0",
        "producer": "Sample engine",
        "seams": ("inter", "library", "loan", "book", "shelf", "keeping"),
        "glue": ("section", "letter", "no."),
    }
    return Document(parts=parts, **(about | changes))  # type: ignore[arg-type]  # the tests give what fits


def written(model: Document) -> bytes:
    """Return a document as PDF."""
    target = BytesIO()
    write_pdf(model, target)
    return target.getvalue()


def front() -> Part:
    """Return a first page."""
    return Part(
        (
            TitleBlock(
                "Catalogue of the shelves", "Northwind Library", "House rules, section 30 no. 1", front=True
            ),
            FieldTable(
                (
                    FieldRow(cell("Number"), cell(MISSING)),
                    FieldRow(cell("Address"), cell("12 Harbour Street, 0484 Oslo")),
                    FieldRow(
                        cell("Write to us"),
                        cell(link("post@example.org", "mailto:post@example.org"), ", 22 51 06 00"),
                    ),
                    FieldRow(
                        cell("Keeper"), cell(signed(Sign.NOT_STATED, "Not settled", "Nobody was asked yet."))
                    ),
                ),
                FieldStyle.FRONT,
            ),
            Rule(),
            FieldTable(
                (
                    FieldRow(cell("Version"), cell(bold("2"), " of 22 November 2026")),
                    FieldRow(
                        cell("Open points"), cell(bold("3"), " of them under ", link("Open points", "#open"))
                    ),
                ),
                FieldStyle.FRONT,
            ),
            Rule(),
            Heading("About this document", 2, style=HeadingStyle.MINOR),
            para("It shows what stands where, and who may borrow it. Nothing is kept in annexes."),
        )
    )


def contents(sheets: int) -> Part:
    """Return the list of contents."""
    entries = [ContentsEntry("Overview", "overview"), ContentsEntry("Shelves", "shelves")]
    entries += [
        ContentsEntry(f"Shelf of {SUBJECTS[n % len(SUBJECTS)]}", f"s{n}", f"1.{n}", 1)
        for n in range(1, sheets + 1)
    ]
    entries.append(ContentsEntry("Open points", "open"))
    legend = (
        FieldRow(cell(MISSING), cell("The rules ask for it, and it is not in the catalogue.")),
        FieldRow(cell(secondary("Not stated")), cell("Recommended, and not in the catalogue.")),
        FieldRow(
            cell(signed(Sign.INVALID, "Old card")), cell("Stated, but not valid on the day of this version.")
        ),
        FieldRow(cell(signed(Sign.ELSEWHERE, "Annex")), cell("Outside the house.")),
    )
    return Part(
        (
            Heading("Contents", 2, anchor="contents", outline=0),
            Contents(tuple(entries)),
            Heading("How to read it", 2, style=HeadingStyle.MINOR),
            FieldTable(legend, FieldStyle.LEGEND),
        ),
        section="Contents",
    )


SUBJECTS = ("geography", "interlibraryloan", "natural history and the sea", "law", "letters")
TITLES = (
    "Keeper",
    "Room",
    "What it is about",
    "Purpose",
    "Readers",
    "Kinds of books",
    "From",
    "Borrowers",
    "Ground",
)


def overview(rows: int) -> Part:
    """Return a wide table."""
    lettered = (
        Column(title, weight, chr(65 + n), n in (3, 4, 5, 7))
        for n, (title, weight) in enumerate(zip(TITLES, (54, 56, 76, 92, 106, 104, 84, 96, 92)))
    )
    columns = (Column("No."), *lettered)

    def made() -> Iterator[Row]:
        for n in range(1, rows + 1):
            yield (
                cell(link(f"1.{n}", f"#s{n}" if n < 4 else "#top")),
                cell(secondary("Not stated")),
                cell(secondary("Not stated")),
                cell(bold(f"Shelf of {SUBJECTS[n % len(SUBJECTS)]}")),
                cell("Lend books to readers; keep the peace in the room"),
                cell("Grown-ups; children with a card; guests of the house"),
                cell(MISSING) if n % 3 else cell("Printed; bound; loose leaves"),
                cell("Bought; given"),
                cell("Readers; other libraries"),
                cell(secondary("Not stated")),
            )

    return Part(
        (
            Heading(
                "Overview", 2, anchor="overview", outline=0, section="Overview", style=HeadingStyle.SHEET
            ),
            para("One row for each shelf. Grey head: asked for. White: recommended.", style=TextStyle.NOTE),
            Heading("Part 1. Columns A to I", 3, style=HeadingStyle.CAPTION),
            Table(columns, made(), 3, TableStyle.OVERVIEW, "Columns A to I", fixed_first=True),
        ),
        Orientation.LANDSCAPE,
        "Overview",
    )


def purposes() -> Table:
    """Return a small table under a letter."""
    return Table(
        (Column("Purpose", 0.34), Column("Ground", 0.29), Column("More about it", 0.37)),
        (
            (
                cell("Take orders, arrange delivery and help with the catalogue after that"),
                cell(MISSING),
                cell(secondary("Not stated")),
            ),
            (cell("Ask for money"), cell(MISSING), cell(secondary("Not stated"))),
            (
                cell("Find new readers"),
                cell("House rules, section 6 no. 1"),
                cell("Told in the yearbook.", para("Not in writing.")),
            ),
        ),
        0,
        TableStyle.UNDER_LETTER,
        "Purposes",
    )


def sheet(number: int, more: tuple[Block, ...] = ()) -> Part:
    """Return the sheet of a shelf."""
    title = f"Shelf of {SUBJECTS[number % len(SUBJECTS)]}"
    group: tuple[Block, ...] = (OutlineEntry("Shelves", "shelves"),) if number == 1 else ()
    blocks: tuple[Block, ...] = (
        *group,
        Heading(title, 2, f"1.{number}", f"s{number}", HeadingStyle.SHEET, 1, f"1.{number} {title}"),
        para(
            "Northwind keeps the books in order, lends them and asks for them again in time.",
            style=TextStyle.INTRO,
        ),
        Plates(
            tuple((c, c == "c") for c in "abcdefg"),
            runs("Complete: c. Something is missing: a, b, d, e, f and g."),
        ),
        flow(),
        LetterHeading("a", "Who keeps it", "house rules, section 30 letter a", False),
        FieldTable(
            (
                FieldRow(
                    cell("Keeper"),
                    cell(
                        bold("Northwind Library"),
                        ", Oslo, ",
                        link("post@example.org", "mailto:post@example.org"),
                    ),
                ),
                FieldRow(
                    cell("Deputy"), cell(signed(Sign.NOT_STATED, "Not settled", "The house has not said."))
                ),
            )
        ),
        LetterHeading("b", "Purpose and ground", "house rules, section 30 letter b"),
        purposes(),
        para("The yearbook of 2018 names further purposes without saying which.", style=TextStyle.NOTE),
        Heading("Recommended", 3, style=HeadingStyle.SUBSECTION),
        FieldTable(
            (
                FieldRow(
                    cell("Rooms"),
                    cell(Run("Reading room", language="en-US"), ", ", Run("Lesesal", language="nb")),
                ),
            )
        ),
    )
    return Part((*blocks, *more), fit=True)


def changes() -> Table:
    """Return changes marked in the text."""
    return Table(
        (Column("Change", 0.145), Column("Field", 0.265), Column("Before", 0.285), Column("Now", 0.305)),
        (
            (
                cell(signed(Sign.CHANGED, "Changed")),
                cell(bold("Purpose"), para(secondary("1.4 Letters"))),
                cell("Send ", Run("to all", strike=True)),
                cell("Send ", Run("to readers", underline=True)),
            ),
            (
                cell(signed(Sign.ADDED, "Added")),
                cell(bold("Term")),
                cell(secondary("Was not there")),
                cell(Run("At once", underline=True)),
            ),
            (
                cell(signed(Sign.REMOVED, "Removed")),
                cell(bold("Borrower")),
                cell(Run("Others", strike=True)),
                cell(secondary("Is gone")),
            ),
        ),
        1,
        summary="Changes",
    )


def chart_and_box() -> Part:
    """Return what the other parts lack: chart, box, list, prose, and a change marked in the text."""
    items = (
        ListItem(
            cell("Newsletters: consent and custom are told apart."), (ListItem(cell("Within an item.")),)
        ),
        ListItem(
            cell(
                "Cards: marked as invalid, with ",
                link("the rule behind it", "https://example.org/rule?a=1&b=2"),
                ".",
            )
        ),
    )
    return Part(
        (
            Heading("Open points", 2, anchor="open", outline=0, section="Open points"),
            chart(),
            para("The shape of a mark shows the group.", style=TextStyle.NOTE),
            Heading("What we do with books", 3, "1", style=HeadingStyle.SECTION),
            para(
                "We lend them. See ",
                link("the list of contents", "#contents"),
                " for the rest.",
                style=TextStyle.PROSE,
            ),
            BulletList(items, TextStyle.PROSE),
            Box(
                (
                    Heading("You may always say no", 4, style=HeadingStyle.BOX),
                    para(
                        "You need no reason. Write to ",
                        link("post@example.org", "mailto:post@example.org"),
                        ". We stop at once.",
                    ),
                )
            ),
            Group((Heading("Changes", 3, style=HeadingStyle.SUBSECTION), changes())),
        )
    )


def whole(sheets: int = 3, **changes: object) -> Document:
    """Return a document with every kind of block."""
    parts = (
        front(),
        contents(sheets),
        overview(14),
        *(sheet(n) for n in range(1, sheets + 1)),
        chart_and_box(),
    )
    return document(*parts, **changes)
