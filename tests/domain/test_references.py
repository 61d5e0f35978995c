from __future__ import annotations

from datetime import date

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.references import reference
from ropa_app.domain.values import RecordId

A = Activity(id=RecordId("a"), reference="1.3")
P = Purpose(id=RecordId("p"), position=2, activity=A.id)
G = Party(id=RecordId("g"), name="Google Inc.")
S = Place(id=RecordId("s"), position=1, party=G.id)
T = TransferTool(id=RecordId("t"), position=3, place=S.id)
E = PublishedStatement(id=RecordId("e"), published=date(2018, 5, 31))
I = PublishedItem(id=RecordId("i"), position=4, statement=E.id)  # noqa: E741 - the mark of an item
X = Acceptance(id=RecordId("x"), rule="R-LB-01", about=P.id)
RECORDS = RecordsInMemory([A, P, G, S, T, E, I, X])


def test_a_reference_follows_the_template_of_its_kind() -> None:
    found = {record.id: reference(record, RECORDS.get, "nb") for record in RECORDS.all()}
    assert found == {
        "a": "1.3",
        "p": "1.3/P2",
        "g": "Google Inc.",
        "s": "Google Inc./S1",
        "t": "Google Inc./S1/G3",
        "e": "2018-05-31",
        "i": "2018-05-31/I4",
        "x": "R-LB-01/1.3/P2",
    }


def test_what_is_not_known_shows_as_a_question_mark() -> None:
    assert reference(Activity(id=RecordId("n")), RECORDS.get, "nb") == "?"
    assert reference(Acceptance(id=RecordId("n"), rule="R"), RECORDS.get, "nb") == "R/?"
