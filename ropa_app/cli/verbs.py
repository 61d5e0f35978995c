"""What each verb does: open, call a service, print what came of it."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from ropa_app.domain.values import Audience
from ropa_app.i18n import N_, Translator
from ropa_app.services import creating, exporting, papers, stating
from ropa_app.services.approving import approve as approve_version
from ropa_app.services.approving import standing
from ropa_app.services.declaring import declared_gaps
from ropa_app.services.editing import Refused
from ropa_app.services.exporting import Final as Finality
from ropa_app.services.law_data import law_of
from ropa_app.services.session import OpenRegister

#: Whom a register document can be made for, by the words of the command line.
AUDIENCES: Final[Mapping[str, Audience]] = {"authority": Audience.AUTHORITY, "internal": Audience.INTERNAL}


def user_name(by: str | None = None) -> str:
    """Return the name for the history: the one given, else that of the system's user."""
    if by and by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


@contextmanager
def opened(file: Path, by: str | None = None, *, read_only: bool) -> Iterator[OpenRegister]:
    """Open a register for as long as a verb needs it."""
    register = creating.open_register(file, user_name(by), read_only=read_only)
    try:
        yield register
    finally:
        register.close()


@contextmanager
def editable(t: Translator, file: Path, by: str | None) -> Iterator[OpenRegister]:
    """Open a register for a verb that writes; raise Refused where it cannot be edited."""
    with opened(file, by, read_only=False) as register:
        if register.file.read_only:
            raise Refused(N_("{why}"), why=register.file.read_only_text(t))
        yield register


def refuse_altered(register: OpenRegister) -> None:
    """Compare the digest before anything is told or printed of a register."""
    if not register.file.verify().in_order:
        raise Refused(
            N_("The register was changed outside the program; “ropa verify” says where. Nothing was written.")
        )


def new(t: Translator, file: Path, name: str, by: str | None) -> None:
    """Make an empty register."""
    if not name.strip():
        raise Refused(N_("Give the name of the organisation."))
    made = creating.create_register(file, name.strip(), user_name(by), language=t.language)
    print(t("Made {path}", path=made))


def example(t: Translator, file: Path, activities: int | None, seed: int, by: str | None) -> None:
    """Make the example register or a synthetic one."""
    if activities is None:
        made = creating.create_example(file, user_name(by))
    else:
        made = creating.create_synthetic(file, user_name(by), activities, seed)
    print(t("Made {path}", path=made))


def info(t: Translator, file: Path, as_json: bool) -> None:
    """Print what a register holds."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        facts = stating.facts(register)
    if as_json:
        print(json.dumps(facts.plain(), ensure_ascii=False, indent=1, sort_keys=True))
    else:
        print("\n".join(facts.lines(t)))


def approve(t: Translator, file: Path, by: str, note: str) -> None:
    """Approve the present state as the next version."""
    with editable(t, file, by) as register:
        refuse_altered(register)
        approve_version(register, by, note, law_of(register.file))
        newest = standing(register.file).newest
    print(t("Approved version {number}.", number=newest.number if newest else ""))


def verify(t: Translator, file: Path) -> int:
    """Check the history and the digest."""
    with opened(file, read_only=True) as register:
        found = register.file.verify()
    for sequence in found.broken_steps:
        print(t("Step {number} of the history is not as it was written.", number=sequence))
    if not found.state_as_recorded:
        print(t("The records are not as the history left them."))
    if found.in_order:
        print(t("History and records are in order."))
    return 0 if found.in_order else 1


def export_register(
    t: Translator,
    file: Path,
    output: Path,
    date: date | None,
    page_version: int | None,
    audience: str,
    parts: frozenset[str] | None,
    activities: str | None,
    wide: bool,
) -> None:
    """Write the register as PDF."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        law = law_of(register.file)
        source = exporting.source(register.file, law, date, page_version)
        named = None if activities is None else activities.split(",")
        options = exporting.RegisterOptions(
            wide_overview=wide,
            audience=AUDIENCES[audience],
            parts=exporting.DEFAULT_PARTS if parts is None else parts,
            activities=None if named is None else exporting.activities_named(source.records, named),
            declared=declared_gaps(register.file, source, t.language, law),
        )
        made = exporting.export_register(source, output, t.language, law, options)
    tell_written(t, made)


def export_statement(
    t: Translator,
    file: Path,
    output: Path,
    form: exporting.StatementFormat | None,
    date: date | None,
    final: bool,
    published: date | None,
    place: str | None,
    reason: str | None,
    by: str | None,
) -> None:
    """Write the statement; a final one is recorded as published."""
    how = _final(published, place, reason) if final else None
    with editable(t, file, by) if final else opened(file, by, read_only=True) as register:
        refuse_altered(register)
        law = law_of(register.file)
        source = exporting.source(register.file, law, date)
        statement = exporting.printed_statement(source, t.language, law, how)
        made = exporting.export_statement(statement, output, form=form or exporting.statement_format(output))
        if how is not None:
            exporting.record_publication(register, statement)
    tell_written(t, made)


def _final(published: date | None, place: str | None, reason: str | None) -> Finality:
    if published is None or not (place or "").strip():
        raise Refused(N_("A final statement needs --published and --place."))
    return Finality(published, (place or "").strip(), (reason or "").strip())


def export_assessment(
    t: Translator, file: Path, reference: str, output: Path, date: date | None, audience: str
) -> None:
    """Write an assessment as PDF."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        law = law_of(register.file)
        one = papers.assessment_named(register.records, reference)
        source = exporting.source(register.file, law, date)
        made = papers.export_assessment(source, one, output, t.language, law, AUDIENCES[audience])
    tell_written(t, made)


def export_json(t: Translator, file: Path, output: Path) -> None:
    """Write the register as JSON."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        made = exporting.export_json(register.file, output)
    print(t("Wrote {path}", path=made))


def import_json(t: Translator, source: Path, output: Path, by: str | None) -> None:
    """Make a register of exported JSON."""
    made = creating.import_json(source, output, user_name(by))
    print(t("Made {path}", path=made))


def tell_written(t: Translator, made: exporting.Exported) -> None:
    """Print which file was written, and the characters that no font has."""
    print(t("Wrote {path}", path=made.path))
    if made.replaced:
        shown = " ".join(made.replaced)
        print(
            t(
                "These characters are in no font and were printed as their codes: {characters}",
                characters=shown,
            ),
            file=sys.stderr,
        )
