"""The whole document: approved texts, links that lead somewhere, no blank cell, nothing held in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports import page_model as m
from ropa_app.reports.article30.index import BATCH
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.page_text import as_text
from tests.reports.golden import assert_golden
from tests.reports.links import cells, flat, targets_and_anchors
from tests.reports.marked_register import marked_register
from tests.reports.scenes import (
    DAY,
    activity,
    document,
    edition,
    organisation,
    owned,
    register,
    same,
    text,
    velux,
)


def _register(records: RecordsInMemory, language: Language = "nb") -> m.Document:
    return article30_report(records, language, shipped(), edition())


def _blocks(document: m.Document) -> Iterator[m.Block]:
    return (block for part in document.parts for block in flat(part.blocks))


REGISTERS = pytest.mark.parametrize("records", [velux(), marked_register().reading()], ids=["velux", "full"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_reads_as_approved(language: Language) -> None:
    assert_golden(f"register-velux-{language}", as_text(_register(velux(), language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_register_with_every_field_reads_as_approved(language: Language) -> None:
    assert_golden(f"register-full-{language}", as_text(_register(marked_register().reading(), language)))


@REGISTERS
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_is_blank(records: RecordsInMemory, language: Language) -> None:
    printed = [cell for block in _blocks(_register(records, language)) for cell in cells(block)]
    assert len(printed) > 200
    assert all(cell and all(paragraph.text.strip() for paragraph in cell) for cell in printed)


@REGISTERS
def test_every_link_leads_to_a_heading(records: RecordsInMemory) -> None:
    targets, anchors = targets_and_anchors(_register(records))
    assert targets <= anchors
    assert len(targets) > 5


@REGISTERS
def test_every_sheet_names_the_seven_letters(records: RecordsInMemory) -> None:
    sheets = [
        part
        for part in _register(records).parts
        if any(
            isinstance(block, m.Plates) for block in (part.blocks if isinstance(part.blocks, tuple) else ())
        )
    ]
    assert len(sheets) == records.counts()["activity"]
    for sheet in sheets:
        letters = [block for block in sheet.blocks if isinstance(block, m.LetterHeading)]
        assert [one.letter for one in letters] == list("abcdefg")
        assert [one.reference for one in letters] == [f"artikkel 30 nr. 1 bokstav {one}" for one in "abcdefg"]
        plates = next(block for block in sheet.blocks if isinstance(block, m.Plates))
        assert plates.letters == tuple((one.letter, one.complete) for one in letters)


def test_a_register_without_anything_is_a_document_that_says_so() -> None:
    printed = as_text(article30_report(RecordsInMemory([]), "nb", shipped(), edition()))
    assert "[!] **Ikke oppgitt**. Protokollen har ingen behandlingsaktiviteter ennå." in printed
    assert "Virksomheten" in printed


def test_activities_stand_in_the_order_of_their_numbers() -> None:
    printed = text(activity("1.10", "Ti"), activity("1.2", "To"), activity("Å", "Sist"), activity("Z", "Zed"))
    order = [printed.index(f"## {number} {title} {{#") for number, title in _NUMBERED]
    assert order == sorted(order)


_NUMBERED = (("1.2", "To"), ("1.10", "Ti"), ("Z", "Zed"), ("Å", "Sist"))


def test_an_approved_version_says_who_approved_it() -> None:
    version = Version(id=RecordId("v"), number=2, day=DAY, approver="Kari Nordmann, daglig leder", note="Ny.")
    records = RecordsInMemory([register(), organisation(), activity(), version])
    made = article30_report(records, "nb", shipped(), edition(version=2))
    assert made.footer.startswith("Versjon 2 | 22.11.2026 | Historikk 7f3a")
    printed = as_text(made)
    assert "Godkjent av: Kari Nordmann, daglig leder, 22.11.2026" in printed
    assert "| 2 | 22.11.2026 | Kari Nordmann, daglig leder | Ny. |" in printed


def test_a_draft_says_that_nobody_approved_it() -> None:
    assert "[!] **Ikke godkjent**. Dokumentet er et utkast." in text(activity())


def test_the_overview_can_be_one_wide_table() -> None:
    parts = list(document(activity(), wide_overview=True).parts)
    wide = next(part for part in parts if part.orientation is m.Orientation.LANDSCAPE_A3)
    table = next(block for block in wide.blocks if isinstance(block, m.Table))
    assert "".join(column.letter for column in table.columns) == "ABCDEFGHIJKLMNOPQRS"


def test_activities_are_read_a_batch_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [activity(f"{number}") for number in range(1, 2 * BATCH + 2)]
    purposes = [owned(Purpose, one.reference, text=same("Selge")) for one in many]
    records = RecordsInMemory([register(), organisation(), *many, *purposes])
    asked: list[int] = []
    read = records.owned_by

    def counting(owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        asked.append(len(owners))
        return read(owners)

    monkeypatch.setattr(records, "owned_by", counting)
    parts = iter(article30_report(records, "nb", shipped(), edition()).parts)
    for _ in range(4):
        next(parts)
    assert asked == [BATCH]
    for part in parts:
        list(part.blocks)
    assert max(asked) == BATCH


def test_the_same_register_gives_the_same_document() -> None:
    assert as_text(_register(velux())) == as_text(_register(velux()))
