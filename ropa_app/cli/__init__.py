"""The command line `ropa`: thin verbs over services, in the language that is asked for."""

from ropa_app.cli.commands import VERBS, run

__all__ = ["VERBS", "run"]
