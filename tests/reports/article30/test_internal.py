"""The internal copy: what it adds, where, and that it says what it is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.reviews import Acceptance, Remark, Review
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId
from ropa_app.reports.pdf import write_pdf
from tests.reports.scenes import activity, document, organisation, owned, same, text

FIRM = Party(id=RecordId("firm"), name="Firma AS", parent_country="US")
PURPOSE = owned(Purpose, text=same("Selge varer"))


def _records() -> list[Record]:
    remark = Remark(
        id=RecordId("r1"),
        position=1,
        review=RecordId("review"),
        what="comment",
        about=PURPOSE.id,
        field="text",
        author="Per Leser",
        text="Gjelder dette også brukte varer?",
        state="open",
    )
    return [
        organisation(employees=120),
        activity(public=Answer.NO, topics=("camera",)),
        activity("2", "Lønn"),
        PURPOSE,
        owned(Tracker, name="_ga", called_anonymous=Answer.YES),
        FIRM,
        Review(id=RecordId("review"), position=1, reviewer="Per Leser"),
        remark,
        Acceptance(id=RecordId("a"), rule="R-X-1", about=FIRM.id, reason="Avklares", declared=Answer.NO),
    ]


def _printed(**options: Any) -> str:
    return text(*_records(), audience=Audience.INTERNAL, **options)


def _sheet(printed: str, number: str) -> str:
    return printed.split(f"## {number} ")[1].split("=====")[0]


def test_a_sheet_ends_with_what_is_internal_about_its_activity() -> None:
    one, two = _sheet(_printed(), "1"), _sheet(_printed(), "2")
    block = one.split("### Interne opplysninger\n")[1]
    assert "Med i personvernerklæringen: Nei" in block
    assert "Omtales som anonym: **1/C1: **Ja" in block
    assert "Gjelder dette også brukte varer?" in block
    assert "Felt: Formål" in block
    assert "Interne opplysninger" not in two


def test_the_last_chapter_holds_the_rest() -> None:
    chapter = _printed().split("## Interne opplysninger {#internal}")[1]
    assert "Antall ansatte: 120" in chapter
    assert "Part: Firma AS / Regel: R-X-1 / Begrunnelse: Avklares" in chapter
    assert "#### R1\nGjennomgås av: Per Leser" in chapter
    assert "Gjelder dette også" not in chapter


def test_a_party_is_told_with_its_internal_fields() -> None:
    assert "Morselskapets land: USA" in _printed().split("{#parties}")[1].split("=====")[0]


def test_remarks_stand_in_the_last_chapter_where_there_are_no_sheets() -> None:
    chapter = _printed(parts=frozenset({"parties"})).split("{#internal}")[1]
    assert "Gjelder dette også brukte varer?" in chapter


def test_an_extract_keeps_to_what_it_holds() -> None:
    printed = _printed(activities=(RecordId("activity-2"),))
    assert "Antall ansatte: 120" in printed
    for gone in ("Gjelder dette også", "R-X-1", "Per Leser"):
        assert gone not in printed


def test_the_authority_gets_none_of_it() -> None:
    printed = text(*_records())
    for gone in ("Intern", "120", "Per Leser", "R-X-1", "_ga: Ja", "Morselskapets land"):
        assert gone not in printed.replace("Internt ansvarlig", "").replace("internt ansvarlig", "")


def test_every_page_says_that_the_copy_is_internal() -> None:
    target = BytesIO()
    report = write_pdf(document(*_records(), audience=Audience.INTERNAL), target)
    assert report.unknown_anchors == ()
    pages = [page.extract_text().replace("\u00a0", " ") for page in PdfReader(target).pages]
    assert len(pages) > 5
    assert all("Intern kopi | Arbeidsutkast" in page for page in pages)
    assert "Skal ikke gis ut." in pages[0]
    assert "Datatilsynet, som kan kreve" not in pages[0]
