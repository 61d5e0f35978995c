"""Click in our words: help and errors in the chosen language, an error in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from ropa_app.i18n import Translator
from ropa_app.services.editing import Refused


class Spoken(click.Command):
    """A verb whose help is headed in the language of its translator."""

    def __init__(self, *args: Any, t: Translator, **more: Any) -> None:
        self.t = t
        super().__init__(*args, **more)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line under our heading."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=self.t("Usage") + ": ")

    def _options_word(self) -> str:
        return "[" + self.t("options") + "]"

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name the options in our word."""
        return [
            f"[{self.t('options')}]",
            *(p for p in super().collect_usage_pieces(ctx) if "[OPTIONS]" not in p),
        ]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options under our heading."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [record for one in options if (record := one.get_help_record(ctx))]
        if records:
            with formatter.section(self.t("Options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe --help in our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.t("Show this help.")
        return option


class SpokenGroup(Spoken, click.Group):
    """A group of verbs whose help is headed in the language of its translator."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say in our words that a verb follows."""
        return [self._options_word(), self.t("VERB"), "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List options and verbs under our headings."""
        super().format_options(ctx, formatter)
        verbs = [(name, self.commands[name].get_short_help_str(200)) for name in self.commands]
        with formatter.section(self.t("Verbs")):
            formatter.write_dl(verbs)


class SpokenOption(click.Option):
    """An option that says in our words that it must be given."""

    def __init__(self, *args: Any, t: Translator, **more: Any) -> None:
        self.t = t
        super().__init__(*args, **more)

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Translate the word for required."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = self.t("required")
        return extra


class Day(click.ParamType[date]):
    """A calendar day written as 2026-11-22."""

    name = "day"

    def __init__(self, t: Translator) -> None:
        self.t = t

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the form of a day."""
        return self.t("YYYY-MM-DD")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fail with a sentence that shows the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(self.t("“{value}” is not a day; write it as 2026-11-22.", value=value), param, ctx)


class CodeList(click.ParamType[frozenset[str]]):
    """Codes with commas between; `check` returns them, or raises Refused for one that does not exist."""

    name = "codes"

    def __init__(self, t: Translator, check: Callable[[Iterable[str]], frozenset[str]]) -> None:
        self.t = t
        self.check = check

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show that several can be given."""
        return self.t("LIST")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """Return the codes; fail with the sentence that says which there are."""
        if isinstance(value, frozenset):
            return value
        try:
            return self.check(value.split(","))
        except Refused as problem:
            self.fail(problem.text(self.t), param, ctx)


class FilePath(click.ParamType[Path]):
    """A path of a file; whether it exists is for the verb to say."""

    name = "file"

    def __init__(self, word: str) -> None:
        self.word = word

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the word for the file."""
        return self.word

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path."""
        return Path(value)


def complaint(problem: click.ClickException, t: Translator) -> str:
    """Return what is wrong with a command line, in one sentence."""
    for kind, words in _COMPLAINTS:
        if isinstance(problem, kind):
            return words(problem, t)
    return t("The command line cannot be understood; see --help.")


def _missing(problem: Any, t: Translator) -> str:
    return t("{name} is missing; see --help.", name=_name_of(problem.param))


def _bad(problem: Any, t: Translator) -> str:
    if isinstance(problem.param and problem.param.type, Day | CodeList):
        return str(problem.message)
    return t("The value of {name} cannot be used; see --help.", name=_name_of(problem.param))


def _no_option(problem: Any, t: Translator) -> str:
    return t("There is no option {name}; see --help.", name=problem.option_name)


def _no_verb(problem: Any, t: Translator) -> str:
    return t("There is no verb {name}; see --help.", name=problem.command_name)


def _name_of(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    return param.opts[-1] if isinstance(param, click.Option) else (param.name or "?").upper()


_COMPLAINTS: tuple[tuple[type[click.ClickException], Callable[[Any, Translator], str]], ...] = (
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad),
    (click.NoSuchOption, _no_option),
    (click.NoSuchCommand, _no_verb),
)
