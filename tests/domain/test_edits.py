from __future__ import annotations

import pytest
from hypothesis import given

from ropa_app.domain.edits import Changes, Edit, changed, changes, created, deleted, differences
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId, Text
from tests.examples_of_records import any_record

PARTY = Party(id=RecordId("p"), name="Google")


@given(any_record([RecordId("a")]))
def test_the_inverse_of_the_inverse_is_the_edit(record: Record) -> None:
    for edit in (created(record), deleted(record), Edit(record, record)):
        assert edit.inverse.inverse == edit
        assert edit.record == record


def test_differences_name_the_fields_that_changed() -> None:
    edit = changed(PARTY, name="Google Inc.", category="supplier")
    assert differences(PARTY, edit.record) == {
        "name": ("Google", "Google Inc."),
        "category": ("", "supplier"),
    }


def test_an_edit_is_of_one_record() -> None:
    other = Party(id=RecordId("q"))
    same_id = Activity(id=RecordId("p"), title=Text(nb="x"))
    for pair in ((None, None), (PARTY, other), (PARTY, same_id)):
        with pytest.raises(ValueError, match="edit"):
            Edit(*pair)


def test_changes_gather_ids_and_kinds() -> None:
    found = changes([created(PARTY)]) | changes([deleted(Activity(id=RecordId("a")))])
    assert found == Changes(frozenset({RecordId("p"), RecordId("a")}), frozenset({"party", "activity"}))
    assert not Changes()
