"""The law data as the window shows them, and what becomes of newer ones."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import Refused, RegisterDocument
from ropa_app.gui.law_jobs import compare_job, law_view, load_law
from ropa_app.gui.tasks import Job, Progress
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from tests.gui.law import compared
from tests.law_packs import LATER, pack_file
from tests.registers import make

ACTIVITY = Activity(id=RecordId("a"), reference="1.1", status="active")
PARTY = Party(id=RecordId("g"), name="Tivoli A/S")
PLACE = Place(id=RecordId("s"), position=1, party=PARTY.id, role="own", country="DK")
RECIPIENT = Recipient(id=RecordId("m"), position=1, activity=ACTIVITY.id, party=PARTY.id)


@pytest.fixture
def document(qapp, tmp_path):
    path = tmp_path / "a.ropa"
    make(path, ACTIVITY, PARTY, PLACE, RECIPIENT).close()
    opened = RegisterDocument.open(path, "Kari", translator("nb"))
    yield opened
    opened.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_shown_with_titles_of_sources(document, language):
    document.set_translator(translator(language))
    view = law_view(document)
    law = shipped()
    assert sum(table.unconfirmed for table in view.tables) == law.unconfirmed
    codes = set(law.sources)
    for table in view.tables:
        assert table.rows
        assert all(row.name for row in table.rows)
        assert not [row for row in table.rows if codes.intersection(row.sources)]
    assert f"SHA-256 {law.digest}" in view.facts


def test_loading_changes_what_is_derived_and_is_told_once(document, tmp_path):
    heard = []
    document.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    assert document.listing.transfers() == ()
    found = compared(document, tmp_path)
    assert found.summary.startswith("1 overføring er berørt; 1 aktivitet er berørt")
    assert load_law(document, found.chosen)
    assert [one.place.id for one in document.listing.transfers()] == [PLACE.id]
    assert document.law.pack.verified.isoformat() == LATER
    assert document.naming.law is document.law
    assert len(heard) == 1
    assert "place" in heard[0][0].kinds
    assert document.undo_text() == ""
    assert "regelverket" in document.steps(1)[0][3]
    again = RegisterDocument.open(document.path, "Kari", translator("nb"), read_only=True)
    assert again.law.mark == document.law.mark
    again.close()


def test_a_refusal_is_told_in_one_sentence_and_changes_nothing(document, tmp_path):
    told: list[str] = []
    document.problem.connect(told.append)
    found = compared(document, tmp_path)
    assert load_law(document, found.chosen)
    assert not load_law(document, found.chosen)
    assert told == ["Et annet regelverk ble lastet inn i mellomtiden. Se på forskjellen på nytt."]


def test_an_older_pack_is_refused_by_the_job(document, tmp_path):
    job = compare_job(document, pack_file(tmp_path / "old.zip", "2026-01-01"))
    with pytest.raises(Refused):
        job(Progress(Job("", lambda _: None, document)))


def test_a_choice_says_that_it_is_to_be_confirmed(document):
    naming = document.naming
    assert naming.offered("measures", "M-A01").endswith(" (skal bekreftes)")
    assert naming.offered("measures", "M-A00") == naming.code("measures", "M-A00")
    assert naming.offered("measures", "gone") == "gone"
