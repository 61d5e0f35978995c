"""The table of rules: what each is called, how grave it is, where it points, why, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ropa_app import paths
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Text
from ropa_app.legal.table import Row, read_table

FILE: Final = "rules.csv"
ANY: Final = "*"
_TEXT: Final = ("nb", "nn", "en")
_COLUMNS: Final = (
    *("id", "severity", "level", "fields", "item"),
    *(f"title_{language}" for language in _TEXT),
    *(f"why_{language}" for language in _TEXT),
    *_TEXT,
    *(f"advice_{language}" for language in _TEXT),
    *("valid_from", "condition"),
)


class Severity(Enum):
    """How grave a finding is; the values are the codes of the list `severities`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Level(Enum):
    """What a rule is needed for: Article 30, the statement (Articles 13 and 14), or good practice."""

    ART30 = "art30"
    ART13 = "art13"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `condition` says in the words of the domain when it fires.

    `title` names in a few words what is wrong, for many findings at once.
    `fields` are the fields it points at by the kind of the record ("": no one field; under "*" any record).
    `item` is the item of Articles 13 and 14 that an open finding leaves open in the generated statement. The
    rule is silent before `valid_from`. The slots of `message` and `advice` are filled from the finding.
    """

    id: str
    severity: Severity
    level: Level
    fields: Mapping[str, str]
    item: str
    title: Text
    why: Text
    message: Text
    advice: Text
    valid_from: date | None
    condition: str

    @property
    def family(self) -> str:
        """Return the letters of its family: R-LB-01 is of the family LB."""
        return self.id.split("-")[1]

    def holds(self, day: date) -> bool:
        """Tell whether the rule is asked on a day."""
        return self.valid_from is None or self.valid_from <= day


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order of the table; rules belong to the program, not to a pack."""
    return read_rules(paths.resource("legal", FILE))


def read_rules(path: Path) -> Mapping[str, Rule]:
    """Read a table of rules; raise LawDataError for one that is there twice or names what is not."""
    found: dict[str, Rule] = {}
    for row in read_table(path.name, path.read_bytes(), _COLUMNS):
        rule = _rule(row)
        if rule.id in found:
            row.fail(f"{rule.id} is there twice")
        found[rule.id] = rule
    return MappingProxyType(found)


def _rule(row: Row) -> Rule:
    return Rule(
        id=row.need("id"),
        severity=Severity(row.one_of("severity", (one.value for one in Severity))),
        level=Level(row.one_of("level", (one.value for one in Level))),
        fields=MappingProxyType(_fields(row)),
        item=row.get("item"),
        title=row.text("title_"),
        why=row.text("why_"),
        message=row.text(),
        advice=row.text("advice_"),
        valid_from=row.day("valid_from"),
        condition=row.need("condition"),
    )


def _fields(row: Row) -> dict[str, str]:
    fields: dict[str, str] = {}
    for word in row.words("fields"):
        kind, _, name = word.partition(".")
        if kind != ANY and (kind not in SPECS or (name and name not in SPECS[kind])):
            row.fail(f"there is no field {word}")
        fields[kind] = name
    return fields or row.fail("fields is empty")
