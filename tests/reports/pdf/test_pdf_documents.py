"""The program's own documents: the file tells all that their page models say, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.page_model import Document
from ropa_app.reports.statement_report import statement_report
from tests.reports.marked_register import marked_register
from tests.reports.pdf import audit, readback, samples
from tests.reports.scenes import edition, velux

Make = Callable[[RecordsInMemory, Language], Document]


def _register(records: RecordsInMemory, language: Language) -> Document:
    return article30_report(records, language, shipped(), edition())


def _statement(records: RecordsInMemory, language: Language) -> Document:
    return statement_report(records, language, shipped(), edition()).document


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [_register, _statement], ids=["register", "statement"])
@pytest.mark.parametrize("records", [velux(), marked_register().reading()], ids=["velux", "full"])
def test_a_file_tells_what_its_document_says(
    records: RecordsInMemory, make: Make, language: Language
) -> None:
    data = samples.written(make(records, language))
    assert audit.audit(data).faults == []
    assert audit.writing_faults(data) == []
    assert readback.differences(make(records, language), data) == []
