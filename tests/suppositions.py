"""A register for suppositions: adequacy, the Data Privacy Framework with and without fallback, parties."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Source
from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Agreement, Arrangement, Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId, Text

DAY = date(2026, 11, 28)


def i(text: str) -> RecordId:
    """Return an id."""
    return RecordId(text)


def activity(number: str, title: str, **more: Any) -> Activity:
    """Return an activity of the statement."""
    text = Text(nb=title, nn=title, en=title)
    return Activity(
        id=i(f"a{number}"), reference=number, title=text, status="active", public=Answer.YES, **more
    )


def recipient(number: str, party: str, position: int = 1, **more: Any) -> Recipient:
    """Return that an activity gives its data to a party."""
    one = i(f"r{number}-{party}")
    return Recipient(id=one, activity=i(f"a{number}"), position=position, party=i(party), **more)


def place(party: str, country: str, position: int = 1, **more: Any) -> Place:
    """Return where a party processes."""
    return Place(
        id=i(f"{party}-{country}"), party=i(party), position=position, role="own", country=country, **more
    )


def tool(party: str, country: str, code: str, position: int = 1, **more: Any) -> TransferTool:
    """Return what a transfer rests on."""
    one = i(f"{party}-{country}-{code}")
    return TransferTool(id=one, place=i(f"{party}-{country}"), position=position, tool=code, **more)


CERTIFIED: dict[str, Any] = {
    "dpf_status": "active",
    "dpf_data": ("hr", "non_hr"),
    "dpf_checked": date(2026, 11, 1),
}
#: 1 uses Albion in the United Kingdom (adequacy only) and Breeze in the USA (DPF, then SCC).
#: 2 uses the system of Breeze, and Cirrus in the USA for a tracker (DPF only). 3 has ended.
#: Drift runs a place of Breeze.
RECORDS: tuple[Record, ...] = (
    *(Party(id=i(name), name=name.title()) for name in ("albion", "breeze", "cirrus", "drift", "echo")),
    place("albion", "GB"),
    tool("albion", "GB", "adequacy"),
    place("breeze", "US"),
    place("breeze", "IN", 2, operator=i("drift")),
    tool("breeze", "US", "adequacy-us-dpf", 1, **CERTIFIED),
    tool("breeze", "US", "scc-2021-m2", 2, signed=date(2024, 1, 1)),
    tool("breeze", "IN", "scc-2021-m2", 1, signed=date(2024, 1, 1)),
    place("cirrus", "US"),
    tool("cirrus", "US", "adequacy-us-dpf", **CERTIFIED),
    System(id=i("crm"), name="Kundesystemet", provider=i("breeze")),
    activity("1", "Kundeservice"),
    recipient("1", "albion", 1, role="processor"),
    recipient("1", "breeze", 2, role="processor"),
    activity("2", "Nettsted", systems=(i("crm"),)),
    Tracker(id=i("t2"), activity=i("a2"), position=1, name="_cir", provider=i("cirrus")),
    Source(id=i("s2"), activity=i("a2"), position=1, origin="third_party", party=i("albion")),
    Activity(id=i("a3"), reference="3", title=Text(nb="Avsluttet"), status="ended"),
    recipient("3", "breeze"),
    Agreement(id=i("agreement"), position=1, party=i("breeze"), document="DPA-7", status="signed"),
    Agreement(id=i("old"), position=2, party=i("breeze"), document="DPA-1", until=date(2020, 1, 1)),
    Arrangement(id=i("joint"), position=1, parties=(i("albion"), i("echo")), status="signed"),
    ProcessorRecord(
        id=i("hosting"),
        position=1,
        controller=i("echo"),
        sub_processors=(i("cirrus"),),
        status="active",
    ),
)
