"""Sections of forms: a finding that concerns no one field stands where its rule belongs."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import RecordId
from ropa_app.gui.forms.activity_layout import ACTIVITY
from ropa_app.gui.forms.finding_places import section_of
from ropa_app.legal.checks import Finding

ONE = RecordId("one")


@pytest.mark.parametrize(
    ("rule", "field", "section"),
    [
        ("R-PUR-01", "", "b"),
        ("R-RET-01", "", "f"),
        ("R-REV-01", "provision", "more"),
        ("", "recipients_answer", "d"),
        ("", "", "about"),
    ],
)
def test_a_finding_stands_where_its_field_or_its_rule_does(rule: str, field: str, section: str) -> None:
    assert section_of(ACTIVITY, Finding(rule, "activity", ONE, field)) == section
