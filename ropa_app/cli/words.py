"""The options and arguments that verbs share, in the language of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from ropa_app.cli.checking import FORMATS
from ropa_app.cli.speech import Day, FilePath, Spoken, SpokenOption
from ropa_app.i18n import LANGUAGES, Language, Translator


@dataclass(frozen=True, slots=True)
class Words:
    """The translator of a run and the options that it makes."""

    t: Translator

    def language(self) -> click.Option:
        """Return the option that every verb has; its value was read before the verbs were made."""
        help_text = self.t("Language of messages and documents: nb, nn or en.")
        return SpokenOption(
            ["--language"], type=click.Choice(LANGUAGES), default=self.t.language, help=help_text, t=self.t
        )

    def file(self, name: str = "file", word: str | None = None) -> click.Argument:
        """Return an argument that names a file."""
        return click.Argument([name], type=FilePath(word or self.t("FILE")))

    def output(self) -> click.Option:
        """Return the option that names the file to write."""
        return SpokenOption(
            ["-o", "--output"],
            type=FilePath(self.t("FILE")),
            required=True,
            help=self.t("The file to write; a file of that name is replaced."),
            t=self.t,
        )

    def by(self) -> click.Option:
        """Return the option that says who edits."""
        return SpokenOption(
            ["--by"],
            metavar=self.t("NAME"),
            help=self.t("Name that stands in the history; else that of the system's user."),
            t=self.t,
        )

    def day(self, name: str, help_text: str) -> click.Option:
        """Return an option that names a day."""
        return SpokenOption([name], type=Day(self.t), help=help_text, t=self.t)

    def text(self, name: str, help_text: str, *, required: bool = False) -> click.Option:
        """Return an option that holds a text."""
        return SpokenOption([name], metavar=self.t("TEXT"), help=help_text, required=required, t=self.t)

    def form(self) -> click.Option:
        """Return the option that says whom what is printed is for."""
        return SpokenOption(
            ["--format", "form"],
            type=click.Choice(FORMATS),
            default="text",
            help=self.t("text for people, json for other programs."),
            t=self.t,
        )

    def number(self, name: str, help_text: str, default: int | None = None) -> click.Option:
        """Return an option that holds a whole number, 1 or more unless the default is smaller."""
        least = 1 if default is None else min(default, 1)
        return SpokenOption(
            [name],
            type=click.IntRange(min=least),
            metavar=self.t("NUMBER"),
            default=default,
            help=help_text,
            t=self.t,
        )

    def command(
        self, name: str, run_verb: Callable[..., int | None], help_text: str, *params: click.Parameter
    ) -> Spoken:
        """Return a verb with the option of the language added."""

        def callback(language: Language, **given: Any) -> int | None:
            return run_verb(self.t, **given)

        return Spoken(name, callback=callback, help=help_text, params=[*params, self.language()], t=self.t)
