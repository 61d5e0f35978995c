"""The shipped law data is whole, and a folder with a fault in it is refused."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from ropa_app import paths
from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Text
from ropa_app.i18n import LANGUAGES
from ropa_app.legal import LawDataError, load, shipped
from ropa_app.legal.checks.catalogue import FILE as RULES
from ropa_app.legal.consistency import refuse_lost
from ropa_app.legal.loading import digest, files_of
from ropa_app.legal.reading import FILES

DAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(paths.resource("legal"), tmp_path / "legal")


def test_every_list_a_field_names_can_be_chosen_from():
    law = shipped()
    named = {
        spec.of
        for fields in SPECS.values()
        for spec in fields.values()
        if spec.type in (FieldType.CODE, FieldType.CODES)
    }
    assert "country" in named
    assert all(law.choices(name) for name in named)


def test_every_label_is_written_in_three_languages():
    law = shipped()
    for name, choices in law.lists.items():
        for choice in choices:
            assert all(choice.label.written(language) for language in LANGUAGES), (name, choice.code)


def test_no_file_of_the_folder_goes_unread():
    assert {path.name for path in paths.resource("legal").iterdir()} == {*FILES, RULES}


def test_the_digest_covers_every_file(folder):
    files = files_of(folder)
    first = digest(files)
    assert first == shipped().digest
    assert len(first) == 64
    for file in FILES:
        assert digest(files | {file: files[file] + b"\n"}) != first, file


def test_the_rows_to_be_confirmed_are_told_apart():
    law = shipped()
    assert [one.code for one in law.choices("outdated_terms") if not one.confirmed] == [
        "google-inc",
        "snapengage",
    ]
    assert not law.adequacy("US", DAY).confirmed
    assert law.adequacy("GB", DAY).confirmed
    assert law.threshold("art30-5-employees", DAY).confirmed
    assert all(row.confirmed for row in (*law.memberships, *law.lapsed_tools))
    assert {one.confirmed for one in law.choices("measures") if one.sources == ("own",)} == {True}
    by_hand = sum(not row.is_confirmed() for row in law.backed())
    assert law.unconfirmed == by_hand > 0


def test_the_glossary_has_each_term_once_in_three_languages():
    terms = shipped().choices("glossary")
    assert len(terms) == 97
    controller = shipped().choice("glossary", "controller")
    assert controller.label == Text(nb="behandlingsansvarlig", nn="behandlingsansvarleg", en="controller")
    assert controller.law == "Art. 4(7)"


def test_a_code_or_threshold_may_end_but_not_go(folder):
    refuse_lost(load(folder), shipped())
    for file, start in (("measures.csv", "M-A01|"), ("thresholds.csv", "child-consent-age|")):
        lines = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = "".join(line for line in lines if not line.startswith(start))
        (folder / file).write_text(kept, encoding="utf-8")
        with pytest.raises(LawDataError, match=f"“{start[:-1]}” is missing; end it by a date"):
            refuse_lost(load(folder), shipped())
        (folder / file).write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("eea.csv", "iso2|nb", "code|nb", "line 1: the columns are not iso2"),
        ("eea.csv", "AT|Østerrike", "XY|Østerrike", "line 2: iso2 is “XY”"),
        ("eea.csv", "AT|", "BE|", "line 3: “BE” stands twice for the same days"),
        ("eea.csv", "EU|1994-01-01||S58; S24|yes\nBE", "EU|1994-13-01||S58; S24|yes\nBE", "not a date"),
        ("eea.csv", "S58; S24|yes\nBE", "S999|yes\nBE", "the source “S999” is unknown"),
        ("adequacy.csv", "|in_force|", "|suspended|", "status is “suspended”"),
        ("adequacy.csv", "|in_force|no|", "|in_force|perhaps|", "scope_check is “perhaps”"),
        ("adequacy.csv", "GG|Guernsey", "JE|Guernsey", "“JE” stands twice"),
        ("codelists.csv", "units|day|dager", "units|day|", "nb is empty"),
        ("codelists.csv", "units|week|", "units|day|", "“day” stands twice"),
        ("codelists.csv", "\nunits|", "\nunit|", "the list units is missing"),
        ("codelists.csv", "\nremark_states|", "\nremark_state|", "the list remark_states is missing"),
        ("codelists.csv", "\nunits|day|", "\nmeasures|day|", "the list measures stands in another file too"),
        ("transfer_tools.csv", "|45||Art. 45|decision", "|44||Art. 45|decision", "family is “44”"),
        ("transfer_tools.csv", "2016-07-12|2020-07-16", "2016-07-12|2020-07-17", "ends on another day"),
        ("transfer_tools.csv", "bcr-c|", "scc-sa|", "“scc-sa” stands twice"),
        (
            "lapsed_tools.csv",
            "privacy-shield|US",
            "privacy-sheild|US",
            "“privacy-sheild” is no transfer tool",
        ),
        ("lapsed_tools.csv", "2016-07-12|2020-07-16", "2020-07-16|2020-07-16", "not in this order"),
        (
            "retention.csv",
            "enquiries|correspondence",
            "enquiries|mail",
            "names “mail”, which data_categories",
        ),
        ("retention.csv", "|12|month|case_closed", "|12||case_closed", "period and unit do not go together"),
        ("retention.csv", "|12|month|case_closed", "|12|moon|case_closed", "names “moon”, which units"),
        ("retention.csv", "|3|year|contract_end", "|3|year|some_day", "names “some_day”"),
        ("thresholds.csv", "breach|72|hour", "breach||hour", "value is empty"),
        ("thresholds.csv", "breach|72|hour", "breach|72|moon", "unknown unit “moon”"),
        ("sources.csv", "S2b|", "S2|", "“S2” stands twice"),
        ("sources.csv", "|authority|", "|rumour|", "kind is “rumour”"),
        ("claims.csv", "|no_special|", "|no_specials|", "claim is “no_specials”"),
        ("claims.csv", "|no_special|", "|no_profiling|", "the claim no_special is missing"),
        ("claims.csv", "unit-week|", "unit-moon|", "“unit-moon” ends in no unit"),
        ("claims.csv", "number-7|", "number-x|", "“number-x” ends in no number"),
        ("claims.csv", "|{name}|{name}|", "|… {name}|{name}|", "says_nb has a pattern with a gap at an end"),
        ("claims.csv", "|{name}|{name}|", "|a … b … c … d|{name}|", "or more than 2"),
        ("pack.csv", "schema|1", "schema|2", "the schema is not 1"),
        ("pack.csv", "edition|1", "edition|one", "edition is not a number"),
        ("pack.csv", "verified|", "checked|", "verified is missing"),
    ],
)
def test_a_fault_is_refused_by_its_name(folder, file, old, new, problem):
    path = folder / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1 if "\n" not in old[:1] else -1), encoding="utf-8")
    with pytest.raises(LawDataError) as error:
        load(folder)
    assert problem in str(error.value)


def test_a_tool_that_ended_must_stand_among_the_lapsed(folder):
    path = folder / "lapsed_tools.csv"
    kept = [row for row in path.read_text(encoding="utf-8").splitlines() if "safe-harbour" not in row]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(LawDataError, match="“safe-harbour” has ended and is missing"):
        load(folder)


def test_a_folder_from_before_a_later_table_takes_the_program_s(folder):
    (folder / "claims.csv").unlink()

    law = load(folder)

    assert law.claims == shipped().claims
    assert law.tables["claims.csv"] == shipped().tables["claims.csv"]
    assert set(law.files) == set(FILES) - {"claims.csv"}
    assert law.digest == digest(law.files) != shipped().digest
    refuse_lost(law, shipped())


def test_a_missing_file_is_refused(folder):
    (folder / "eea.csv").unlink()
    with pytest.raises(LawDataError, match=r"eea\.csv: cannot be read"):
        load(folder)
