"""The outline: depths, open and closed entries, the places they lead to."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.outline import Outline
from ropa_app.reports.pdf.values import dictionary, reference


def test_depths_that_skip_one_count_as_the_next() -> None:
    outline = Outline()
    for title, depth in (("A", 0), ("B", 1), ("C", 1), ("D", 3), ("E", 0), ("F", 5)):
        outline.add(title, title.lower(), depth)
    target = BytesIO()
    file = FileWriter(target)
    number = outline.write(file, lambda anchor: b"(" + anchor.encode() + b")")
    pages = file.add(dictionary({"Type": b"/Pages", "Kids": b"[]", "Count": b"0"}))
    entries = {"Type": b"/Catalog", "Pages": reference(pages), "Outlines": reference(number)}
    file.finish(file.add(dictionary(entries)), file.add(b"<<>>"))
    with pikepdf.open(target) as pdf, pdf.open_outline() as read:
        tree = [
            (item.title, [(below.title, [e.title for e in below.children]) for below in item.children])
            for item in read.root
        ]
        assert tree == [("A", [("B", []), ("C", ["D"])]), ("E", [("F", [])])]
        assert str(pdf.Root.Outlines.First.Dest) == "a"
        assert int(pdf.Root.Outlines.Count) == 5
        assert int(pdf.Root.Outlines.First.Last.Count) == -1


def test_an_empty_outline_is_no_object() -> None:
    assert Outline().write(FileWriter(BytesIO()), str.encode) == 0
