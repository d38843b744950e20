"""Which part of a composite comes from which reference: every cell of the picture belongs to one source at most."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.verify_geometry import picture_corners, project
from app.evidence.context import RelatedReference
from app.model.comparison import Comparison
from app.model.composite import CompositePart
from app.model.poster_image import Pixels
from app.model.report import Relation

Cells = NDArray[np.bool_]

# What no reference accounts for is told from this share of the picture on; less is seams and lettering.
LEAST_REST = 0.05
# Spread in cells of the neighbourhood whose majority a single agreeing cell has to bow to.
_NEIGHBOURHOOD = 1.5
# So much of a neighbourhood must agree for a cell to be believed.
_DENSE = 0.6
# Gaps of up to so many cells within one part are plain ground of that part.
_GAP = 7
# Smaller pieces, as a share of the picture, are chance.
_SPECK = 0.01
# Luminance spread (0..255) above which a cell of the submitted picture holds something drawn.
_DRAWN = 12.0
# Nothing is claimed further than so many cells from where a part was seen.
_REACH = 8
# Cells are split into so many across and down when parts grow towards each other.
_FINER = 4


def split_composite(related: Sequence[RelatedReference], pixels: Pixels | None = None) -> tuple[CompositePart, ...]:
    """The parts of a composite, in the order of their references; empty for any other picture.

    pixels: (h, w, 3) uint8, the submitted picture. With them, parts reach as far as the ground that they stand on,
    their cells are finer, and what is drawn but comes from no reference is the last part when there is enough of it.

    1. Cells that one reference alone explains are seeds, where it explains most of what is round about. 2. A cell that
    several explain (posters of one studio share their credits) goes to the nearest seed. 3. Gaps are closed, specks
    dropped. 4. The rest is set apart. 5. All of them grow until they meet, which is at an edge of the picture; none
    beyond where its reference lies, as over a page that posters stand on.
    """
    sources = [
        (item.comparison, item.comparison.explained_cells)
        for item in related
        if item.relation is Relation.COMPOSITE and item.comparison.explained_cells is not None
    ]
    if len(sources) < 2:
        return ()
    explained = np.stack([cells for _, cells in sources])
    # 1.
    seeds = _seeds(explained)
    # 2.
    owner = _nearest_of(explained, seeds)
    # 3.
    owner = _tidy(owner, len(sources))
    if pixels is not None:
        # 4.
        rest = _tidy(np.where(drawn_cells(pixels, (len(owner), owner.shape[1]), _DRAWN) & (owner == -1), 0, -1), 1) == 0
        rest &= owner == -1
        if rest.mean() >= LEAST_REST:
            owner = np.where(rest, len(sources), owner)
        # 5.
        owner = _grow(owner, pixels)
        size = (pixels.shape[1], pixels.shape[0])
        for place, (comparison, _) in enumerate(sources):
            owner[(owner == place) & ~_where_it_lies(comparison, owner.shape, size)] = -1
    holders = [*(comparison for comparison, _ in sources), None]
    parts = [CompositePart(comparison, owner == place) for place, comparison in enumerate(holders)]
    return tuple(part for part in parts if part.cells.any())


def _where_it_lies(comparison: Comparison, shape: tuple[int, ...], size: tuple[int, int]) -> Cells:
    """The cells that a reference reaches, and those at its edge. shape: rows and columns; size: of the picture."""
    import cv2

    rows, columns = shape
    if comparison.homography is None:
        return np.ones((rows, columns), dtype=bool)
    reference = comparison.reference
    corners = project(comparison.homography, picture_corners((reference.width, reference.height)))
    cells = corners * (columns / size[0], rows / size[1])
    reached = cv2.fillConvexPoly(np.zeros((rows, columns), np.uint8), cells.round().astype(np.int32), 1)
    widened = np.asarray(cv2.dilate(reached, np.ones((3, 3), np.uint8))) > 0
    return np.asarray(widened[:, ::-1] if comparison.mirrored else widened)


def _seeds(explained: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of each source the cells that it alone explains, where it explains most of what is round about.

    Pictures agree here and there by chance; that is never dense.
    """
    alone = explained & (explained.sum(axis=0) == 1)
    dense = np.stack([spread(cells) for cells in explained]) >= _DENSE
    density = np.stack([spread(cells) for cells in alone])
    strongest = np.argmax(density, axis=0)
    seeds = np.stack(
        [cells & near & (strongest == place) for place, (cells, near) in enumerate(zip(alone, dense, strict=True))]
    )
    for place in range(len(seeds)):
        # A source whose every cell was outvoted keeps what it has, so that each part has a place to start from.
        seeds[place] = _large_pieces(seeds[place]) if seeds[place].any() else alone[place]
    return seeds


