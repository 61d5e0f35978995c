"""The verbs of the command line, their options, and how a run of one ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Final

import click

from ropa_app import __version__
from ropa_app.cli import law_data, verbs
from ropa_app.cli.judging import judging
from ropa_app.cli.speech import CodeList, FilePath, SpokenGroup, SpokenOption, complaint
from ropa_app.cli.words import Words
from ropa_app.exchange.problems import ImportProblem
from ropa_app.i18n import Language, Translator, translator
from ropa_app.legal import LawDataError
from ropa_app.services.editing import Refused
from ropa_app.services.exporting import PARTS, STATEMENT_FORMATS, checked_parts
from ropa_app.storage.errors import FileProblem

VERBS: Final = frozenset(
    {
        *("new", "example", "info", "approve", "check", "coverage", "duties", "what-if", "verify"),
        *("export", "import", "lawdata", "self-test"),
    }
)
PROGRAM: Final = "ropa"
_FAILED: Final = 1
_MISUSED: Final = 2


def _making(w: Words) -> list[click.Command]:
    t = w.t
    name = SpokenOption(
        ["--name"],
        metavar=t("NAME"),
        required=True,
        help=t("Name of the organisation whose register it is."),
        t=t,
    )
    return [
        w.command("new", verbs.new, t("Make an empty register."), w.file(), name, w.by()),
        w.command(
            "example",
            verbs.example,
            t("Make the example register of VELUX Norge AS, or a synthetic one of any size."),
            w.file(),
            w.number("--activities", t("Number of activities of a synthetic register.")),
            w.number(
                "--seed", t("Start value of a synthetic register; the same one makes the same texts."), 0
            ),
            w.by(),
        ),
    ]


def _looking(w: Words) -> list[click.Command]:
    t = w.t
    as_json = SpokenOption(["--json", "as_json"], is_flag=True, help=t("Print JSON for other programs."), t=t)
    by = SpokenOption(["--by"], metavar=t("NAME"), required=True, help=t("Who approves: name and role."), t=t)
    return [
        w.command("info", verbs.info, t("Print what a register holds."), w.file(), as_json),
        w.command(
            "approve",
            verbs.approve,
            t("Approve the present state as the next version."),
            w.file(),
            by,
            w.text("--note", t("What has changed, in one sentence."), required=True),
        ),
        *judging(w),
        w.command("verify", verbs.verify, t("Check the history and the digest of a register."), w.file()),
    ]


def _exporting(w: Words) -> SpokenGroup:
    t = w.t
    final = SpokenOption(
        ["--final"], is_flag=True, help=t("Export as final and record it as published."), t=t
    )
    form = SpokenOption(
        ["--format", "form"],
        type=click.Choice(STATEMENT_FORMATS),
        help=t(
            "PDF, web page or plain text; without it a name ending in .html, .htm or .txt decides, else PDF."
        ),
        t=t,
    )
    group = SpokenGroup("export", help=t("Write the register or the statement to a file."), t=t)
    for command in (
        w.command(
            "register",
            verbs.export_register,
            t("Write the register for the authority as PDF."),
            w.file(),
            w.output(),
            w.day("--date", t("Day it is drawn and judged as of; else the day of the last change.")),
            w.number("--page-version", t("Write an approved version instead of the present state.")),
            *_chosen_for_register(w),
        ),
        w.command(
            "statement",
            verbs.export_statement,
            t("Write the public statement, as a draft or as final."),
            w.file(),
            w.output(),
            form,
            w.day("--date", t("Day it is drawn and judged as of; else the day of the last change.")),
            final,
            w.day("--published", t("Day of publication of a final statement.")),
            w.text("--place", t("Where a final statement is published, such as a web address.")),
            w.text("--reason", t("Why it is published although something in it is not settled.")),
            w.by(),
        ),
        w.command(
            "assessment",
            verbs.export_assessment,
            t("Write an assessment as PDF, as an annex to the register."),
            w.file(),
            click.Argument(["reference"], metavar=t("REFERENCE")),
            w.output(),
            w.day("--date", t("Day it is drawn and judged as of; else the day of the last change.")),
            _audience(w),
        ),
        w.command(
            "json",
            verbs.export_json,
            t("Write the present state, the versions and the identity as JSON."),
            w.file(),
            w.output(),
        ),
    ):
        group.add_command(command)
    return group


def _audience(w: Words) -> SpokenOption:
    return SpokenOption(
        ["--audience"],
        type=click.Choice(tuple(verbs.AUDIENCES)),
        default="authority",
        help=w.t("Whom it is for: authority, or internal for a copy with internal information."),
        t=w.t,
    )


def _chosen_for_register(w: Words) -> list[click.Parameter]:
    """Return the options that say what is in the register document and whom it is for."""
    t = w.t
    return [
        _audience(w),
        SpokenOption(
            ["--parts"],
            type=CodeList(t, checked_parts),
            help=t(
                "Its parts, with commas between; all but gaps without it: {parts}.", parts=", ".join(PARTS)
            ),
            t=t,
        ),
        SpokenOption(
            ["--activities"],
            metavar=t("LIST"),
            help=t("Numbers of the activities in it, with commas between, such as 1.3,1.4; else all."),
            t=t,
        ),
        SpokenOption(["--wide"], is_flag=True, help=t("Set the overview as one table on A3."), t=t),
    ]


def _importing(w: Words) -> SpokenGroup:
    t = w.t
    group = SpokenGroup("import", help=t("Make a register of a file of another format."), t=t)
    output = SpokenOption(
        ["-o", "--output"],
        type=FilePath(t("FILE")),
        required=True,
        help=t("The register to make; it must not exist."),
        t=t,
    )
    source = w.file("source", t("JSON-FILE"))
    group.add_command(
        w.command("json", verbs.import_json, t("Make a register of exported JSON."), source, output, w.by())
    )
    return group


def _law_data(w: Words) -> SpokenGroup:
    t = w.t
    group = SpokenGroup(
        "lawdata", help=t("Show, renew or make the law data that registers are judged by."), t=t
    )
    compare = SpokenOption(
        ["--only-compare"], is_flag=True, help=t("Only print what would change; load nothing."), t=t
    )
    show = w.command("show", law_data.show, t("Print which law data count for a register."), w.file())
    load = w.command(
        "load",
        law_data.load,
        t("Print what a newer pack of law data changes for a register, and load it."),
        w.file(),
        w.file("pack", t("PACK")),
        compare,
        w.by(),
    )
    pack = w.command(
        "pack",
        law_data.pack,
        t("Make a pack of a folder of law data, for others to load."),
        w.file("folder", t("FOLDER")),
        w.output(),
    )
    for command in (show, load, pack):
        group.add_command(command)
    return group


def commands(t: Translator, self_test: Callable[[Translator], int]) -> SpokenGroup:
    """Return the whole command line in the language of a translator."""
    words = Words(t)
    about = t("Keep the record of processing activities (GDPR Article 30). Without a verb the window opens.")
    group = SpokenGroup(PROGRAM, help=about, params=[words.language()], callback=lambda language: None, t=t)
    for command in (
        *_making(words),
        *_looking(words),
        _exporting(words),
        _importing(words),
        _law_data(words),
    ):
        group.add_command(command)
    group.add_command(
        words.command("self-test", self_test, t("Check that this installation works, without a window."))
    )
    version = SpokenOption(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_print_version,
        help=t("Print the version of the program."),
        t=t,
    )
    group.params.append(version)
    return group


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        print(__version__)
        ctx.exit(0)


def run(arguments: Sequence[str], language: Language, self_test: Callable[[Translator], int]) -> int:
    """Run a command line and return its exit status.

    0: done; 1: not done, with one sentence on stderr; 2: the command line is wrong, with one sentence.
    """
    t = translator(language)
    try:
        group = commands(t, self_test)
        status = group.main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as problem:
        print(problem.format_message())
        return 0
    except click.ClickException as problem:
        return _end(complaint(problem, t), _MISUSED)
    except click.Abort:
        return _end(t("Interrupted."), _FAILED)
    except (Refused, ImportProblem, FileProblem) as problem:
        return _end(problem.text(t), _FAILED)
    except LawDataError as problem:
        return _end(t("The law data of this installation cannot be used: {why}", why=problem), _FAILED)
    return status if isinstance(status, int) else 0


def _end(sentence: str, status: int) -> int:
    print(f"{PROGRAM}: {' '.join(sentence.split())}", file=sys.stderr)
    return status
