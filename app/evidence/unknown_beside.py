"""Whether a picture that the library does not know stands right beside an official poster, as large as that."""

from collections.abc import Sequence

from app.evidence.composite_parts import drawn_cells
from app.evidence.context import RelatedReference
from app.evidence.panels import next_to, place_of
from app.evidence.relate import leaves_room
from app.model.geometry import Box, part_of
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


def find_unknown_beside(related: Sequence[RelatedReference], pixels: Pixels) -> Box | None:
    """Where it stands, in submitted pixels; None where there is none. pixels: (h, w, 3), the submitted picture."""
    if not related or related[0].relation is not Relation.SAME_ARTWORK:
        return None
    best = related[0].comparison
    if not leaves_room(best) or best.reference_coverage < _SHOWN:
        return None
    height, width = pixels.shape[:2]
    known = [place_of(item.comparison) for item in related[1:] if item.relation is not Relation.SHARED_ELEMENTS]
    beside, above, _ = next_to(place_of(best), known, (width, height))
    shown = pixels[:, ::-1] if best.mirrored else pixels
    for place in (*beside, *above):
        if all(place.overlap(other) < _KNOWN for other in known) and _is_filled(shown, place):
            return place.flipped(width) if best.mirrored else place
    return None


def _is_filled(pixels: Pixels, place: Box) -> bool:
    """Whether something is drawn nearly everywhere in a place; it may reach a little out of the picture."""
    part = part_of(pixels, place)
    if min(part.shape[:2]) < _CELLS:
        return False
    return bool(drawn_cells(part, (_CELLS, _CELLS), _SPREAD).mean() >= _FILLED)
