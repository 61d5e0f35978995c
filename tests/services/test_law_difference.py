"""What newer law data change: rows by what they are, and transfers, activities and findings of a register."""

from __future__ import annotations

from datetime import date

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import law_from, shipped
from ropa_app.services.editing import set_value
from ropa_app.services.law_difference import RowChange, TransferChange, law_difference, row_changes
from ropa_app.services.law_texts import DifferenceTexts
from ropa_app.services.naming import Naming
from tests.law_packs import DENMARK, changed_files
from tests.registers import make

ACTIVITY = Activity(id=RecordId("a"), reference="1.1", title=Text(nb="Kunder"), status="active")
PARTY = Party(id=RecordId("g"), name="Tivoli A/S")
PLACE = Place(id=RecordId("s"), position=1, party=PARTY.id, role="own", country="DK")
RECIPIENT = Recipient(id=RecordId("m"), position=1, activity=ACTIVITY.id, party=PARTY.id)
TODAY = date(2026, 11, 28)
AFTER = law_from(changed_files(eea=(DENMARK, f"{DENMARK}2026-11-01")))


@pytest.fixture
def register(tmp_path):
    made = make(tmp_path / "a.ropa", ACTIVITY, PARTY, PLACE, RECIPIENT)
    yield made
    made.close()


def test_a_country_that_leaves_makes_a_transfer_and_concerns_its_activity(register):
    found = law_difference(register.file, shipped(), AFTER, TODAY)
    (change,) = found.transfers
    assert change.before is None
    assert change.transfer.place == PLACE
    assert found.activities == (ACTIVITY.id,)
    (row,) = found.rows
    assert (row.file, row.before and row.before.get("valid_to"), row.after and row.after.get("valid_to")) == (
        "eea.csv",
        "",
        "2026-11-01",
    )


def test_the_other_way_round_it_ceases(register):
    (change,) = law_difference(register.file, AFTER, shipped(), TODAY).transfers
    assert change.after is None
    assert change.transfer.place == PLACE


def test_on_an_earlier_day_nothing_is_judged_otherwise(register):
    found = law_difference(register.file, shipped(), AFTER, date(2026, 10, 31))
    assert (found.transfers, found.activities, found.appeared, found.gone) == ((), (), (), ())
    assert len(found.rows) == 1


def test_the_same_law_differs_in_nothing(register):
    found = law_difference(register.file, shipped(), law_from(changed_files()), TODAY)
    assert (found.rows, found.transfers, found.appeared, found.gone) == ((), (), (), ())


def test_a_finding_with_another_limit_is_told_anew(register):
    set_value(register, RecordId("organisation"), "record_waived", Answer.YES)
    after = law_from(changed_files(thresholds=("art30-5-employees|250", "art30-5-employees|750")))
    found = law_difference(register.file, shipped(), after, TODAY)
    assert [one.finding.rule for one in found.appeared] == ["R-ORG-07"]
    assert [one.finding.rule for one in found.gone] == ["R-ORG-07"]
    texts = DifferenceTexts(found, Naming(register.records, after, translator("nb"), "nb", "nb"))
    new, gone = [section for section in texts.sections() if "unn" in section.heading]
    assert "750" in new.lines[0]
    assert "250" in gone.lines[0]


def test_rows_come_go_and_change():
    later = "XK|Kosovo|Kosovo|Kosovo|EU|2026-11-01||S58|no\n"
    files = changed_files(
        thresholds=("art30-5-employees|250", "art30-5-employees|750"),
        glossary=("controller|behandlingsansvarlig|", "controller-2|behandlingsansvarlig|"),
    )
    files["eea.csv"] += later.replace("XK", "CH").replace("Kosovo", "Sveits").encode()
    found = list(row_changes(shipped(), law_from(files)))
    kinds = {(one.file, one.before is None, one.after is None) for one in found}
    assert kinds == {
        ("eea.csv", True, False),
        ("glossary.csv", True, False),
        ("glossary.csv", False, True),
        ("thresholds.csv", False, False),
    }
    assert len(found) == 4


def test_a_change_of_nothing_is_none():
    with pytest.raises(ValueError, match="no transfer"):
        _ = TransferChange(None, None).transfer
    assert RowChange("x", None, None).after is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_words(register, language):
    files = changed_files(
        eea=(DENMARK, f"{DENMARK}2026-11-01"), thresholds=("art30-5-employees|250", "art30-5-employees|750")
    )
    after = law_from(files)
    found = law_difference(register.file, shipped(), after, TODAY)
    t = translator(language)
    texts = DifferenceTexts(found, Naming(register.records, after, t, language, "nb"))
    told = "\n".join(f"{section.heading}\n" + "\n".join(section.lines) for section in texts.sections())
    summary = {
        "nb": "1 overføring er berørt; 1 aktivitet er berørt; ",
        "nn": "1 overføring er påverka; 1 aktivitet er påverka; ",
        "en": "1 transfer is affected; 1 activity is affected; ",
    }
    assert texts.summary().startswith(summary[language])
    country = "Denmark" if language == "en" else "Danmark"
    assert f"Tivoli A/S · {country}: " in told
    assert "1.1 Kunder" in told
    assert "250 → 750" in told
    assert "{" not in told


def test_where_nothing_is_concerned_it_says_so(register):
    found = law_difference(register.file, shipped(), AFTER, date(2026, 10, 31))
    t = translator("nb")
    texts = DifferenceTexts(found, Naming(register.records, AFTER, t, "nb", "nb"))
    assert texts.summary() == "Ingenting i dette registeret vurderes annerledes."
    assert [section.heading for section in texts.sections()] == ["Medlemmer av EØS (1)"]
