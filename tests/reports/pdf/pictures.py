"""Neutral pictures."""

from __future__ import annotations

from ropa_app.reports.page_model import (
    ChartGroup,
    ChartRow,
    DotChart,
    FlowArrow,
    FlowBox,
    FlowColumn,
    FlowFigure,
    FlowStack,
    Frame,
    Sign,
    Spread,
    Stroke,
)


def _from_the_left() -> tuple[FlowColumn, FlowColumn]:
    left = FlowColumn(
        (
            FlowStack("Readers", (FlowBox("r1", "Grown-ups"), FlowBox("r2", "Children with a card"))),
            FlowStack(
                "Givers", (FlowBox("g", "Not stated", frame=Frame.DASHED, sign=Sign.NOT_STATED, light=True),)
            ),
        ),
        104,
        22,
    )
    middle = FlowColumn(
        (
            FlowStack("Shelf", (FlowBox("s", "1.3", "Natural history and the sea", Frame.ACCENT),)),
            FlowStack(
                "Rooms", (FlowBox("m", "Not stated", frame=Frame.DASHED, sign=Sign.NOT_STATED, light=True),)
            ),
        ),
        98,
        22,
        Spread.MIDDLE,
    )
    return left, middle


def _to_the_right() -> tuple[FlowColumn, FlowColumn]:
    names = ("Branch", "Bookbinders", "Carriers", "Help desk", "Sister house")
    taking = FlowColumn(
        (
            FlowStack(
                "Who borrows what",
                tuple(FlowBox(f"t{n}", name, "Maps, prints", Frame.TINT) for n, name in enumerate(names)),
            ),
        ),
        122,
        37,
    )
    places = FlowColumn(
        (
            FlowStack(
                "Place",
                (
                    FlowBox("p0", "Town"),
                    FlowBox("p1", "Harbour"),
                    FlowBox("p2", "Island", "old card, not valid", Frame.DOUBLE, Sign.ELSEWHERE),
                    FlowBox("p3", "Not stated", frame=Frame.DASHED, sign=Sign.NOT_STATED),
                ),
            ),
        ),
        82,
        0,
        Spread.EVEN,
    )
    return taking, places


def flow() -> FlowFigure:
    """Return a flow picture."""
    arrows = [FlowArrow("r1", "s"), FlowArrow("r2", "s"), FlowArrow("g", "s", Stroke.DASHED)]
    arrows += [FlowArrow("s", f"t{n}") for n in range(5)]
    arrows += [
        FlowArrow("t0", "p0"),
        FlowArrow("t1", "p0"),
        FlowArrow("t4", "p1"),
        FlowArrow("t4", "p2", Stroke.STRONG),
    ]
    arrows += [FlowArrow(f"t{n}", "p3", Stroke.DASHED) for n in (2, 3, 4)]
    key = ((Stroke.PLAIN, "in the house"), (Stroke.STRONG, "outside"), (Stroke.DASHED, "not stated"))
    return FlowFigure(
        (*_from_the_left(), *_to_the_right()),
        tuple(arrows),
        "Flow of shelf 1.3. Readers: grown-ups; children.",
        key,
    )


def chart() -> DotChart:
    """Return a chart."""
    return DotChart(
        "Place",
        tuple(f"1.{n}" for n in range(1, 9)),
        "Borrowers",
        (
            ChartGroup(
                Sign.WITHIN,
                "In the house",
                (ChartRow("Town", (True,) * 3 + (False,) * 5, "4"), ChartRow("Harbour", (False,) * 8, "0")),
            ),
            ChartGroup(Sign.ELSEWHERE, "Outside", (ChartRow("Island", (False, True) * 4, "3"),)),
            ChartGroup(Sign.UNPLACED, "Not stated", (ChartRow("Not stated", (True, False) * 4, "6"),)),
        ),
        "Places. In the house: Town.",
    )
