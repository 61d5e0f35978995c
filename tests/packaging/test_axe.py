"""What axe found is written down so that it shows when it is no longer true; `make axe` judges."""

from __future__ import annotations

from pathlib import Path

import axe

PAGES = {"Statement": Path("statement.html")}


def test_the_documented_result_is_that_of_the_pinned_version() -> None:
    text = axe.RESULT.read_text("utf-8")
    assert f"| axe-core | {axe.AXE_VERSION}, all " in text
    assert "| Violations | 0 |" in text


def test_what_is_left_to_people_is_told_with_their_judgement() -> None:
    some = axe.Left("Second", {"y", "x", ""}, ["Statement"])
    known = axe.Left("Hidden", set(), ["Other"])
    findings = axe.Findings(rules=105, runs=4, open={"b": some, "hidden-content": known})
    text = axe.told(findings, {**PAGES, "Other": Path("other.html")}, "Browser/1")
    assert text.partition("## What axe leaves to people\n\n")[2].splitlines() == [
        "- **b** (Statement). axe: x / y. People: Nobody has looked at it yet.",
        f"- **hidden-content** (Other). axe: Hidden. People: {axe.JUDGED['hidden-content']}",
    ]
    assert "- Statement\n" in text
    assert axe.told(axe.Findings(), PAGES, "Browser/1").endswith("Nothing.\n")


def test_everything_that_is_left_open_was_looked_at() -> None:
    assert "Nobody has looked" not in axe.RESULT.read_text("utf-8")


def test_another_browser_alone_changes_nothing_that_is_compared() -> None:
    first, second = (axe.told(axe.Findings(), PAGES, name) for name in ("Browser/1", "Browser/2"))
    other = axe.told(axe.Findings(rules=1), PAGES, "Browser/1")
    assert first != second
    assert axe.without_browser(first) == axe.without_browser(second)
    assert axe.without_browser(first) != axe.without_browser(other)


def test_faults_say_where_they_are() -> None:
    node = {"html": "<p>", "why": "Too faint"}
    answer = {"violations": [{"id": "color-contrast", "nodes": [node]}], "wide": 400}
    assert list(axe.faults(answer, "Statement, dark, 320 px", 320)) == [
        "Statement, dark, 320 px: color-contrast: Too faint: <p>",
        "Statement, dark, 320 px: the page is 400 px wide",
    ]
