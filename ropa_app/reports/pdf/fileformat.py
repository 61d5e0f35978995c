"""The file: numbered objects, compressed as they come, and the table that finds them again.

PDF 1.7 with object streams and a cross-reference stream. Objects go to the target as soon as they are
complete, so that only the table (seven bytes an object) stays in memory. The identifier is made from the
content.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO, Final

from ropa_app.reports.pdf.values import dictionary, reference

_PER_STREAM: Final = 200
_LEVEL: Final = 6
_ROW: Final = 7
_FREE: Final = bytes((0, 0, 0, 0, 0, 255, 255))


class FileWriter:
    """Writes objects to a binary file that is open at its beginning."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._digest = hashlib.sha256()
        self._position = 0
        self._table = bytearray(_FREE)
        self._waiting: list[tuple[int, bytes]] = []
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def _put(self, data: bytes) -> None:
        self._target.write(data)
        self._digest.update(data)
        self._position += len(data)

    def allocate(self) -> int:
        """Return a number for an object that will be added later."""
        self._table += _FREE
        return len(self._table) // _ROW - 1

    def _locate(self, number: int, kind: int, place: int, index: int) -> None:
        row = bytes((kind,)) + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        self._table[number * _ROW : (number + 1) * _ROW] = row

    def add(self, body: bytes, number: int | None = None) -> int:
        """Add an object that is no stream; return its number."""
        number = self.allocate() if number is None else number
        self._waiting.append((number, body))
        if len(self._waiting) == _PER_STREAM:
            self._flush()
        return number

    def add_stream(
        self, data: bytes, entries: dict[str, bytes] | None = None, *, compress: bool = True
    ) -> int:
        """Add a stream; return its number."""
        number = self.allocate()
        head = dict(entries or {})
        if compress:
            head["Filter"] = b"/FlateDecode"
            data = zlib.compress(data, _LEVEL)
        self._stream(number, head, data)
        return number

    def _stream(self, number: int, head: dict[str, bytes], data: bytes) -> None:
        self._locate(number, 1, self._position, 0)
        head["Length"] = b"%d" % len(data)
        self._put(b"%d 0 obj\n%s\nstream\n" % (number, dictionary(head)) + data + b"\nendstream\nendobj\n")

    def _flush(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        container = self.allocate()
        places: list[bytes] = []
        offset = 0
        for index, (number, body) in enumerate(waiting):
            places.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
            self._locate(number, 2, container, index)
        first = b" ".join(places) + b"\n"
        data = zlib.compress(first + b"\n".join(body for _, body in waiting) + b"\n", _LEVEL)
        head = {"Type": b"/ObjStm", "N": b"%d" % len(waiting), "First": b"%d" % len(first)}
        self._stream(container, head | {"Filter": b"/FlateDecode"}, data)

    def finish(self, root: int, info: int) -> None:
        """Write the table and the trailer; nothing can be added afterwards."""
        self._flush()
        number = self.allocate()
        start = self._position
        self._locate(number, 1, start, 0)
        identifier = b"<" + self._digest.hexdigest()[:32].upper().encode() + b">"
        head = {
            "Type": b"/XRef",
            "Size": b"%d" % (number + 1),
            "W": b"[1 4 2]",
            "Root": reference(root),
            "Info": reference(info),
            "ID": b"[" + identifier + identifier + b"]",
            "Filter": b"/FlateDecode",
            "DecodeParms": b"<</Predictor 12/Columns %d>>" % _ROW,
        }
        self._stream(number, head, zlib.compress(self._predicted(), 9))
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _predicted(self) -> bytes:
        """Return the table with each row as its difference from the row above, which packs better."""
        rows = bytearray()
        above = bytes(_ROW)
        for at in range(0, len(self._table), _ROW):
            row = self._table[at : at + _ROW]
            rows.append(2)
            rows += bytes((x - y) & 255 for x, y in zip(row, above))
            above = bytes(row)
        return bytes(rows)
