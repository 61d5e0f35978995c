"""Names that a framework calls and vulture cannot see being used."""
