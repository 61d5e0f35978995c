"""Lines: where they end, and what the text layer gets there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ropa_app.reports.page_model import Run
from ropa_app.reports.pdf.breaking import Breaker, Line, Rules
from ropa_app.reports.pdf.fonts import Faces, FontSet
from ropa_app.reports.pdf.styles import ACCENT, INK, SECONDARY, Hyphens, TextSpec

FACES = Faces(FontSet.shipped())
PLAIN = TextSpec(10, 13)
FREE = TextSpec(10, 13, hyphens=Hyphens.FREELY)
SPARING = TextSpec(10, 13, hyphens=Hyphens.SPARINGLY)


def lines(text: str, width: float, spec: TextSpec = PLAIN, rules: Rules | None = None) -> list[str]:
    made, _ = Breaker(FACES, rules or Rules()).lines((Run(text),), spec, width)
    return [shown(line) for line in made]


def shown(line: Line) -> str:
    return "".join(span.text for span in line.spans) + line.ending


def test_words_fill_lines_and_a_space_stays_in_the_text_layer() -> None:
    assert lines("one two  three", 40) == ["one two ", "three"]
    assert lines("", 40) == [""]
    assert lines("   ", 40) == [""]


def test_line_feeds_break_and_blank_lines_stay() -> None:
    assert lines("one\ntwo", 400) == ["one ", "two"]
    assert lines("one\n\n\n\ntwo", 400) == ["one ", "", "two"]
    assert lines("\none", 400) == ["one"]


def test_no_break_spaces_hold() -> None:
    assert lines("aaa bbb\u00a0ccc", 40) == ["aaa ", "bbb\u00a0ccc"]


def test_glue_holds_a_word_to_the_next() -> None:
    rules = Rules(glue=frozenset({"section"}))
    assert lines("see section 30 of", 50, PLAIN, rules) == ["see ", "section\u00a030 ", "of"]
    assert lines("see (section 30)", 46, PLAIN, rules) == ["see ", "(section\u00a0", "30)"]


def test_soft_hyphens_are_drawn_only_where_a_line_ends() -> None:
    assert lines("be\u00adhind\u00adhand", 400) == ["behindhand"]
    assert lines("be\u00adhind\u00adhand", 38) == ["behind\u00ad", "hand"]


def test_seams_break_compounds_in_cells_only() -> None:
    rules = Rules(frozenset({"library", "loan", "inter"}))
    assert lines("an interlibraryloan", 75, FREE, rules) == ["an interlibrary\u00ad", "loan"]
    assert lines("an interlibraryloan", 75, SPARING, rules) == ["an ", "interlibraryloan"]
    assert lines("an interlibraryloan", 60, SPARING, rules) == ["an inter\u00ad", "libraryloan"]
    assert lines("an interlibraryloan", 75, PLAIN, rules) == ["an ", "interlibraryloan"]


def test_overlong_words_break_anywhere_rather_after_a_mark() -> None:
    assert "".join(lines("x" * 100, 50)) == "x" * 100
    assert lines("https://exampleorg/aaaa", 70)[0] == "https://"


def test_hyphens_of_words_are_left_alone() -> None:
    assert lines("e-post e-post", 35) == ["e-post ", "e-post"]


def test_short_links_stay_on_one_line() -> None:
    made, groups = Breaker(FACES).lines((Run("aaa "), Run("b c", link="#x"), Run(" d")), PLAIN, 25)
    assert [shown(line) for line in made] == ["aaa ", "b\u00a0c d"]
    assert [(group.link, group.text) for group in groups] == [("", "aaa "), ("#x", "b c"), ("", " d")]


def test_looks_of_runs() -> None:
    runs = (Run("a", bold=True), Run("b", link="#x"), Run("c", secondary=True), Run("d", strike=True))
    made, _ = Breaker(FACES).lines(runs, PLAIN, 100)
    looks = [span.look for span in made[0].spans]
    assert [look.colour for look in looks] == [INK, ACCENT, SECONDARY, INK]
    assert [look.underline for look in looks] == [False, True, False, False]
    assert looks[0].bold
    assert looks[3].strike


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.floats(12, 300))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: float) -> None:
    breaker = Breaker(FACES, Rules(frozenset({"abc", "bca"})))
    made, _ = breaker.lines((Run(text),), FREE, width)
    printed = FACES.printable(text)
    kept = "".join(shown(line) for line in made)
    for blank in " \n\u00a0\u200b\u00ad":
        printed, kept = printed.replace(blank, ""), kept.replace(blank, "")
    assert kept == printed
    for line in made:
        reach = max((span.x + span.width for span in line.spans), default=0)
        assert reach <= width + 0.001 or len("".join(span.text for span in line.spans)) == 1
