"""Who uses whom: what one pass over the facts of all activities tells of the parties."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ropa_app.domain.values import RecordId
from ropa_app.legal.checks.cases import Facts


@dataclass(slots=True)
class Use:
    """How activities that go on use a party: which, in which roles, and whether it gets data of staff."""

    activities: set[RecordId] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    staff: bool = False


class AllFacts(dict[RecordId, Facts]):
    """The facts of every activity by its id; what follows from all of them is worked out once."""

    @cached_property
    def live(self) -> tuple[Facts, ...]:
        """The facts of the activities that have not ended."""
        return tuple(fact for fact in self.values() if fact.live)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The topics of the activities that have not ended."""
        return frozenset(topic for fact in self.live for topic in fact.topics)

    @cached_property
    def uses(self) -> dict[RecordId, Use]:
        """The parties that activities use, and how."""
        found: dict[RecordId, Use] = {}
        for fact in self.live:
            for party in fact.users:
                found.setdefault(party, Use()).activities.add(fact.id)
            for one in fact.received:
                if one.party:
                    use = found[one.party]
                    use.roles.add(one.role)
                    use.staff = use.staff or one.staff
        return found

    def gives(self, party: RecordId | None, *roles: str) -> bool:
        """Tell whether an activity that goes on has a party as recipient in one of some roles."""
        use = self.uses.get(party) if party else None
        return use is not None and not use.roles.isdisjoint(roles)
