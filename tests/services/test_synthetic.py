"""Made-up registers: the same for the same seed, whole, in every field, at every size."""

from __future__ import annotations

import random
import re
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from ropa_app.domain.declare import FieldType
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Text
from ropa_app.domain.wellformed import malformed
from ropa_app.legal import shipped
from ropa_app.legal.transfers import ToolState, transfers
from ropa_app.services.synthetic import synthetic_records
from ropa_app.services.synthetic_drawing import DAY, material, organisation_number

DATA = Path(__file__).parent.parent / "data"
# A version is a mark on stored content, which only approving makes; digests are the program's too.
SET_BY_THE_PROGRAM = {("review", "version"), ("remark", "version"), ("acceptance", "digest")}


def drawn(activities: int, seed: int = 1) -> list[Record]:
    numbers = count(1)
    return list(synthetic_records(activities, seed, lambda: f"{next(numbers):08}"))


MANY = drawn(300)


def test_the_same_seed_makes_the_same_register_and_another_seed_another():
    assert drawn(20, 7) == drawn(20, 7)
    assert drawn(20, 7) != drawn(20, 8)


@pytest.mark.parametrize("activities", [1, 2, 5, 10, 100, 300])
def test_every_size_is_whole(activities):
    records = drawn(activities)
    kinds = Counter(record.KIND for record in records)
    ids = {record.id: record.KIND for record in records}
    assert len(ids) == len(records)
    assert kinds["activity"] == activities
    assert kinds["party"] == max(5, activities // 5)
    assert kinds["version"] == 0
    assert all(kinds[name] == 1 for name, kind in KINDS.items() if not kind.many)
    for record in records:
        assert malformed(record) == (), record
        for name, spec in SPECS[record.KIND].items():
            if spec.is_link:
                value = getattr(record, name)
                for target in value if isinstance(value, tuple) else filter(None, [value]):
                    assert ids[target] == spec.of or spec.of == "*", (record, name)


def test_less_than_one_activity_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        synthetic_records(0, 1, lambda: "x")


def filled(seed: int) -> set[tuple[str, str]]:
    return {
        (record.KIND, name)
        for record in drawn(300, seed)
        for name, spec in SPECS[record.KIND].items()
        if spec.type is FieldType.PARENT or getattr(record, name) != spec.untouched
    }


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_every_field_of_every_kind_is_used(seed):
    wanted = {(kind, name) for kind in ENTITIES if kind != "version" for name in SPECS[kind]}
    assert sorted(wanted - SET_BY_THE_PROGRAM - filled(seed)) == []


def test_every_code_is_known():
    law = shipped()
    for record in MANY:
        for name, spec in SPECS[record.KIND].items():
            if spec.type in (FieldType.CODE, FieldType.CODES):
                value = getattr(record, name)
                for code in value if isinstance(value, tuple) else filter(None, [value]):
                    assert law.choice(spec.of, code), (record.KIND, name, code)


def test_references_and_names_tell_records_apart():
    activities = [record for record in drawn(1_500) if isinstance(record, Activity)]
    assert len({record.reference for record in activities}) == 1_500
    assert len({record.title.nb for record in activities}) == 1_500
    names = [record.name for record in drawn(1_500) if isinstance(record, Party)]
    assert len(names) == len(set(names))


def test_positions_count_from_one_among_siblings():
    siblings: dict[tuple[str, str], list[int]] = {}
    for record in MANY:
        if KINDS[record.KIND].is_positioned:
            parents = [n for n, spec in SPECS[record.KIND].items() if spec.type is FieldType.PARENT]
            owner = getattr(record, parents[0]) if parents else ""
            siblings.setdefault((record.KIND, owner), []).append(record.position)
    assert all(found == list(range(1, len(found) + 1)) for found in siblings.values())


def test_bokmaal_is_always_written_and_the_others_in_part():
    texts = [
        value
        for record in MANY
        for name, spec in SPECS[record.KIND].items()
        if spec.is_localised and (value := getattr(record, name))
    ]
    assert all(text.nb for text in texts)
    assert 0.2 < sum(bool(text.nn) for text in texts) / len(texts) < 0.6
    assert 0.1 < sum(bool(text.en) for text in texts) / len(texts) < 0.5


def test_some_transfers_are_settled_and_some_are_not():
    found = transfers(MANY, DAY, shipped())
    states = {judged.state for transfer in found for judged in transfer.tools}
    assert {ToolState.VALID, ToolState.LAPSED} <= states
    assert {transfer.is_settled for transfer in found} == {True, False}


def texts_of(node):
    """Yield every text of the material that stands in three languages."""
    if isinstance(node, dict):
        for value in node.values():
            yield from texts_of(value)
    elif isinstance(node, list):
        if len(node) == 3 and all(
            isinstance(part, str) and (" " in part or part[:1].isupper()) for part in node
        ):
            yield Text(*node)
        else:
            for value in node:
                yield from texts_of(value)


def test_the_nynorsk_of_the_material_is_nynorsk():
    rows = (DATA / "nynorsk_words.csv").read_text(encoding="utf-8").splitlines()[1:]
    bokmaal = {row.split("|")[0] for row in rows}
    parts = [material()[name] for name in ("templates", "texts", "areas", "groups", "own_measures")]
    texts = list(texts_of(parts))
    assert len(texts) > 150
    wrong = [
        (text.nn, word)
        for text in texts
        for word in re.findall(r"[\w-]+", text.nn.casefold())
        if word in bokmaal
    ]
    assert wrong == []


def test_organisation_numbers_are_right_and_given_to_nobody():
    chance = random.Random(3)
    for _ in range(200):
        number = organisation_number(chance)
        digits = [int(digit) for digit in number]
        weighed = sum(d * w for d, w in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
        assert len(number) == 9
        assert weighed % 11 == 0
        assert number[0] not in "89"
