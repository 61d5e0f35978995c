"""The register document with other options: an extract, an internal copy, declared points, changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ropa_app.domain.comparing import Change, Difference, Way
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.values import Audience
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.article30_report import PARTS, DeclaredGap, RegisterOptions, article30_report
from ropa_app.reports.page_model import Document, Run
from tests.reports.scenes import edition

EVERY_PART = frozenset(PARTS)
_POINTS = (
    ("Behandlingsgrunnlag", "art6", "6(1), 30(1)(b)", True),
    ("Slettefrist", "period", "30(1)(f)", True),
    ("Internt ansvarlig", "owner", "Datatilsynets mal", False),
)


def extract(language: Language, places: Sequence[int], *left_out: str) -> Callable[[Records], Document]:
    """Return what draws an extract: the activities in these places of their order, and not all parts."""

    def drawn(records: Records) -> Document:
        every = records.of_kind("activity")
        chosen = tuple(every[place].id for place in places)
        options = RegisterOptions(parts=EVERY_PART.difference(left_out), activities=chosen)
        return article30_report(records, language, shipped(), edition(), options)

    return drawn


def internal(language: Language) -> Callable[[Records], Document]:
    """Return what draws an internal copy with everything in it."""
    options = RegisterOptions(audience=Audience.INTERNAL, parts=EVERY_PART)
    return lambda records: article30_report(records, language, shipped(), edition(), options, _since(records))


def declared(language: Language) -> Callable[[Records], Document]:
    """Return what draws the register with declared points, and with changes since the version before."""

    def drawn(records: Records) -> Document:
        points = [
            DeclaredGap((Run(what),), one.id, field, article, required)
            for one in records.of_kind("activity")
            for what, field, article, required in _POINTS
        ]
        options = RegisterOptions(parts=EVERY_PART, declared=tuple(points))
        return article30_report(records, language, shipped(), edition(after=2), options, _since(records))

    return drawn


def _since(records: Records) -> Difference:
    """Return a difference that touches many kinds: every third record is new or told otherwise."""
    some = [one for one in records.all() if not one.KIND.startswith(("version", "published"))][::3]
    changes = (
        Change(Way.ADDED, one.KIND, one.id, owner_of(one))
        if place % 2
        else Change(Way.CHANGED, one.KIND, one.id, owner_of(one), tuple(SPECS[one.KIND])[1:4])
        for place, one in enumerate(some)
    )
    return Difference(2, tuple(changes))
