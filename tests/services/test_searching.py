from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services.naming import Naming
from ropa_app.services.searching import folded, haystack, haystacks, is_hit

A, P, S = RecordId("a"), RecordId("p"), RecordId("s")
RECORDS = RecordsInMemory(
    (
        Activity(id=A, reference="1", title=Text(nb="Økonomi")),
        Purpose(id=RecordId("u"), activity=A, position=1, text=Text(nb="Behandlingsgrunnlag", en="Ground")),
        DataLine(id=RecordId("d"), activity=A, position=1, categories=("name",)),
        Party(id=P, name="Åpenhet AS"),
        Place(id=S, party=P, position=1, country="US"),
        TransferTool(id=RecordId("t"), place=S, position=1, document="Avtale 17"),
    )
)


def naming():
    return Naming(RECORDS, shipped(), translator("nb"), "nb", "nb")


def test_marks_and_capitals_do_not_matter():
    assert folded("ØKONOMI Åpenhet Ærlig") == "okonomi apenhet aerlig"
    assert folded("Art.\u00a030") == "art. 30" or folded("Art.\u00a030") == folded("art.\u00a030")


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(folded(folded(text)))


def test_every_word_must_occur_inside_compounds_too():
    assert is_hit(["grunnlag", "behandl"], folded("Behandlingsgrunnlag"))
    assert not is_hit(["grunnlag", "finnes"], folded("Behandlingsgrunnlag"))
    assert is_hit([], "")


def test_the_text_of_a_record_holds_all_it_owns_however_deep():
    party = RECORDS.many([P])[P]
    text = haystack(RECORDS, party, naming())
    assert "apenhet" in text
    assert "avtale 17" in text
    assert "usa" in text


def test_all_records_of_a_kind_at_once_give_the_same_text():
    steps: list[tuple[int, int]] = []
    texts = haystacks(RECORDS, "activity", naming(), lambda done, total: steps.append((done, total)))
    assert texts == {A: haystack(RECORDS, RECORDS.many([A])[A], naming())}
    assert "ground" in texts[A]
    assert steps == [(0, 1)]
