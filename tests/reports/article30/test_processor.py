"""The register as processor, Article 30(2)."""

from __future__ import annotations

from dataclasses import replace

from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.reports import page_model as m
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.processor import processor_sheets
from tests.reports.scenes import context, same, shown, text

CUSTOMER = Party(id=RecordId("customer"), name="Kunden AS")
UNDER = Party(id=RecordId("under"), name="Under AS")
RECORD = ProcessorRecord(
    id=RecordId("b"), position=1, controller=CUSTOMER.id, categories=same("Drift"), status="active"
)


def _printed(*records: Record) -> str:
    parts = processor_sheets(context(CUSTOMER, UNDER, *records), Chapter("Som databehandler", "processor"))
    return "\n".join(shown(*part.blocks) for part in parts)


def test_a_sheet_has_the_four_letters_of_the_second_paragraph() -> None:
    part = next(processor_sheets(context(CUSTOMER, RECORD), Chapter("Som databehandler", "processor")))
    letters = [block for block in part.blocks if isinstance(block, m.LetterHeading)]
    assert [(one.letter, one.reference) for one in letters] == [
        (letter, f"artikkel 30 nr. 2 bokstav {letter}") for letter in "abcd"
    ]


def test_a_names_processor_and_controller_with_contacts() -> None:
    contact = Contact(id=RecordId("c"), party=CUSTOMER.id, role="dpo", name="Liv", email="liv@k.example")
    printed = _printed(RECORD, contact)
    assert "Databehandler: **Prøveverket AS**" in printed
    assert "**Kunden AS** / Personvernombud: Liv, liv@k.example" in printed
    assert "**Kunden AS** / [!] **Ikke oppgitt**. Kontaktopplysninger." in _printed(RECORD)
    assert "Behandlingsansvarlig: [!] **Ikke oppgitt**" in _printed(replace(RECORD, controller=None))


def test_b_tells_the_categories_of_processing() -> None:
    assert "Behandling: Drift\nStatus: I bruk" in _printed(RECORD)
    assert "Behandling: [!] **Ikke oppgitt**\nStatus: Ikke avklart" in _printed(
        replace(RECORD, categories=same(""), status="")
    )


def test_c_derives_the_transfers_from_the_sub_processors() -> None:
    using = replace(RECORD, sub_processors=(UNDER.id,))
    place = Place(id=RecordId("p"), position=1, party=UNDER.id, country="US")
    tool = TransferTool(id=RecordId("t"), position=1, place=place.id, tool="safe-harbour")
    assert "Underdatabehandlere: Ingen underdatabehandler er ført opp." in _printed(RECORD)
    assert "| Under AS | [!] **Ikke oppgitt** | [!] **Ikke oppgitt** | Behandlingsstedet" in _printed(using)
    assert "| Under AS | [<>] **USA** | [!] **Ikke oppgitt** |" in _printed(using, place)
    lapsed = _printed(using, place, tool)
    assert "| Under AS | [<>] **USA** | [x] **Safe Harbour** | Ikke gyldig siden 06.10.2015. |" in lapsed
    inside = _printed(using, replace(place, country="SE"))
    assert "| Under AS | Sverige | Ikke aktuelt | Alle steder er i EØS. |" in inside
    ended = _printed(replace(using, status="ended"), place)
    assert "| Ikke aktuelt | Behandlingen er avsluttet. |" in ended


def test_d_tells_the_measures() -> None:
    own = Measure(id=RecordId("m"), position=1, catalogue="M-A02", status="in_place")
    assert "Egne tiltak: Kryptering av lagrede data" in _printed(replace(RECORD, measures=(own.id,)), own)
    assert "Egne og felles tiltak: [!] **Ikke oppgitt**. Se «Sikkerhetstiltak <#measures>»." in _printed(
        RECORD
    )


def test_only_the_first_sheet_has_the_heading_of_the_chapter() -> None:
    printed = _printed(RECORD, replace(RECORD, id=RecordId("b2"), position=2))
    assert printed.count("## Som databehandler") == 1
    assert "### B1 Kunden AS" in printed
    assert "### B2 Kunden AS" in printed


def test_the_document_has_the_chapter_only_with_entries() -> None:
    assert "{#processor}" not in text()
    whole = text(CUSTOMER, RECORD)
    assert "{#processor}" in whole
    assert "Personvernforordningen artikkel 30 nr. 1 og 2" in whole
    assert "Som databehandler: 1 oppdrag" in whole
