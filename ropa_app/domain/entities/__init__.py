"""The kinds of records, one dataclass each; every field is declared here and nowhere else."""
