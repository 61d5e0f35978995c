"""The parts of an assessment printed as an annex: what each method asks, its risks, its transfers."""
