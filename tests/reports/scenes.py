"""Small registers for the tests of the documents, and the documents drawn from them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import Any

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, RecordId, Text
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.article30.options import RegisterOptions
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.edition import Edition
from ropa_app.reports.page_model import Block, Document
from ropa_app.reports.page_text import as_text, blocks_text
from ropa_app.reports.wording import NBSP
from ropa_app.services.examples import velux_records

DAY = date(2026, 11, 22)
HASH = "7f3a91c20b5e" + "0" * 52


def edition(day: date = DAY, version: int | None = None, after: int | None = None) -> Edition:
    """Return an edition whose law data are not named, so that they may change."""
    return Edition(version, after, day, HASH, date(2026, 11, 1), "", "0.1")


def velux() -> RecordsInMemory:
    """Return the example register with ids that count."""
    numbers = itertools.count(1)
    return RecordsInMemory(velux_records(lambda: f"id{next(numbers):03}"))


def organisation(**values: Any) -> Organisation:
    """Return an organisation in Norway with an e-mail address."""
    standing = {"name": "Prøveverket AS", "country": "NO", "email": "post@prove.example"}
    return Organisation(id=RecordId("organisation"), **standing | values)


def register(language: Language = "nb") -> Register:
    """Return the settings of a register."""
    return Register(id=RecordId("register"), language=language)


def activity(reference: str = "1", title: str = "Salg", **values: Any) -> Activity:
    """Return an activity in use."""
    standing: dict[str, Any] = {"status": "active", "title": Text(nb=title, nn=title, en=title)}
    return Activity(id=RecordId(f"activity-{reference}"), reference=reference, **standing | values)


def owned(kind: type[Any], reference: str = "1", position: int = 1, **values: Any) -> Any:
    """Return a record that activity `reference` owns."""
    name = RecordId(f"{kind.KIND}-{reference}-{position}")
    return kind(id=name, position=position, activity=RecordId(f"activity-{reference}"), **values)


def same(text: str) -> Text:
    """Return a text that is the same in all languages."""
    return Text(nb=text, nn=text, en=text) if text else NO_TEXT


def abroad(country: str, *tools: str, name: str = "Ytre Sky Inc.") -> list[Record]:
    """Return a processor of activity 1 with a place in a country, and the tools recorded for it."""
    party = Party(id=RecordId("party"), name=name, category="supplier")
    place = Place(id=RecordId("place"), position=1, party=party.id, role="own", country=country)
    recorded = [
        TransferTool(id=RecordId(f"tool-{n}"), position=n, place=place.id, tool=tool)
        for n, tool in enumerate(tools, 1)
    ]
    used = owned(Recipient, party=party.id, role="processor", all_lines=Answer.YES)
    return [activity(), owned(Purpose, text=same("Selge varer")), used, party, place, *recorded]


def international(country: str, *tools: str, name: str = "Verdensrådet") -> list[Record]:
    """Return what `abroad` does, with an international organisation that receives the data."""
    return [
        replace(one, category="international_organisation") if isinstance(one, Party) else one
        for one in abroad(country, *tools, name=name)
    ]


def context(*records: Record, language: Language = "nb", day: date = DAY, **options: Any) -> Context:
    """Return the context of a register's document."""
    every = [register(), organisation(), *records]
    held = RecordsInMemory({record.id: record for record in every}.values())
    return Context(held, language, shipped(), edition(day), RegisterOptions(**options))


def first_view(made: Context) -> ActivityView:
    """Return the first activity with what belongs to it."""
    return next(made.index.views())


def shown(*blocks: Block) -> str:
    """Return blocks as plain text with ordinary spaces."""
    return "\n".join(blocks_text(blocks)).replace(NBSP, " ")


def document(*records: Record, language: Language = "nb", day: date = DAY, **options: Any) -> Document:
    """Return the document of a register."""
    every = [register(), organisation(), *records]
    held = RecordsInMemory({record.id: record for record in every}.values())
    return article30_report(held, language, shipped(), edition(day), RegisterOptions(**options))


def text(*records: Record, language: Language = "nb", day: date = DAY, **options: Any) -> str:
    """Return the document of a register as plain text with ordinary spaces."""
    return as_text(document(*records, language=language, day=day, **options)).replace(NBSP, " ")
