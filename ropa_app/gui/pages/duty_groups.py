"""How duties are gathered for the tree: filtered, searched, kind by kind, those that are alike together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from ropa_app.gui.document import folded
from ropa_app.gui.duty_jobs import DutyCounts, DutyRow, DutyTexts, alike, is_derived
from ropa_app.gui.models.duty_tree_model import Alike, KindGroup
from ropa_app.gui.widgets.mark import Kind
from ropa_app.i18n import NC_, Translator
from ropa_app.legal.checks import Severity, rules
from ropa_app.legal.duties import Duty, State

OPEN: Final = "open"
FILTERS: Final = (OPEN, "answered", "not_needed", "all")
FILTER_TEXTS: Final[Mapping[str, str]] = {
    OPEN: NC_("duties", "Open {n}"),
    "answered": NC_("duties", "In place {n}"),
    "not_needed": NC_("duties", "Not needed {n}"),
    "all": NC_("duties", "All {n}"),
}
_MARKS: Final[Mapping[State, Kind]] = {
    State.OPEN: "error",
    State.UNDECIDED: "advice",
    State.ANSWERED: "ok",
    State.NOT_NEEDED: "accepted",
}


def filter_texts(t: Translator, counts: DutyCounts) -> list[str]:
    """Return the texts of the filters with their numbers."""
    numbers = (counts.left, counts.answered, counts.not_needed, sum(counts))
    return [t.marked(FILTER_TEXTS[key], n=n) for key, n in zip(FILTERS, numbers, strict=True)]


def passes(duty: Duty, key: str) -> bool:
    """Tell whether a filter lets a duty through."""
    return key == "all" or (duty.state.is_open if key == OPEN else duty.state.value == key)


def mark_of(duty: Duty) -> Kind:
    """Return the mark of where a duty stands: as grave as what is found, a warning where to look again."""
    if duty.state is State.OPEN:
        grave = any(rules()[one.rule].severity is Severity.ERROR for one in duty.found)
        return "error" if grave else "warning"
    if duty.state is State.ANSWERED and (duty.remarks or duty.also):
        return "warning"
    return _MARKS[duty.state]


def gathered(rows: Iterable[DutyRow], texts: DutyTexts, key: str, text: str) -> list[KindGroup]:
    """Return the duties that pass a filter and a search, kind by kind."""
    words = folded(text).split()
    groups: list[KindGroup] = []
    for what, members in groupby(rows, lambda one: one.duty.what):
        title = texts.kind(what)
        found = [one for one in members if passes(one.duty, key) and _matches(one, words, title)]
        if found:
            groups.append(KindGroup(what, title, _nodes(found)))
    return groups


def _matches(row: DutyRow, words: list[str], title: str) -> bool:
    return not words or all(word in folded(f"{title} {row.where}") for word in words)


def _nodes(rows: list[DutyRow]) -> list[DutyRow | Alike]:
    """Return own rows as they are, and those of one state that are alike below each reason."""
    nodes: list[DutyRow | Alike] = []
    for _, some in groupby(rows, lambda one: one.duty.state):
        members = list(some)
        nodes += [one for one in members if not is_derived(one.duty)]
        nodes += [Alike(same) for _, same in alike(one for one in members if is_derived(one.duty))]
    return nodes
