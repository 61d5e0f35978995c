"""Filters, search and marks of duties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ropa_app.gui.duty_jobs import DutyTexts
from ropa_app.gui.pages.duty_groups import FILTERS, filter_texts, gathered, mark_of, passes
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.duties import Remark, State, What
from ropa_app.services.duties import counted, duties_in, rows
from ropa_app.services.naming import Naming
from tests.reports.scenes import DAY, velux

T = translator("nb")


@pytest.fixture(scope="module")
def told():
    records = velux()
    naming = Naming(records, shipped(), T, "nb", "nb")
    return rows(duties_in(records, shipped(), DAY), naming), DutyTexts(naming)


def test_every_duty_passes_one_filter_beside_the_last(told):
    every, texts = told
    numbers = {key: sum(passes(one.duty, key) for one in every) for key in FILTERS}
    assert numbers["all"] == len(every) == sum(numbers[key] for key in FILTERS[:-1])
    words = filter_texts(T, counted(one.duty for one in every))
    assert [text.rpartition(" ")[2] for text in words] == [str(numbers[key]) for key in FILTERS]
    shown = gathered(every, texts, "all", "")
    assert sum(group.count() for group in shown) == len(every)


def test_the_search_wants_every_word_and_forgives_accents_and_case(told):
    every, texts = told
    (group,) = gathered(every, texts, "open", "SAMTYKKE nyhetsbrev 1.4 sende")
    assert (group.what, group.count()) == (What.CONSENT_EVIDENCE, 1)
    assert gathered(every, texts, "open", "vurderinger av overforinger")[0].what is What.TRANSFER_ASSESSMENT
    assert gathered(every, texts, "answered", "samtykke") == []


def test_a_mark_is_as_grave_as_what_is_found(told):
    every, _ = told
    one = next(row.duty for row in every if row.duty.what is What.BALANCING_TEST)
    warned = [replace(each, rule="R-DPI-03") for each in one.found]
    assert mark_of(one) == "error"
    assert mark_of(replace(one, found=tuple(warned))) == "warning"
    assert mark_of(replace(one, state=State.ANSWERED)) == "ok"
    assert mark_of(replace(one, state=State.ANSWERED, remarks=(Remark.NOT_OK,))) == "warning"
    assert mark_of(replace(one, state=State.UNDECIDED)) == "advice"
    assert mark_of(replace(one, state=State.NOT_NEEDED)) == "accepted"
