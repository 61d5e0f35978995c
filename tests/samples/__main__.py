"""Write the samples as PDF: `python -m tests.samples FOLDER [NAME...]`, all of them without a name."""

from __future__ import annotations

import sys
from pathlib import Path

from ropa_app.reports.pdf import write_pdf
from tests.samples import BY_NAME, SAMPLES


def main(arguments: list[str]) -> int:
    """Write samples into a folder that then holds no other PDF; return the exit status."""
    unknown = [name for name in arguments[1:] if name not in BY_NAME]
    if not arguments or unknown:
        print(__doc__ if not unknown else f"There is no sample {', '.join(unknown)}.")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pdf"):
        old.unlink()
    for sample in SAMPLES:
        if not arguments[1:] or sample.name in arguments[1:]:
            write_pdf(sample.document(), folder / f"{sample.name}.pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
