"""Named documents that must conform: the tests read the small ones back, `make verapdf` validates all.

A new option of a document gets a line in `SAMPLES`, and every check looks at it from then on.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.domain.values import Audience, RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports import statement_report as statement
from ropa_app.reports.article30.context import RegisterOptions
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf import PdfReport, write_pdf
from ropa_app.services.synthetic import synthetic_records
from tests.reports.scenes import edition, velux
from tests.samples.assessments import PLACES, annex, assessed
from tests.samples.found import accepted, findings
from tests.samples.small_registers import covered, empty, named_only, processor_only
from tests.samples.supposed import DPF_ENDS, NOBODY_HIT, PARTY_LEAVES, parts_played, what_if_paper
from tests.samples.told import settled
from tests.samples.variants import declared, extract, internal
from tests.samples.worst_case import worst_case

PUBLISHED: Final = statement.Final(date(2026, 11, 22), "https://prove.example/personvern", "As it is.")
_SEED: Final = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """A document of a register; only the quick ones are read back by the tests, which have little time."""

    name: str
    records: Callable[[], Records]
    drawn: Callable[[Records], Document]
    quick: bool = True

    def document(self) -> Document:
        """Return the document; its iterables are used up by one reader."""
        return self.drawn(self.records())


@dataclass(frozen=True, slots=True)
class Written:
    """A sample as PDF, and what the engine said of it."""

    data: bytes
    report: PdfReport


def as_register(
    language: Language, options: RegisterOptions | None = None, version: int | None = None
) -> Callable[[Records], Document]:
    """Return what draws the register of some records."""
    return lambda records: article30_report(records, language, shipped(), edition(version=version), options)


def as_statement(language: Language, final: statement.Final | None = None) -> Callable[[Records], Document]:
    """Return what draws the statement of some records, a draft unless `final` is given."""
    return lambda records: (
        statement.statement_report(records, language, shipped(), edition(version=3), final).document
    )


@cache
def synthetic(activities: int) -> RecordsInMemory:
    """Return a made-up register with ids that count."""
    numbers = itertools.count(1)
    return RecordsInMemory(synthetic_records(activities, _SEED, lambda: RecordId(f"id{next(numbers):06}")))


def _in_all_languages(
    name: str, records: Callable[[], Records], quick: Sequence[Language] = LANGUAGES
) -> Iterator[Sample]:
    for one in LANGUAGES:
        yield Sample(f"{name}-register-{one}", records, as_register(one), one in quick)
        yield Sample(f"{name}-statement-{one}", records, as_statement(one), one in quick)


SAMPLES: Final = (
    *_in_all_languages("velux", velux),
    Sample("velux-statement-final-nb", velux, as_statement("nb", PUBLISHED)),
    Sample(
        "velux-register-version-wide-nb", velux, as_register("nb", RegisterOptions(wide_overview=True), 2)
    ),
    *_in_all_languages("worst-case", worst_case, ("nb", "en")),
    Sample(
        "worst-case-register-wide-nn",
        worst_case,
        as_register("nn", RegisterOptions(wide_overview=True)),
        quick=False,
    ),
    Sample("velux-extract-nb", velux, extract("nb", (1, 4), "systems", "transfers", "recommended")),
    Sample("velux-internal-nn", velux, internal("nn")),
    Sample("velux-declared-nb", velux, declared("nb")),
    Sample("worst-case-internal-nb", worst_case, internal("nb"), quick=False),
    Sample("worst-case-declared-en", worst_case, declared("en"), quick=False),
    Sample("synthetic-100-internal-en", lambda: synthetic(100), internal("en"), quick=False),
    Sample("processor-register-nn", processor_only, as_register("nn")),
    Sample("named-only-register-nb", named_only, as_register("nb")),
    Sample("named-only-statement-nb", named_only, as_statement("nb")),
    Sample("empty-register-en", empty, as_register("en")),
    Sample("empty-statement-en", empty, as_statement("en")),
    Sample("synthetic-100-register-nb", lambda: synthetic(100), as_register("nb")),
    Sample("synthetic-100-statement-nn", lambda: synthetic(100), as_statement("nn")),
    *(Sample(f"velux-findings-{one}", velux, findings(one), one == "nb") for one in LANGUAGES),
    Sample("velux-findings-accepted-nn", accepted, findings("nn")),
    Sample("worst-case-findings-en", worst_case, findings("en")),
    Sample("empty-findings-nb", empty, findings("nb")),
    Sample("covered-findings-en", covered, findings("en")),
    Sample("synthetic-100-findings-en", lambda: synthetic(100), findings("en"), quick=False),
    Sample("what-if-party-nb", parts_played, what_if_paper("nb", PARTY_LEAVES)),
    Sample("what-if-country-nn", parts_played, what_if_paper("nn", DPF_ENDS)),
    Sample("what-if-nothing-en", parts_played, what_if_paper("en", NOBODY_HIT), quick=False),
    *(Sample(f"annex-{place}-nb", assessed, annex(place, "nb")) for place in PLACES),
    Sample("annex-2-nn", assessed, annex(2, "nn"), quick=False),
    Sample("annex-3-en", assessed, annex(3, "en"), quick=False),
    Sample("annex-2-internal-en", assessed, annex(2, "en", Audience.INTERNAL)),
    Sample("worst-case-annex-en", worst_case, annex(1, "en", Audience.INTERNAL)),
    Sample("synthetic-1000-register-nb", lambda: synthetic(1000), as_register("nb"), quick=False),
    Sample("synthetic-1000-statement-en", lambda: synthetic(1000), as_statement("en"), quick=False),
)
BY_NAME: Final = {sample.name: sample for sample in SAMPLES}
QUICK: Final = tuple(sample.name for sample in SAMPLES if sample.quick)


@cache
def drawn(name: str) -> Document:
    """Return the page model of a sample, to be read as often as one likes."""
    document = BY_NAME[name].document()
    parts = (replace(part, blocks=tuple(map(settled, part.blocks))) for part in document.parts)
    return replace(document, parts=tuple(parts))


@cache
def written(name: str) -> Written:
    """Return a sample as PDF; it is drawn once in a process."""
    target = BytesIO()
    report = write_pdf(drawn(name), target)
    return Written(target.getvalue(), report)
