"""The report on what the rules find in a register, with some of it accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import Language, translator
from ropa_app.legal import shipped
from ropa_app.legal.checks import check_register
from ropa_app.reports.findings_report import FoundInRegister, findings_report
from ropa_app.reports.page_model import Document
from ropa_app.services.checking import judged
from ropa_app.services.naming import Naming
from ropa_app.services.telling_findings import told
from ropa_app.storage import digest
from tests.reports.scenes import DAY, edition, velux

_EVERY: int = 7


def found_in(records: Records, language: Language, day: date = DAY) -> FoundInRegister:
    """Return what the rules find in some records."""
    judgement = judged(records, check_register(records, shipped(), day), day)
    return told(judgement, Naming(records, shipped(), translator(language), language, "nb"))


def findings(language: Language) -> Callable[[Records], Document]:
    """Return what draws the findings in some records."""
    return lambda records: findings_report(found_in(records, language), language, edition())


def accepted() -> RecordsInMemory:
    """Return the example, every seventh of its findings accepted."""
    records = velux()
    every = check_register(records, shipped(), DAY).all()
    about = {one.record for one in every}
    digests = {one.id: digest.as_hex(digest.hash_of(one)) for one in records.many(about).values()}
    made = [
        Acceptance(
            id=RecordId(f"accepted-{number}"),
            rule=one.rule,
            about=one.record,
            reason="Avklares med leverandøren før jul." if number % 2 else "",
            declared=Answer.YES if number % 3 else Answer.NO,
            accepted_by="Kari Nordmann, personvernombud" if number % 2 else "",
            day=date(2026, 10, 1),
            until=date(2027, 1, 1) if number % 2 else None,
            digest=digests[one.record],
        )
        for number, one in enumerate(list(every)[::_EVERY])
    ]
    return RecordsInMemory([*records.all(), *made])
