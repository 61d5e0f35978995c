"""Made-up registers of any size, believable and the same for the same seed, for trying out and measuring."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ropa_app.domain.record import Record
from ropa_app.legal import shipped
from ropa_app.services.synthetic_activities import ActivityDrawer, Shared
from ropa_app.services.synthetic_drawing import Draw
from ropa_app.services.synthetic_frame import FrameDrawer
from ropa_app.services.synthetic_parties import PartyDrawer


def synthetic_records(activities: int, seed: int, new_id: Callable[[], str]) -> Iterator[Record]:
    """Yield the records of a made-up Norwegian register with so many activities.

    Everything is decided by the number, the seed and the ids that `new_id` gives. Some records name others
    that come later, so they belong into one transaction. Raises ValueError for fewer than one activity.
    """
    if activities < 1:
        raise ValueError("a register has at least one activity")
    return _records(Draw(seed, new_id), activities)


def _records(draw: Draw, activities: int) -> Iterator[Record]:
    law = shipped()
    ids = [draw.id() for _ in range(activities)]
    frame = FrameDrawer(draw, law, ids)
    party_drawer = PartyDrawer(draw, law, ids)
    parties = party_drawer.parties
    yield from party_drawer.records(frame.parent)
    yield from frame.organisation(parties)
    measures, systems, consents = frame.measures(), frame.systems(parties), frame.consents()
    yield from (*measures, *systems, *consents)
    of_activities, systems_named, consents_named = (
        [record.id for record in records] for records in (measures, systems, consents)
    )
    drawer = ActivityDrawer(draw, law, Shared(parties, systems_named, of_activities, consents_named))
    for number, activity in enumerate(ids):
        yield from drawer.records(number, activity)
    yield from frame.processing(parties, of_activities)
    yield from frame.statement()
    yield from frame.reviews()
