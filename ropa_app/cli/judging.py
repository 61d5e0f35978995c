"""The verbs that judge a register as of a day: findings, coverage, duties, and what if."""

from __future__ import annotations

import click

from ropa_app.cli import checking, coverage, duties, what_if
from ropa_app.cli.speech import FilePath, SpokenOption
from ropa_app.cli.words import Words


def judging(w: Words) -> list[click.Command]:
    """Return these verbs."""
    t = w.t
    as_of = w.day("--as-of", t("Day to judge the register on; else today."))
    form = w.form()
    return [
        w.command(
            "check",
            checking.check,
            t("Print what the rules find in a register; ends with 1 where an error is open."),
            w.file(),
            as_of,
            form,
            SpokenOption(
                ["--pdf"],
                type=FilePath(t("FILE")),
                help=t("Write the findings as PDF into this file instead; one of that name is replaced."),
                t=t,
            ),
        ),
        w.command(
            "coverage",
            coverage.show,
            t("Print what Articles 13 and 14 ask for and is missing; ends with 1 where something is."),
            w.file(),
            as_of,
            form,
        ),
        w.command(
            "duties",
            duties.duties,
            t("Print what must be documented, what answers it, and what is not needed and why."),
            w.file(),
            as_of,
            form,
        ),
        _supposing(w),
    ]


def _supposing(w: Words) -> click.Command:
    t = w.t
    return w.command(
        "what-if",
        what_if.suppose,
        t("Print what would be hit if a party left, or the law changed, on a day; nothing is written."),
        w.file(),
        w.text("--party", t("The party that leaves: its name or a part of it.")),
        w.text("--country", t("The country that loses its adequacy decision: its code or name.")),
        w.text("--tool", t("The transfer tool that lapses: its code or name, such as adequacy-us-dpf.")),
        w.day("--day", t("The day it happens and the register is judged on; else today.")),
        w.form(),
        SpokenOption(
            ["--pdf"],
            type=FilePath(t("FILE")),
            help=t("Write the answer as PDF into this file instead; one of that name is replaced."),
            t=t,
        ),
    )
