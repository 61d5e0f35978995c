"""The parts of the register document, Article 30, one module each."""
