"""Drawing on transparent sheets that are then laid on a picture."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.eleventh.luck import Colour
from benchmarks.attacks.lettering import font, words_of_height, words_of_width
from benchmarks.attacks.paint import Mask

Patch = NDArray[np.uint8]
Ink = Colour | tuple[int, int, int, int]
Points = Sequence[tuple[float, float]]


class Sheet:
    """A transparent sheet; all lengths are in units of which the sheet says how many pixels they are."""

    def __init__(self, width: float, height: float, unit: float = 1.0) -> None:
        """width, height: in pixels."""
        self.size = (max(2, round(width)), max(2, round(height)))
        fine = 3 if max(self.size) < 700 else 1
        self.scale = unit * fine
        self.image = Image.new("RGBA", (self.size[0] * fine, self.size[1] * fine), (0, 0, 0, 0))
        self.pen = ImageDraw.Draw(self.image)

    def _scaled(self, points: Points) -> list[tuple[float, float]]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def disc(self, x: float, y: float, r: float, ink: Ink, *, tall: float = 1.0, ring: float = 0.0) -> None:
        """A filled ellipse, or its outline of the width `ring`."""
        corners = self._scaled([(x - r, y - r * tall), (x + r, y + r * tall)])
        if ring:
            self.pen.ellipse(corners, outline=ink, width=max(1, round(ring * self.scale)))
        else:
            self.pen.ellipse(corners, fill=ink)

    def shape(self, points: Points, ink: Ink) -> None:
        """A filled polygon."""
        self.pen.polygon(self._scaled(points), fill=ink)

    def line(self, points: Points, ink: Ink, width: float) -> None:
        """A stroke with round ends."""
        thick = max(1, round(width * self.scale))
        scaled = self._scaled(points)
        self.pen.line(scaled, fill=ink, width=thick, joint="curve")
        for x, y in (scaled[0], scaled[-1]):
            self.pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=ink)

    def arc(self, x: float, y: float, r: float, degrees: tuple[float, float], ink: Ink, width: float) -> None:
        """A piece of a circle, clockwise from the right."""
        box = self._scaled([(x - r, y - r), (x + r, y + r)])
        self.pen.arc(box, degrees[0], degrees[1], fill=ink, width=max(1, round(width * self.scale)))

    def slab(self, x: float, y: float, width: float, height: float, ink: Ink, *, round_by: float = 0.0) -> None:
        """A filled rectangle, its corners rounded."""
        box = self._scaled([(x, y), (x + width, y + height)])
        self.pen.rounded_rectangle(box, radius=round_by * self.scale, fill=ink)

    def frame(self, x: float, y: float, width: float, height: float, ink: Ink, thick: float, round_by: float) -> None:
        """The outline of a rectangle."""
        box = self._scaled([(x, y), (x + width, y + height)])
        line = max(1, round(thick * self.scale))
        self.pen.rounded_rectangle(box, radius=round_by * self.scale, outline=ink, width=line)

    def write(self, words: str, x: float, y: float, size: float, ink: Ink, face: str | None, at: str = "mm") -> None:
        """Words of a type size; at: Pillow's anchor."""
        self.pen.text((x * self.scale, y * self.scale), words, fill=ink, font=font(face, size * self.scale), anchor=at)

    def done(self, turn: float = 0.0) -> Patch:
        """The sheet as it is laid on, turned by degrees."""
        image = self.image.resize(self.size, Image.Resampling.BOX) if self.image.size != self.size else self.image
        return turned(np.array(image, np.uint8), turn)


def turned(patch: Patch, degrees: float) -> Patch:
    """The patch turned, on a sheet that holds all of it."""
    return np.array(Image.fromarray(patch).rotate(degrees, Image.Resampling.BICUBIC, expand=True), np.uint8)


def text_width(words: str, face: str | None, size: float) -> float:
    """How wide words of a type size come out."""
    return float(font(face, size).getlength(words))


