"""The steps of an assessment: what is asked for, what is not, and that nothing recorded gets lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.methods import METHODS
from ropa_app.reports.assessment.steps import step_blocks
from tests.reports import scenes
from tests.reports.scenes import shown

_TEXTS = ("description", "necessity", "balance", "risks", "safeguards", "dpo_advice", "reasons")


def _printed(officer: Answer = Answer.UNKNOWN, risk: bool = False, **values: Any) -> str:
    one = Assessment(id=RecordId("v"), position=1, **values)
    organisation = scenes.organisation(dpo_appointed=officer)
    risks = [Risk(id=RecordId("r"), position=1, assessment=one.id, description="Brann")] if risk else []
    return shown(*step_blocks(scenes.context(organisation, one, *risks), one))


@pytest.mark.parametrize("method", [*METHODS, ""])
def test_no_text_gets_lost_whatever_the_method(method: str) -> None:
    texts: dict[str, Any] = {name: f"Tekst om {name}" for name in _TEXTS}
    printed = _printed(method=method, risk=True, **texts)
    for name in _TEXTS:
        assert printed.count(f"Tekst om {name}") == 1, name
    assert "**R1 **Brann" in printed


def test_what_the_law_asks_for_and_is_missing_has_a_dashed_plate() -> None:
    printed = _printed(method="dpia", outcome="ok", description="Kameraer")
    assert "## [1] Beskrivelse av behandlingen | Artikkel 35 nr. 7 bokstav a" in printed
    assert "## (2) Nødvendighet og forholdsmessighet | Artikkel 35 nr. 7 bokstav b" in printed


@pytest.mark.parametrize(
    ("residual", "consulted", "told"),
    [
        ("high", None, "[!] **Ikke oppgitt**. Restrisikoen er høy"),
        ("low", None, "Ikke aktuelt. Restrisikoen er ikke høy."),
        ("high", date(2026, 2, 3), "03.02.2026"),
        ("", None, "Forhåndsdrøftet: Ikke oppgitt"),
    ],
)
def test_prior_consultation_follows_the_residual_risk(
    residual: str, consulted: date | None, told: str
) -> None:
    assert told in _printed(method="dpia", outcome="ok", residual_risk=residual, consulted=consulted)


def test_the_advice_of_an_officer_is_asked_for_where_there_is_one() -> None:
    missing = _printed(Answer.YES, method="dpia", outcome="ok")
    assert "## (5) Personvernombudets råd" in missing
    nobody = _printed(Answer.NO, method="dpia", outcome="ok")
    assert "## [5] Personvernombudets råd" in nobody
    assert "Virksomheten har ikke personvernombud." in nobody
    assert "Ingen har svart på om virksomheten har personvernombud." in _printed(method="dpia", outcome="ok")


def test_measures_are_asked_for_where_the_outcome_rests_on_them() -> None:
    assert "## (4) Tiltak" in _printed(method="lia", outcome="ok_with_measures")
    assert "## [4] Tiltak" in _printed(method="lia", outcome="ok")


def test_an_assessment_settled_without_its_steps_tells_those_that_were_carried_out() -> None:
    printed = _printed(method="dpia", outcome="not_required", description="Få opplysninger")
    assert "## [1] Beskrivelse av behandlingen" in printed
    assert "## (2) Konklusjon" in printed
    assert "Nødvendighet" not in printed
    assert "De andre trinnene er ikke gjennomført" in printed
    assert "Begrunnelse: [!]" in printed


def test_a_transfer_assessment_has_six_steps_and_names_its_tools() -> None:
    one = Assessment(id=RecordId("v"), position=1, method="tia", outcome="ok")
    *rest, tool = scenes.abroad("US", "scc-2021-m2")
    linked: Any = replace(tool, tia=one.id, signed=date(2025, 1, 7))  # type: ignore[call-arg]
    printed = shown(*step_blocks(scenes.context(one, *rest, linked), one))
    assert [f"Trinn {n}" in printed for n in range(1, 7)] == [True] * 6
    assert "| Ytre Sky Inc. | [<>] **USA** |" in printed
    assert "Inngått: 07.01.2025" in printed
    assert "Ingen overføringsgrunnlag i protokollen viser til denne vurderingen." in _printed(method="tia")
