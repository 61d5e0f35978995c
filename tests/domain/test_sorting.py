from __future__ import annotations

from ropa_app.domain.sorting import sort_key


def test_norwegian_order() -> None:
    names = ["Aasen", "øy", "Zoo", "Ågot", "Ærfugl", "a", "Mysen", "Öst", "Müller", "Bø"]
    assert sorted(names, key=sort_key) == [
        "a", "Bø", "Müller", "Mysen", "Zoo", "Ærfugl", "Öst", "øy", "Ågot", "Aasen",
    ]  # fmt: skip


def test_numbers_sort_by_value() -> None:
    assert sorted(["1.10", "1.2", "10", "2", "1"], key=sort_key) == ["1", "1.2", "1.10", "2", "10"]


def test_other_marks_do_not_matter_but_tell_equals_apart() -> None:
    assert sort_key("Café")[0] == sort_key("Cafe")[0]
    assert sort_key("Café") != sort_key("Cafe")
