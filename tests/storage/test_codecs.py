from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.kinds import SPECS
from ropa_app.storage.codecs import decoder, to_column
from ropa_app.storage.schema import columns
from tests.examples_of_records import value

_FIELDS = [spec for kind in SPECS for spec in columns(kind).values()]


@given(st.data())
def test_every_value_survives_its_column(data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(_FIELDS))
    found = data.draw(value(spec, []))
    stored = to_column(spec, found)
    assert isinstance(stored, str | int | None)
    assert decoder(spec)(stored) == found


def test_untouched_is_null() -> None:
    assert all(to_column(spec, spec.untouched) is None for spec in _FIELDS)
