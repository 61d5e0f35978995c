"""Placeholders: public fields of the kinds that occur once, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.placeholders import PLACEHOLDERS, Placeholder, pieces, unknown
from ropa_app.domain.values import Audience


def test_only_public_fields_of_kinds_that_occur_once_are_placeholders() -> None:
    assert Placeholder("organisation", "email") in PLACEHOLDERS
    for one in PLACEHOLDERS:
        assert not KINDS[one.kind].many
        assert SPECS[one.kind][one.field].audience is Audience.PUBLIC
    assert Placeholder("organisation", "employees") not in PLACEHOLDERS


def test_a_text_falls_into_pieces() -> None:
    found = list(pieces("Skriv til {organisation.email}!"))
    assert found == ["Skriv til ", Placeholder("organisation", "email"), "!"]


def test_what_is_unknown_is_named_once() -> None:
    text = "{organisation.email} {organisation.mail} {x} {organisation.mail} {"
    assert unknown(text) == ("{organisation.mail}", "{x}")


typed = st.text(st.sampled_from("ab {}.\n"), max_size=20) | st.sampled_from(
    [one.typed for one in PLACEHOLDERS]
)


@given(st.lists(typed).map("".join))
def test_no_character_is_lost(text: str) -> None:
    parts = (one if isinstance(one, str) else one.typed for one in pieces(text))
    assert "".join(parts) == text
