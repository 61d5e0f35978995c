"""The chapter of what must be documented: counts, tables per kind, long lists cut with a number."""

from __future__ import annotations

from ropa_app.legal.checks import Severity
from ropa_app.reports.findings.context import AlikeDuties, Context, DutyKind, DutyLine, FoundInRegister
from ropa_app.reports.findings.duties import duties_chapter, duties_entries
from tests.reports.scenes import edition, shown

_WORDS = dict.fromkeys(Severity, "Feil")
_LINE = DutyLine("Finne kunder", "1 Salg", "Mangler", "Formålet bygger på samtykke.", ("Skjema 7",))


def _context(*kinds: DutyKind) -> Context:
    return Context(FoundInRegister("AS", _WORDS, (), (), (), duties=kinds), "nb", edition())


def _kind(lines: tuple[DutyLine, ...] = (), alike: tuple[AlikeDuties, ...] = ()) -> DutyKind:
    return DutyKind("dpia", "DPIA", "Art. 35", (1, 2, 3, 4), lines, alike)


def _text(*kinds: DutyKind) -> str:
    return shown(*duties_chapter(_context(*kinds)).blocks)


def test_a_line_tells_what_it_is_about_where_it_stands_and_what_answers() -> None:
    text = _text(_kind((_LINE,)))
    assert "| **DPIA** | 1 | 2 | 3 | 4 |" in text
    assert "**Grunnlag: **Art. 35" in text
    assert "Finne kunder / 1 Salg | **Mangler** | Formålet bygger på samtykke. / Skjema 7" in text
    assert "sier protokollen dette" not in text


def test_what_is_alike_stands_apart_with_the_numbers_of_its_activities() -> None:
    many = AlikeDuties("Trengs ikke", "Ingen formål.", tuple(map(str, range(1, 151))))
    text = _text(_kind((_LINE,), (many,)))
    assert "Om de andre behandlingene sier protokollen dette:" in text
    assert "| Ingen formål. | **Trengs ikke** | 1, 2, 3" in text
    assert "99, 100 og 50 til |" in text
    few = AlikeDuties("Trengs ikke", "Ingen formål.", ("1", "2"))
    assert "| 1, 2 |" in _text(_kind((), (few,)))


def test_the_contents_name_the_chapter_and_its_kinds_where_there_are_any() -> None:
    entries = list(duties_entries(_context(_kind((_LINE,)))))
    assert [(one.title, one.level) for one in entries] == [("Hva som må dokumenteres", 0), ("DPIA", 1)]
    assert list(duties_entries(_context())) == []
