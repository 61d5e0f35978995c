"""Duties in words: every kind, state and reason is said in each language, and programs get codes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from ropa_app.legal.duties import Reason, Remark, State, What, duties_of
from ropa_app.services import duty_texts
from ropa_app.services.duties import rows
from ropa_app.services.duty_texts import DutyTexts, alike, is_derived
from ropa_app.services.naming import Naming
from tests.reports.scenes import DAY, velux


def texts(records=None, language="nb"):
    held = records or velux()
    return DutyTexts(Naming(held, shipped(), translator(language), language, "nb"))


def of(what: What, state: State = State.OPEN, records=None):
    found = duties_of(records or velux(), shipped(), DAY)
    return next(one for one in found if one.what is what and one.state is state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_reason_and_remark_has_its_own_words(language):
    t, said = translator(language), texts(language=language)
    assert len({said.kind(what) for what in What}) == len(What)
    one = of(What.DPIA, State.UNDECIDED)
    reasons = {said.why(replace(one, reason=reason)) for reason in Reason}
    assert len(reasons) == len(Reason)
    assert len({*said.remarks(replace(one, remarks=tuple(Remark)))}) == len(Remark)
    assert not [text for text in reasons if "{" in text]
    if language != "en":
        english = [N for N in duty_texts._REASONS.values() if t(N) == N]
        assert english == []


def test_the_word_for_where_it_stands_tells_begun_and_due_apart():
    said, one = texts(), of(What.BALANCING_TEST)
    assert said.state(one) == "Mangler"
    assert said.state(replace(one, remarks=(Remark.BEGUN,))) == "Ikke ferdig"
    answered = replace(one, state=State.ANSWERED)
    assert said.state(answered) == "På plass"
    assert said.state(replace(answered, remarks=(Remark.NOT_OK,))) == "På plass, se på igjen"
    assert said.state(of(What.DPIA, State.UNDECIDED)) == "Ikke avgjort"
    assert said.state(replace(one, state=State.NOT_NEEDED)) == "Trengs ikke"


def test_why_and_article_are_those_of_the_rule_that_asks():
    said, one = texts(), of(What.DPIA)
    assert said.why(one) == "Et punkt på tilsynsmyndighetens liste er krysset av."
    assert said.article(one).startswith("Art. 35 nr. 4")
    assert said.ticked(one).startswith("Kommersielle tjenester eller produkter")
    assert said.ticked(of(What.BALANCING_TEST)) == ""
    assert said.wanting(one).endswith("krever DPIA.")


def test_a_law_that_comes_later_is_told_with_its_day():
    one = replace(of(What.TRANSFER_ASSESSMENT), reason=Reason.LAW_LATER, state=State.NOT_NEEDED)
    assert texts().why(one) == "Loven krever det fra 16.07.2020."


def test_what_answers_is_called_with_its_outcome_and_day():
    purpose = of(What.BALANCING_TEST).about.record
    made = Assessment(
        id=RecordId("lia"), position=3, method="lia", purposes=(purpose,), outcome="not_required",
        reasons="Bare én kunde", author="Kari", day=date(2026, 1, 2),
    )  # fmt: skip
    records = RecordsInMemory([*velux().all(), made])
    said, one = texts(records), of(What.BALANCING_TEST, State.NOT_NEEDED, records)
    found = next(
        each
        for each in duties_of(records, shipped(), DAY)
        if each.what is What.BALANCING_TEST and each.slot == (made.id,)
    )
    assert said.answers(found) == ["V3 Interesseavveining · Ikke påkrevd, med begrunnelse · 02.01.2026"]
    assert said.own_reason(found) == "Bare én kunde (Kari, 02.01.2026)"
    assert said.own_reason(one if one.slot == () else replace(one, slot=(), reason=None)) == ""
    assert said.because(found)[0][0] == purpose
    assert not is_derived(found)


def test_an_acceptance_is_told_in_its_own_words():
    said = Acceptance(
        id=RecordId("a"), rule="R-LB-02", reason="Kommer", accepted_by="Kari", day=date(2026, 1, 2)
    )
    one = replace(of(What.BALANCING_TEST), acceptances=(said,), reason=Reason.ACCEPTED)
    assert texts().own_reason(one) == "Kommer (Kari, 02.01.2026)"


def test_programs_get_codes_and_references():
    naming = Naming(velux(), shipped(), translator("en"), "en", "nb")
    row = next(
        one
        for one in rows(duties_of(velux(), shipped(), DAY), naming)
        if one.duty.what is What.BALANCING_TEST and one.duty.state is State.OPEN
    )
    plain = DutyTexts(naming).plain(row)
    assert (plain["duty"], plain["state"], plain["reference"]) == ("balancing_test", "open", "1.3/P4")
    assert (plain["activities"], plain["rules"], plain["answers"]) == (["1.3"], ["R-LB-02"], [])


def test_derived_duties_are_told_together_by_reason():
    naming = Naming(velux(), shipped(), translator("en"), "en", "nb")
    every = rows(duties_of(velux(), shipped(), DAY), naming)
    undecided = [one for one in every if one.duty.state is State.UNDECIDED]
    assert all(is_derived(one.duty) for one in undecided)
    joint = [one for one in undecided if one.duty.what is What.JOINT_ARRANGEMENT]
    assert [(reason, len(some)) for reason, some in alike(joint)] == [
        (Reason.RECIPIENTS_UNASKED, 5),
        (Reason.ROLE_UNSETTLED, 5),
    ]


def test_what_it_follows_from_names_the_activity_of_a_recipient_and_the_party_of_a_place():
    said = texts()
    party = of(What.PROCESSOR_AGREEMENT)
    assert [name.partition(" ")[0] for _, name in said.because(party)] == [
        said.reference(one) for one in party.activities
    ]
    tool = of(What.TRANSFER_ASSESSMENT)
    names = [name for _, name in said.because(tool)]
    assert names[1].startswith(f"{names[0]} \u203a ")


def test_in_a_row_an_answer_is_told_briefly_and_a_reason_in_its_own_words():
    made = Assessment(id=RecordId("lia"), position=3, method="lia", outcome="ok", day=date(2026, 1, 2))
    said = texts(RecordsInMemory([*velux().all(), made]))
    answered = replace(of(What.BALANCING_TEST), slot=(made.id,), state=State.ANSWERED)
    assert said.brief(answered) == "V3 · I orden · 02.01.2026"
    assert said.brief(of(What.DPIA, State.UNDECIDED)) == ""
    accepted = Acceptance(id=RecordId("a"), reason="Kommer")
    waived = replace(of(What.BALANCING_TEST), acceptances=(accepted,), reason=Reason.ACCEPTED)
    assert said.brief(waived) == "Kommer"
