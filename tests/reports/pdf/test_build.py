"""Any blocks in any order: nothing is lost, nothing is told twice, every stroke belongs somewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ropa_app.reports.page_model import (
    Block,
    Box,
    BulletList,
    Cell,
    Column,
    FieldRow,
    FieldStyle,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    LetterHeading,
    ListItem,
    Orientation,
    Paragraph,
    Part,
    Run,
    Sign,
    Table,
    TableStyle,
    TextStyle,
    cell,
    para,
)
from tests.reports.pdf import audit, samples


@dataclass
class Words:
    """Words that occur once in a document: w1, w2, ..."""

    made: list[str] = field(default_factory=list)

    def text(self, count: int) -> str:
        new = [f"w{len(self.made) + number}x" for number in range(count)]
        self.made += new
        return " ".join(new)


LENGTHS = st.one_of(*[st.integers(1, 12)] * 4, st.integers(80, 200), st.integers(900, 1500))
SHORT = st.integers(1, 8)


@st.composite
def paragraphs(draw: st.DrawFn, words: Words, style: TextStyle) -> Paragraph:
    text = words.text(draw(LENGTHS))
    link = draw(st.sampled_from(["", "", "#top", "https://example.org/x"]))
    first, _, rest = text.partition(" ")
    made = (Run(first, bold=True), Run(" "), Run(rest or words.text(1), link=link))
    return Paragraph(made, style, draw(st.sampled_from([None, None, *Sign])))


@st.composite
def cells(draw: st.DrawFn, words: Words) -> Cell:
    return tuple(draw(paragraphs(words, TextStyle.BODY)) for _ in range(draw(st.integers(0, 2))))


@st.composite
def leaves(draw: st.DrawFn, words: Words) -> Block:
    kind = draw(st.sampled_from(["heading", "letter", "paragraph", "note", "list", "fields", "table"]))
    if kind == "heading":
        title = words.text(draw(st.integers(1, 40)))
        return Heading(title, draw(st.integers(2, 4)), style=draw(st.sampled_from(HeadingStyle)))
    if kind == "letter":
        return LetterHeading("a", words.text(draw(SHORT)), words.text(1), draw(st.booleans()))
    if kind == "paragraph":
        return draw(paragraphs(words, draw(st.sampled_from(TextStyle))))
    if kind == "note":
        return para(words.text(draw(SHORT)), style=TextStyle.NOTE)
    if kind == "list":
        items = tuple(
            ListItem(cell(words.text(draw(LENGTHS))), (ListItem(cell(words.text(2))),))
            for _ in range(draw(st.integers(0, 3)))
        )
        return BulletList(
            items, draw(st.sampled_from([TextStyle.BODY, TextStyle.PROSE])), draw(st.booleans())
        )
    return draw(tables(words)) if kind == "table" else draw(field_tables(words))


@st.composite
def field_tables(draw: st.DrawFn, words: Words) -> FieldTable:
    rows = tuple(
        FieldRow(cell(words.text(draw(SHORT))), draw(cells(words))) for _ in range(draw(st.integers(0, 6)))
    )
    return FieldTable(rows, draw(st.sampled_from(FieldStyle)))


@st.composite
def tables(draw: st.DrawFn, words: Words) -> Table:
    count = draw(st.integers(1, 5))
    columns = tuple(
        Column(words.text(1), draw(st.integers(1, 3)), "", draw(st.booleans())) for _ in range(count)
    )
    rows = tuple(tuple(draw(cells(words)) for _ in columns) for _ in range(draw(st.integers(1, 9))))
    return Table(columns, rows, draw(st.sampled_from([None, 0])), draw(st.sampled_from(TableStyle)))


@st.composite
def parts(draw: st.DrawFn, words: Words) -> Part:
    blocks: list[Block] = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["leaf"] * 6 + ["group", "box"]))
        inner = tuple(draw(leaves(words)) for _ in range(1 if kind == "leaf" else draw(st.integers(0, 3))))
        blocks.append(inner[0] if kind == "leaf" else Group(inner) if kind == "group" else Box(inner))
    return Part(
        tuple(blocks),
        draw(st.sampled_from([Orientation.PORTRAIT, Orientation.LANDSCAPE])),
        continues=draw(st.booleans()),
        fit=draw(st.booleans()),
    )


# Shrinking lays out thousands of documents and says little more than the first failure.
@settings(max_examples=6, phases=[Phase.explicit, Phase.generate])
@given(st.data())
def test_nothing_is_lost_or_told_twice(data: st.DataObject) -> None:
    words = Words()
    model = samples.document(*(data.draw(parts(words)) for _ in range(data.draw(st.integers(1, 3)))))
    written = samples.written(model)
    assert audit.audit(written).faults == []
    told = Counter(re.findall(r"w\d+x", audit.tree_text(written)))
    wanted = Counter(words.made)
    assert not wanted - told
    again = told - wanted
    assert set(again) <= _heads(model.parts), "only heads may be told again"


def _heads(model_parts: object) -> set[str]:
    assert isinstance(model_parts, tuple)
    found: set[str] = set()
    waiting: list[Block] = [block for part in model_parts for block in part.blocks]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Group | Box):
            waiting.extend(block.blocks)
        elif isinstance(block, Table):
            found.update(column.title for column in block.columns)
    return found
