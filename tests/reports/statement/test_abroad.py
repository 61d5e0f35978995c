"""Section 5: what a transfer rests on that day; nothing that has lapsed is printed as if it held."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.statement.abroad import transfers_section
from ropa_app.reports.statement.context import StatementContext
from ropa_app.reports.statement.ledger import Said
from ropa_app.reports.statement.publication import published_items
from ropa_app.reports.statement_report import Final as Published
from tests.reports.scenes import DAY, activity, edition, organisation, owned, register, same, shown

_PARTY: Final = RecordId("party")
_PLACE: Final = RecordId("place")


def _context(*records: Record, language: Language = "nb", day: date = DAY) -> StatementContext:
    every = {one.id: one for one in (register(), organisation(), *records)}
    return StatementContext(RecordsInMemory(every.values()), language, shipped(), edition(day), None)


def _sent(country: str, *tools: TransferTool, **place: Any) -> list[Record]:
    """Return a public activity whose processor works in a country."""
    return [
        activity(public=Answer.YES, recipients_answer="some"),
        owned(Purpose, text=same("Selge")),
        owned(Recipient, party=_PARTY, role="processor", all_lines=Answer.YES),
        Party(id=_PARTY, name="Ytre Sky Inc.", category="supplier"),
        Place(id=_PLACE, position=1, party=_PARTY, role="own", country=country, **place),
        *tools,
    ]


def _tool(code: str, position: int = 1, **values: Any) -> TransferTool:
    name = RecordId(f"tool-{position}")
    return TransferTool(id=name, position=position, place=_PLACE, tool=code, **values)


def _text(context: StatementContext) -> str:
    return shown(*transfers_section(context))


def _said(context: StatementContext) -> list[Said]:
    return [one.said for one in published_items(context) if one.item == "transfers"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "[x] **Privacy Shield**: bortfalt 16.07.2020, nytt grunnlag er ikke fastsatt"),
        ("nn", "[x] **Privacy Shield**: falle bort 16.07.2020, nytt grunnlag er ikkje fastsett"),
        ("en", "[x] **EU-US Privacy Shield**: lapsed 16 July 2020, a new basis is not settled"),
    ],
)
def test_a_lapsed_tool_is_never_told_as_valid(language: Language, words: str) -> None:
    context = _context(*_sent("US", _tool("privacy-shield")), language=language)
    assert words in _text(context)
    assert Said.SAID not in _said(context)


def test_a_tool_is_told_as_valid_on_the_days_it_held() -> None:
    printed = _text(_context(*_sent("US", _tool("privacy-shield")), day=date(2019, 5, 2)))
    assert "bortfalt" not in printed
    assert "Privacy Shield (personvernforordningen artikkel 45" in printed


def test_a_lapsed_tool_beside_one_that_holds_leaves_nothing_open() -> None:
    held = _sent("US", _tool("privacy-shield"), _tool("scc-2021-m2", 2))
    settings = Statement(id=RecordId("statement"), copy_how=same("Skriv til oss."))
    context = _context(*held, settings)
    printed = _text(context)
    assert "[x] **Privacy Shield**: bortfalt 16.07.2020 /" in printed
    assert "ikke fastsatt" not in printed.casefold()
    assert _said(context) == [Said.SAID]


def test_a_derogation_does_not_replace_what_lapsed() -> None:
    printed = _text(_context(*_sent("US", _tool("privacy-shield"), _tool("49-1-a", 2))))
    assert "bortfalt 16.07.2020, nytt grunnlag er ikke fastsatt" in printed


def test_a_transfer_without_a_tool_is_a_gap() -> None:
    context = _context(*_sent("US"))
    assert "| [<>] **USA** | Ytre Sky Inc. | [!] **Ikke fastsatt** |" in _text(context)
    assert _said(context) == [Said.UNCLEAR]


def test_a_draft_tells_what_the_law_data_have_not_confirmed_and_a_final_statement_does_not() -> None:
    held = _sent("US", _tool("adequacy-us-dpf", dpf_status="active"))
    draft = _context(*held)
    assert "(personvernforordningen artikkel 45" in _text(draft)
    assert "(skal bekreftes)" in _text(draft)
    final = StatementContext(draft.records, "nb", shipped(), edition(DAY), Published(DAY, "prove.example"))
    assert "skal bekreftes" not in _text(final)


def test_a_certificate_nobody_has_looked_up_is_not_settled() -> None:
    context = _context(*_sent("US", _tool("adequacy-us-dpf")))
    _text(context)
    assert Said.SAID not in _said(context)


def test_safeguards_come_with_how_to_get_a_copy() -> None:
    how = Statement(id=RecordId("statement"), copy_how=same("Skriv til kopi@prove.example"))
    printed = _text(_context(*_sent("US", _tool("scc-2021-m2")), how))
    assert "Skriv til kopi@prove.example <mailto:kopi@prove.example>." in printed


def test_safeguards_without_a_way_to_a_copy_are_a_gap() -> None:
    context = _context(*_sent("US", _tool("scc-2021-m2")))
    assert "[!] **Ikke fastsatt**" in _text(context)
    assert [gap.item for gap in context.ledger.gaps] == ["transfers"]


def test_an_adequate_country_needs_no_copy() -> None:
    context = _context(*_sent("CH", _tool("adequacy")))
    assert "kopi" not in _text(context)
    assert context.ledger.gaps == []
    assert _said(context) == [Said.SAID]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_the_eea_where_all_places_are_in_it(language: Language) -> None:
    none = {
        "nb": "Vi overfører ingen opplysninger til land utenfor EØS.",
        "nn": "Vi overfører ingen opplysningar til land utanfor EØS.",
        "en": "No data are transferred to countries outside the EEA.",
    }
    context = _context(*_sent("SE"), language=language)
    assert none[language] in _text(context)
    assert _said(context) == [Said.NOT_APPLICABLE]


def test_a_recipient_whose_country_nobody_knows_is_named_as_open() -> None:
    context = _context(*_sent(""))
    assert "Ytre Sky Inc." in _text(context)
    assert Said.SAID not in _said(context)
    assert [gap.section for gap in context.ledger.gaps] == ["5"]


def test_outside_the_eea_without_a_name_is_told_and_open() -> None:
    context = _context(*_sent("", _tool("scc-2021-m2"), outside_eea=Answer.YES))
    assert "[<>] **Utenfor EØS** / [!] **Ikke fastsatt**" in _text(context)
    assert Said.SAID not in _said(context)


def _council(country: str, *tools: TransferTool, role: str = "controller") -> list[Record]:
    """Return a public activity that gives data to an international organisation with seat in a country."""
    return [
        activity(public=Answer.YES, recipients_answer="some"),
        owned(Purpose, text=same("Selge")),
        owned(Recipient, party=_PARTY, role=role, all_lines=Answer.YES),
        Party(id=_PARTY, name="Verdensrådet", category="international_organisation"),
        *([Place(id=_PLACE, position=1, party=_PARTY, country=country)] if country else []),
        *tools,
    ]


@pytest.mark.parametrize(
    ("language", "words", "cell"),
    [
        ("nb", "Disse mottakerne er internasjonale organisasjoner.", "Belgia, internasjonal organisasjon"),
        ("nn", "Desse mottakarane er internasjonale organisasjonar.", "Belgia, internasjonal organisasjon"),
        ("en", "These recipients are international organisations.", "Belgium, international organisation"),
    ],
)
def test_an_international_organisation_in_the_eea_is_a_transfer(
    language: Language, words: str, cell: str
) -> None:
    context = _context(*_council("BE"), language=language)
    printed = _text(context)
    assert words in printed
    assert f"| [<>] **{cell}** | Verdensrådet | " in printed
    assert _said(context) == [Said.UNCLEAR]


def test_a_decision_for_a_country_is_none_for_an_organisation_there() -> None:
    absent = "Det finnes ingen beslutning om tilstrekkelig beskyttelsesnivå for denne"
    assert absent in _text(_context(*_council("CH")))
    assert absent not in _text(_context(*_council("XX-EPO", _tool("adequacy"))))
    assert absent not in _text(_context(*_council("DE", _tool("adequacy"))))


def test_both_kinds_of_transfers_are_told_in_one_table() -> None:
    other = RecordId("other")
    moved = [
        owned(Recipient, position=2, party=other, role="processor"),
        Party(id=other, name="Ytre Sky Inc."),
        Place(id=RecordId("far"), position=1, party=other, country="US"),
    ]
    assert "utenfor EØS (tredjeland), eller er internasjonale organisasjoner." in _text(
        _context(*_council("BE"), *moved)
    )


def test_where_an_international_organisation_sits_is_asked_whatever_its_role() -> None:
    context = _context(*_council(""))
    assert "Verdensrådet" in _text(context)
    assert "Vi kjenner ikke til" not in _text(context)
    assert _said(context) == [Said.NOT_SAID]
