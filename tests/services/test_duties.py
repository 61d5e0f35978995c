"""Duties of an open register: in its order, by name, counted, with what was accepted."""

from __future__ import annotations

from itertools import groupby

import pytest

from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.duties import Reason, State, What
from ropa_app.services import accepting, creating
from ropa_app.services.duties import counted, derive, rows
from ropa_app.services.naming import Naming
from tests.registers import AUTHOR, fixed_clock


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def derived(register):
    return derive(register.file, shipped(), register.today())


def told(register):
    return rows(derived(register), Naming(register.records, shipped(), translator("nb"), "nb", "nb"))


def test_rows_stand_kind_by_kind_the_open_ones_first_in_the_order_of_the_register(register):
    found = told(register)
    assert [what for what, _ in groupby(one.duty.what for one in found)] == list(What)
    consent = [one for one in found if one.duty.what is What.CONSENT_EVIDENCE]
    assert [one.duty.state for one in consent] == sorted(
        (one.duty.state for one in consent), key=list(State).index
    )
    missing = [one.where for one in consent if one.duty.state is State.OPEN]
    assert [one.partition(" ")[0] for one in missing] == ["1.4", "1.5", "4", "4"]
    assert missing[1].startswith("1.5 Kundeundersøkelser \u203a ")


def test_rows_name_what_owns_their_record(register):
    tools = [one.where for one in told(register) if one.duty.about.kind == "transfer_tool"]
    assert tools[0].count("\u203a") == 2
    assert tools[0].startswith("Internasjonale tredjeparter \u203a Utenfor EØS")


def test_every_duty_is_counted_once(register):
    counts = counted(derived(register))
    assert sum(counts) == len(derived(register))
    assert counts.left == counts.open + counts.undecided
    assert (counts.open, counts.answered) == (11, 0)


def test_what_is_accepted_is_not_needed_until_the_record_changes(register):
    one = next(one for one in derived(register) if one.what is What.PROCESSOR_AGREEMENT)
    accepting.accept(register, one.found[0], "Avtalen er sagt opp", "Kari")
    again = next(each for each in derived(register) if each.about == one.about)
    assert (again.state, again.reason) == (State.NOT_NEEDED, Reason.ACCEPTED)
    assert again.acceptances[0].reason == "Avtalen er sagt opp"
