"""Section 13: what is new since the version before, told where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ropa_app.domain import comparing
from ropa_app.domain.comparing import Difference
from ropa_app.domain.entities.activity_flow import Recipient, Retention
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.plain import to_plain
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.page_text import as_text
from ropa_app.reports.statement_report import statement_report
from ropa_app.reports.wording import NBSP
from tests.reports import scenes
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import line, public, purpose

ORGANISATION = scenes.organisation()
FIRM = Party(id=RecordId("firm"), name="Sky AS")
STANDING = [scenes.register(), ORGANISATION, public(), purpose("6-1-b"), line("name"), FIRM]


def _changes(before: list[Record], after: list[Record], language: Language = "nb") -> str:
    """Return section 13 of the statement of one state, compared with another as version 2."""
    old, now = RecordsInMemory(before), RecordsInMemory(after)
    found = [
        change
        for kind in comparing.COMPARED
        for change in comparing.changes(map(to_plain, old.of_kind(kind)), now.of_kind(kind))
    ]
    since = Difference(2, comparing.told(found))
    made = statement_report(now, language, shipped(), scenes.edition(after=2), None, since)
    printed = as_text(made.document).replace(NBSP, " ").partition("{#section-13}\n")[2]
    return printed.partition("\n## ")[0]


def _swapped(record: Record) -> list[Record]:
    return [record if one.id == record.id else one for one in STANDING]


def test_what_has_changed_is_named_row_by_row() -> None:
    after = [
        *_swapped(purpose("6-1-c", text=same("Levere varer"))),
        owned(Recipient, party=FIRM.id),
        owned(Retention, criteria=same("Til du ber om det")),
    ]
    printed = _changes(STANDING, after)
    assert "Dette er nytt siden versjon 2:" in printed
    told = "Salg <#activity-1>: formål, grunnlag, hvem får dem og hvor lenge"
    assert f"- {told}" in printed or told in printed


def test_new_and_gone_activities_are_told() -> None:
    assert "Nytt: Kart <#activity-2>" in _changes(STANDING, [*STANDING, public("2", "Kart")])
    assert "Ikke lenger: Kart" in _changes([*STANDING, public("2", "Kart")], STANDING)
    hidden = replace(public(), public=Answer.NO)
    assert "Nytt: Salg <#activity-1>" in _changes(_swapped(hidden), STANDING)


@pytest.mark.parametrize("now", [{"public": Answer.NO}, {"public": Answer.UNKNOWN}, {"status": "ended"}])
def test_an_activity_that_the_statement_no_longer_tells_of_is_told_as_gone(now: dict[str, Any]) -> None:
    other = public("2", "Kart")
    assert "Ikke lenger: Kart" in _changes([*STANDING, other], [*STANDING, replace(other, **now)])
    never = replace(other, public=Answer.UNKNOWN)
    assert "Kart" not in _changes([*STANDING, never], [*STANDING, replace(never, public=Answer.NO)])


def test_other_changes_name_their_section() -> None:
    own = StatementText(id=RecordId("own"), section="12-complaint", text=same("Ring oss."))
    printed = _changes(STANDING, [*_swapped(replace(ORGANISATION, phone="22510600")), own])
    assert "Punkt 1: Hvem som er ansvarlig <#section-1>" in printed
    assert "Punkt 12: Klage <#section-12>" in printed


def test_what_nobody_may_read_is_no_change() -> None:
    after = _swapped(replace(ORGANISATION, employees=12))
    assert "Ingenting i erklæringen er endret siden versjon 2." in _changes(STANDING, after)
    unused = _swapped(replace(FIRM, name="Sky ASA"))
    assert "Ingenting i erklæringen er endret" in _changes(STANDING, unused)


def test_without_a_version_before_nothing_is_said() -> None:
    made = statement_report(
        RecordsInMemory(STANDING), "nb", shipped(), scenes.edition(), None, Difference(None)
    )
    assert "siden versjon" not in as_text(made.document)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Dette er nytt siden versjon 2:"),
        ("nn", "Dette er nytt sidan versjon 2:"),
        ("en", "This is new since version 2:"),
    ],
)
def test_it_is_told_in_three_languages(language: Language, words: str) -> None:
    assert words in _changes(STANDING, [*STANDING, public("2", "Kart")], language).replace(NBSP, " ")
