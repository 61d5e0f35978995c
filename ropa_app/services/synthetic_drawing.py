"""Drawing made-up records: one seeded source of chance, positions, languages, and the shipped material."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeVar

from ropa_app import paths
from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS, parent_field
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId, Text

# The day the made-up register speaks of; no clock is read, so that the same seed makes the same register.
DAY: Final = date(2026, 10, 1)
_One = TypeVar("_One")
_SHARE_WITH_NYNORSK: Final = 0.4
_SHARE_WITH_ENGLISH: Final = 0.3


@cache
def material() -> Mapping[str, Any]:
    """Return what made-up registers are drawn from."""
    found: dict[str, Any] = json.loads(paths.resource("examples", "synthetic.json").read_text("utf-8"))
    return found


@dataclass(slots=True)
class Draw:
    """One run of the generator; everything random goes through it, in one order."""

    seed: int
    new_id: Callable[[], str]
    chance: random.Random = field(init=False)
    _positions: Counter[tuple[str, str]] = field(default_factory=Counter, init=False)
    _turns: Counter[str] = field(default_factory=Counter, init=False)
    _languages: tuple[bool, bool] = field(default=(True, True), init=False)

    def __post_init__(self) -> None:
        """Seed the chance."""
        self.chance = random.Random(self.seed)

    def id(self) -> RecordId:
        """Return a new id."""
        return RecordId(self.new_id())

    def make(self, kind: str, **values: Any) -> Record:
        """Return a record of a kind at the next position among its siblings; `id` may be given."""
        position = 0
        if KINDS[kind].is_positioned:
            owner = parent_field(kind)
            siblings = (kind, values[owner] if owner else "")
            self._positions[siblings] += 1
            position = self._positions[siblings]
        identity = values.pop("id", None) or self.id()
        return ENTITIES[kind](id=identity, position=position, **values)

    def choose_languages(self) -> None:
        """Decide anew in which languages beside bokmål the next texts are written."""
        nynorsk = self.chance.random() < _SHARE_WITH_NYNORSK
        self._languages = (nynorsk, self.chance.random() < _SHARE_WITH_ENGLISH)

    def text(self, written: Sequence[str]) -> Text:
        """Return a text of the material in the languages chosen last."""
        nynorsk, english = self._languages
        return Text(nb=written[0], nn=written[1] if nynorsk else "", en=written[2] if english else "")

    def common_text(self, name: str) -> Text:
        """Return one of the texts that many records share."""
        return self.text(material()["texts"][name])

    def values(self, kind: str, described: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of those entries of the material that are fields of a kind and no links."""
        specs = SPECS[kind]
        return {
            name: self._value(specs[name].type, value)
            for name, value in described.items()
            if name in specs and not specs[name].is_link
        }

    def _value(self, type_: FieldType, value: Any) -> Any:
        match type_:
            case FieldType.LOCAL_LINE | FieldType.LOCAL_TEXT:
                return self.text(value)
            case FieldType.CODES:
                return tuple(value)
            case FieldType.ANSWER:
                return Answer(value)
            case FieldType.PERIOD:
                return Period(Decimal(value[0]), value[1])
            case _:
                return value

    def one(self, choices: Sequence[_One]) -> _One:
        """Return one of several."""
        return self.chance.choice(choices)

    def some(self, choices: Sequence[_One], most: int) -> tuple[_One, ...]:
        """Return one to `most` different ones of several."""
        return tuple(self.chance.sample(choices, min(len(choices), self.chance.randint(1, most))))

    def likely(self, share: float) -> bool:
        """Tell whether something happens that happens in this share of the cases."""
        return self.chance.random() < share

    def turn(self, what: str, every: int) -> bool:
        """Tell whether it is the turn of something that comes up once in so many cases."""
        self._turns[what] += 1
        return self._turns[what] % every == every // 2

    def day(self, first: int, last: int) -> date:
        """Return a day between `first` and `last` days before DAY; a negative number lies after it."""
        return DAY - timedelta(days=self.chance.randint(last, first))

    def person(self) -> str:
        """Return the name of an invented person."""
        people: Sequence[str] = material()["people"]
        return self.one(people)

    def address(self) -> str:
        """Return an invented address in a real town."""
        code, town = self.one(material()["towns"])
        return f"{self.one(material()['streets'])} {self.chance.randint(1, 120)}\n{code} {town}"

    def phone(self) -> str:
        """Return a number that nobody has."""
        return f"00 00 {self.chance.randint(0, 99):02} {self.chance.randint(0, 99):02}"


def organisation_number(chance: random.Random) -> str:
    """Return nine digits with a right check digit that the register of companies has not given to anybody."""
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    while True:
        digits = [5, *(chance.randint(0, 9) for _ in range(7))]
        check = 11 - sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if check != 10:
            return "".join(map(str, [*digits, check % 11]))
