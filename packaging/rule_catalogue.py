"""Write the catalogue of rules, docs/rules.md, from their table and their code.

What each rule asks stands in the words of the domain; the code that asks it is named beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ropa_app.i18n import translator
from ropa_app.legal.checks import Rule, rules
from ropa_app.legal.checks.families import FAMILIES
from ropa_app.legal.checks.registry import CASE_CHECKS, REST_CHECKS

TARGET: Final = ROOT / "docs" / "rules.md"
_LEVELS: Final = {"art30": "Article 30", "art13": "the statement", "practice": "good practice"}


def catalogue() -> str:
    """Return the catalogue as Markdown."""
    asked = CASE_CHECKS.keys() | REST_CHECKS.keys()
    lines = [
        "# The rules",
        "",
        f"{len(asked)} rules. `make rules` makes this page from `resources/legal/rules.csv` and the code.",
        "The words of a condition are those of the fields; D is the day that is asked.",
    ]
    for family, members in groupby(rules().values(), key=lambda rule: rule.family):
        lines += ["", f"## {translator('en').marked(FAMILIES[family])} ({family})"]
        for rule in members:
            lines += ["", *_rule(rule)]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    since = f", from {rule.valid_from.isoformat()}" if rule.valid_from else ""
    yield f"### {rule.id}: {rule.message.en}"
    yield ""
    yield f"- {rule.severity.value}, {_LEVELS[rule.level.value]}{since}"
    yield f"- {rule.why.en}"
    yield f"- When: {rule.condition}"
    fields = (f"{kind}.{name}" if name else kind for kind, name in rule.fields.items())
    yield f"- Points at: {', '.join(fields)}"
    yield f"- What to do: {rule.advice.en}"
    yield f"- Bokmål: {rule.message.nb} {rule.advice.nb}"
    yield f"- Nynorsk: {rule.message.nn} {rule.advice.nn}"
    yield f"- Asked by {', '.join(sorted(_places(rule.id)))}"


def _places(rule: str) -> set[str]:
    """Return the modules that ask a rule."""
    found = (checks[rule] for checks in (CASE_CHECKS, REST_CHECKS) if rule in checks)
    return {f"`{check.__module__.removeprefix('ropa_app.')}`" for check in found}


if __name__ == "__main__":
    TARGET.write_text(catalogue(), "utf-8", newline="\n")
