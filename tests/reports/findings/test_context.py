"""What the parts of the report ask of the findings: open ones by rule, silent rules, numbers as written."""

from __future__ import annotations

from ropa_app.domain.values import Answer
from ropa_app.legal.checks import Severity
from ropa_app.reports.findings.context import AcceptedAs, Context, FoundInRegister, FoundRow, RuleRow
from tests.reports.scenes import edition

_WORDS = {Severity.ERROR: "Feil", Severity.WARNING: "Advarsel", Severity.INFO: "Råd"}
_ACCEPTED = AcceptedAs("Slik er det.", "Kari", None, None, Answer.NO)


def _row(rule: str, accepted: AcceptedAs | None = None) -> FoundRow:
    return FoundRow(rule, "1.1", "Noe mangler.", ("Salg",), "", accepted)


def _context(*rows: FoundRow) -> Context:
    rules = [
        RuleRow(f"R-X-{n}", Severity.ERROR, "Noe", "Noe mangler.", "Fyll ut.", "Art. 30") for n in (1, 2, 3)
    ]
    return Context(FoundInRegister("AS", _WORDS, tuple(rules), rows, ()), "nb", edition())


def test_a_rule_with_accepted_findings_only_is_neither_open_nor_silent() -> None:
    context = _context(_row("R-X-1"), _row("R-X-2", _ACCEPTED))
    assert [one.id for one in context.with_findings(Severity.ERROR)] == ["R-X-1"]
    assert [one.id for one in context.silent] == ["R-X-3"]
    assert (context.open_in(Severity.ERROR), context.accepted_in(Severity.ERROR)) == (1, 1)
    assert context.with_findings(Severity.INFO) == []


def test_numbers_are_grouped_as_the_language_does() -> None:
    context = _context(*[_row("R-X-1")] * 1234)
    assert context.counted(Severity.ERROR) == "Feil (1\u00a0234)"
