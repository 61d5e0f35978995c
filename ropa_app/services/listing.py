"""The rows of the lists: what stands in each column; where there are many, no whole record is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple, cast

from ropa_app.domain.declare import Spec
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.entities.security import System
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import named_by, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.references import reference
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.legal import LawData
from ropa_app.legal.transfers import JudgedTool, ToolState, Transfer, is_international, transfers
from ropa_app.services.naming import TO_CONFIRM, Naming
from ropa_app.services.searching import folded
from ropa_app.storage.reading import Reader

NUMBER: Final = N_("No.")
#: The kinds that transfers are derived from.
TRANSFER_KINDS: Final = frozenset(
    {"party", "place", "transfer_tool", "recipient", "tracker", "system", "processor_record", "activity"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: reference, name, a line of detail, further cells, keys to sort by, folded text."""

    id: RecordId
    reference: str
    title: str
    detail: str
    cells: tuple[str, ...]
    keys: tuple[SortKey, ...]
    haystack: str


class Shape(NamedTuple):
    """How records of a kind are listed: whether they have a number, and the fields shown in columns."""

    numbered: bool
    fields: tuple[str, ...] = ()


SHAPES: Final[Mapping[str, Shape]] = {
    "activity": Shape(True, ("area", "owner", "status", "since", "last_reviewed", "public", "high_risk")),
    "party": Shape(False, ("category", "parent_country", "remote_access", "sub_processors")),
    "agreement": Shape(True, ("status", "signed", "until")),
    "arrangement": Shape(True, ("status",)),
    "measure": Shape(True, ("status", "organisation_wide", "tested")),
    "system": Shape(False, ("provider",)),
    "assessment": Shape(True, ("outcome", "day", "author", "next_review", "residual_risk")),
    "consent": Shape(False, ("active",)),
    "processor_record": Shape(True, ("status",)),
    "published_statement": Shape(False, ("published", "place", "reply_days")),
    "statement_text": Shape(False, ("section",)),
    "version": Shape(True, ("day", "approver", "note")),
    "review": Shape(True, ("due", "sent")),
    "remark": Shape(True, ("state", "day")),
    "acceptance": Shape(False, ("day", "until")),
    "contact": Shape(False, ("role", "party", "email", "phone")),
}
TRANSFERS: Final = "transfers"


