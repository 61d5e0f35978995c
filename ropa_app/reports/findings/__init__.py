"""The parts of the report on findings: what is told, front page and contents, and its chapters."""
