"""Whether an official poster stands right beside other pictures, as large as that: unknown ones, or one in panels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.evidence.composite_parts import drawn_cells
from app.evidence.context import RelatedReference
from app.evidence.panels import block_of, next_to, other_panels, place_of, stands_upright, straighten
from app.evidence.relate import is_whole, leaves_room
from app.model.comparison import Comparison
from app.model.geometry import Box, part_of, surround, surround_points
from app.model.poster_image import Pixels
from app.model.report import Relation

# Share of a poster that is shown from which on its place tells where the next one would be.
_SHOWN = 0.85
# A neighbour that shares so much of its box with a reference that was found is that reference's.
_KNOWN = 0.5
# Around a poster that is turned so much of it is looked at on each side, for a neighbour of its size.
_AROUND = 1.15
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


@dataclass(frozen=True, slots=True, eq=False)
class _Cutting:
    """A part of a picture laid upright; what lies beyond the picture is black, and so not drawn.

    pixels: (h, w, 3). place: (3, 3), from the picture's pixels to these. room: what was cut out, before it was scaled.
    """

    pixels: Pixels
    place: Homography
    room: Box
    scale: float

    def there(self, box: Box) -> Box:
        """Where a box of what was cut out of lies in the cutting."""
        return replace(box, x=box.x - self.room.x, y=box.y - self.room.y).scaled(self.scale, self.scale)


@dataclass(frozen=True, slots=True, eq=False)
class _Page:
    """A picture laid so that a poster stands upright in it, on black.

    pixels: (h, w, 3). panel: the poster's place. known: those of others that were found. place: (3, 3), from the
    submitted picture, flipped where the poster is.
    """

    pixels: Pixels
    panel: Box
    known: list[Box]
    place: Homography

    def unknown(self) -> list[Box]:
        """Where pictures stand right beside, above or below the poster, as large as that, that nobody knows."""
        beside, above, _ = next_to(self.panel, self.known, (self.pixels.shape[1], self.pixels.shape[0]))
        strange = [box for box in (*beside, *above) if all(box.overlap(other) < _KNOWN for other in self.known)]
        # It may reach a little out of the picture.
        return [box for box in strange if _filled_share(part_of(self.pixels, box)) >= _FILLED]

    def in_picture(self, box: Box) -> Box:
        """The box around it in the submitted picture."""
        corners = picture_corners((box.width, box.height)) + np.array([box.x, box.y], np.float64)
        return surround_points(project(np.linalg.inv(self.place).astype(np.float64), corners))


def find_unknown_beside(related: Sequence[RelatedReference], pixels: Pixels) -> Box | None:
    """Where it stands, in submitted pixels; None where there is none. pixels: (h, w, 3), the submitted picture."""
    best = _whole_poster(related)
    if best is None:
        return None
    page = _page_of(best, related[1:], pixels)
    found = [page.in_picture(box) for box in page.unknown()]
    return (found[0].flipped(pixels.shape[1]) if best.mirrored else found[0]) if found else None


def is_one_of_panels(related: Sequence[RelatedReference], pixels: Pixels) -> bool:
    """Whether the best account, shown whole, is one of panels that the picture is laid out in, or a block in it.

    All panels are drawn. What stands in the others of a whole picture may be known or not; of a block on a page at
    least half are known, one of two, and nothing stands around it, as on a shelf. A composite tells those that are
    known better.
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
    if filled and min(filled) >= _HOLDS_SOMETHING and sum(filled) >= _ON_AVERAGE * len(filled):
        return True
    page = _page_of(best, related[1:], pixels)
    return any(_stands_alone([page.panel, box], page.pixels, np.eye(3)) for box in page.unknown())


def _stand_in_a_block(posters: Sequence[Comparison], pixels: Pixels) -> bool:
    """Whether whole posters make a block with nothing around it."""
    if len(posters) < 2:
        return False
    straight = straighten(posters)
    return _stands_alone(straight.boxes, pixels, straight.back)


def _stands_alone(boxes: Sequence[Box], pixels: Pixels, place: Homography) -> bool:
    """Whether places make a block, with something in each of its panels and nothing around.

    place: (3, 3), from the picture's pixels to those that the boxes are in.
    """
    block = block_of(boxes)
    if block is None:
        return False
    cut = _cut(pixels, place, surround((*block.panels, *block.around)))
    inside, around = (
        [_filled_share(part_of(cut.pixels, cut.there(box))) for box in each] for each in (block.panels, block.around)
    )
    return min(inside) >= _HOLDS_SOMETHING and max(around) < _HOLDS_SOMETHING


def _page_of(best: Comparison, others: Sequence[RelatedReference], pixels: Pixels) -> _Page:
    """Of the whole picture where the poster is upright already; else of it and what may stand around it."""
    shown = pixels[:, ::-1] if best.mirrored else pixels
    known = [item.comparison for item in others if item.relation is not Relation.SHARED_ELEMENTS]
    if stands_upright(best):
        return _Page(shown, place_of(best), [place_of(each) for each in known], np.eye(3))
    straight = straighten([best, *known], by_first=True)
    panel = straight.boxes[0]
    across, down = round(_AROUND * panel.width), round(_AROUND * panel.height)
    room = Box(panel.x - across, panel.y - down, panel.width + 2 * across, panel.height + 2 * down)
    cut = _cut(shown, straight.back, room)
    return _Page(cut.pixels, cut.there(panel), [cut.there(box) for box in straight.boxes[1:]], cut.place)


def _cut(pixels: Pixels, place: Homography, room: Box) -> _Cutting:
    """In no more pixels than are enough, however large the picture."""
    import cv2

    scale = min(1.0, _LARGEST / max(room.width, room.height))
    whole = np.array([[scale, 0, -scale * room.x], [0, scale, -scale * room.y], [0, 0, 1]]) @ place
    size = (max(1, round(scale * room.width)), max(1, round(scale * room.height)))
    return _Cutting(np.asarray(cv2.warpPerspective(pixels, whole, size), np.uint8), whole, room, scale)


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
