"""What is asked of a whole register before its activities are looked at one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from ropa_app.domain.entities.organisation import Contact, Organisation
from ropa_app.domain.entities.parties import Place, TransferTool
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.checks import Checked, Finding, Shared, rules
from ropa_app.legal.checks.cases import Facts
from ropa_app.legal.coverage.cells import Content, Reason, Spot, State

_NOBODY: Final = RecordId("")
_DPO: Final = "dpo"
_OWN: Final = "organisation"
_PARTIES: Final = frozenset({"party", "place", "transfer_tool"})


class Frame:
    """A register on a day with its open findings: what all activities of the statement have in common."""

    def __init__(self, shared: Shared, checked: Checked, is_open: Callable[[Finding], bool]) -> None:
        self.shared: Final = shared
        self._checked: Final = checked
        self._is_open: Final = is_open

    @cached_property
    def public(self) -> tuple[Facts, ...]:
        """The activities that go on and are in the statement."""
        return tuple(one for one in self._checked.facts.values() if one.live and one.public)

    @cached_property
    def roles(self) -> Mapping[RecordId, frozenset[str]]:
        """The parties that activities of the statement use, with all the roles they have there."""
        found: dict[RecordId, set[str]] = {}
        for one in self.public:
            for party in one.users:
                found.setdefault(party, set())
            for received in one.received:
                if received.party:
                    found[received.party].add(received.role)
        return {party: frozenset(roles) for party, roles in found.items()}

    @cached_property
    def users(self) -> Mapping[RecordId, frozenset[RecordId]]:
        """The activities of the statement that use a party, by the party."""
        found: dict[RecordId, set[RecordId]] = {}
        for one in self.public:
            for party in one.users:
                found.setdefault(party, set()).add(one.id)
        return {party: frozenset(some) for party, some in found.items()}

    def users_of(self, activity: RecordId) -> frozenset[RecordId]:
        """Return the parties that an activity uses."""
        facts = self._checked.facts.get(activity)
        return facts.users if facts else frozenset()

    # Open findings

    def own(self, activity: RecordId) -> Iterator[Finding]:
        """Yield the open findings about an activity and what it owns that name an item."""
        return self._asked(self._checked.by_activity.get(activity, ()))

    @cached_property
    def wide(self) -> tuple[Finding, ...]:
        """The open findings about the organisation that name an item."""
        return tuple(one for one in self._asked(self._checked.rest) if one.kind == _OWN)

    @cached_property
    def of_parties(self) -> Mapping[RecordId, list[Finding]]:
        """The open findings that name an item, about a party, its places and their tools, by the party."""
        found: dict[RecordId, list[Finding]] = {}
        for one in self._asked(self._checked.rest):
            if one.kind in _PARTIES and (party := self._party_of(one.record)):
                found.setdefault(party, []).append(one)
        return found

    @cached_property
    def of_copies(self) -> tuple[Finding, ...]:
        """The open findings about how to get a copy of the safeguards of a transfer."""
        return tuple(one for one in self._asked(self._checked.rest) if one.kind == Statement.KIND)

    def _asked(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        known = rules()
        return (one for one in findings if known[one.rule].item and self._is_open(one))

    def _party_of(self, record: RecordId) -> RecordId | None:
        if record in self.shared.parties:
            return record
        if record in self._tool_places:
            record = self._tool_places[record]
        return self._place_parties.get(record)

    @cached_property
    def _place_parties(self) -> Mapping[RecordId, RecordId]:
        return {place.id: party for party, places in self.shared.places.items() for place in places}

    @cached_property
    def _tool_places(self) -> Mapping[RecordId, RecordId]:
        every = (one for one in self.shared.records.of_kind(TransferTool.KIND))
        return {one.id: one.place for one in every if isinstance(one, TransferTool)}

    @cached_property
    def outside(self) -> Mapping[RecordId, list[Place]]:
        """The places outside the EEA by their party, and all those of international organisations."""
        found: dict[RecordId, list[Place]] = {}
        for party, place in self.shared.outside:
            found.setdefault(party.id, []).append(place)
        return found

    # What is the same for every activity

    @cached_property
    def controller(self) -> Content:
        """Who is responsible and how to reach them, Articles 13(1)(a) and 14(1)(a)."""
        one = self.shared.organisation
        if one is None or not one.name:
            return missing(Reason.NO_NAME, Organisation.KIND, one.id if one else _NOBODY, "name")
        field = next(
            (name for name in ("email", "phone", "postal_address", "visiting_address") if getattr(one, name)),
            "",
        )
        if not field:
            return missing(Reason.NO_ADDRESS, Organisation.KIND, one.id, "email")
        return filled(Organisation.KIND, one.id, field)

    @cached_property
    def officer(self) -> Content:
        """How to reach the data protection officer, Articles 13(1)(b) and 14(1)(b).

        Whoever is entered is told, also where nobody has answered whether an officer is appointed.
        """
        one = self.shared.organisation
        for contact in self.shared.contacts:
            if contact.role == _DPO and not contact.party and _is_reachable(contact):
                return filled(Contact.KIND, contact.id, "email" if contact.email else "phone")
        record = one.id if one else _NOBODY
        if one is not None and one.dpo_appointed in (Answer.NO, Answer.NOT_APPLICABLE):
            return not_applicable(Reason.NO_OFFICER, Organisation.KIND, record, "dpo_appointed")
        appointed = one is not None and one.dpo_appointed is Answer.YES
        entered = next((k for k in self.shared.contacts if k.role == _DPO and not k.party), None)
        if appointed and entered:
            return missing(Reason.OFFICER_UNREACHABLE, Contact.KIND, entered.id, "email")
        why = Reason.OFFICER_UNREACHABLE if appointed else Reason.OFFICER_UNDECIDED
        return missing(why, Organisation.KIND, record, "dpo_appointed")

    @cached_property
    def asking(self) -> Content:
        """How to use the rights, Articles 12(2), 13(2)(b) and 14(2)(c)."""
        settings = self.shared.statement
        if settings is None or not settings.rights_how:
            return missing(Reason.NO_WAY_TO_ASK, Statement.KIND, self.settings, "rights_how")
        return filled(Statement.KIND, settings.id, "rights_how")

    @property
    def settings(self) -> RecordId:
        """Return the record with the settings of the statement, "" before there is one."""
        return self.shared.statement.id if self.shared.statement else _NOBODY


def _is_reachable(contact: Contact) -> bool:
    return bool(contact.email or contact.phone or contact.address)


def filled(kind: str, record: RecordId, field: str = "", reason: Reason = Reason.STATED) -> Content:
    """Return that an item is filled in at a place."""
    return Content(State.FILLED, reason, Spot(kind, record, field))


def missing(reason: Reason, kind: str, record: RecordId, field: str = "") -> Content:
    """Return that an item is missing, and where it would be settled."""
    return Content(State.MISSING, reason, Spot(kind, record, field))


def not_applicable(reason: Reason, kind: str, record: RecordId, field: str = "") -> Content:
    """Return that an item does not apply, and the field that says so."""
    return Content(State.NOT_APPLICABLE, reason, Spot(kind, record, field))
