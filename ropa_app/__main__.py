"""Start the program: `ropa` on a terminal, `ropa-app` from a menu, or `python -m ropa_app`."""

from __future__ import annotations

import sys

from ropa_app import bootstrap


def main() -> int:
    """Run the command line or open the window; return the exit status."""
    return bootstrap.main(sys.argv[1:])


def main_window() -> int:
    """Open the window on the file that was given, if one was; return the exit status."""
    return bootstrap.window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