def inked(mask: Mask, ink: Colour) -> Patch:
    """A mask in one colour."""
    patch = np.empty((*mask.shape, 4), np.uint8)
    patch[..., :3] = ink
    patch[..., 3] = np.clip(mask * 255, 0, 255).astype(np.uint8)
    return patch


def stacked(under: Patch, over: Patch) -> Patch:
    """Two patches, the second in the middle of the first."""
    below = Image.fromarray(under)
    above = Image.new("RGBA", below.size, (0, 0, 0, 0))
    above.paste(Image.fromarray(over), ((under.shape[1] - over.shape[1]) // 2, (under.shape[0] - over.shape[0]) // 2))
    return np.array(Image.alpha_composite(below, above), np.uint8)


def lettered(
    words: str,
    face: str | None,
    ink: Colour,
    *,
    width: float = 0.0,
    height: float = 0.0,
    spacing: float = 0.0,
    edge: Colour | None = None,
) -> Patch:
    """Words cut to their ink, as wide or else as high as asked, with an outline if it has a colour."""

    def mask(grow: int) -> Mask:
        if width:
            return words_of_width(words, face, width + 2 * grow, spacing=spacing, grow=grow)
        return words_of_height(words, face, height + 2 * grow, spacing=spacing, grow=grow)

    plain = inked(mask(0), ink)
    if edge is None:
        return plain
    return stacked(inked(mask(max(1, round(plain.shape[0] * 0.07))), edge), plain)


def shadowed(patch: Patch, reach: float, strength: float) -> Patch:
    """The patch over its own soft shadow, at most 12 px away."""
    reach = min(max(1.0, reach), 5.0)
    pad = int(reach * 2) + 2
    wide = np.pad(patch, ((pad, pad), (pad, pad), (0, 0)))
    alpha = Image.fromarray(np.roll(wide[..., 3], int(reach), (0, 1))).filter(ImageFilter.GaussianBlur(reach * 0.6))
    return stacked(inked(np.asarray(alpha, np.float32) * np.float32(strength / 255), (0, 0, 0)), wide)


def lay(picture: Pixels, patch: Patch, x: float, y: float, opacity: float = 1.0) -> Box:
    """Paints the patch into the picture, its corner at x, y; what is outside the picture is lost. Gives the place."""
    left, top = round(x), round(y)
    height, width = picture.shape[:2]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(width, left + patch.shape[1]), min(height, top + patch.shape[0])
    if x1 <= x0 or y1 <= y0:
        return Box(0, 0, 1, 1)
    part = patch[y0 - top : y1 - top, x0 - left : x1 - left]
    alpha = part[..., 3:].astype(np.float32) * np.float32(opacity / 255)
    below = picture[y0:y1, x0:x1].astype(np.float32)
    picture[y0:y1, x0:x1] = (below + (part[..., :3] - below) * alpha + 0.5).astype(np.uint8)
    return Box(x0, y0, x1 - x0, y1 - y0)


def lay_mid(picture: Pixels, patch: Patch, x: float, y: float, opacity: float = 1.0) -> Box:
    """As `lay`, with the middle of the patch at x, y."""
    return lay(picture, patch, x - patch.shape[1] / 2, y - patch.shape[0] / 2, opacity)


def blend(picture: Pixels, over: Pixels, mask: Mask) -> Pixels:
    """The second picture where the mask is 1."""
    share = mask[..., None]
    return (picture * (1 - share) + over * share + 0.5).astype(np.uint8)


def resized(pixels: Pixels, width: int, height: int) -> Pixels:
    """The pixels in another size."""
    smaller = width < pixels.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, (max(1, width), max(1, height)), interpolation=way), np.uint8)


def softened(mask: Mask, sigma: float) -> Mask:
    """The mask with a soft edge."""
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.4, sigma)), np.float32)


def blurred(pixels: Pixels, sigma: float) -> Pixels:
    """The pixels out of focus."""
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(0.4, sigma)), np.uint8)
