"""The sections of the public privacy statement, Articles 13 and 14."""
