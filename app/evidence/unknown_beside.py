"""Whether an official poster stands right beside other pictures, as large as that: unknown ones, or one in panels."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.evidence.composite_parts import drawn_cells
from app.evidence.context import RelatedReference
from app.evidence.panels import block_of, other_panels, place_of, straighten
from app.evidence.relate import is_whole, leaves_room
from app.evidence.upright_page import UprightPage, lay_upright
from app.model.comparison import Comparison
from app.model.geometry import Box, part_of
from app.model.poster_image import Pixels
from app.model.report import Relation

# Share of a poster that is shown from which on its place tells where the next one would be.
_SHOWN = 0.85
# Cells across and down of a neighbour, the luminance spread (0..255) from which a cell holds something, and the share
# of them that a picture fills: apps' pages beside posters fill up to .75 (2026-11-26, 109 benign copies of tuning
# posters, seed 14002), unknown posters of a grid .68 to .91.
_CELLS, _SPREAD, _FILLED = 24, 5.0, 0.76
# The other panels of a whole picture need not be so full, for nothing else is laid out so: beside captions and bars of
# posters that fill a panel are .05 to .22, in the least filled panel of each grid .38 to .77 and on an average .58 to
# .85 (2026-11-27, tuning posters under all sets, seed 31005, and test posters, seed 32101).
_HOLDS_SOMETHING, _ON_AVERAGE = 0.35, 0.5


@dataclass(frozen=True, slots=True)
class Beside:
    """unknown: where a picture that nobody knows stands right beside the poster, as large as that, in submitted pixels.

    in_panels: whether the poster is one of panels that the picture is laid out in, or of a block in it.
    """

    unknown: Box | None = None
    in_panels: bool = False


def look_beside(related: Sequence[RelatedReference], pixels: Pixels) -> Beside:
    """What stands beside the best account, where that is a poster shown whole. pixels: (h, w, 3), the whole picture.

    All panels are drawn. What stands in the others of a whole picture may be known or not; of a block on a page at
    least half are known, one of two, and nothing stands around it, as on a shelf. A composite tells those that are
    known better.
    """
    best = _whole_poster(related)
    if best is None:
        return Beside()
    shown = pixels[:, ::-1] if best.mirrored else pixels
    known = [item.comparison for item in related if item.relation is not Relation.SHARED_ELEMENTS]
    standing = lay_upright(best, known[1:], shown)
    page = standing.page
    strange = [box for box in standing.neighbours if _filled_share(page.cut(box)) >= _FILLED]
    whole = [each for each in known if is_whole(each) and each.mirrored == best.mirrored]
    in_panels = (
        _stand_in_a_block(whole, shown)
        or _is_one_of_all(best, shown)
        or any(_stands_alone([standing.panel, box], page) for box in strange)
    )
    if not strange:
        return Beside(in_panels=in_panels)
    unknown = page.in_picture(strange[0])
    return Beside(unknown.flipped(pixels.shape[1]) if best.mirrored else unknown, in_panels)


def _is_one_of_all(best: Comparison, pixels: Pixels) -> bool:
    """Whether the whole picture is laid out in panels, one of which the poster fills."""
    cells = other_panels(place_of(best), (pixels.shape[1], pixels.shape[0]))
    filled = [_filled_share(part_of(pixels, cell)) for cell in cells]
    return bool(filled) and min(filled) >= _HOLDS_SOMETHING and sum(filled) >= _ON_AVERAGE * len(filled)


def _stand_in_a_block(posters: Sequence[Comparison], pixels: Pixels) -> bool:
    """Whether whole posters make a block with nothing around it."""
    if len(posters) < 2:
        return False
    straight = straighten(posters)
    return _stands_alone(straight.boxes, UprightPage(pixels, straight.back))


def _stands_alone(boxes: Sequence[Box], page: UprightPage) -> bool:
    """Whether places of a page make a block, with something in each of its panels and nothing around."""
    block = block_of(boxes)
    if block is None:
        return False
    inside, around = ([_filled_share(page.cut(box)) for box in each] for each in (block.panels, block.around))
    return min(inside) >= _HOLDS_SOMETHING and max(around) < _HOLDS_SOMETHING


def _whole_poster(related: Sequence[RelatedReference]) -> Comparison | None:
    """The official poster that is shown whole, where the picture has room for others."""
    if not related or related[0].relation is not Relation.SAME_ARTWORK:
        return None
    best = related[0].comparison
    return best if leaves_room(best) and best.reference_coverage >= _SHOWN else None


def _filled_share(pixels: Pixels) -> float:
    """In which share of a cutting something is drawn, 0..1; of one too small to tell, 0."""
    if min(pixels.shape[:2]) < _CELLS:
        return 0.0
    return float(drawn_cells(pixels, (_CELLS, _CELLS), _SPREAD).mean())
