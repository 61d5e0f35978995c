"""Registers of the other extreme: nothing missing, nothing but processing for others, nothing at all."""

from __future__ import annotations

from ropa_app.domain.entities.organisation import Contact, Organisation, Register
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId, Text
from tests.legal.coverage.covered import complete
from tests.reports.scenes import activity


def empty() -> RecordsInMemory:
    """Return a register without any record."""
    return RecordsInMemory([])


def named_only() -> RecordsInMemory:
    """Return a new register: a name has been entered, and nothing else."""
    return RecordsInMemory(_new("Ny bedrift AS"))


def covered() -> RecordsInMemory:
    """Return a register that misses nothing of Articles 13 and 14, but for an activity nobody decided on."""
    return RecordsInMemory([*complete(), activity("3", "Innkjøp"), activity("4", public=Answer.NO)])


def _new(name: str, processor: Answer = Answer.UNKNOWN) -> list[Record]:
    return [
        Register(id=RecordId("register"), language="nb", review_months=12),
        Organisation(id=RecordId("organisation"), name=name, country="NO", acts_as_processor=processor),
        Statement(id=RecordId("statement")),
    ]


def processor_only() -> RecordsInMemory:
    """Return a register that only processes for others, Article 30(2)."""
    host = Party(id=RecordId("host"), name="Fjellsky Drift AS", category="supplier")
    abroad = Party(id=RecordId("abroad"), name="Outer Cloud Inc.", category="supplier")
    place = Place(id=RecordId("place"), position=1, party=abroad.id, role="own", country="US")
    tool = TransferTool(id=RecordId("tool"), position=1, place=place.id, tool="scc-2021-m3")
    backup = Measure(
        id=RecordId("backup"), position=1, name=Text(nb="Daglig kopi", nn="Dagleg kopi"), status="in_place"
    )
    made: list[Record] = [*_new("Tenesteleverandøren AS", Answer.YES)]
    made += [host, abroad, place, tool, backup]
    for number in range(1, 4):
        customer = Party(id=RecordId(f"customer-{number}"), name=f"Kunde {number} AS", category="customer")
        contact = Contact(
            id=RecordId(f"contact-{number}"),
            role="dpo",
            party=customer.id,
            email=f"vern{number}@kunde.example",
        )
        record = ProcessorRecord(
            id=RecordId(f"processing-{number}"),
            position=number,
            controller=customer.id,
            categories=Text(nb="Drift og sikkerhetskopi", nn="Drift og tryggleikskopi"),
            sub_processors=(host.id, abroad.id)[: number - 1],
            measures=(backup.id,),
            status="active",
        )
        made += [customer, contact, record]
    return RecordsInMemory(made)
