from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.plain import to_plain
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId, Text
from ropa_app.exchange import json_format
from ropa_app.exchange.problems import ImportProblem
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from tests.examples_of_records import record
from tests.registers import basics

A = Activity(id=RecordId("a"), reference="1.1", title=Text(nb="Kunder"))
P = Purpose(id=RecordId("p"), position=1, activity=A.id)
G = Party(id=RecordId("g"), name="Google")
V = Version(id=RecordId("v"), number=1)
CONTENT = {"schema": 1, "records": [to_plain(r) for r in basics()], "law": {"digest": "0"}}
LAW = {file: content.decode() for file, content in shipped().files.items()}
RECORDS = [*basics(), A, P, G, V]


def exported() -> Any:
    return json.loads(json_format.written(RecordsInMemory(RECORDS), {V.id: CONTENT}))


def test_reading_gives_back_what_was_written() -> None:
    text = json_format.written(RecordsInMemory(RECORDS), {V.id: CONTENT})
    found = json_format.read(text)
    assert RecordsInMemory(found.records).counts() == RecordsInMemory(RECORDS).counts()
    assert {r.id: r for r in found.records} == {r.id: r for r in RECORDS}
    assert json_format.written(RecordsInMemory(found.records), found.versions) == text


@given(st.permutations(RECORDS), record("party", RecordId("g"), []))
def test_order_does_not_matter_and_any_value_survives(records: list[Record], party: Record) -> None:
    changed = [party if one.id == party.id else one for one in records]
    text = json_format.written(RecordsInMemory(changed), {V.id: CONTENT})
    found = json_format.read(text)
    assert json_format.written(RecordsInMemory(found.records), found.versions) == text
    assert RecordsInMemory(found.records).get(party.id) == party


def test_loaded_law_data_go_along() -> None:
    text = json_format.written(RecordsInMemory(RECORDS), {V.id: CONTENT}, LAW)
    found = json_format.read(text)
    assert found.law is not None
    assert found.law.digest == shipped().digest
    assert json_format.read(json.dumps(exported())).law is None


def test_an_export_of_the_first_schema_is_read() -> None:
    document = exported() | {"schema": 1}
    assert len(json_format.read(json.dumps(document)).records) == len(RECORDS)


def test_letters_stay_readable() -> None:
    text = json_format.written(RecordsInMemory([*basics(), Party(id=RecordId("x"), name="Ærø")]), {})
    assert '"name": "Ærø"' in text


def _position(document: Any) -> None:
    next(r for r in document["records"] if r["kind"] == "purpose")["position"] = 2


def _dangling(document: Any) -> None:
    next(r for r in document["records"] if r["kind"] == "purpose")["values"]["activity"] = "gone"


def _wrong_kind(document: Any) -> None:
    next(r for r in document["records"] if r["kind"] == "organisation")["values"]["parent_company"] = "a"


def _circle(document: Any) -> None:
    for one, other, place in (("n1", "n2", 1), ("n2", "n1", 2)):
        remark = {"kind": "remark", "id": one, "position": place, "values": {"answers": other}}
        document["records"].append(remark)


def _law(document: Any) -> None:
    document["versions"]["v"]["law"] = []


FAULTS: list[Callable[[Any], object]] = [
    lambda d: d.pop("format"),
    lambda d: d.update(schema=3),
    lambda d: d.update(extra=1),
    lambda d: d.update(records={}),
    lambda d: d["records"].append(d["records"][0]),
    lambda d: d["records"].append({"kind": "register", "id": "second"}),
    lambda d: d.update(records=[r for r in d["records"] if r["kind"] != "register"]),
    lambda d: d["records"].append({"kind": "activity", "id": "b", "values": {"reference": "1.1"}}),
    lambda d: d["records"].append({"kind": "ghost", "id": "b"}),
    lambda d: d.update(versions={}),
    lambda d: d["versions"].update(other={}),
    lambda d: d["versions"]["v"].pop("law"),
    lambda d: d["versions"]["v"]["records"].pop(0),
    _position,
    _dangling,
    _wrong_kind,
    _circle,
    _law,
    lambda d: d.update(law=[]),
    lambda d: d.update(law={"eea.csv": 1}),
    lambda d: d.update(law={"eea.csv": "iso2"}),
    lambda d: d.update(law=dict.fromkeys(LAW, "\ud800")),
    lambda d: d["versions"]["v"].update(schema=3),
]


@pytest.mark.parametrize("spoil", FAULTS)
def test_what_does_not_hang_together_is_refused_in_one_sentence(spoil: Callable[[Any], object]) -> None:
    document = exported()
    spoil(document)
    with pytest.raises(ImportProblem) as refused:
        json_format.read(json.dumps(document))
    for language in LANGUAGES:
        sentence = refused.value.text(translator(language))
        assert sentence.endswith(".")
        assert "{" not in sentence


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": NaN}', "[" * 100_000, "null"])
def test_what_is_not_ours_is_refused(text: str) -> None:
    with pytest.raises(ImportProblem):
        json_format.read(text)
