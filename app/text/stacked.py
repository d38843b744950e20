"""Two lines that were found as one piece: a title set tightly over two lines is often detected as a single box."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from app.text.folding import key
from app.text.pieces import Piece, cut_out, part_of

# The piece is so tall for its width, and so narrow for its letters (width of one letter in heights of the piece): a
# line of its own has letters about half as wide as they are tall. Or it was read with less than this score.
_LEAST_TALLNESS, _MOST_TALLNESS, _NARROW, _POORLY_READ = 0.3, 1.3, 0.4, 0.93
_LEAST_TALLNESS_POOR, _LEAST_HEIGHT = 0.22, 16
# Where the first line may end, as a share of the height; the rows beside the cut belong to both, so that slanted
# letters stay whole. A line of which only a part was seen is looked at again with so much more of the piece.
_ENDS, _BOTH, _MORE = (0.35, 0.65), 0.03, 0.15
_OTHER_ENDS = (0.4, 0.62)
# Both lines are read at least so well, each with so many letters, and say different things: the halves of one line,
# cut through, read alike. Drawn on 94 pieces of 100 posters, split tune: 9 of 10 pairs taken were two lines.
_WELL_READ, _LEAST_LETTERS, _ALIKE = 0.82, 2, 60.0
# A part of the piece that reads so surely says more than the whole that was read poorly.
_SURELY_READ = 0.95

Read = Callable[[NDArray[np.float32]], Piece]


def may_be_stacked(piece: Piece, corners: NDArray[np.float32]) -> bool:
    """Whether a piece looks as if it were two lines. corners: (4, 2), as it was found."""
    width = float(np.linalg.norm(corners[0] - corners[1]))
    height = float(np.linalg.norm(corners[1] - corners[2]))
    letters = len(key(piece.text))
    tallness = height / max(1.0, width)
    if height < _LEAST_HEIGHT or tallness > _MOST_TALLNESS or letters < 2:
        return False
    if piece.score < _POORLY_READ:
        return tallness >= _LEAST_TALLNESS_POOR
    return tallness >= _LEAST_TALLNESS and width < _NARROW * height * letters


def unstack(pixels: Pixels, corners: NDArray[np.float32], whole: Piece, read: Read) -> tuple[Piece, ...]:
    """The two lines that a piece is, or the piece as it can be read best. read: what some corners of the picture say.

    1. Cut where there is least ink, and once elsewhere. 2. Look again at a line that was cut through. 3. Else one part
    alone, when it reads far better.
    """
    parts: list[Piece] = []
    # 1.
    valley = _valley(cut_out(pixels, corners))
    for end in (valley, max(_OTHER_ENDS, key=lambda other: abs(other - valley))):
        first = read(part_of(corners, 0.0, end + _BOTH))
        second = read(part_of(corners, end - _BOTH, 1.0))
        parts += (first, second)
        # 2.
        if _is_well_read(first) and not _is_well_read(second):
            second = read(part_of(corners, max(0.0, end - _MORE), 1.0))
        elif _is_well_read(second) and not _is_well_read(first):
            first = read(part_of(corners, 0.0, min(1.0, end + _MORE)))
        if _are_two(first, second, whole):
            return first, second
    # 3.
    best = max(parts, key=lambda part: part.score * len(key(part.text)))
    if best.score >= _SURELY_READ and whole.score < _POORLY_READ and len(key(best.text)) >= len(key(whole.text)) - 1:
        return (replace(best, box=whole.box),)
    return (whole,)


def _valley(cut: Pixels) -> float:
    """The row with the fewest edges about the middle, as a share of the height."""
    import cv2

    grey = cv2.cvtColor(np.ascontiguousarray(cut), cv2.COLOR_RGB2GRAY).astype(np.float32)
    edges = np.abs(cv2.Sobel(grey, cv2.CV_32F, 1, 0)).mean(axis=1)
    reach = max(1, len(edges) // 16)
    smooth = np.convolve(edges, np.ones(2 * reach + 1), mode="same")
    start, end = (round(share * len(edges)) for share in _ENDS)
    return (start + int(np.argmin(smooth[start : end + 1]))) / len(edges)


def _is_well_read(piece: Piece) -> bool:
    return piece.score >= _WELL_READ and len(key(piece.text)) >= _LEAST_LETTERS


def _are_two(first: Piece, second: Piece, whole: Piece) -> bool:
    if not _is_well_read(first) or not _is_well_read(second) or _are_alike(first, second):
        return False
    # What was read well as a whole, and reads alike in both halves, is one line in tall letters.
    well_read = whole.score >= _POORLY_READ
    return not (well_read and _are_alike(first, whole) and _are_alike(second, whole))


def _are_alike(one: Piece, other: Piece) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(key(one.text), key(other.text)) >= _ALIKE
