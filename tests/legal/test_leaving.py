"""A party that leaves plays no part any more; what is not a part of it stays as it is."""

from __future__ import annotations

from ropa_app.domain.entities.organisation import Contact, Organisation
from ropa_app.domain.entities.parties import Arrangement, Party
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.legal.leaving import without_party
from tests.suppositions import RECORDS, i

EXTRA = (
    Contact(id=i("c"), name="Kari", party=i("breeze")),
    Organisation(id=i("organisation"), name="Prøveverket", parent_company=i("breeze")),
)
BASE = RecordsInMemory((*RECORDS, *EXTRA))


def test_a_recipient_goes_and_a_system_and_an_agreement_lose_their_party():
    left = without_party(BASE, i("breeze"))
    assert {one: now is None for one, now in left.items()} == {
        "r1-breeze": True,
        "r3-breeze": True,
        "crm": False,
        "agreement": False,
        "old": False,
    }
    assert getattr(left[i("crm")], "provider", "") is None
    assert getattr(left[i("agreement")], "party", "") is None


def test_a_tracker_and_a_place_lose_whoever_provides_or_runs_them():
    assert getattr(without_party(BASE, i("cirrus"))[i("t2")], "provider", "") is None
    (place,) = without_party(BASE, i("drift")).values()
    assert (place and place.id, getattr(place, "operator", "")) == ("breeze-IN", None)


def test_a_sub_processor_is_taken_out_and_without_its_controller_processing_has_ended():
    hosting = without_party(BASE, i("cirrus"))[i("hosting")]
    assert isinstance(hosting, ProcessorRecord)
    assert (hosting.sub_processors, hosting.status) == ((), "active")
    ended = without_party(BASE, i("echo"))[i("hosting")]
    assert isinstance(ended, ProcessorRecord)
    assert (ended.controller, ended.status) == ("echo", "ended")


def test_an_arrangement_keeps_the_others():
    joint = without_party(BASE, i("albion"))[i("joint")]
    assert isinstance(joint, Arrangement)
    assert joint.parties == ("echo",)


def test_a_source_stays_and_whoever_plays_no_part_changes_nothing():
    assert i("s2") not in without_party(BASE, i("albion"))
    with_one_more = RecordsInMemory((*BASE.all(), Party(id=i("foxtrot"), name="Foxtrot")))
    assert without_party(with_one_more, i("foxtrot")) == {}
