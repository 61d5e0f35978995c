"""Data lines, sources and time limits in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ropa_app.domain.entities.activity_data import DataLine, Source
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Period, RecordId
from ropa_app.legal import shipped
from ropa_app.reports import phrases
from ropa_app.reports.names import Names
from ropa_app.reports.wording import NBSP, Wording, text_of
from tests.reports.scenes import owned, same

WORDS = Wording("nb", "nb", shipped())


def _line(position: int = 1, **values: Any) -> DataLine:
    line: DataLine = owned(DataLine, position=position, **values)
    return line


def test_a_line_names_data_then_people() -> None:
    line = _line(subjects=("customer",), categories=("name", "contact"))
    assert text_of(phrases.line_label(line, WORDS)) == "Navn og kontaktopplysninger, kunder"
    assert text_of(phrases.line_label(_line(subjects=("customer",)), WORDS)) == "Opplysninger om kunder"
    assert text_of(phrases.line_label(_line(position=3), WORDS)) == "Opplysningslinje 3"


def test_a_note_takes_the_place_of_the_code_for_anything_else() -> None:
    line = _line(categories=("name", "other"), categories_note=same("Klubbnummer"))
    assert text_of(phrases.categories(line, WORDS)) == "Navn og klubbnummer"
    only = _line(subjects=("other",), subjects_note=same("personer som deler"))
    assert text_of(phrases.subjects(only, WORDS)) == "Personer som deler"


def test_a_note_explains_the_last_code_otherwise() -> None:
    line = _line(subjects=("customer", "employee"), subjects_note=same("også vikarer"))
    assert text_of(phrases.subjects(line, WORDS)) == "Kunder og ansatte (også vikarer)"


def test_a_silent_line_says_nothing() -> None:
    assert phrases.subjects(_line(), WORDS) == phrases.categories(_line(), WORDS) == ()


def test_everybody_is_named_once() -> None:
    lines = [_line(1, subjects=("customer",)), _line(2, subjects=("customer", "prospect"))]
    assert [text_of(one) for one in phrases.all_subjects(lines, WORDS)] == ["kunder", "mulige kunder"]
    data = [_line(1, categories=("name",)), _line(2, categories=("name",))]
    assert [text_of(one) for one in phrases.all_categories(data, WORDS)] == ["navn"]


def test_special_categories_and_offences_are_told_apart() -> None:
    line = _line(categories=("name", "health", "criminal"))
    printed = phrases.special_categories(line, WORDS)
    assert printed == "Helseopplysninger; straffedommer og lovovertredelser"
    assert phrases.special_categories(_line(categories=("name",)), WORDS) == ""


def test_a_source_says_kind_party_and_more() -> None:
    party = Party(id=RecordId("nav"), name="NAV")
    names = Names(RecordsInMemory([party]), WORDS)
    source = owned(Source, origin="third_party", party=party.id, note=same("hver måned"))
    assert text_of(phrases.origin(source, names)) == "Andre enn den registrerte: NAV, hver måned"
    assert text_of(phrases.origin(owned(Source, party=party.id), names)) == "NAV"
    assert phrases.origin(owned(Source), names) == ()


def test_a_period_goes_before_criteria() -> None:
    rule = owned(
        Retention, period=Period(Decimal(5), "year"), criteria=same("etter behov"), start="collected"
    )
    assert text_of(phrases.time_limit(rule, WORDS)) == f"5{NBSP}år"
    assert phrases.counted_from(rule, WORDS) == "Innsamlingen"
    only = owned(Retention, criteria=same("etter behov"))
    assert text_of(phrases.time_limit(only, WORDS)) == "etter behov"
    assert phrases.counted_from(only, WORDS) == ""
