"""One register is one SQLite file: opening, locking, recovery, copies, and everything written into it."""
