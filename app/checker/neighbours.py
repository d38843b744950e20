"""What the words of one changed place say of others: pieces of one line, buttons of one bar, marks of a pattern."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from app.evidence.words.laid_over_words import is_laid_over
from app.evidence.words.remarks import is_said
from app.evidence.words.word_signs import WordSign, sign_of
from app.model.comparison import ChangedRegion
from app.model.geometry import Box
from app.model.report import RegionKind
from app.model.title import ReadPlace
from app.model.words import ClaimKind, WordsChange
from app.text.folding import key

# Places that share so much of the lower one's height stand in one line.
_SAME_LINE = 0.5
# Buttons of one bar stand so near one line, in their size across it, and differ by at most so many times in that size.
_OFF, _LIKE = 0.2, 1.5
# A button across from them keeps to so much of its height beside them, and is at most so many times as long as short.
_ACROSS, _COMPACT = 0.7, 1.5
# Lines of one caption lap over each other or are apart by so much of their height, and have so much of the shorter
# one's length over each other.
_LAPPED, _LINES_APART, _OVER = 0.3, 0.8, 0.7
_SAID = frozenset({WordSign.CHAT, WordSign.REMARK, WordSign.SPOKEN})
# The count has at most so many signs.
_SHORT = 16
# A bit of a bar keeps to so much of its height, and is at most such a share of it.
_INSIDE, _BIT = 0.9, 0.25
# Bits of a repeated mark are so alike to some of it (rapidfuzz partial ratio, 0..100); places that are a repaint surer
# than this are none.
_BIT_ALIKE, _REPAINT = 65.0, 0.8

Read = Mapping[ChangedRegion, ReadPlace]


def share_words(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """What is to be believed of further places, or of read ones in place of their own words. read: those that were."""
    shared = _same_captions(regions, read) | _same_lines(regions, read)
    return shared | _same_bars(regions, read) | _same_marks(regions, read)


def _same_captions(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """The other lines of what somebody says over the poster, one after the other, where they claim nothing."""
    lines = [(region, place) for region, place in read.items() if sign_of(place) in _SAID]
    shared: dict[ChangedRegion, ReadPlace] = {}
    for region, place in lines:
        further = [
            other
            for other in regions
            if other is not region and other not in shared and _goes_on(other, read) and _are_stacked(region, other)
        ]
        shared |= dict.fromkeys(further, place)
        lines.extend((other, place) for other in further)
    return shared


def _same_lines(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """Places in one line with a translation are pieces of the same lettering, whether they were read or not."""
    translated = [(region, place) for region, place in read.items() if place.languages is not None]
    return {
        other: place
        for region, place in translated
        for other in regions
        if (other not in read or read[other].languages is None) and _are_a_line(region.box, other.box)
    }


def _goes_on(region: ChangedRegion, read: Read) -> bool:
    """Whether a place may be a further line: it holds lettering, and its words claim nothing."""
    if _says_nothing(region, read):
        return region.kind is RegionKind.TEXT
    return sign_of(read[region]) is WordSign.ADDED


def _are_stacked(one: ChangedRegion, other: ChangedRegion) -> bool:
    """Whether two places are lines of one caption, in the picture or as the reference stands."""
    return _are_lines(one.box, other.box) or _are_lines(one.reference_box, other.reference_box)


def _are_lines(one: Box, other: Box) -> bool:
    """Whether two boxes stand right over each other, hardly differ in height, and one is about over the other."""
    low, high = sorted((one.height, other.height))
    across, apart = one.shared_width(other), -one.shared_height(other)
    over = across >= _OVER * min(one.width, other.width)
    return over and high <= _LIKE * low and -_LAPPED * low <= apart <= _LINES_APART * high


def _same_bars(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """Places right beside a count of an app, and as large, are its other buttons, and so are small ones across the
    screen; bits at the end of a bar that a remark stands on are of the bar. Unless other words came there."""
    counted = [
        (region, place)
        for region, place in read.items()
        if len(place.words.after) <= _SHORT and is_laid_over(place.words.after)
    ]
    remarked = [(region, place) for region, place in read.items() if is_said(place.words.after)]
    return {
        other: place
        for pairs, beside in ((remarked, _ends), (counted, _are_buttons), (counted, _is_across))
        for region, place in pairs
        for other in regions
        if other is not region and _says_nothing(other, read) and beside(region.box, other.box)
    }


def _same_marks(regions: Sequence[ChangedRegion], read: Read) -> dict[ChangedRegion, ReadPlace]:
    """Where an account's name or an agency's mark is read in part once more, it is repeated over the whole picture.

    Then places that say nothing are more of it, unless they are sure repaints.
    """
    for mark in read.values():
        if sign_of(mark) is not WordSign.ACCOUNT:
            continue
        bits = [region for region, place in read.items() if place is not mark and _is_bit(place, mark)]
        if bits:
            silent = [region for region in regions if _says_nothing(region, read)]
            return {region: mark for region in (*bits, *silent) if region.chances.picture <= _REPAINT}
    return {}


def _is_bit(place: ReadPlace, mark: ReadPlace) -> bool:
    """Whether the words of a place are some of a mark's, and claim nothing."""
    words, letters = place.words, key(place.words.after)
    claims = {claim.kind for claim in words.added} - {ClaimKind.HANDLE}
    if words.change is not WordsChange.ADDED or place.continues or claims or not letters:
        return False
    return fuzz.partial_ratio(letters, key(mark.words.after)) >= _BIT_ALIKE


def _says_nothing(region: ChangedRegion, read: Read) -> bool:
    """Whether no words are known that came there."""
    return region not in read or not read[region].words.change.came


def _are_a_line(one: Box, other: Box) -> bool:
    return one.shared_height(other) >= _SAME_LINE * min(one.height, other.height)


def _ends(bar: Box, bit: Box) -> bool:
    """Whether a bit lies right at the left or right end of a bar, over none of its height beyond it.

    One as high as the bar is its other part, where the poster is as dark as the bar between them.
    """
    inside = bar.shared_height(bit) >= _INSIDE * bit.height
    small = bit.area <= _BIT * bar.area or bit.height >= _INSIDE * bar.height
    return inside and bar.gap(bit) <= bar.height and small


def _is_across(bar: Box, other: Box) -> bool:
    """Whether a box is a button at the other end of a bar, as the bookmark is across from the heart."""
    within = bar.shared_height(other) >= _ACROSS * other.height and other.height <= bar.height
    return within and max(other.width, other.height) <= _COMPACT * min(other.width, other.height)


def _are_buttons(one: Box, other: Box) -> bool:
    """Whether two boxes stand over or beside each other like buttons."""
    narrow, wide = sorted((one.width, other.width))
    low, high = sorted((one.height, other.height))
    level = abs((one.y - other.y) + (one.height - other.height) / 2) <= _OFF * high
    upright = abs((one.x - other.x) + (one.width - other.width) / 2) <= _OFF * wide
    alike = (upright and wide <= _LIKE * narrow) or (level and high <= _LIKE * low)
    return alike and one.gap(other) <= max(one.width, one.height)
