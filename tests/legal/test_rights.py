"""The rights follow from the bases as Articles 7 and 15 to 22 say."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.rights import Condition, RightCode, rights_from

ALWAYS = {"access", "rectification", "erasure", "restriction"}


def purpose(*bases, number=1, **more) -> Purpose:
    return Purpose(
        id=RecordId(f"p{number}"), activity=RecordId("a"), position=number, art6=tuple(bases), **more
    )


def codes(*purposes) -> set[str]:
    return {right.code.value for right in rights_from(purposes).rights}


def erasure(basis) -> Condition:
    right = rights_from([purpose(basis)]).right(RightCode.ERASURE)
    assert right is not None
    return right.grounds[0].condition


@pytest.mark.parametrize(
    ("basis", "more", "condition"),
    [
        ("6-1-a", {"portability", "withdrawal"}, Condition.NONE),
        ("6-1-b", {"portability"}, Condition.NO_LONGER_NEEDED),
        ("6-1-c", set(), Condition.NOT_WHILE_OBLIGED),
        ("6-1-d", set(), Condition.NONE),
        ("6-1-e", {"objection"}, Condition.AFTER_OBJECTION_NOT_WHILE_NEEDED),
        ("6-1-f", {"objection"}, Condition.AFTER_OBJECTION),
    ],
)
def test_each_basis_gives_its_rights(basis, more, condition):
    assert codes(purpose(basis)) == ALWAYS | more
    assert erasure(basis) is condition


def test_explicit_consent_counts_as_consent():
    assert codes(purpose("6-1-b", art9_10=("9-2-a",))) == ALWAYS | {"portability", "withdrawal"}


def test_marketing_can_be_refused_whatever_the_basis():
    assert "marketing_optout" in codes(purpose("6-1-a", marketing_channels=("email",)))
    assert "marketing_optout" in codes(purpose(marketing_channels=("post",)))
    assert "marketing_optout" not in codes(purpose("6-1-f"))


def test_a_purpose_without_a_basis_is_undecided_and_gives_no_more_than_the_common_rights():
    open_purpose = purpose()
    found = rights_from([open_purpose])
    assert found.undecided == (open_purpose,)
    assert {right.code.value for right in found.rights} == ALWAYS
    assert rights_from([purpose("6-1-c")]).undecided == ()


def test_a_ground_names_the_purposes_it_rests_on():
    consent, interest = purpose("6-1-a"), purpose("6-1-f", number=2)
    found = rights_from([consent, interest])
    objection, access = found.right(RightCode.OBJECTION), found.right(RightCode.ACCESS)
    assert objection is not None
    assert [(ground.basis, ground.purposes) for ground in objection.grounds] == [("6-1-f", (interest,))]
    assert access is not None
    assert access.grounds[0].purposes == (consent, interest)
    assert objection.article == "21(1)"


def test_rights_stand_in_one_order_and_nothing_gives_none():
    everything = [purpose("6-1-a", "6-1-f", marketing_channels=("email",))]
    assert [right.code for right in rights_from(everything).rights] == list(RightCode)
    assert rights_from([]).rights == ()
    assert rights_from([]).right(RightCode.ACCESS) is None


def test_the_codes_are_those_of_the_list():
    listed = {choice.code for choice in shipped().choices("statement_rights")}
    assert {code.value for code in RightCode} - {"withdrawal"} <= listed
    assert shipped().choice("statement_items", "withdrawal") is not None
