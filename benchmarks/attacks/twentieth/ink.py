"""Lettering, stamps and places to put them."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, box_between, part_of, resize, size_of
from benchmarks.attacks.lettering import named_font

SANS, BOLD, NARROW = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed-Bold.ttf"
SERIF_BOLD = "DejaVuSerif-Bold.ttf"
DISPLAY = (BOLD, NARROW, SERIF_BOLD)
LIGHT_INKS: tuple[Colour, ...] = ((255, 255, 255), (255, 236, 120), (255, 214, 90), (190, 240, 255))
DARK_INKS: tuple[Colour, ...] = ((12, 12, 14), (120, 8, 16), (16, 26, 80))


def words(lines: list[str], face: str, height: int, ink: Colour, rim: Colour | None = None) -> Image.Image:
    """Centred lines as a stamp cut tight. height: of the type."""
    text, type_face, stroke = "\n".join(lines), named_font(face, height), max(1, round(height * 0.05)) if rim else 0
    wide = round(max(type_face.getlength(line) for line in lines)) + 2 * height
    stamp = Image.new("RGBA", (wide, round(height * (1.5 * len(lines) + 1.5))), (*ink, 0))
    pen = {"font": type_face, "fill": (*ink, 255), "stroke_width": stroke, "stroke_fill": rim, "align": "center"}
    ImageDraw.Draw(stamp).multiline_text((height, height // 2), text, **pen)
    return stamp.crop(stamp.getchannel("A").point(lambda a: 255 * (a > 60)).getbbox())


def fitted(stamp: Image.Image, width: float, height: float) -> Image.Image:
    """The stamp as large as fits into the given width and height."""
    factor = min(width / stamp.width, height / stamp.height)
    size = max(2, round(stamp.width * factor)), max(2, round(stamp.height * factor))
    return stamp.resize(size, Image.Resampling.LANCZOS)


def emoji(sign: str, size: int, degrees: float = 0.0) -> Image.Image:
    """A colour emoji as a stamp."""
    picture = Image.new("RGBA", (150, 150), (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((8, 8), sign, font=named_font("NotoColorEmoji.ttf", 109), embedded_color=True)
    picture = picture.crop(picture.getbbox()).rotate(degrees, Image.Resampling.BICUBIC, expand=True)
    return fitted(picture.crop(picture.getbbox()), size, size)


def put(pixels: Pixels, stamp: Image.Image, x: float, y: float, opacity: float = 1.0) -> tuple[Pixels, Box]:
    """The stamp on the picture, moved inside where it would stick out; and the box of it."""
    width, height = size_of(pixels)
    if stamp.width > width or stamp.height > height:
        stamp = fitted(stamp, width, height)
    left, top = int(np.clip(round(x), 0, width - stamp.width)), int(np.clip(round(y), 0, height - stamp.height))
    box, raster = Box(left, top, stamp.width, stamp.height), np.asarray(stamp, np.float32)
    alpha, result = raster[..., 3:] / 255 * opacity, pixels.copy()
    area = part_of(result, box)
    area[:] = np.clip(area * (1 - alpha) + raster[..., :3] * alpha + 0.5, 0, 255).astype(np.uint8)
    return result, box


def ink_for(pixels: Pixels, box: Box, rng: np.random.Generator) -> tuple[Colour, Colour | None]:
    """An ink that stands out from what lies in the box, and a rim where the ground is mixed."""
    grey = cv2.cvtColor(np.ascontiguousarray(part_of(pixels, box)), cv2.COLOR_RGB2GRAY)
    light = bool(np.median(grey) < 140)
    inks, mixed = LIGHT_INKS if light else DARK_INKS, float(grey.std()) > 38 or 95 < float(np.median(grey)) < 185
    return one_of(rng, inks), ((8, 8, 10) if light else (250, 250, 250)) if mixed else None


def find_place(
    pixels: Pixels,
    rng: np.random.Generator,
    size: tuple[float, float],
    zone: tuple[float, float, float, float] = (0.04, 0.03, 0.96, 0.97),
    busy: bool = False,
) -> Box:
    """The calmest (or busiest) of 30 drawn boxes of a size, inside a zone (left, top, right, bottom; shares)."""
    width, height = size_of(pixels)
    wide, high = min(round(size[0]), width), min(round(size[1]), height)
    grey = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), (0, 0), 1.2)
    sums = cv2.integral(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(np.float32))
    best, best_score = Box(0, 0, wide, high), np.inf
    for _ in range(30):
        x = round(between(rng, width * zone[0], max(width * zone[0], width * zone[2] - wide)))
        y = round(between(rng, height * zone[1], max(height * zone[1], height * zone[3] - high)))
        x, y = int(np.clip(x, 0, width - wide)), int(np.clip(y, 0, height - high))
        total = sums[y + high, x + wide] - sums[y, x + wide] - sums[y + high, x] + sums[y, x]
        score = -total if busy else total
        if score < best_score:
            best, best_score = Box(x, y, wide, high), score
    return best


def find_lines(pixels: Pixels) -> list[Box]:
    """Boxes that look like lines of lettering, the most striking first."""
    width, height = size_of(pixels)
    small, _ = resize(pixels, 400, round(400 * height / width))
    grey, found = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), []
    for kernel in (9, 25):
        shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (kernel, kernel))
        for way in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT):
            strokes = cv2.morphologyEx(grey, way, shape)
            mask = (strokes > max(50.0, float(np.percentile(strokes, 90)))).astype(np.uint8)
            mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, kernel + 3), np.uint8))
            mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((4, 8), np.uint8))
            _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
            for x, y, wide, high, area in stats[1:].tolist():
                if wide > 60 and 2.2 < wide / high < 22 and 8 <= high <= 90 and area > 0.5 * wide * high:
                    inside = strokes[y : y + high, x : x + wide]
                    found.append((float(inside.mean()) * area, Box(x, y, wide, high)))
    found.sort(key=lambda pair: -pair[0])
    lines, whole = [box.scaled(width / 400, height / small.shape[0]) for _, box in found], Box(0, 0, width, height)
    padded = [box_between(b.x - 6, b.y - b.height / 8, b.x + b.width + 6, b.y + b.height * 1.125, whole) for b in lines]
    return [box for box in padded if box]


def wipe(pixels: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    """The picture with the box painted over from what lies round it, with a little grain."""
    width, height = size_of(pixels)
    small, _ = resize(pixels, 300, round(300 * height / width))
    mask = np.zeros(small.shape[:2], np.uint8)
    part_of(mask, box.scaled(300 / width, small.shape[0] / height))[:] = 255
    filled = cv2.inpaint(small, cv2.dilate(mask, np.ones((3, 3), np.uint8)), 4, cv2.INPAINT_TELEA)
    large = cv2.resize(cv2.GaussianBlur(filled, (0, 0), 2.0), (width, height), interpolation=cv2.INTER_CUBIC).astype(
        np.float32
    )
    large += rng.normal(0, 2.5, (height, width, 1)).astype(np.float32)
    hole = np.zeros((height, width), np.float32)
    part_of(hole, box)[:] = 1
    hole = cv2.GaussianBlur(hole, (0, 0), max(1.0, width * 0.003))[..., None]
    return np.clip(pixels * (1 - hole) + large * hole + 0.5, 0, 255).astype(np.uint8)
