"""What may be chosen, and what may not."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import Audience
from ropa_app.reports.article30.options import DEFAULT_PARTS, PART_NAMES, PARTS, RegisterOptions


def test_every_part_has_a_name() -> None:
    assert tuple(PART_NAMES) == PARTS
    assert set(PARTS) - DEFAULT_PARTS == {"gaps"}


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="annex"):
        RegisterOptions(parts=frozenset({"overview", "annex"}))


def test_the_authority_is_the_reader_unless_chosen_otherwise() -> None:
    assert not RegisterOptions().is_internal
    assert RegisterOptions(audience=Audience.INTERNAL).is_internal
