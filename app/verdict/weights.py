"""The weight of every evidence code, in log-odds at full strength, and the bounds of the sum.

Judgement, held against benchmarks/robustness.py: a whole official artwork outweighs nothing but a changed claim.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.model.report import Relation

PRIOR: Final = 0.0
WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "official_artwork": 5.0,
        "official_variant": 1.0,
        "same_file": 3.0,
        "text_changed": 5.0,
        "picture_changed": 5.0,
        "overlay_changed": 5.0,
        "perhaps_changed": 0.0,
        "could_be_variant": 0.0,
        "overlay_on_top": 0.0,
        "version_difference": 0.0,
        "partly_official": 0.6,
        "several_sources": 3.0,
        "known_fake": 5.0,
        "shared_elements": 0.0,
        "not_in_library": 0.7,
    }
)
# No sum may claim more certainty than the benchmark can show: one error in some 1,000.
MOST_LOG_ODDS: Final = 6.9
# From here on (probability .88) the verdict is one to act on.
CONCLUSIVE_LOG_ODDS: Final = 2.0
INCONCLUSIVE_RELATIONS: Final = frozenset({Relation.NO_MATCH, Relation.SHARED_ELEMENTS, Relation.OFFICIAL_VARIANT})
