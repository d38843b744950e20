"""Before and after: the same place of two pictures side by side, large enough to be read."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from app.imaging.draw import MARK, Colour
from app.imaging.places import crop_around
from app.model.geometry import Box
from app.model.poster_image import Pixels

_HALO: Colour = (255, 255, 255)
_GROUND: Colour = (24, 26, 32)
_GAP = 8
# Width over height of the space for one crop is no less than this, also where a whole tall picture is shown.
_TALLEST = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A box in a picture, both in the same pixels. mirrored: to be shown flipped, as the other picture is."""

    pixels: Pixels
    box: Box
    mirrored: bool = False


def before_and_after(before: Place, after: Place, width: int, colour: Colour = MARK) -> Pixels:
    """Two crops with some of their surroundings and the box outlined, together `width` pixels wide."""
    each = (width - _GAP) // 2
    size = (each, round(each / max(_TALLEST, min(_shape(before), _shape(after)))))
    pair = Image.new("RGB", (2 * each + _GAP, size[1]), _GROUND)
    pair.paste(_crop(before, size, colour), (0, 0))
    pair.paste(_crop(after, size, colour), (each + _GAP, 0))
    return np.asarray(pair)


def _shape(place: Place) -> float:
    part = crop_around(place.box, (place.pixels.shape[1], place.pixels.shape[0]))
    return part.width / part.height


def _crop(place: Place, size: tuple[int, int], colour: Colour) -> Image.Image:
    height, width = place.pixels.shape[:2]
    part = crop_around(place.box, (width, height))
    factor = min(size[0] / part.width, size[1] / part.height)
    shown = (max(1, round(part.width * factor)), max(1, round(part.height * factor)))
    edges = (part.x, part.y, part.x + part.width, part.y + part.height)
    picture = Image.fromarray(place.pixels).resize(shown, Image.Resampling.LANCZOS, box=edges)
    left, top = (place.box.x - part.x) * factor, (place.box.y - part.y) * factor
    right, low = left + place.box.width * factor, top + place.box.height * factor
    pen = ImageDraw.Draw(picture)
    stroke = max(2, round(size[0] / 150))
    # Outside of the box, so that nothing of what changed is hidden.
    pen.rectangle(
        (left - 2 * stroke, top - 2 * stroke, right + 2 * stroke, low + 2 * stroke), outline=_HALO, width=stroke
    )
    pen.rectangle((left - stroke, top - stroke, right + stroke, low + stroke), outline=colour, width=stroke)
    if place.mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    whole = Image.new("RGB", size, _GROUND)
    whole.paste(picture, ((size[0] - shown[0]) // 2, (size[1] - shown[1]) // 2))
    return whole
