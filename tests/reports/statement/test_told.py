"""The sections of a statement as plain lines."""

from __future__ import annotations

from datetime import date

from ropa_app.reports import page_model as m
from ropa_app.reports.statement.told import Told, told


def document(*blocks: m.Block) -> m.Document:
    return m.Document("t", "nb", "o", "s", "f", "{page}{pages}", date(2026, 11, 28), (m.Part(blocks),))


def heading(number: str, title: str) -> m.Heading:
    return m.Heading(title, number=number, anchor=f"section-{number}")


def test_every_kind_of_block_is_told_under_its_section():
    found = told(
        document(
            m.TitleBlock("Title"),
            heading("4", "Who"),
            m.para("One  sentence."),
            m.Heading("Sub", level=3, number="4.1"),
            m.Table(
                (m.Column("A"), m.Column("B")),
                ((m.cell("a"), (m.para("b"), m.para("c"))), (m.cell(""), m.cell("d"))),
            ),
            heading("5", "Where"),
            m.Box((m.para("boxed"),)),
            m.Group((m.FieldTable((m.FieldRow(m.cell("label"), m.cell("value")),)),)),
            m.BulletList((m.ListItem(m.cell("outer"), (m.ListItem(m.cell("inner")),)),)),
            m.Rule(),
        )
    )
    assert found == (
        Told("4", "Who", ("One sentence.", "4.1 Sub", "a · b c", "d")),
        Told("5", "Where", ("boxed", "label · value", "outer", "inner")),
    )


def test_a_section_without_lines_is_still_one():
    assert told(document(heading("1", "One"), heading("2", "Two"))) == (
        Told("1", "One", ()),
        Told("2", "Two", ()),
    )
