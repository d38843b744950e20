"""Letters set so that they are read: by colour, outline, metal."""

import numpy as np

from app.model.geometry import Box
from benchmarks.attacks.eighth.finding import contrast
from benchmarks.attacks.eighth.sheet import BLACK, Look, Mask, Sheet, blurred, padded
from benchmarks.attacks.geometry import Colour


def dark(colour: Colour) -> bool:
    """Whether light shows up on it."""
    return sum(colour) < 380


def edge_of(colour: Colour) -> Colour:
    """An outline that sets the colour off."""
    return (240, 240, 236) if dark(colour) else (16, 14, 18)


def readable(sheet: Sheet, box: Box, colour: Colour) -> Look:
    """A look for letters of that colour on that place: an outline where the ground is of the same brightness."""
    plain = dark(contrast(sheet.pixels, box)) == dark(colour)
    return Look(shadow=0.5 if not dark(colour) else 0.0, outline=None if plain else edge_of(colour))


def styled(look: Look, face: str, tracking: float = 0.0, widest: float = 0.94) -> Look:
    """The look with another face."""
    return Look(face, tracking, shadow=look.shadow, outline=look.outline, widest=widest)


def metal(sheet: Sheet, mask: Mask, x: float, y: float, colour: Colour) -> Box:
    """Letters with a bevel, bands of light and a shadow."""
    high = mask.shape[0]
    inner = blurred(mask, high / 30)
    slope = (
        np.roll(inner, 1, axis=0) - np.roll(inner, -1, axis=0) + np.roll(inner, 1, axis=1) - np.roll(inner, -1, axis=1)
    )
    bands = 0.85 + 0.25 * np.sin(np.linspace(0, 7, high))[:, None]
    light = np.clip(bands - slope * 2.4, 0.2, 1.7)[..., None]
    paint = np.clip(np.asarray(colour) * light, 0, 255).astype(np.uint8)
    room = max(4, round(high * 0.15))
    sheet.ink(blurred(padded(mask, room), high / 22), x - room + high / 30, y - room + high / 22, BLACK, 0.75)
    return sheet.ink(mask, x, y, paint)


def set_line(
    sheet: Sheet, text: str, y: float, high: float, face: str, tracking: float = 0.0, colour: Colour | None = None
) -> Box:
    """A line in the middle, in the given colour or one that is read."""
    high = max(5.0, high)
    at = Box(sheet.width // 6, min(max(0, int(y)), sheet.height - 8), sheet.width * 2 // 3, max(4, int(high)))
    ink = colour or contrast(sheet.pixels, at)
    return sheet.line(text, sheet.width / 2, y, high, ink, styled(readable(sheet, at, ink), face, tracking, 0.9))
