"""Registers for the tests of the grid: one in which nothing is missing, and how one is covered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ropa_app.domain.entities.activity_data import DataLine, Purpose, Source
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Retention
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement, Statement
from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Finding, Shared, check_register
from ropa_app.legal.coverage import ITEMS, Cell, Grid, cover
from tests.reports.scenes import DAY, activity, organisation, owned, register, same

LETTERS, SALES = RecordId("activity-1"), RecordId("activity-2")
CLOUD = Party(id=RecordId("cloud"), name="Ytre Sky Inc.", category="supplier", sub_processors=Answer.NO)


def grid(records: Iterable[Record], day: date = DAY, accepted: Iterable[str] = ()) -> Grid:
    """Return the grid of some records; findings of the rules in `accepted` are not open."""
    held = RecordsInMemory(records)
    return grid_of(held, day, accepted)


def grid_of(held: Records, day: date = DAY, accepted: Iterable[str] = ()) -> Grid:
    """Return the grid of a register."""
    settled = frozenset(accepted)

    def is_open(one: Finding) -> bool:
        return one.rule not in settled

    checked = check_register(held, shipped(), day)
    return cover(Shared(held, shipped(), day), checked, is_open)


def cell(found: Grid, item: str, activity_id: str = "activity-1") -> Cell:
    """Return one cell of a grid."""
    row = next(one for one in found.rows if one.activity == activity_id)
    return row.cells[ITEMS.index(item)]


def changed(records: Iterable[Record], record: str, **values: Any) -> list[Record]:
    """Return records with some fields of one changed."""
    found: list[Any] = [replace(one, **values) if one.id == record else one for one in records]
    assert any(one.id == record for one in found)
    return found


def without(records: Iterable[Record], *gone: str) -> list[Record]:
    """Return records without some of them."""
    kept = [one for one in records if one.id not in gone]
    assert len(kept) < len(list(records))
    return kept


def complete() -> list[Record]:
    """Return a register in which every item of both activities is filled or does not apply."""
    return [*_frame(), *_letters(), *_sales(), *_abroad(), *_published()]


def _frame() -> list[Record]:
    settings = Statement(
        id=RecordId("statement"),
        rights_how=same("Skriv til oss på post@prove.example."),
        copy_how=same("Be om en kopi på post@prove.example."),
    )
    officer = Contact(id=RecordId("dpo"), role="dpo", name="Kari", email="personvern@prove.example")
    measure = Measure(
        id=RecordId("measure"),
        position=1,
        name=same("Kryptering"),
        status="in_place",
        organisation_wide=Answer.YES,
    )
    return [register(), organisation(dpo_appointed=Answer.YES), officer, settings, measure]


def _letters() -> list[Record]:
    """Return an activity that asks for consent, and whose data come from the person."""
    consent = Consent(
        id=RecordId("consent"),
        name="Nyhetsbrev",
        text=same("Jeg vil ha nyhetsbrevet"),
        evidence=same("Logg"),
        withdrawal=same("Bruk lenken nederst i hvert brev."),
        active=Answer.YES,
    )
    return [
        activity(
            "1",
            "Nyhetsbrev",
            public=Answer.YES,
            provision="voluntary",
            automated=Answer.NO,
            recipients_answer="none",
            portability=same("Fil på forespørsel"),
        ),
        owned(
            Purpose,
            text=same("Sende nyhetsbrevet til dem som har bedt om det"),
            art6=("6-1-a",),
            consent=consent.id,
        ),
        owned(DataLine, subjects=("customer",), categories=("name", "email")),
        owned(Source, origin="data_subject"),
        owned(Retention, period=Period(Decimal(1), "year"), start="withdrawal", method="automatic"),
        owned(MeasureUse, measure=RecordId("measure")),
        consent,
    ]


def _sales() -> list[Record]:
    """Return an activity that rests on legitimate interests, with data from others and a processor abroad."""
    return [
        activity(
            "2",
            "Salg til nye kunder",
            public=Answer.YES,
            provision="contractual",
            provision_consequence=same("Uten opplysningene kan vi ikke levere."),
            automated=Answer.YES,
            automated_ground="contract",
            automated_logic=same("Et regelsett ser på tidligere kjøp og avgjør rabatten."),
            art14_information=same("Brev ved første kontakt"),
        ),
        owned(
            Purpose,
            "2",
            text=same("Finne nye kunder blant bedrifter i nærheten"),
            art6=("6-1-f",),
            interest=same("Å selge varene våre"),
        ),
        owned(DataLine, "2", subjects=("customer",), categories=("name",)),
        owned(Source, "2", origin="public_register"),
        owned(Recipient, "2", party=CLOUD.id, role="processor", all_lines=Answer.YES),
        owned(Retention, "2", criteria=same("Til kunden sier at hun ikke vil høre mer.")),
    ]


def _abroad() -> list[Record]:
    tia = Assessment(id=RecordId("tia"), position=1, method="tia", outcome="ok")
    place = Place(id=RecordId("place"), position=1, party=CLOUD.id, role="own", country="IN")
    tool = TransferTool(
        id=RecordId("tool"),
        position=1,
        place=place.id,
        tool="scc-2021-m2",
        signed=date(2022, 3, 1),
        tia=tia.id,
    )
    return [CLOUD, place, tool, tia]


def _published() -> list[Record]:
    one = PublishedStatement(id=RecordId("published"), published=date(2026, 10, 1))
    return [
        one,
        *(
            PublishedItem(
                id=RecordId(f"item-{n}"), position=n, statement=one.id, item=item, said="said", section=str(n)
            )
            for n, item in enumerate(ITEMS, 1)
        ),
    ]