class Listing:
    """Makes rows in one pair of languages from what is stored at that moment."""

    def __init__(self, reader: Reader, law: LawData, naming: Naming, today: date) -> None:
        self._reader: Final = reader
        self._law: Final = law
        self._naming: Final = naming
        self._today: Final = today

    def rows(self, kind: str) -> list[Row]:
        """Return the rows of all records of a kind, in no order."""
        if kind == "activity":
            return self._activities()
        if kind == TRANSFERS:
            return [self._transfer_row(one) for one in self.transfers()]
        records = self._reader.of_kind(kind)
        self._naming.learn(records)
        countries = self._countries() if kind == "party" else {}
        return [self._row(one, countries.get(one.id, "")) for one in records]

    def activities_to_choose(self) -> list[Row]:
        """Return number, title and area of all activities, by number: a fraction of the work of `rows`."""
        n, area = self._naming, SPECS["activity"]["area"]
        found = []
        for one, _, _, number, title, where in self._reader.values("activity", "reference", "title", "area"):
            name, place = n.text(title), n.value(area, where)
            text = folded(f"{number}\n{name}\n{place}")
            found.append(Row(one, number, name, place, (), (sort_key(number),), text))
        return sorted(found, key=lambda row: (row.keys[0], row.id))

    def row(self, record: Record) -> Row:
        """Return the row of one record."""
        countries = ""
        if record.KIND == "party":
            places = (one for one in self._reader.owned(record.id) if isinstance(one, Place))
            countries = ", ".join(dict.fromkeys(self._naming.title(place) for place in places))
        return self._row(record, countries)

    def transfers(self) -> tuple[Transfer, ...]:
        """Return the transfers out of the EEA today, derived from who is used and where they process."""
        needed = (one for kind in sorted(TRANSFER_KINDS) for one in self._reader.of_kind(kind))
        return transfers(needed, self._today, self._law)

    def transfers_of(self, one: Record, owned: Sequence[Record]) -> tuple[Transfer, ...]:
        """Return the transfers that an activity with all it owns brings about, without reading the others."""
        records = self._reader
        if not isinstance(one, Activity):
            return ()
        family = [one, *owned, *records.many(one.systems).values()]
        named = {target for record in family for _, target in named_by(record)}
        parties = [one for one in records.many(named).values() if isinstance(one, Party)]
        places = records.owned_by([party.id for party in parties])
        tools = records.owned_by([place.id for owned in places.values() for place in owned])
        hanging = [one for owned in (*places.values(), *tools.values()) for one in owned]
        return transfers([*family, *parties, *hanging], self._today, self._law)

    def transfer_to(self, place: RecordId) -> Transfer | None:
        """Return the transfer to a place, without deriving the others; None where there is none."""
        records, one = self._reader, self._reader.get(place)
        party = records.get(one.party) if isinstance(one, Place) else None
        if one is None or party is None:
            return None
        users = records.many(use.source for use in records.uses(party.id))
        users |= records.many(
            use.source for user in users.values() if isinstance(user, System) for use in records.uses(user.id)
        )
        owners = records.many(owner for user in users.values() if (owner := owner_of(user)))
        found = transfers(
            [party, one, *records.owned(place), *users.values(), *owners.values()], self._today, self._law
        )
        return next((transfer for transfer in found if transfer.place.id == place), None)

    # Rows

    def _activities(self) -> list[Row]:
        names = ("reference", "title", *SHAPES["activity"].fields)
        specs = [SPECS["activity"][name] for name in names]
        rows = self._reader.values("activity", *names)
        return [self._activity_row(row[0], specs, row[3:]) for row in rows]

    def _activity_row(self, record: RecordId, specs: list[Spec], values: tuple[Any, ...]) -> Row:
        n = self._naming
        number, title = values[0], n.text(values[1])
        cells = tuple(n.value(spec, value) for spec, value in zip(specs[2:], values[2:], strict=True))
        detail = n.dotted(cells[0], cells[2])
        keys = (sort_key(number), sort_key(title), *_cell_keys(values[2:], cells))
        text = folded("\n".join((number, title, *cells)))
        return Row(record, number, title, detail, cells, keys, text)

    def _row(self, record: Record, countries: str) -> Row:
        if record.KIND == "activity":
            names = ("reference", "title", *SHAPES["activity"].fields)
            specs = [SPECS["activity"][name] for name in names]
            return self._activity_row(record.id, specs, tuple(getattr(record, name) for name in names))
        n, shape = self._naming, SHAPES[record.KIND]
        called = reference(record, self._reader.get, n.main) if shape.numbered else ""
        title, detail = n.title(record), n.dotted(n.detail(record), countries)
        values = tuple(getattr(record, field) for field in shape.fields)
        cells = tuple(n.spec_text(record, field) for field in shape.fields)
        keys = (sort_key(called), sort_key(title), *_cell_keys(values, cells))
        text = folded("\n".join((called, title, detail, *cells)))
        return Row(record.id, called, title, detail, cells, keys, text)

    def _transfer_row(self, transfer: Transfer) -> Row:
        n = self._naming
        title = n.title(transfer.party)
        country = self.destination(transfer)
        tools = ", ".join(self.tool_text(judged) for judged in transfer.tools) or n.t("No transfer tool")
        detail = n.dotted(country, tools)
        keys = (sort_key(""), sort_key(title))
        return Row(transfer.place.id, "", title, detail, (), keys, folded(f"{title}\n{detail}"))

    def destination(self, transfer: Transfer) -> str:
        """Return the country data are transferred to, and whether to an international organisation."""
        n, party = self._naming, transfer.party
        kind = n.spec_text(party, "category") if is_international(party) else ""
        return n.dotted(n.title(transfer.place), kind)

    def tool_text(self, judged: JudgedTool) -> str:
        """Return the name of a transfer tool and what it is worth today."""
        n = self._naming
        name = n.title(judged.tool) or n.t("Not determined")
        state = n.t.marked(TOOL_STATES[judged.state], day=n.day(judged.since))
        return n.dotted(name, state, "" if judged.confirmed else n.t(TO_CONFIRM))

    def _countries(self) -> dict[RecordId, str]:
        found: dict[RecordId, list[str]] = {}
        for place in self._reader.of_kind("place"):
            found.setdefault(cast(Place, place).party, []).append(self._naming.title(place))
        return {party: ", ".join(dict.fromkeys(names)) for party, names in found.items()}


#: What a transfer tool is worth, in words.
TOOL_STATES: Final[Mapping[ToolState, str]] = {
    ToolState.VALID: N_("valid"),
    ToolState.LAPSED: N_("invalid since {day}"),
    ToolState.NOT_YET: N_("not valid before {day}"),
    ToolState.NOT_COVERED: N_("does not cover this transfer"),
    ToolState.UNSETTLED: N_("not settled"),
}
_KEYS: Final[Mapping[str, Callable[[Any], str]]] = {
    "date": lambda day: day.isoformat(),
    "int": lambda number: f"{number:020}",
}


def _cell_keys(values: tuple[Any, ...], cells: tuple[str, ...]) -> tuple[SortKey, ...]:
    """Return keys of the further columns: days and numbers by their value, the rest as people read it."""
    made = []
    for value, cell in zip(values, cells, strict=True):
        make = _KEYS.get(type(value).__name__)
        made.append((make(value), "") if make else sort_key(cell))
    return tuple(made)
