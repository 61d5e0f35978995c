"""Whether data have to be given."""

from __future__ import annotations

import pytest

from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import same
from tests.reports.statement.statements import public, said, section, statement


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("statutory", "Ja, loven krever dem. / [!] **Ikke fastsatt**. Hva som skjer", Said.UNCLEAR),
        ("contractual", "Ja, avtalen krever dem. / [!] **Ikke fastsatt**", Said.UNCLEAR),
        ("voluntary", "Nei, det er frivillig.", Said.SAID),
        ("not_applicable", "Ikke aktuelt.", Said.NOT_APPLICABLE),
        ("", "[!] **Ikke fastsatt**", Said.NOT_SAID),
    ],
)
def test_every_answer_has_its_sentence(code: str, words: str, expected: Said) -> None:
    assert f"Må du gi dem?: {words}" in section(2, public(provision=code))
    assert set(said(statement(public(provision=code)), "provision")) == {expected}


def test_the_consequence_follows_the_answer() -> None:
    one = public(provision="contractual", provision_consequence=same("Vi kan ikke levere"))
    assert "Ja, avtalen krever dem. Vi kan ikke levere." in section(2, one)
    assert said(statement(one), "provision") == {Said.SAID: ()}
