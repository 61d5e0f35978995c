"""Tables: heads, names, and what becomes of them on a narrow screen."""

from __future__ import annotations

from ropa_app.reports.html.anchors import Anchors
from ropa_app.reports.html.inline import Inline
from ropa_app.reports.html.tables import field_table, table
from ropa_app.reports.page_model import Column, FieldRow, FieldStyle, FieldTable, Table, TableStyle, cell
from tests.reports.html.reading import Element, one, read

INLINE = Inline(Anchors(()), (), ())


def made(columns: int, style: TableStyle = TableStyle.OPEN, summary: str = "Shelves") -> Element:
    """Return a table with two rows."""
    heads = tuple(Column(f"Head {n}", n + 1.0) for n in range(columns))
    rows = [tuple(cell(f"{row}.{n}") for n in range(columns)) for row in range(2)]
    return read(table(Table(heads, rows, 0, style, summary), "Heading", INLINE))


def test_heads_rows_and_caption() -> None:
    page = made(3)
    assert one(page, "caption").text == "Shelves"
    assert [th.attributes["scope"] for th in page.all("th")] == ["col"] * 3 + ["row"] * 2
    assert [td.attributes["data-label"] for td in page.all("td")] == ["Head 1", "Head 2"] * 2


def test_roles_stand_beside_the_elements_since_folding_takes_them_away() -> None:
    roles = {
        (e.tag, e.attributes.get("role")) for e in made(2).all("table", "thead", "tbody", "tr", "th", "td")
    }
    assert roles == {
        ("table", "table"), ("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row"), ("td", "cell"),
        ("th", "columnheader"), ("th", "rowheader"),
    }  # fmt: skip


def test_a_narrow_table_folds_and_a_wide_one_can_be_scrolled_by_keyboard() -> None:
    assert "folds" in one(made(6), "table").classes()
    for page in (made(7), made(3, TableStyle.OVERVIEW)):
        region = one(page, "div") if len(list(page.all("div"))) == 1 else next(page.all("div"))
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["role"] == "region"
        assert region.attributes["aria-label"] == "Shelves: Heading"
        assert "folds" not in one(page, "table").classes()


def test_shares_of_the_width_are_classes_since_the_policy_allows_no_style() -> None:
    assert [col.attributes["class"] for col in made(3).all("col")] == ["w15", "w35", "w50"]


def test_a_table_without_a_summary_is_named_by_its_heading() -> None:
    page = made(7, summary="")
    assert list(page.all("caption")) == []
    assert next(page.all("div")).attributes["aria-label"] == "Heading"


def test_an_empty_head_is_no_head() -> None:
    page = read(table(Table((Column(""), Column("B", letter="b", tinted=True)), ()), "", INLINE))
    assert [e.tag for e in one(page, "thead").all("td", "th")] == ["td", "th"]
    assert one(page, "th").classes() == ["tinted"]


def test_labels_with_their_values() -> None:
    rows = (FieldRow(cell("Label"), cell("Value")), FieldRow(cell("Other"), cell("More")))
    page = read(field_table(FieldTable(rows, FieldStyle.PROSE, "About"), INLINE))
    assert [e.text for e in page.all("dt", "dd")] == ["Label", "Value", "Other", "More"]
    assert one(page, "dl").classes() == ["fields", "prose"]
    assert next(page.all("div")).attributes == {"role": "group", "aria-label": "About"}
