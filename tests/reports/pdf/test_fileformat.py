"""The file: objects found again by another library, whatever their number."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.values import dictionary, literal, name, number, reference, text_string


def test_many_objects_and_streams_are_found_again() -> None:
    target = BytesIO()
    file = FileWriter(target)
    later = file.allocate()
    numbers = [file.add(b"(object %d)" % at) for at in range(1000)]
    stream = file.add_stream(b"some bytes " * 100, {"Kind": b"/Test"})
    plain = file.add_stream(b"plain", compress=False)
    file.add(b"[1 2 3]", later)
    pages = file.add(dictionary({"Type": b"/Pages", "Kids": b"[]", "Count": b"0"}))
    root = file.add(dictionary({"Type": b"/Catalog", "Pages": reference(pages)}))
    file.finish(root, file.add(b"<<>>"))
    data = target.getvalue()
    assert data.startswith(b"%PDF-1.7\n")
    assert data.endswith(b"%%EOF\n")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(pdf.get_object(n, 0)) for n in numbers] == [f"object {at}" for at in range(1000)]
        assert pdf.get_object(stream, 0).read_bytes() == b"some bytes " * 100
        assert pdf.get_object(plain, 0).read_raw_bytes() == b"plain"
        assert list(pdf.get_object(later, 0)) == [1, 2, 3]


def test_values_are_spelt_as_the_format_wants() -> None:
    assert [number(value) for value in (1.0, -0.00001, 0.5, 12.34567, 1e9)] == [
        "1",
        "0",
        "0.5",
        "12.3457",
        "1000000000",
    ]
    assert name("A B#/å") == b"/A#20B#23#2F#C3#A5"
    assert literal(b"a(b)\\c\r\n") == b"(a\\(b\\)\\\\c\\r\\n)"
    assert text_string("Å") == b"<FEFF00C5>"
