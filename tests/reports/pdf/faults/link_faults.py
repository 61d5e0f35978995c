"""Faults of what leads somewhere, and of what stands at the edges of pages."""

from __future__ import annotations

from typing import Any, Final

from ropa_app.reports.pdf import book, outline
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.edges import Edges
from ropa_app.reports.pdf.outline import Outline
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.structure import Element
from tests.reports.pdf.faults.planting import Fault, Patch, cut, dropped, edited, followed, given, preceded


def _not_in_tree(_book: Book, _page: Page, element: Element, *_others: Any) -> None:
    element.kids.pop()


def _link(change: Any) -> Any:
    """Change box and target of each link."""

    def plant(patch: Patch) -> None:
        def changed(
            of: Book, page: Page, element: Element, box: Any, target: str, text: str
        ) -> tuple[Any, ...]:
            return of, page, element, *change(box, target), text

        given(patch, Book, "add_link", changed)

    return plant


def _moved(box: tuple[float, ...], target: str) -> tuple[Any, ...]:
    return (box[0], box[1] - 100, box[2], box[3] - 100), target


def _to_the_top(box: tuple[float, ...], target: str) -> tuple[Any, ...]:
    return box, "#top" if target == "#open" else target


def _to_another(box: tuple[float, ...], target: str) -> tuple[Any, ...]:
    return box, target.replace("example.org", "example.com")


def _name_left_out(of: Book) -> None:
    of._anchors.pop("open", None)


def _on_first_page(of: Book, _page: Page, name: str, _y: float) -> None:
    of._anchors[name].destination = b"[%d 0 R/XYZ 0 700 null]" % of.pages[0].number


def _not_second(patch: Patch) -> None:
    original = Outline.add
    seen: list[str] = []

    def add(of: Outline, title: str, anchor: str, depth: int) -> None:
        seen.append(title)
        if len(seen) != 2:
            original(of, title, anchor, depth)

    patch.setattr(Outline, "add", add)


def _foot(number: int, total: int) -> Any:
    return lambda patch: given(
        patch, Edges, "_foot", lambda of, page, own, pages: (of, page, own + number, pages + total)
    )


def _next_page(number: str) -> str:
    return str(int(number) + 1)


def _entry(change: Any) -> Any:
    return lambda patch: given(patch, Outline, "add", lambda of, *entry: (of, *change(*entry)))


FAULTS: Final = (
    Fault("links without words (Contents)", lambda p: dropped(p, book, "Contents", "StructParent")),
    Fault("links that are not printed (F)", lambda p: dropped(p, book, "F")),
    Fault("links without StructParent", lambda p: dropped(p, book, "StructParent")),
    Fault("links not in the tree", lambda p: followed(p, Book, "add_link", _not_in_tree)),
    Fault("links that cannot be pressed", lambda p: p.setattr(Book, "add_link", lambda *_some: None)),
    Fault("pages without order of links (Tabs)", lambda p: cut(p, Book, "_page_body", rb"/Tabs /S")),
    Fault("links beside their text", _link(_moved)),
    Fault("a link to another place", _link(_to_the_top)),
    Fault("links to another address", _link(_to_another)),
    Fault("a link to nowhere", lambda p: preceded(p, Book, "_write_names", _name_left_out)),
    Fault("places on the first page", lambda p: followed(p, Book, "place_anchor", _on_first_page)),
    Fault(
        "places too low on their page",
        lambda p: given(p, Book, "place_anchor", lambda b, page, name, y: (b, page, name, y - 200)),
    ),
    Fault("named places out of order", lambda p: p.setattr(book, "sorted", _unsorted, raising=False)),
    Fault("page numbers of contents wrong", lambda p: edited(p, Book, "page_number", _next_page)),
    Fault("page numbers of contents missing", lambda p: edited(p, Book, "page_number", lambda _number: "")),
    Fault("number of pages wrong in feet", _foot(0, 1)),
    Fault("page number wrong in feet", _foot(1, 0)),
    Fault("no feet", lambda p: p.setattr(Edges, "_foot", lambda *_some: None)),
    Fault("no running heads", lambda p: given(p, Edges, "_head", lambda of, page, _bare: (of, page, True))),
    Fault("no draft mark", lambda p: p.setattr(Edges, "_draft", lambda *_some: None)),
    Fault("no outline", lambda p: p.setattr(Outline, "write", lambda *_some: 0)),
    Fault("an entry of the outline missing", _not_second),
    Fault(
        "entries of the outline lead to the top", _entry(lambda title, _anchor, depth: (title, "top", depth))
    ),
    Fault("outline without depth", _entry(lambda title, anchor, _depth: (title, anchor, 0))),
    Fault("entries of the outline not joined", lambda p: dropped(p, outline, "Prev")),
)


def _unsorted(some: Any) -> list[Any]:
    return sorted(some, reverse=True)
