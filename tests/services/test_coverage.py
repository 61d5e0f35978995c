"""The grid as a service: open means not accepted, and other programs get an entry for each cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from ropa_app.domain.edits import created
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.values import Answer
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.coverage import ITEMS, Grid, State
from ropa_app.services import editing
from ropa_app.services.coverage import cover_register, is_whole, plain
from ropa_app.services.coverage_texts import CoverageTexts
from ropa_app.services.naming import Naming
from ropa_app.services.session import OpenRegister
from ropa_app.storage import digest
from tests.legal.coverage.covered import LETTERS, SALES, cell
from tests.services.whole_register import whole_register

DAY = date(2026, 11, 22)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[OpenRegister]:
    made = whole_register(tmp_path / "a.ropa")
    yield made
    made.close()


def _grid(register: OpenRegister) -> Grid:
    return cover_register(register.file, shipped(), DAY)


def _plain(register: OpenRegister) -> list[dict[str, object]]:
    naming = Naming(register.records, shipped(), translator("nb"), "nb", "nb")
    return plain(_grid(register), CoverageTexts(naming))


def test_a_whole_register_is_whole_until_a_field_is_emptied(register: OpenRegister) -> None:
    assert is_whole(_grid(register))
    editing.set_value(register, LETTERS, "provision", "")
    assert not is_whole(_grid(register))
    register.undo()
    assert is_whole(_grid(register))


def test_an_activity_that_nobody_decided_on_keeps_it_from_being_whole(register: OpenRegister) -> None:
    editing.set_value(register, SALES, "public", Answer.UNKNOWN)
    found = _grid(register)
    assert (len(found.rows), found.undecided, is_whole(found)) == (1, (SALES,), False)
    entry = _plain(register)[-1]
    assert (entry["state"], entry["reference"], entry["item"]) == ("undecided", "2", "")
    assert (entry["kind"], entry["id"], entry["field"]) == ("activity", SALES, "public")


def test_what_somebody_accepted_is_no_longer_open(register: OpenRegister) -> None:
    lapsed = editing.add(register, TransferTool.KIND, register.records.of_kind("place")[0].id).record
    editing.set_value(register, lapsed, "tool", "privacy-shield")
    assert cell(_grid(register), "transfers", "activity-2").state is State.MISSING
    one = register.records.get(lapsed)
    assert one is not None
    made = Acceptance(
        id=register.new_id(),
        rule="R-TRA-05",
        about=lapsed,
        reason="Ryddes i desember",
        digest=digest.as_hex(digest.hash_of(one)),
    )
    register.apply("create", created(made), kind="acceptance")
    assert cell(_grid(register), "transfers", "activity-2").state is State.FILLED


def test_other_programs_get_every_cell_with_its_keys(register: OpenRegister) -> None:
    editing.set_value(register, LETTERS, "automated", Answer.UNKNOWN)
    entries = _plain(register)
    assert [one["item"] for one in entries] == [*ITEMS, *ITEMS]
    keys = {
        *("reference", "activity", "item", "state", "article", "section", "published", "published_section"),
        *("place", "kind", "id", "field", "reason", "findings"),
    }
    assert all(set(one) == keys for one in entries)
    automated = entries[ITEMS.index("automated")]
    assert automated == {
        "reference": "1",
        "activity": LETTERS,
        "item": "automated",
        "state": "missing",
        "article": "13(2)(f)",
        "section": "09-automated",
        "published": "said",
        "published_section": "15",
        "place": "1",
        "kind": "activity",
        "id": LETTERS,
        "field": "automated",
        "reason": "Det er ikke svart på om avgjørelser er automatiserte.",
        "findings": ["R-STM-12"],
    }
    complaint = entries[ITEMS.index("complaint")]
    assert (complaint["state"], complaint["kind"], complaint["place"]) == ("filled", "", "")


def test_the_day_decides(register: OpenRegister) -> None:
    activity = cast(Activity, register.records.get(SALES))
    assert activity.public is Answer.YES
    early = cover_register(register.file, shipped(), date(2021, 1, 1))
    assert cell(early, "transfers", "activity-2").state is State.MISSING  # the clauses were signed later
    assert early.published is None
