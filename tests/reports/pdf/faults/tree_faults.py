"""Faults of the structure tree: what is left out, moved, tagged wrongly or lacks an attribute."""

from __future__ import annotations

from typing import Any, Final

from ropa_app.reports.pdf import figures, heads, paragraphs, structure, tables
from ropa_app.reports.pdf import page as page_module
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.headings import HeadingItem
from ropa_app.reports.pdf.heads import Head
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.structure import Element, StructureTree
from tests.reports.pdf.faults.planting import (
    Fault,
    Patch,
    cut,
    dropped,
    edited,
    entries,
    followed,
    given,
    has,
    once,
    preceded,
    retagged,
)


def _tag(name: str, old: str, new: str, **how: bool) -> Fault:
    return Fault(name, lambda patch: retagged(patch, old, new, **how))


def _swapped_entries(_book: Book, page: Page) -> None:
    page.parents[:2] = page.parents[1::-1]


def _to_the_document(of: Book, *_others: Any) -> None:
    of.tree._parents[-1] = of.tree.number(of.tree.document)


def _left_out(_tree: StructureTree, element: Element) -> None:
    element.kids.remove(next(kid for kid in element.kids if isinstance(kid, Element) and kid.tag == "P"))


def _backwards(_tree: StructureTree, element: Element) -> None:
    element.kids.reverse()


def _orphan(tree: StructureTree, element: Element) -> None:
    element.parent = tree.document


def _again(_tree: StructureTree, element: Element) -> None:
    element.kids.append(element.kids[0])


def _no_cell(_tree: StructureTree, element: Element) -> None:
    element.kids.pop()


def _key_taken(patch: Patch) -> None:
    def change(of: dict[str, bytes]) -> None:
        if "ParentTreeNextKey" in of:
            of["ParentTreeNextKey"] = b"0"

    entries(patch, structure, change)


def _mark_twice(patch: Patch) -> None:
    given(patch, page_module, "Mark", lambda on, number: (on, number - 1 if number == 3 else number))


def _empty_heading(_item: HeadingItem, _place: object, _heading: object, element: Element) -> None:
    if element.parent is not None:
        element.parent.child(element.tag)


def _heads_everywhere(head: Head, *_others: Any) -> None:
    head._times = 0


def _words(change: str) -> Any:
    return lambda patch: given(patch, figures, "alternative", lambda _text: (change,))


def _box(*edges: float) -> Any:
    return lambda patch: given(patch, figures, "bounding_box", lambda *_edges: edges)


def _nothing(owner: Any, name: str) -> Any:
    return lambda patch: edited(patch, owner, name, lambda _bytes: b"")


def _sect(element: Element) -> bool:
    return element.tag == "Sect" and has(element, ("P", "H2")) and len(element.kids) > 2


FAULTS: Final = (
    Fault("no parent tree", lambda p: dropped(p, structure, "ParentTree")),
    Fault(
        "two entries of the parent tree swapped", lambda p: preceded(p, Book, "end_page", _swapped_entries)
    ),
    Fault(
        "a link's entry in the parent tree leads elsewhere",
        lambda p: followed(p, Book, "add_link", _to_the_document),
    ),
    Fault("next key of the parent tree is taken", _key_taken),
    Fault("pages without their key", lambda p: cut(p, Book, "_page_body", rb"/StructParents \d+")),
    Fault("a mark's number twice", _mark_twice),
    Fault("an element left out of the tree", lambda p: once(p, _sect, _left_out)),
    Fault("an element twice in the tree", lambda p: once(p, _sect, _again)),
    Fault("order of a section backwards", lambda p: once(p, _sect, _backwards)),
    Fault("parent of a paragraph is the document", lambda p: once(p, lambda e: e.tag == "P", _orphan)),
    Fault(
        "a cell left out of its row", lambda p: once(p, lambda e: e.tag == "TR" and len(e.kids) > 2, _no_cell)
    ),
    Fault("heads of columns without Scope", lambda p: p.setattr(heads, "COLUMN_HEADER", b"")),
    Fault("heads of rows without Scope", lambda p: p.setattr(tables, "ROW_HEADER", b"")),
    Fault(
        "heads of rows scoped to columns", lambda p: p.setattr(tables, "ROW_HEADER", structure.COLUMN_HEADER)
    ),
    _tag("heads of tables as data", "TH", "TD"),
    _tag("rows as sections", "TR", "Sect"),
    _tag("tables as sections", "Table", "Sect"),
    _tag("no THead", "THead", "TBody"),
    _tag("marks of lists as paragraphs", "Lbl", "P"),
    _tag("items without a list", "L", "Sect"),
    _tag("bodies of items as paragraphs", "LBody", "P"),
    Fault("lists without kind of numbering", lambda p: retagged(p, "L", "L")),
    _tag("a level of headings skipped", "H3", "H4"),
    _tag("two headings of level 1", "H2", "H1", only_first=True),
    _tag("no heading of level 1", "H1", "P"),
    _tag("headings as paragraphs", "H2", "P"),
    _tag("paragraphs as headings", "P", "H6", only_first=True),
    Fault("an empty heading", lambda p: followed(p, HeadingItem, "__init__", _empty_heading)),
    _tag("lines of contents as paragraphs", "TOCI", "P"),
    _tag("contents without references", "Reference", "Span"),
    _tag("sections with a tag of our own", "Sect", "Chapter"),
    _tag("links as spans", "Link", "Span"),
    _tag("figures as paragraphs", "Figure", "P"),
    Fault("figures without words", _nothing(figures, "alternative")),
    Fault("figures with empty words", _words("")),
    Fault("figures with other words", _words("Figure")),
    Fault("figures without BBox", _nothing(figures, "bounding_box")),
    Fault("BBox is not where the figure is", _box(10, 10, 20, 20)),
    Fault("BBox off the page", _box(10, 10, 3000, 20)),
    Fault("language of foreign runs missing", _nothing(paragraphs, "language")),
    Fault("language of foreign runs wrong", lambda p: given(p, paragraphs, "language", lambda _tag: ("de",))),
    Fault("tables without summary", _nothing(tables, "_summary")),
    Fault("repeated heads told on every page", lambda p: preceded(p, Head, "draw", _heads_everywhere)),
)
