"""The law data as of a day: every dated answer on the last day before and the first day after it changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ropa_app.domain.values import Period
from ropa_app.legal import shipped

LAW = shipped()


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("country", "on", "inside"),
    [
        ("NO", "1993-12-31", False),
        ("NO", "1994-01-01", True),
        ("LI", "1995-04-30", False),
        ("LI", "1995-05-01", True),
        ("PL", "2004-04-30", False),
        ("PL", "2004-05-01", True),
        ("BG", "2007-07-31", False),
        ("BG", "2007-08-01", True),
        ("HR", "2014-04-11", False),
        ("HR", "2014-04-12", True),
        ("SJ", "2020-06-30", False),
        ("SJ", "2020-07-01", True),
        ("GB", "2020-12-31", True),
        ("GB", "2021-01-01", True),
        ("GB", "2021-06-27", True),
        ("GB", "2021-06-28", False),
        ("AX", "2026-11-22", True),
        ("CH", "2026-11-22", False),
        ("GL", "2026-11-22", False),
        ("US", "2026-11-22", False),
        ("XX-EPO", "2026-11-22", False),
        ("", "2026-11-22", False),
        ("QQ", "2026-11-22", False),
    ],
)
def test_who_belongs_to_the_eea(country, on, inside):
    assert LAW.is_eea(country, day(on)) is inside


def test_the_united_kingdom_counted_on_another_ground_after_the_transition():
    def group(on):
        return [row.group for row in LAW.memberships if row.country == "GB" and row.in_force(day(on))]

    assert group("2020-12-31") == ["EU"]
    assert group("2021-01-01") == ["temporary"]
    assert group("2021-06-28") == []


@pytest.mark.parametrize(
    ("country", "before", "first"),
    [
        ("CH", "2000-07-25", "2000-07-26"),
        ("JP", "2019-01-22", "2019-01-23"),
        ("GB", "2021-06-27", "2021-06-28"),
        ("KR", "2021-12-16", "2021-12-17"),
        ("US", "2023-07-09", "2023-07-10"),
        ("XX-EPO", "2025-07-14", "2025-07-15"),
        ("BR", "2026-01-25", "2026-01-26"),
    ],
)
def test_adequacy_begins_on_the_day_of_the_decision(country, before, first):
    assert LAW.adequacy(country, day(before)) is None
    found = LAW.adequacy(country, day(first))
    assert found is not None
    assert found.country == country
    assert found.adopted == day(first)


def test_the_decision_on_the_united_kingdom_ends():
    assert LAW.adequacy("GB", day("2031-12-27")) is not None
    assert LAW.adequacy("GB", day("2031-12-28")) is None


def test_what_a_decision_says_of_itself():
    us, ch = LAW.adequacy("US", day("2026-11-22")), LAW.adequacy("CH", day("2026-11-22"))
    assert us is not None
    assert ch is not None
    assert (us.contested, us.scope_check) == (True, True)
    assert (ch.contested, ch.scope_check) == (False, False)
    assert LAW.adequacy("IN", day("2026-11-22")) is None


@pytest.mark.parametrize(
    ("tool", "country", "last", "lapsed"),
    [
        ("safe-harbour", "US", "2015-10-05", "2015-10-06"),
        ("privacy-shield", "US", "2020-07-15", "2020-07-16"),
        ("privacy-shield", "", "2020-07-15", "2020-07-16"),
        ("scc-old", "IN", "2022-12-27", "2022-12-28"),
        ("scc-old", "", "2022-12-27", "2022-12-28"),
        ("gb-bridge", "GB", "2021-06-27", "2021-06-28"),
    ],
)
def test_tools_lapse_on_their_day(tool, country, last, lapsed):
    assert LAW.lapsed(tool, day(last), country) is None
    row = LAW.lapsed(tool, day(lapsed), country)
    assert row is not None
    assert row.valid_to == day(lapsed)


def test_what_has_not_lapsed_is_not_said_to_have():
    assert LAW.lapsed("scc-2021-m2", day("2026-11-22")) is None
    assert LAW.lapsed("privacy-shield", day("2026-11-22"), "CH") is None


def test_until_when_a_tool_could_be_agreed():
    assert LAW.signable_until("scc-old") == day("2021-09-27")
    assert LAW.signable_until("scc-2021-m1") is None
    assert LAW.country_of("privacy-shield") == "US"
    assert LAW.country_of("scc-old") == ""


def test_only_the_choices_of_the_day_are_offered():
    def codes(on):
        return {choice.code for choice in LAW.choices("transfer_tools", day(on))}

    assert "privacy-shield" in codes("2020-07-15")
    assert "privacy-shield" not in codes("2020-07-16")
    assert "scc-old" in codes("2022-12-27")
    assert "scc-old" not in codes("2022-12-28")
    assert "adequacy-us-dpf" not in codes("2023-07-09")
    assert "adequacy-us-dpf" in codes("2023-07-10")
    assert {"privacy-shield", "adequacy-us-dpf"} <= {choice.code for choice in LAW.choices("transfer_tools")}
    assert "browser_settings" not in {
        choice.code for choice in LAW.choices("consent_ways", day("2025-01-01"))
    }


def test_labels_and_what_an_unknown_code_shows():
    assert LAW.label("legal_bases_art6", "6-1-f", "nn").startswith("Nødvendig for rettkomne interesser")
    assert LAW.short_label("legal_bases_art6", "6-1-f", "nb") == "berettiget interesse"
    assert LAW.short_label("units", "year", "en") == "years"
    assert LAW.label("units", "fortnight", "nb") == "fortnight"
    assert LAW.short_label("units", "fortnight", "nb") == "fortnight"
    assert LAW.choice("country", "QQ") is None
    with pytest.raises(KeyError):
        LAW.choices("no_such_list")


def test_flags_groups_and_advice():
    assert LAW.has_flag("data_categories", ["name", "health"], "special")
    assert not LAW.has_flag("data_categories", ["name", "unheard-of"], "special")
    child = LAW.choice("subject_categories", "child")
    health_care = LAW.choice("legal_bases_art9_10", "9-2-h")
    google = LAW.choice("outdated_terms", "google-inc")
    assert child is not None
    assert child.flags == {"child", "vulnerable"}
    assert health_care is not None
    assert health_care.flags == {"needs_law"}
    assert google is not None
    assert google.advice.en.startswith("Google LLC")
    assert [c.group for c in LAW.choices("measures")] == sorted(c.group for c in LAW.choices("measures"))
    assert {choice.group for choice in LAW.choices("transfer_tools")} == {"45", "46", "49"}


def test_retention_is_suggested_for_the_category():
    found = LAW.retention_suggestions(["accounting_primary"], day("2026-11-22"))
    assert found[0].code == "accounting-primary"
    assert found[0].period == Period(Decimal(5), "year")
    assert {row.code for row in found if not row.categories} == {"claims", "breaches"}
    assert not found[-1].categories
    assert LAW.retention_suggestions(["accounting_primary"], day("2018-07-19")) == ()


def test_thresholds_have_dates():
    limit = LAW.threshold("accounting-secondary", day("2026-11-22"))
    assert limit is not None
    assert (limit.value, limit.unit) == (Decimal("3.5"), "year")
    assert LAW.threshold("accounting-secondary", day("2014-01-31")) is None
    assert LAW.threshold("accounting-secondary", day("2014-02-01")) is limit
    with pytest.raises(KeyError):
        LAW.threshold("no-such-threshold", day("2026-11-22"))


def test_the_edition_is_named_by_day_and_digest():
    assert LAW.pack.verified == day("2026-11-22")
    assert LAW.pack.edition == 1
    assert LAW.mark == f"2026-11-22 {LAW.digest}"
