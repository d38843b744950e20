"""A small mark alone in a corner: studios and services sign there, so nothing says surely that it is a sticker."""

from collections.abc import Sequence
from dataclasses import replace

from app.evidence.words.word_signs import new_words
from app.model.comparison import ChangedRegion, Pictogram
from app.text.folding import key

# Studios sign within so much of a side's length of the left or right side and of the head or foot. Of 58 small marks
# that lay over harmless pictures 2 were alone there, of 21 drawn signs of studios 13 (tuning posters under all sets of
# attacks and test posters under two new ones, 2026-11-27). Too few were counted for a factor of the chances.
_FROM_SIDE, _FROM_HEAD = 0.25, 0.2
# Share of the poster that a mark takes, how round and how solid it is; what takes less of it is not counted.
_SHARES, _ROUND, _SOLID, _SPECK = (0.006, 0.05), 0.55, 0.8, 0.002
# At most so likely it changes nothing: judgement, with which no answer is sure.
_MOST_OVERLAY = 0.75
# A sign of one letter is no name.
_LETTERS = 1
# Hearts and stars are no studio's; a triangle in a box may be one's.
_PERHAPS_A_LOGO = frozenset({None, Pictogram.PLAY})


def doubt_lone_mark(regions: Sequence[ChangedRegion]) -> tuple[ChangedRegion, ...]:
    """The same places; where the only one is such a mark, with chances that leave it open what it is."""
    counted = [region for region in regions if region.share >= _SPECK]
    if len(counted) != 1 or not _may_be_a_logo(counted[0]):
        return tuple(regions)
    return tuple(_doubted(region) if region is counted[0] else region for region in regions)


def _may_be_a_logo(region: ChangedRegion) -> bool:
    shape = region.shape
    small = _SHARES[0] <= region.share <= _SHARES[1]
    compact = shape.roundness >= _ROUND and shape.solidity >= _SOLID
    across, down = (min(middle, 1 - middle) for middle in (shape.centre_x, shape.centre_y))
    in_a_corner = across <= _FROM_SIDE and down <= _FROM_HEAD
    named = region.read is not None and len(key(new_words(region.read.words))) > _LETTERS
    return small and compact and in_a_corner and not named and region.pictogram in _PERHAPS_A_LOGO


def _doubted(region: ChangedRegion) -> ChangedRegion:
    was = region.chances
    beyond = max(0.0, was.overlay - _MOST_OVERLAY)
    return replace(region, chances=replace(was, overlay=was.overlay - beyond, text=was.text + beyond))
