"""Records seen with some changed or gone read as if they were stored so; what is stored stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ropa_app.domain.entities.security import System
from ropa_app.domain.overlay import Overlay
from ropa_app.domain.reading import RecordsInMemory
from tests.suppositions import RECORDS, i

BASE = RecordsInMemory(RECORDS)
SYSTEM = replace(next(one for one in RECORDS if isinstance(one, System)), provider=None)
CHANGED = {i("crm"): SYSTEM, i("r1-breeze"): None}
SEEN = Overlay(BASE, CHANGED)
#: What the same records say where they are stored so.
STORED = RecordsInMemory(
    CHANGED.get(one.id, one) or one for one in RECORDS if CHANGED.get(one.id, one) is not None
)


def test_it_reads_like_records_that_are_stored_so():
    assert list(SEEN.all()) == list(STORED.all())
    assert SEEN.counts() == STORED.counts()
    assert SEEN.owned(i("a1")) == STORED.owned(i("a1"))
    assert SEEN.owned_by([i("a1"), i("a2")]) == STORED.owned_by([i("a1"), i("a2")])
    assert SEEN.uses(i("breeze")) == STORED.uses(i("breeze"))
    assert SEEN.many([i("crm"), i("r1-breeze"), i("a1")]) == STORED.many([i("crm"), i("r1-breeze"), i("a1")])
    assert SEEN.one("system") == SYSTEM
    assert [SEEN.get(i(one)) for one in ("crm", "r1-breeze", "a1")] == [SYSTEM, None, STORED.get(i("a1"))]


def test_what_is_stored_stays():
    assert list(BASE.all()) == list(RecordsInMemory(RECORDS).all())
    assert len(BASE.uses(i("breeze"))) == len(SEEN.uses(i("breeze"))) + 2


def test_whoever_watches_is_told_of_every_reading_and_can_stop_it():
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        Overlay(BASE, {}, stop).of_kind("activity")
