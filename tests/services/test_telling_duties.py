"""Duties for the report: own lines open ones first, the rest told together by reason."""

from __future__ import annotations

from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.duties import What
from ropa_app.services.duties import duties_in
from ropa_app.services.naming import Naming
from ropa_app.services.telling_duties import told_duties
from tests.reports.scenes import DAY, velux


def test_every_duty_of_the_example_is_told_once():
    records = velux()
    every = duties_in(records, shipped(), DAY)
    kinds = told_duties(every, Naming(records, shipped(), translator("nb"), "nb", "nb"))
    assert [one.key for one in kinds] == [what.value for what in What]
    assert sum(sum(one.counts) for one in kinds) == len(every)
    for one in kinds:
        assert len(one.lines) + sum(len(some.references) for some in one.alike) == sum(one.counts)
    consent = kinds[1]
    assert [line.standing for line in consent.lines] == ["Ikke ferdig", "Mangler", "Mangler", "Mangler"]
    first = consent.lines[0]
    assert (first.kept_in, first.told) == (
        "1.4 Nyhetsbrev og markedsføring",
        ("Samtykke til nyhetsbrev", "Det er begynt på, men ikke ferdig."),
    )
    assert [(some.standing, some.references) for some in kinds[0].alike][1] == ("Trengs ikke", ("1.5", "4"))
