"""The register of processing activities under GDPR Article 30, kept in one local file."""

from typing import Final

__version__: Final = "0.1.0"
