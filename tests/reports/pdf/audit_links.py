"""What leads somewhere: links, named places, the outline, the page numbers of the list of contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.reports.pdf.audit_tags import NOTHING, elements, is_element, kids, marks_of
from tests.reports.pdf.ink import Ink

SCHEMES = ("https://", "http://", "mailto:", "tel:")


def named_places(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Return the named places of a file: arrays of a page and how to show it."""
    places: dict[str, Any] = {}
    for leaf in pdf.Root.get("/Names", NOTHING).get("/Dests", NOTHING).get("/Kids", []):
        pairs = list(leaf.Names)
        places.update({bytes(pairs[at]).decode(): pairs[at + 1] for at in range(0, len(pairs), 2)})
    return places


def faults(pdf: pikepdf.Pdf, ink: Ink) -> list[str]:
    """Return links that lead nowhere, are told in no words, or do not lie over their text."""
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    places = named_places(pdf)
    found = [f"place {name} off the file" for name, to in places.items() if to[0].objgen not in pages]
    found += _name_faults(pdf)
    for page in pdf.pages:
        if page.obj.get("/Tabs") != "/S":
            found.append("page without Tabs")
        for annotation in page.obj.get("/Annots", []):
            found += _annotation_faults(annotation, places)
    held: set[Any] = set()
    for element, _ in elements(pdf):
        if element.S == "/Link":
            found += _link_faults(element, pages, ink, held)
        if element.S == "/TOCI":
            found += _contents_faults(element, pages, places, ink)
    all_of_them = {one.objgen for page in pdf.pages for one in page.obj.get("/Annots", [])}
    if held != all_of_them:
        found.append("a link stands in no element")
    return found + list(_outline_faults(pdf, places))


def _name_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    names: list[bytes] = []
    for leaf in pdf.Root.get("/Names", NOTHING).get("/Dests", NOTHING).get("/Kids", []):
        own = [bytes(name) for name in list(leaf.Names)[::2]]
        if [bytes(limit) for limit in leaf.Limits] != [own[0], own[-1]]:
            yield "limits of named places are wrong"
        names += own
    if names != sorted(set(names)):
        yield "named places are out of order"


def _annotation_faults(annotation: Any, places: dict[str, Any]) -> Iterator[str]:
    if not str(annotation.get("/Contents", "")).strip():
        yield "link without Contents"
    if int(annotation.get("/F", 0)) != 4:
        yield "link that is not printed"
    if "/StructParent" not in annotation:
        yield "link without StructParent"
    if "/Dest" in annotation:
        if bytes(annotation.Dest).decode() not in places:
            yield f"link to nowhere: {annotation.Dest}"
    elif not str(annotation.get("/A", NOTHING).get("/URI", "")).startswith(SCHEMES):
        yield "link without a target"


def _link_faults(link: Any, pages: dict[Any, int], ink: Ink, held: set[Any]) -> Iterator[str]:
    areas = [kid.Obj for kid in kids(link) if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]
    if not areas:
        yield "/Link without its annotation"
    marks = set(marks_of(link, pages))
    own = [one for one in ink.shown if (one.page, one.mark) in marks]
    for area in areas:
        held.add(area.objgen)
        left, bottom, right, top = (float(edge) for edge in area.Rect)
        if not any(left - 1 <= one.x <= right and bottom <= one.y <= top for one in own):
            yield "a link does not lie over its text"


def _contents_faults(item: Any, pages: dict[Any, int], places: dict[str, Any], ink: Ink) -> Iterator[str]:
    texts = ink.texts()
    for link in (link for reference in kids(item) if is_element(reference) for link in kids(reference)):
        words = "".join(texts.get(mark, "") for mark in marks_of(link, pages)).split()
        areas = [kid.Obj for kid in kids(link) if not isinstance(kid, int) and "/Obj" in kid]
        place = places.get(bytes(areas[0].Dest).decode()) if areas else None
        if place is None:
            yield "a line of contents leads nowhere"
        elif place[1] != "/Fit" and words[-1:] != [str(pages[place[0].objgen] + 1)]:
            yield f"contents say {' '.join(words)!r}"


def _outline_faults(pdf: pikepdf.Pdf, places: dict[str, Any]) -> Iterator[str]:
    if "/Outlines" not in pdf.Root:
        return
    waiting = [pdf.Root.Outlines]
    while waiting:
        parent = waiting.pop()
        entry, last = parent.get("/First"), None
        while entry is not None:
            if bytes(entry.Dest).decode() not in places:
                yield f"outline entry {entry.Title} leads nowhere"
            if entry.Parent.objgen != parent.objgen or (last and entry.Prev.objgen != last.objgen):
                yield f"outline entry {entry.Title} hangs loose"
            if "/First" in entry:
                waiting.append(entry)
            entry, last = entry.get("/Next"), entry
        if last is None or parent.Last.objgen != last.objgen:
            yield "the last entry of the outline is not the last"
