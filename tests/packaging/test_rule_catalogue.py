"""The catalogue of rules in the documentation is the one that the code gives now."""

from __future__ import annotations

import rule_catalogue


def test_the_catalogue_is_current() -> None:
    assert rule_catalogue.TARGET.read_text("utf-8").splitlines() == rule_catalogue.catalogue().splitlines()
