"""The bytes of a file: its head, its streams, the table that finds objects, its identifier."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import pikepdf

_STREAM = re.compile(rb"\d+ 0 obj\n<<(.*?)>>\nstream\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)")
_ROW = 7


def faults(data: bytes, pdf: pikepdf.Pdf) -> list[str]:
    """Return what is wrong with the bytes: head, lengths and ends of streams, table, identifier."""
    found = [*map(str, pdf.get_warnings()), *map(str, pdf.check_pdf_syntax())]
    if not re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", data):
        found.append("the head of the file is not that of PDF 1.7 with bytes")
    for start in _STREAM.finditer(data):
        length = _LENGTH.search(start[1])
        end = start.end() + int(length[1]) if length else 0
        if data[end : end + 18] != b"\nendstream\nendobj\n":
            found.append("a stream does not end where it says, on a line of its own")
    place = re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)
    if not place or not re.match(rb"\d+ 0 obj\n<</Type /XRef", data[int(place[1]) :]):
        found.append("the table is not where the file says")
    identifier = [bytes(part) for part in pdf.trailer.get("/ID", [])]
    if len(identifier) != 2 or identifier[0] != identifier[1] or len(identifier[0]) != 16:
        found.append("no identifier")
    return found + list(_table_faults(data))


def _content(data: bytes, place: int) -> tuple[bytes, bytes]:
    """Return dictionary and decompressed content of the stream at a place."""
    head = _STREAM.match(data, place)
    if head is None:
        raise ValueError(f"no stream at {place}")
    return head[1], zlib.decompressobj().decompress(data[head.end() :])


def _table_faults(data: bytes) -> Iterator[str]:
    """Look each object up where the table says that it is; readers are lenient and repair what is wrong."""
    place = re.search(rb"startxref\n(\d+)\n", data)
    _, packed = _content(data, int(place[1]) if place else 0)
    above = bytes(_ROW)
    rows = []
    for at in range(0, len(packed), _ROW + 1):
        above = bytes((x + y) & 255 for x, y in zip(packed[at + 1 : at + 1 + _ROW], above))
        rows.append((above[0], int.from_bytes(above[1:5], "big"), int.from_bytes(above[5:], "big")))
    held: dict[int, list[int]] = {}
    for number, (kind, where, index) in enumerate(rows):
        if kind == 1 and not data.startswith(b"%d 0 obj\n" % number, where):
            yield f"object {number} is not where the table says"
        if kind == 2:
            if where not in held:
                head, content = _content(data, rows[where][1])
                count = re.search(rb"/N (\d+)", head)
                held[where] = [int(one) for one in content.split()[: 2 * int(count[1]) : 2]] if count else []
            if held[where][index : index + 1] != [number]:
                yield f"object {number} is not number {index} of its container"
