"""The door from widgets to services: one signal for each write, one sentence for each refusal."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import FileProblem, RegisterDocument, Remedy
from ropa_app.gui.tasks import Job, Progress, search_texts, transfer_rows
from ropa_app.i18n import translator
from tests.gui.window import by_reference, example


@pytest.fixture
def document(qapp, tmp_path):
    made = RegisterDocument.open(example(tmp_path), "Kari Nordmann", translator("nb"))
    yield made
    made.close()


def heard(document):
    told: list[object] = []
    document.changed.connect(lambda changes, initiator: told.append((changes, initiator)))
    return told


def test_a_write_is_told_once_with_who_made_it(document):
    told = heard(document)
    activity = by_reference(document, "1.1")
    assert document.set_value(activity, "owner", "Salgssjefen", "me") == ""
    assert len(told) == 1
    changes, initiator = told[0]
    assert changes.ids == {activity}
    assert initiator == "me"
    assert document.set_value(activity, "owner", "Salgssjefen") == ""
    assert len(told) == 1


def test_a_refusal_is_one_sentence_and_changes_nothing(document):
    told = heard(document)
    why = document.set_value(by_reference(document, "1.1"), "reference", "1.2")
    assert "1.2" in why
    assert document.set_value(RecordId("gone"), "owner", "x")
    assert told == []


def test_undo_says_what_it_takes_back(document):
    activity = by_reference(document, "1.1")
    assert document.undo_text() == ""
    document.set_value(activity, "owner", "Salgssjefen")
    assert "1.1" in document.undo_text()
    assert document.step_records(redo=False) == [activity]
    assert document.undo()
    assert document.get(activity).owner == ""
    assert document.step_records(redo=True) == [activity]
    assert document.redo()
    assert document.get(activity).owner == "Salgssjefen"


def test_the_author_is_asked_for_once_before_the_first_edit(document):
    asked: list[str] = []

    def ask(known):
        asked.append(known)
        return "Ola" if len(asked) > 1 else None

    document.author_asker = ask
    activity = by_reference(document, "1.1")
    assert document.set_value(activity, "owner", "A") != ""
    assert document.get(activity).owner == ""
    assert document.set_value(activity, "owner", "B") == ""
    assert document.set_value(activity, "owner", "C") == ""
    assert asked == ["Kari Nordmann", "Kari Nordmann"]
    assert document.steps()[0][2] == "Ola"


def test_a_reader_is_told_who_has_the_file(qapp, document):
    second = RegisterDocument.open(document.path, "Ola", translator("nb"))
    try:
        assert second.read_only
        assert second.set_value(by_reference(second, "1.1"), "owner", "x") == second.read_only_text()
        assert second.add("party", name="x") is None
    finally:
        second.close()


def test_deleting_a_party_in_use_leaves_nothing_dangling(document):
    party = next(one.id for one in document.records.of_kind("party") if one.name == "SnapEngage")
    plan = document.deletion(party)
    assert plan.uses
    assert document.delete(party, Remedy.DELETE)
    assert document.get(party) is None
    assert not [one for one in document.records.of_kind("recipient") if one.party == party]


def test_names_follow_the_languages(document):
    activity = document.get(by_reference(document, "1.4"))
    bokmaal = document.naming.title(activity)
    told: list[bool] = []
    document.language_changed.connect(lambda: told.append(True))
    document.set_language("en")
    assert told == [True]
    assert document.naming.title(activity) != bokmaal
    document.set_translator(translator("nn"))
    assert document.naming.detail(activity) == "Utkast"


def test_a_copy_is_whole(document, tmp_path):
    copy = document.copy_to(tmp_path / "kopi.ropa")
    other = RegisterDocument.open(copy, "Kari", translator("nb"))
    try:
        assert list(other.records.all()) == list(document.records.all())
        assert other.name == "VELUX Norge AS"
    finally:
        other.close()
    with pytest.raises(FileProblem):
        document.copy_to(copy)


def test_the_texts_for_the_search_are_folded_from_a_copy(document):
    work = search_texts(document, "activity")
    document.set_value(by_reference(document, "2.3"), "owner", "Nettsjefen")
    texts = work(Progress(Job("", work, document)))
    chat = by_reference(document, "2.3")
    assert "snapengage" in texts[chat]
    assert "nettsjefen" not in texts[chat]
    assert "nettsjefen" in document.search_text(document.get(chat))


def test_transfers_are_derived_in_the_background_as_in_the_foreground(document):
    work = transfer_rows(document)
    rows = work(Progress(Job("", work, document)))
    assert {row.id for row in rows} == {one.place.id for one in document.listing.transfers()}
    for row in rows:
        assert document.listing.transfer_to(row.id).place.id == row.id
