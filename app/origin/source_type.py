"""Reads the IPTC digital source type: whether a file says that a trained model made it, or a part of it."""

from enum import IntEnum
from typing import Final


class SourceType(IntEnum):
    """What is said of a model's part; the larger value says more."""

    NONE = 0
    SCREEN = 1
    COMPOSITE = 2
    AI = 3


# IPTC NewsCodes, digitalsourcetype (cv.iptc.org/newscodes/digitalsourcetype); C2PA 2.x adds trainedAlgorithmicData.
_CODES: Final = {
    "trainedalgorithmicmedia": SourceType.AI,
    "trainedalgorithmicdata": SourceType.AI,
    "compositewithtrainedalgorithmicmedia": SourceType.COMPOSITE,
    "compositesynthetic": SourceType.COMPOSITE,
    "screencapture": SourceType.SCREEN,
}


def read_source_type(text: str) -> SourceType:
    """`text`: the code itself or its address; NONE for every code that says nothing of a model."""
    code = text.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return _CODES.get(code.lower(), SourceType.NONE)
