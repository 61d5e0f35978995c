"""Parties, contacts, agreements and arrangements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Agreement, Arrangement, FollowUp, Party, Place
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.parties import parties_chapter
from tests.reports.scenes import activity, context, organisation, owned, same, shown

FIRM = Party(id=RecordId("firm"), name="Ås Drift AS", category="supplier", sub_processors=Answer.NO)
USED = owned(Recipient, party=FIRM.id, role="processor", purpose=same("drifte nettstedet"))


def _printed(*records: Record) -> str:
    return shown(*parties_chapter(context(*records), Chapter("Mottakere", "parties")).blocks)


def test_a_party_is_told_with_role_task_numbers_place_and_agreement() -> None:
    place = Place(id=RecordId("p"), position=1, party=FIRM.id, country="SE", role="own")
    printed = _printed(activity("1"), FIRM, USED, place)
    assert "| **Ås Drift AS** / Databehandler; leverandør / Bruker underdatabehandlere: Nei |" in printed
    assert "| Drifte nettstedet | 1 | Sverige (egen drift) | [!] **Ikke oppgitt** |" in printed


def test_an_undecided_role_gets_the_sign() -> None:
    printed = _printed(activity(), FIRM, replace(USED, role=""))
    assert "[!] **Rolle ikke avklart**" in printed
    assert "Rollen må avklares først." in printed


def test_a_mere_parent_company_needs_no_place() -> None:
    printed = _printed(FIRM, organisation(parent_company=FIRM.id))
    assert "| Morselskap | Ingen | Ikke oppgitt | Ikke aktuelt |" in printed


def test_parties_stand_in_norwegian_order() -> None:
    other = Party(id=RecordId("other"), name="Zeta AS")
    printed = _printed(FIRM, other)
    assert printed.index("Zeta AS") < printed.index("Ås Drift AS")


def test_a_sub_processor_and_remote_access_are_told_at_the_place() -> None:
    operator = Party(id=RecordId("operator"), name="Under AS")
    place = Place(
        id=RecordId("p"), position=1, party=FIRM.id, country="US", role="sub_processor", operator=operator.id
    )
    printed = _printed(activity(), FIRM, USED, place, operator)
    assert "[<>] **USA** (underdatabehandler: Under AS)" in printed
    assert "**Under AS** | Underdatabehandler for en annen part |" in printed


def test_contacts_of_parties_stand_in_a_table() -> None:
    contact = Contact(id=RecordId("c"), party=FIRM.id, name="Per", phone="91234567", role="contract")
    printed = _printed(FIRM, contact)
    assert "| Ås Drift AS | Kontakt hos parten | Per | 912 34 567 |" in printed
    bare = _printed(FIRM, replace(contact, phone="", role=""))
    assert "| Ås Drift AS | Ikke oppgitt | Per | Ikke oppgitt |" in bare
    assert "Kontakter hos partene" not in _printed(FIRM)


def test_an_agreement_tells_what_it_covers_lacks_and_nobody_checked() -> None:
    agreement = Agreement(
        id=RecordId("a"),
        position=2,
        party=FIRM.id,
        status="signed",
        signed=date(2024, 1, 2),
        covers=("a", "b"),
        lacks=("h",),
    )
    follow_up = FollowUp(id=RecordId("f"), position=1, agreement=agreement.id, day=date(2025, 1, 2))
    printed = _printed(activity(), FIRM, USED, agreement, follow_up)
    assert "| Undertegnet <#agreements> 02.01.2024 |" in printed
    assert "#### A2 Ås Drift AS" in printed
    assert "Avtalen dekker: a) Dokumenterte instrukser; b) Taushetsplikt" in printed
    assert "Avtalen mangler: h) Informasjon og revisjon" in printed
    assert "Ikke kontrollert: c) Sikkerhet; d)" in printed
    assert "Oppfølginger: 02.01.2025: ingenting notert" in printed
    assert "Ikke oppgitt: dokument, gjelder til, underdatabehandlere godkjennes" in printed


def test_an_unread_agreement_says_so() -> None:
    printed = _printed(FIRM, Agreement(id=RecordId("a"), position=1, party=FIRM.id))
    assert "Status: Ikke avklart" in printed
    assert "Innhold: Ikke kontrollert mot artikkel 28 nr. 3." in printed


def test_an_arrangement_is_told_whole() -> None:
    arrangement = Arrangement(
        id=RecordId("j"), position=1, parties=(FIRM.id,), status="signed", tasks="Vi svarer på krav"
    )
    printed = _printed(FIRM, arrangement)
    assert (
        "#### J1 Ordning\nParter: Ås Drift AS\nStatus: Undertegnet\nFordeling av oppgaver: Vi sv" in printed
    )
    assert "Ikke oppgitt: hovedinnholdet i ordningen" in printed
    assert "Parter: [!] **Ikke oppgitt**" in _printed(replace(arrangement, parties=()))


def test_no_parties_no_table() -> None:
    assert "Ikke oppgitt. Ingen mottaker eller databehandler er ført opp." in _printed()
