"""A sheet as a whole: its head, its sentence, its plates."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.record import Record
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.reports import page_model as m
from ropa_app.reports.article30.sheet import running_head, sheet, sheets
from tests.reports.scenes import abroad, activity, context, first_view, owned, same, shown


def _sheet(*records: Record, language: Language = "nb") -> m.Part:
    made = context(*records, language=language)
    return sheet(made, first_view(made))


def _text(*records: Record, language: Language = "nb") -> str:
    return shown(*_sheet(*records, language=language).blocks)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", "Prøveverket AS behandler personopplysninger for ett formål, om kunder og ansatte."),
        ("nn", "Prøveverket AS behandlar personopplysningar for eitt formål, om kundar og tilsette."),
        ("en", "Prøveverket AS processes personal data for one purpose, about customers and employees."),
    ],
)
def test_the_first_sentence_says_about_whom(language: Language, expected: str) -> None:
    line = owned(DataLine, subjects=("customer", "employee"))
    assert expected in _text(activity(), owned(Purpose), line, language=language)


def test_the_first_sentence_says_no_more_than_is_known() -> None:
    assert "Prøveverket AS behandler personopplysninger.\n" in _text(activity())
    several = [owned(Purpose, position=n) for n in (1, 2)]
    assert "Prøveverket AS behandler personopplysninger for 2 formål.\n" in _text(activity(), *several)
    line = owned(DataLine, subjects=("customer",))
    assert "Prøveverket AS behandler personopplysninger om kunder.\n" in _text(activity(), line)


def test_many_kinds_of_people_end_in_others() -> None:
    codes = ("customer", "employee", "prospect", "applicant", "referee", "visitor")
    printed = _text(activity(), owned(DataLine, subjects=codes))
    assert "om kunder, ansatte, mulige kunder, jobbsøkere, referanser og andre." in printed


def test_plates_say_what_the_signs_say() -> None:
    plates = next(one for one in _sheet(*abroad("US", "privacy-shield")).blocks if isinstance(one, m.Plates))
    states = dict(plates.letters)
    assert not states["e"]
    assert not states["f"]
    assert states["d"]
    assert "".join(run.text for run in plates.words).startswith("Utfylt: d. Noe mangler: a, b, c, e, f og g.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_without_title_and_number_has_a_heading(language: Language) -> None:
    made = _sheet(activity("", ""), language=language)
    heading = next(one for one in made.blocks if isinstance(one, m.Heading))
    assert heading.number == "?"
    assert heading.title
    assert made.section == f"? {heading.title}"


def test_a_running_head_has_five_words_at_most() -> None:
    assert running_head("1 Salg av varer") == "1 Salg av varer"
    assert running_head("1 Salg av varer på nettet i dag") == "1 Salg av varer på …"


def test_only_the_first_sheet_opens_the_group_in_the_outline() -> None:
    first, second = sheets(context(activity("1"), activity("2")))
    assert isinstance(next(iter(first.blocks)), m.OutlineEntry)
    assert isinstance(next(iter(second.blocks)), m.Heading)


def test_text_of_other_languages_is_marked() -> None:
    purpose = owned(Purpose, text=same("").with_("en", "Sell goods"))
    assert "{en-GB: Sell goods} (engelsk)" in _text(activity(), purpose)
