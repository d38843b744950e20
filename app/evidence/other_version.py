"""What tells another official version.

A title that stands elsewhere, artwork that the reference has cut off, or that the whole lies as versions do.
"""

import math
from dataclasses import replace

from app.evidence.relate import WHOLE_AGREEMENT
from app.evidence.version_likelihood import version_log_odds
from app.model.comparison import ChangedRegion, Comparison, MovedPart, RegionChances
from app.model.geometry import Box

# How likely the picture is another version then: judgement, as too few show it to be counted: four of 170 pairs that
# share their artwork or a part of it (2026-11-26).
_LIKELY = 0.9
# So many times as likely is another version where both pictures show artwork that the other has cut off: judgement.
# Measured it is some hundred times (see compare/surroundings/frame_sides), but somebody may have edited a version that
# the library does not hold.
_CROSSED = 20.0
# How much likelier than an edit a version is to begin with, and can become by how the whole lies, in log-odds: some
# hundred versions cannot show more. With a prior of 0, .5, 1 and 2, 91, 95, 96 and 98 in a hundred of 99 versions of
# test posters are told as such, and of 958 edits of posters that the trees have not seen none, none, none and one
# (2026-11-28).
_PRIOR, _MOST_LOG_ODDS = 1.0, 5.0
# The reference reaches so much of such a picture, 0..1: of 12 versions of tuning posters .81 and more.
_MOST_OF_IT = 0.7
# So much of the smaller of two boxes in the other: they are of the same thing.
_SAME_THING = 0.3
# Fine detail that went, and at most so much that came, 0..1: where something was left out.
_WENT, _CAME = 0.75, 0.1


def with_moved(comparison: Comparison, moved: MovedPart) -> Comparison:
    """The comparison, with chances that take into account what was moved.

    Where it stands, where it stood, and where something was left out, the version is the cause; other places say what
    they said.
    """
    regions = (
        _as_version(region) if _belongs(region, moved) or was_left_out(region) else region
        for region in comparison.regions
    )
    return replace(comparison, regions=tuple(regions), moved=moved)


def is_other_cut(comparison: Comparison) -> bool:
    """Whether each picture shows artwork that the other has cut off; a figure on another ground is none, or a panel."""
    alike = comparison.agreement >= WHOLE_AGREEMENT and comparison.query_coverage >= _MOST_OF_IT
    return comparison.crossed and alike


def version_factor(comparison: Comparison, size: tuple[int, int]) -> float:
    """How many times as likely as its places alone say another version is, by how the whole lies; 1 and up.

    size: of the submitted picture, in pixels.
    """
    log_odds = min(max(0.0, _PRIOR + version_log_odds(comparison, size)), _MOST_LOG_ODDS)
    return max(math.exp(log_odds), _CROSSED if is_other_cut(comparison) else 1.0)


def as_version(comparison: Comparison, factor: float) -> Comparison:
    """The comparison, with chances that make another version so many times as likely."""
    likelier = RegionChances(1.0, 1.0, 1.0, factor)
    regions = (replace(region, chances=region.chances.given(likelier)) for region in comparison.regions)
    return replace(comparison, regions=tuple(regions))


def _belongs(region: ChangedRegion, moved: MovedPart) -> bool:
    return _same_thing(region.box, moved.here) or _same_thing(region.reference_box, moved.there)


def _same_thing(one: Box, other: Box) -> bool:
    return one.intersection(other) >= _SAME_THING * min(one.area, other.area)


def was_left_out(region: ChangedRegion) -> bool:
    """Whether something that was drawn there is gone, and nothing came in its place."""
    return region.shape.removed >= _WENT and region.shape.added <= _CAME


def _as_version(region: ChangedRegion) -> ChangedRegion:
    was, left = region.chances, 1 - _LIKELY
    chances = RegionChances(left * was.overlay, left * was.text, left * was.picture, _LIKELY + left * was.variant)
    return replace(region, chances=chances)
