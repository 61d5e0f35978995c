"""The verbs of the law data: what counts for a register, loading a newer pack, and making one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ropa_app.cli.verbs import editable, opened, refuse_altered
from ropa_app.i18n import N_, Translator
from ropa_app.services import law_data
from ropa_app.services.law_difference import LawDifference, law_difference
from ropa_app.services.law_texts import TABLES, DifferenceTexts, in_force_lines
from ropa_app.services.naming import Naming
from ropa_app.services.session import OpenRegister

SUMMARY = N_("Law data verified on {day} instead of {before}, judged on {today}:")


def show(t: Translator, file: Path) -> None:
    """Print which law data count for a register."""
    with opened(file, read_only=True) as register:
        found = law_data.in_force(register.file)
    print("\n".join(in_force_lines(found, t)))
    for table, title in TABLES.items():
        rows = found.law.tables[table]
        open_rows = sum(not row.is_confirmed() for row in rows)
        note = t.plural("{n} to be confirmed", "{n} to be confirmed", open_rows)
        print(f"  {t.marked(title)}: {len(rows)}" + (f" ({note})" if open_rows else ""))


def load(t: Translator, file: Path, pack: Path, only_compare: bool, by: str | None) -> None:
    """Print what a pack changes for a register, and load it unless it shall only be compared."""
    with opened(file, by, read_only=True) if only_compare else editable(t, file, by) as register:
        refuse_altered(register)
        chosen = law_data.choose(register.file, pack, register.today())
        found = law_difference(register.file, chosen.replaced, chosen.law, register.today())
        print("\n".join(_lines(t, register, found)))
        if not only_compare:
            law_data.load_law(register, chosen)
            print(t("Loaded. The history has it as a step that undo does not take back."))


def _lines(t: Translator, register: OpenRegister, found: LawDifference) -> Iterable[str]:
    naming = Naming(register.records, found.after, t, t.language, register.main_language)
    texts = DifferenceTexts(found, naming)
    days = {"day": found.after.pack.verified, "before": found.before.pack.verified, "today": found.day}
    yield t(SUMMARY, **{name: naming.day(day) for name, day in days.items()})
    yield texts.summary()
    for section in texts.sections():
        yield ""
        yield section.heading
        yield from (f"  {line}" for line in section.lines)


def pack(t: Translator, folder: Path, output: Path) -> None:
    """Make a pack of a folder of law data."""
    law = law_data.write_pack(folder, output)
    print(t("Wrote {path}", path=output))
    print(f"SHA-256 {law.digest}")
