"""What has changed since a version, in real files: what counts, what is printed, for whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ropa_app.domain.comparing import Difference, Way
from ropa_app.domain.edits import created
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.reviews import Remark
from ropa_app.domain.values import Answer, Audience, RecordId, Text
from ropa_app.legal import shipped
from ropa_app.reports.article30 import changes
from ropa_app.reports.page_text import as_text
from ropa_app.services import deleting, editing, exporting
from ropa_app.services.approving import approve
from ropa_app.services.exporting import RegisterOptions
from ropa_app.services.session import OpenRegister
from tests.registers import make

LAW = shipped()
ONE, TWO, FIRM = RecordId("one"), RecordId("two"), RecordId("firm")
PURPOSE = Purpose(id=RecordId("purpose"), position=1, activity=ONE, text=Text(nb="Selge"))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[OpenRegister]:
    opened = make(
        tmp_path / "a.ropa",
        Activity(id=ONE, reference="1.1", title=Text(nb="Salg")),
        Activity(id=TWO, reference="1.2", title=Text(nb="Lønn")),
        Party(id=FIRM, name="Firma AS"),
        Place(id=RecordId("place"), position=1, party=FIRM, country="SE"),
        PURPOSE,
    )
    yield opened
    opened.close()


def _since(register: OpenRegister, version: int | None = None) -> Difference:
    return exporting.source(register.file, LAW, version=version).since


def _told(difference: Difference) -> list[tuple[Way, str, tuple[str, ...]]]:
    return [(change.way, str(change.id), change.fields) for change in difference.changes]


def _printed(register: OpenRegister, version: int | None = None, **options: Any) -> str:
    source = exporting.source(register.file, LAW, version=version)
    document = exporting.register_document(source, "nb", LAW, RegisterOptions(**options))
    return as_text(document).replace("\u00a0", " ")


def test_a_draft_without_versions_has_nothing_to_compare_with(register: OpenRegister) -> None:
    assert _since(register) == Difference(None)
    assert "Det finnes ingen godkjent versjon å sammenligne utkastet med." in _printed(register)


def test_the_first_version_says_that_it_is_the_first(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    assert "Dette er den første versjonen." in _printed(register)
    assert "Dette er den første versjonen." in _printed(register, version=1)


def test_a_draft_is_compared_with_the_newest_version(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    editing.set_value(register, PURPOSE.id, "text", Text(nb="Selge mer"))
    editing.set_value(register, TWO, "owner", "Lønnssjefen")
    deleting.delete(register, RecordId("place"))
    assert _told(_since(register)) == [
        (Way.CHANGED, "two", ("owner",)),
        (Way.REMOVED, "place", ()),
        (Way.CHANGED, "purpose", ("text",)),
    ]
    printed = _printed(register)
    assert "### Endringer siden versjon 1" in printed
    assert "| [~] **Endret** | 1.1/P1 <#activity-1> Salg: formål | Formål |" in printed
    assert "| [~] **Endret** | 1.2 <#activity-2> Lønn | Internt ansvarlig |" in printed
    assert "| [-] **Fjernet** | Behandlingssted Firma AS/S1 | Hele oppføringen |" in printed


def test_a_version_is_compared_with_the_one_before(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    editing.set_value(register, ONE, "owner", "Salgssjefen")
    approve(register, "Kari", "", LAW)
    editing.set_value(register, TWO, "owner", "Lønnssjefen")
    approve(register, "Kari", "", LAW)
    assert _told(_since(register, 2)) == [(Way.CHANGED, "one", ("owner",))]
    assert _told(_since(register, 3)) == _told(_since(register)) == [(Way.CHANGED, "two", ("owner",))]
    assert _since(register, 1) == Difference(None)
    assert "### Endringer siden versjon 1" in _printed(register, version=2)


def test_what_a_new_or_removed_record_owns_is_not_told_apart(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    tool = TransferTool(id=RecordId("tool"), position=1, place=RecordId("far"))
    party = Party(id=RecordId("new"), name="Ny AS")
    far = Place(id=RecordId("far"), position=1, party=party.id, country="US")
    register.apply("create", created(party), created(far), created(tool))
    deleting.delete(register, ONE)
    assert _told(_since(register)) == [(Way.REMOVED, "one", ()), (Way.ADDED, "new", ())]
    printed = _printed(register)
    assert "| [-] **Fjernet** | 1.1 Salg | Hele oppføringen |" in printed
    assert "| [+] **Lagt til** | Part: Ny AS | Hele oppføringen |" in printed


def test_reviews_and_places_among_siblings_are_no_change(register: OpenRegister) -> None:
    second = editing.add(register, "purpose", ONE).record
    approve(register, "Kari", "", LAW)
    register.apply("create", created(Remark(id=RecordId("r"), position=1, about=ONE, text="Hm")))
    editing.move(register, second, 1)
    assert _told(_since(register)) == []
    assert "Ingenting av det dokumentet viser, er endret." in _printed(register)


def test_a_change_of_an_internal_field_is_told_in_an_internal_copy_only(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    editing.set_value(register, ONE, "public", Answer.NO)
    editing.set_value(register, FIRM, "parent_country", "TV")
    assert len(_since(register).changes) == 2
    authority, internal = _printed(register), _printed(register, audience=Audience.INTERNAL)
    assert "Ingenting av det dokumentet viser, er endret." in authority
    assert "| [~] **Endret** | 1.1 <#activity-1> Salg | Med i personvernerklæringen |" in internal


def test_an_extract_tells_its_own_changes_only(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    editing.set_value(register, ONE, "owner", "Salgssjefen")
    editing.set_value(register, TWO, "owner", "Lønnssjefen")
    editing.set_value(register, FIRM, "category", "supplier")
    printed = _printed(register, activities=(TWO,))
    assert "Bare endringer i det som er med i utdraget." in printed
    assert "| [~] **Endret** | 1.2 <#activity-2> Lønn |" in printed
    assert "**Endret** | 1.1" not in printed
    assert "Part: Firma AS" not in printed


def test_many_changes_are_summed_up(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    parties = [Party(id=RecordId(f"p{number}"), name=f"Firma {number}") for number in range(changes.MOST + 1)]
    register.apply("create", *map(created, parties))
    printed = _printed(register)
    assert "Det er så mange endringer at de er talt opp etter type." in printed
    assert "| Type oppføring | Lagt til | Fjernet | Endret |" in printed
    assert "| Databehandlere og mottakere | 201 | 0 | 0 |" in printed


def test_nothing_is_compared_where_the_history_is_left_out(register: OpenRegister) -> None:
    approve(register, "Kari", "", LAW)
    source = exporting.source(register.file, LAW)
    exporting.register_document(source, "nb", LAW, RegisterOptions(parts=frozenset({"sheets"})))
    assert "since" not in vars(source)
    assert source.since is source.since