def spread(cells: Cells) -> NDArray[np.float32]:
    """The share of agreeing cells around each, 0..1."""
    import cv2

    blurred = cv2.GaussianBlur(cells.astype(np.float32), (0, 0), _NEIGHBOURHOOD, borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, dtype=np.float32)


def _large_pieces(cells: Cells) -> Cells:
    """Without specks, cells that nearly touch taken together; at least the largest piece stays."""
    import cv2

    joined = cv2.dilate(cells.astype(np.uint8), np.ones((3, 3), np.uint8))
    count, labels = cv2.connectedComponents(joined)
    sizes = np.bincount(labels[cells], minlength=count)
    kept = sizes >= min(_SPECK * cells.size, sizes.max())
    return np.asarray(cells & kept[labels])


def _nearest_of(allowed: NDArray[np.bool_], seeds: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The source of every cell, (n, n): of those allowed there the one with the nearest seed; -1 where none is.

    allowed, seeds: (sources, n, n).
    """
    import cv2

    nearest = []
    for cells, seed in zip(allowed, seeds, strict=True):
        apart = cv2.distanceTransform((~seed).astype(np.uint8), cv2.DIST_L2, 5)
        nearest.append(np.where(cells & seed.any(), apart, np.inf))
    apart_of_all = np.stack(nearest)
    return np.where(np.isfinite(apart_of_all).any(axis=0), np.argmin(apart_of_all, axis=0), -1)


def drawn_cells(pixels: Pixels, shape: tuple[int, int], least: float) -> Cells:
    """Which of so many cells down and across hold more than plain ground: spread in luminance by more than `least`."""
    import cv2

    height, width = shape
    grey = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (4 * width, 4 * height), interpolation=cv2.INTER_AREA).astype(np.float32)
    return np.asarray(small.reshape(height, 4, width, 4).std(axis=(1, 3)) > least)


def _grow(owner: NDArray[np.int64], pixels: Pixels) -> NDArray[np.int64]:
    """Flood the picture from all parts at once, in finer cells: floods meet where the picture has an edge.

    The algorithm is Meyer's watershed, as in OpenCV. Parts are withdrawn by a cell first: it finds their border.
    """
    import cv2

    height, width = owner.shape
    size = (width * _FINER, height * _FINER)
    markers = np.zeros((size[1], size[0]), np.int32)
    for place in np.unique(owner[owner >= 0]):
        cells = (owner == place).astype(np.uint8)
        inner = cv2.erode(cells, np.ones((3, 3), np.uint8))
        markers[cv2.resize(inner if inner.any() else cells, size, interpolation=cv2.INTER_NEAREST) > 0] = place + 1
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    flooded = cv2.watershed(np.ascontiguousarray(small), markers)
    # Where floods meet the answer is a line of -1, and so is the rim of the picture.
    known = np.where(flooded > 0, flooded, 0).astype(np.uint8)
    grown = cv2.dilate(known, np.ones((3, 3), np.uint8))
    grown_owner = np.where(known > 0, known, grown).astype(np.int64) - 1
    seen = cv2.resize((owner >= 0).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    apart = cv2.distanceTransform(1 - seen, cv2.DIST_L2, 5)
    return np.where(apart <= _REACH * _FINER, grown_owner, -1)


def _tidy(owner: NDArray[np.int64], sources: int) -> NDArray[np.int64]:
    return _drop_specks(_close_gaps(_drop_specks(owner, sources), sources), sources)


def _close_gaps(owner: NDArray[np.int64], sources: int) -> NDArray[np.int64]:
    """Give ownerless cells between cells of one source to that source; nothing grows outwards."""
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_GAP, _GAP))
    filled = owner.copy()
    for place in range(sources):
        padded = np.pad((owner == place).astype(np.uint8), _GAP, mode="symmetric")
        closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, kernel)[_GAP:-_GAP, _GAP:-_GAP] > 0
        filled[closed & (filled == -1)] = place
    return filled


def _drop_specks(owner: NDArray[np.int64], sources: int) -> NDArray[np.int64]:
    """Give small pieces to whoever surrounds them; the largest piece of a source stays."""
    import cv2

    cleaned = owner.copy()
    for place in range(sources):
        count, labels, stats, _ = cv2.connectedComponentsWithStats((owner == place).astype(np.uint8), connectivity=4)
        largest = max(range(1, count), key=lambda label: int(stats[label, 4]), default=0)
        for label in range(1, count):
            if label != largest and stats[label, 4] < _SPECK * owner.size:
                cleaned[labels == label] = _around(owner, labels == label)
    return cleaned


def _around(owner: NDArray[np.int64], piece: Cells) -> int:
    """Whose cells touch a piece most."""
    import cv2

    rim = (cv2.dilate(piece.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0) & ~piece
    values, counts = np.unique(owner[rim], return_counts=True)
    return int(values[np.argmax(counts)]) if len(values) else -1
