"""The grid: its order, its numbers, and a hundred that is only reached by all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.coverage import ITEMS, SECTIONS, Cell, Grid, Reason, Row, State, Told


def _row(number: int, *states: State) -> Row:
    cells = (Cell("purposes", one, Reason.STATED, None, (), (), Told()) for one in states)
    return Row(RecordId(f"a{number}"), tuple(cells))


def test_the_items_are_those_of_the_law_in_its_order() -> None:
    assert tuple(one.code for one in shipped().choices("statement_items")) == ITEMS
    known = {one.code for one in shipped().choices("statement_sections")}
    assert {section for some in SECTIONS.values() for section in some} <= known


@given(st.lists(st.lists(st.sampled_from(State), min_size=2, max_size=2), max_size=6), st.integers(0, 2))
def test_a_hundred_is_reached_by_all_and_only_by_all(states: list[list[State]], undecided: int) -> None:
    rows = tuple(_row(number, *some) for number, some in enumerate(states))
    found = Grid(rows, tuple(RecordId(f"u{n}") for n in range(undecided)))
    whole = not undecided and all(State.MISSING not in some for some in states)
    assert (found.percent == 100) == whole
    assert found.settled + sum(bool(one.missing) for one in rows) == len(rows)
    for place in (0, 1):
        assert sum(found.count(place, state) for state in State) == len(rows)
