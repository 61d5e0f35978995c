"""Tables: what repeats, what stays together, what is split, and how cells are tagged."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from ropa_app.reports.page_model import (
    Column,
    FieldRow,
    FieldTable,
    Heading,
    Part,
    Row,
    Sign,
    Table,
    TableStyle,
    TextStyle,
    cell,
    para,
    signed,
)
from ropa_app.reports.pdf import write_pdf
from tests.reports.pdf import audit, samples
from tests.reports.pdf.reading import pages


def rows(count: int, length: int = 1) -> Iterator[Row]:
    for number in range(count):
        yield cell(f"key{number}"), cell("value " * length), cell(f"end{number}")


def table(count: int, length: int = 1, **changes: Any) -> Table:
    return Table((Column("First"), Column("Second", 3), Column("Third")), rows(count, length), **changes)


def written(*blocks: Any) -> bytes:
    return samples.written(samples.document(Part(blocks)))


def tags(data: bytes) -> list[list[str]]:
    """Return the tags of the cells of each row of the first table."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found: list[list[str]] = []
        waiting = [pdf.Root.StructTreeRoot.K]
        while waiting:
            element = waiting.pop(0)
            inner = [kid for kid in audit.kids(element) if not isinstance(kid, int) and "/S" in kid]
            if element.S == "/TR":
                found.append([str(kid.S)[1:] for kid in inner])
            waiting = inner + waiting
        return found


def test_heads_repeat_as_artifacts() -> None:
    data = written(table(100))
    texts = pages(data)
    assert len(texts) == 3
    assert all("First" in text and "Second" in text for text in texts)
    assert audit.tree_text(data).count("Second") == 1
    assert audit.audit(data).faults == []


def test_every_row_is_there_once_and_in_order() -> None:
    told = audit.tree_text(written(table(300, 7))).split()
    assert [word for word in told if word.startswith("key")] == [f"key{number}" for number in range(300)]


def test_row_heads_only_where_there_are_enough_cells() -> None:
    assert tags(written(table(2, row_header=0))) == [["TH"] * 3, ["TD"] * 3, ["TD"] * 3]
    assert tags(written(table(3, row_header=0)))[1:] == [["TH", "TD", "TD"]] * 3
    narrow = Table((Column("A"), Column("B")), tuple((cell("x"), cell("y")) for _ in range(9)), row_header=0)
    assert tags(written(narrow))[1:] == [["TD", "TD"]] * 9


def test_no_single_row_goes_over_alone() -> None:
    for count in range(28, 80):
        texts = pages(written(table(count)))
        for text in texts[1:]:
            assert text.count("key") != 1, count


def test_rows_are_not_split() -> None:
    for text in pages(written(table(60, 120))):
        assert text.count("key") == text.count("end")


def test_a_row_taller_than_the_page_is_split_and_nothing_is_lost(tmp_path: Path) -> None:
    words = " ".join(f"w{number}" for number in range(3000))
    body = (
        (cell("a"), cell("b"), cell("c")),
        (cell("key"), cell(words), cell("end")),
        (cell("z"), cell("y"), cell("x")),
    )
    data = written(Table((Column("First"), Column("Second", 3), Column("Third")), body))
    texts = pages(data)
    assert len(texts) > 3
    assert "b" in texts[0]
    assert "w0" in texts[0]
    told = audit.tree_text(data)
    assert words in told
    assert audit.audit(data).faults == []
    assert audit.ua_errors(data, tmp_path / "tall.pdf") == []


def test_a_long_field_is_split_too() -> None:
    words = " ".join(f"w{number}" for number in range(3000))
    fields = FieldTable((FieldRow(cell("label"), cell(signed(Sign.INVALID, "Old", words), "second " * 900)),))
    data = written(fields)
    assert words in audit.tree_text(data)
    assert audit.audit(data).tags["TH"] == 1


def test_a_note_goes_with_its_table() -> None:
    for filler in range(30, 48):
        lines = tuple(para(f"line {number}") for number in range(filler))
        note = para("the note", style=TextStyle.NOTE)
        for text in pages(written(*lines, table(3), note)):
            if "the note" in text:
                assert "key2" in text, filler


def test_a_wide_table_of_two_pages_tells_its_heads_again(tmp_path: Path) -> None:
    data = samples.written(
        samples.document(samples.front(), samples.overview(14), *(samples.sheet(n) for n in range(1, 6)))
    )
    assert audit.ua_errors(data, tmp_path / "wide.pdf") == []
    assert [row for row in tags(data) if "TD" not in row][:2] == [["TH"] * 10] * 2
    three = samples.written(samples.document(samples.overview(30)))
    assert len([row for row in tags(three) if "TD" not in row]) == 1


def test_tables_without_rows_leave_nothing() -> None:
    data = written(Heading("Title", 1), Table((Column("A"),), ()), FieldTable(()), para("after"))
    assert audit.audit(data).tags["Table"] == 0
    assert "after" in pages(data)[0]


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells in a table of 1"):
        written(Table((Column("A"),), ((cell("x"), cell("y")),)))


def test_rows_are_read_as_pages_fill_up() -> None:
    ahead: list[int] = []
    done = 0

    def source() -> Iterator[Row]:
        nonlocal done
        for number in range(2000):
            done = number
            yield cell(f"key{number}"), cell("value")

    def progress(_complete: int) -> bool:
        ahead.append(done)
        return True

    model = samples.document(Part((Table((Column("A"), Column("B")), source(), style=TableStyle.PROSE),)))
    write_pdf(model, BytesIO(), progress)
    assert len(ahead) > 40
    assert all(later - sooner < 80 for sooner, later in itertools.pairwise(ahead))


def test_heads_told_again_never_outnumber_the_data(tmp_path: Path) -> None:
    columns = tuple(Column(title) for title in ("Who gets the letters", "when and where from", "why"))
    tall = tuple(cell("\n".join(["tall"] * 70)) for _ in columns)
    for rows in ([tall], [tall, *([tuple(cell("x") for _ in columns)] * 6)]):
        data = samples.written(samples.document(Part((Heading("Title", 1), Table(columns, tuple(rows))))))
        assert audit.tree_text(data).count("when and where from") == 2
        assert audit.ua_errors(data, tmp_path / "heads.pdf") == []
        found = audit.audit(data)
        assert found.faults == []
        assert found.tags["TH"] == (3 if len(rows) == 1 else 6)
