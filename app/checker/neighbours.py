"""What the words of one changed place say of those beside it: pieces of one line, buttons of one bar."""

from collections.abc import Mapping, Sequence

from app.evidence.laid_over_words import is_laid_over
from app.model.comparison import ChangedRegion
from app.model.geometry import Box
from app.model.title import ReadPlace

# Places that share so much of the lower one's height stand in one line.
_SAME_LINE = 0.5
# Buttons of one bar stand so near one line, in their size across it, and differ by at most so many times in that size.
_OFF, _LIKE = 0.2, 1.5

Read = Mapping[ChangedRegion, ReadPlace]


def share_words(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """What is to be believed of further places, or of read ones in place of their own words. read: those that were."""
    return _same_lines(regions, read) | _same_bars(regions, read)


def _same_lines(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """Places in one line with a translation are pieces of the same lettering, whether they were read or not."""
    translated = [(region, place) for region, place in read.items() if place.languages is not None]
    return {
        other: place
        for region, place in translated
        for other in regions
        if (other not in read or read[other].languages is None) and _are_a_line(region.box, other.box)
    }


def _same_bars(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """Places right beside a count of an app, and as large, are its other buttons, unless they claim something."""
    counted = [(region, place) for region, place in read.items() if is_laid_over(place.words.after)]
    return {
        other: place
        for region, place in counted
        for other in regions
        if other is not region and not (other in read and read[other].words.added) and _are_a_bar(region.box, other.box)
    }


def _are_a_line(one: Box, other: Box) -> bool:
    shared = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return shared >= _SAME_LINE * min(one.height, other.height)


def _are_a_bar(one: Box, other: Box) -> bool:
    """Whether two boxes stand over or beside each other like buttons."""
    narrow, wide = sorted((one.width, other.width))
    low, high = sorted((one.height, other.height))
    level = abs((one.y - other.y) + (one.height - other.height) / 2) <= _OFF * high
    upright = abs((one.x - other.x) + (one.width - other.width) / 2) <= _OFF * wide
    alike = (upright and wide <= _LIKE * narrow) or (level and high <= _LIKE * low)
    return alike and one.gap(other) <= wide
