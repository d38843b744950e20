"""Which differences between two pictures are change: as little as a picture this clean can show by accident."""

import numpy as np
from numpy.typing import NDArray

# Correlation under which structure differs whatever the picture has been through, and tone distance (0..255) above
# which colour differs.
CHANGED_CORRELATION = 0.56
CHANGED_TONE = 40.0
# A clean picture differs nowhere else, and less is enough: structure differs, or belongs to a changed place that it
# touches, when it is so many times as far from correlation 1 as nine tenths of the picture are, and under so much. The
# further away, the nearer to 1 it may be. Colour differs when it is so many times as far away as nine tenths are, and
# by at least so many levels, over places so large in pixels, where structure is as it was: the light of a sticker
# spreads around it. Of 260 benign pictures of the tuning half, those in which nothing had been marked before stay under
# four fifths of the colour's bounds, but for one with faint words over it (benchmarks/robustness.py, seed 4001,
# 2026-11-26).
_USUAL_PERCENTILE = 90
_DIFFERS = ((30.0, 0.72), (60.0, 0.82))
_BELONGS_TIMES, _BELONGS_UNDER = 10.0, 0.84
_TONE_TIMES, _LEAST_TONE, _TONE_PLACE, _SAME_STRUCTURE = 6.0, 14.0, 5, 0.9
# A filter that brings out what is small (clarity, local contrast) moves tones here up and there down. Then more than
# that is change: so many times what three quarters stay under of the places whose structure is as it was, at most so
# much. Of 15 tuning posters under CLAHE with a limit of 3, 12 are told rightly so, and 6 with CHANGED_TONE alone.
# It is another picture, and no filter, where less than this share of what is drawn is as it was.
_MOST_OF_IT, _TIMES_MOST, _MOST_TONE, _AS_IT_WAS, _MOSTLY_AS_IT_WAS = 75, 4.0, 64.0, 0.7, 0.9


def mark_changes(
    correlation: NDArray[np.float32],
    usual: float,
    tone: NDArray[np.float32],
    light: NDArray[np.float32],
    beyond: NDArray[np.bool_],
    drawn: NDArray[np.bool_],
    inside: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """(h, w) bool: what surely differs, with all that differs more than the picture as a whole and touches it.

    The maps are those of a residual, drawn among them; light: how far the light is apart, 0..255. inside: where there
    is anything to compare. usual: see `usual_distance`, of how far the correlation is from 1.
    """
    import cv2

    differs = max(CHANGED_CORRELATION, *(min(under, 1 - times * usual) for times, under in _DIFFERS))
    belongs = min(_BELONGS_UNDER, max(CHANGED_CORRELATION, 1 - _BELONGS_TIMES * usual))
    least_tone = max(_LEAST_TONE, _TONE_TIMES * usual_distance(tone, inside))
    changed_tone = _changed_tone(correlation, tone, light, drawn, inside)
    recoloured = ((tone > min(changed_tone, least_tone)) & (correlation > _SAME_STRUCTURE)).astype(np.uint8)
    recoloured = np.asarray(cv2.morphologyEx(recoloured, cv2.MORPH_OPEN, np.ones((_TONE_PLACE, _TONE_PLACE), np.uint8)))
    sure = (correlation < differs) | (tone > changed_tone) | beyond | (recoloured > 0)
    return _grown(sure, correlation < belongs)


def _changed_tone(
    correlation: NDArray[np.float32],
    tone: NDArray[np.float32],
    light: NDArray[np.float32],
    drawn: NDArray[np.bool_],
    inside: NDArray[np.bool_],
) -> float:
    """Above which a tone differs in this picture: where structure is as it was, only a filter moves tones all over.

    But no further than it moves the light: clothes dyed in another colour of the same light are no filter's doing.
    """
    some = np.s_[::3, ::3]
    same, to_be_seen = inside[some] & (correlation[some] > _AS_IT_WAS), inside[some] & drawn[some]
    if not same.any() or (to_be_seen & same).sum() < _MOSTLY_AS_IT_WAS * to_be_seen.sum():
        return CHANGED_TONE
    moved = np.minimum(tone[some], light[some])[same]
    return min(_MOST_TONE, max(CHANGED_TONE, _TIMES_MOST * float(np.percentile(moved, _MOST_OF_IT))))


def usual_distance(differences: NDArray[np.float32], inside: NDArray[np.bool_]) -> float:
    """What nine tenths of the picture stay under."""
    usual = differences[::3, ::3][inside[::3, ::3]]
    return float(np.percentile(usual, _USUAL_PERCENTILE)) if usual.size else 1.0


def _grown(changed: NDArray[np.bool_], faint: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With every faint place that touches a changed one: Canny's two thresholds (1986), on areas instead of edges."""
    import cv2

    if not changed.any():
        return changed
    _, labels = cv2.connectedComponents((changed | faint).astype(np.uint8), connectivity=8)
    belongs = np.zeros(int(labels.max()) + 1, dtype=bool)
    belongs[labels[changed]] = True
    return np.asarray(belongs[labels])
