"""Which rules say that a duty is open, and which ones look at what answers it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ropa_app.legal.duties.duty import What

#: A duty is open exactly where one of these finds something of its record or its answer.
OPEN_WHERE: Final[Mapping[What, tuple[str, ...]]] = MappingProxyType(
    {
        What.BALANCING_TEST: ("R-LB-02",),
        What.CONSENT_EVIDENCE: ("R-LB-06",),
        What.PROCESSOR_AGREEMENT: ("R-PRO-01", "R-PRO-03"),
        What.JOINT_ARRANGEMENT: ("R-REC-05",),
        What.TRANSFER_ASSESSMENT: ("R-TRA-10",),
        What.DPIA: ("R-DPI-01", "R-DPI-02", "R-DPI-03"),
        What.COMPATIBILITY: ("R-PUR-04",),
    }
)
#: What else they find of the record or its answer is told beside an answered duty.
LOOKED_AT: Final[Mapping[What, tuple[str, ...]]] = MappingProxyType(
    {
        What.BALANCING_TEST: ("R-LB-04",),
        What.CONSENT_EVIDENCE: (),
        What.PROCESSOR_AGREEMENT: ("R-PRO-02", "R-PRO-06"),
        What.JOINT_ARRANGEMENT: (),
        What.TRANSFER_ASSESSMENT: ("R-TRA-11",),
        What.DPIA: ("R-DPI-04", "R-DPI-05", "R-DPI-07"),
        What.COMPATIBILITY: (),
    }
)
