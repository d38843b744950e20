"""Stickers without a hand of their own: whatever signs and emoji the machine's fonts hold, and plain shapes.

Only to learn from: what a sticker is, is plain from any; it is nothing that a poster says. Neither is a badge a sticker
that says something. Wants fonts-noto-color-emoji (Debian) for the emoji; without it all are signs of DejaVu Sans.
"""

from functools import cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.lettering import font, named_font, pick_face
from benchmarks.attacks.paint import Mask, feather, paste, shrunk
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

_SIGNS_FACE, _EMOJI_FACE = "DejaVuSans.ttf", "NotoColorEmoji.ttf"
# The one size, in pixels, that the font of emoji is drawn in.
_EMOJI_SIZE = 109
# Arrows, hearts and stars, faces, hands, chess pieces and ornaments; none is a letter or a figure.
_SIGNS = (
    *range(0x2190, 0x2200), *range(0x2605, 0x2607), *range(0x261A, 0x2620), *range(0x2639, 0x263D),
    *range(0x2654, 0x2668), *range(0x2708, 0x270E), *range(0x2719, 0x274C), *range(0x2761, 0x2768),
    *range(0x2794, 0x2795), *range(0x2798, 0x27B0), *range(0x27B1, 0x27BF),
)  # fmt: skip
# Faces, hands and hearts are half of what people stick on; the other half is anything.
_LIKED = (
    *range(0x1F600, 0x1F650), *range(0x1F90C, 0x1F930), *range(0x1F970, 0x1F977), *range(0x1F440, 0x1F451),
    *range(0x1F493, 0x1F4A0), 0x2764, 0x1F525, 0x2B50, 0x1F31F, 0x2728, 0x1F480, 0x1F4AF, 0x1F37F, 0x1F3AC,
)  # fmt: skip
_ANY = (*range(0x1F300, 0x1F321), *range(0x1F345, 0x1F380), *range(0x1F380, 0x1F3F0), *range(0x1F400, 0x1F4FD))
_VIVID = (
    "#ff2d55", "#e0245e", "#ff3b30", "#ff9500", "#ffcc00", "#34c759", "#00c7be", "#007aff", "#5856d6", "#af52de",
    "#ff5fa2", "#ffffff", "#ffffff", "#111111",
)  # fmt: skip
_BIG = 220
# What badges say.
_SAID = (
    "2",
    "3",
    "4",
    "II",
    "III",
    "S2",
    "S3",
    "PART 2",
    "Part 3",
    "PART TWO",
    "CHAPTER 2",
    "SEASON 2",
    "2027",
    "2028",
)
# Of stickers so many are plain shapes; of pictures in so many they touch each other or lie on each other, and of
# stickers so many may reach over the picture's edge.
_SHAPES, _PILED, _CUT_OFF = 0.3, 0.35, 0.2
# In so many they stand in a row, hardly apart, so large against the width; two or more of them, small ones.
_IN_A_ROW, _LEAST_IN_A_ROW, _LARGEST_IN_A_ROW = 0.2, 0.05, 0.16
_LEAST_STICKER, _LARGEST_STICKER = 0.05, 0.32
_LEAST_BADGE, _LARGEST_BADGE = 0.14, 0.32


def any_sticker(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One to three signs, emoji or shapes, 5 to 32 % of the width each; some in a pile, some cut by the edge.

    Or up to six small ones in a row.
    """
    width, height = size_of(picture)
    result = picture
    if rng.random() < _IN_A_ROW:
        return _in_a_row(picture, rng)
    piled = rng.random() < _PILED
    x = y = side = 0
    for place in range(int(rng.integers(2 if piled else 1, 4))):
        before, side = side, max(8, round(width * between(rng, _LEAST_STICKER, _LARGEST_STICKER)))
        pixels, mask = _drawn(rng, side)
        if piled and place:
            x, y = (at + round(between(rng, -0.9 * side, 0.9 * before)) for at in (x, y))
        else:
            over = round(between(rng, 0.1, 0.6) * side) if rng.random() < _CUT_OFF else 0
            x, y = (round(between(rng, -over, max(1, whole - side) + over)) for whole in (width, height))
        if rng.random() < 0.4:
            shade = feather(mask, max(1.0, side / 20)) * np.float32(0.5)
            result = paste(result, (0, 0, 0), shade, x + side // 25, y + side // 20)
        result = paste(result, pixels, mask * np.float32(between(rng, 0.85, 1.0)), x, y)
    quality = int(rng.integers(50, 93))
    return Attacked(result, saved_as=SavedAs("JPEG", quality))


def _in_a_row(picture: Pixels, rng: np.random.Generator) -> Attacked:
    """Two to six, one sign again and again in half of them."""
    width, height = size_of(picture)
    side = max(8, round(width * between(rng, _LEAST_IN_A_ROW, _LARGEST_IN_A_ROW)))
    count = int(rng.integers(2, 7))
    again = _drawn(rng, side) if rng.random() < 0.5 else None
    step = round(side * between(rng, 0.85, 1.25))
    x, y = (round(rng.uniform(0, max(1, whole - length))) for whole, length in ((width, step * count), (height, side)))
    result = picture
    for place in range(count):
        pixels, mask = again or _drawn(rng, side)
        result = paste(result, pixels, mask, x + place * step, y + (side - mask.shape[0]) // 2)
    return Attacked(result, saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def any_badge(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A plain shape on which a number, a part, a season or a year stands: a claim, whatever it stands on."""
    width, height = size_of(picture)
    side = max(16, round(width * between(rng, _LEAST_BADGE, _LARGEST_BADGE)))
    pixels, mask = _as_sticker(rng, _badge(rng), side)
    x, y = (round(between(rng, 0, max(1, whole - side))) for whole in (width, height))
    box = Box(x, y, min(mask.shape[1], width - x), min(mask.shape[0], height - y))
    return Attacked(paste(picture, pixels, mask, x, y), (box,), saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def _drawn(rng: np.random.Generator, side: int) -> tuple[Pixels, Mask]:
    if rng.random() < _SHAPES:
        image = _shape(rng)
    else:
        image = _emoji(rng) if _has_emoji() and rng.random() < 0.6 else _sign(rng)
    pixels, mask = _as_sticker(rng, image, side)
    if rng.random() < 0.2:
        return np.ascontiguousarray(pixels[:, ::-1]), np.ascontiguousarray(mask[:, ::-1])
    return pixels, mask


def _as_sticker(rng: np.random.Generator, image: Image.Image, side: int) -> tuple[Pixels, Mask]:
    """Cut out, some with an edge of paper, turned a little, so many pixels wide or high."""
    cut = image.crop(image.getbbox() or (0, 0, 1, 1))
    if rng.random() < 0.35:
        cut = _cut_out(cut, str(rng.choice(["#ffffff", "#ffffff", "#111111"])), between(rng, 8, 26))
    turned = cut.rotate(between(rng, -25, 25), Image.Resampling.BICUBIC, expand=True)
    return shrunk(turned, side)


def _emoji(rng: np.random.Generator) -> Image.Image:
    image = Image.new("RGBA", (_BIG, _BIG))
    sign = chr(int(rng.choice(_LIKED if rng.random() < 0.5 else _ANY)))
    face = ImageFont.truetype(_EMOJI_FACE, _EMOJI_SIZE)
    ImageDraw.Draw(image).text((40, 40), sign, font=face, embedded_color=True)
    return image if image.getbbox() else _sign(rng)


def _sign(rng: np.random.Generator) -> Image.Image:
    image = Image.new("RGBA", (_BIG, _BIG))
    inner, outer = (str(colour) for colour in rng.choice(_VIVID, 2, replace=False))
    stroke = int(rng.integers(3, 9)) if rng.random() < 0.5 else 0
    face = named_font(_SIGNS_FACE, 140)
    draw = ImageDraw.Draw(image)
    sign = chr(int(rng.choice(_SIGNS)))
    draw.text((_BIG / 2, _BIG / 2), sign, fill=inner, font=face, anchor="mm", stroke_width=stroke, stroke_fill=outer)
    return image


def _shape(rng: np.random.Generator) -> Image.Image:
    """Of one colour: round, square, pointed, jagged, or what people speak in."""
    image = Image.new("RGBA", (_BIG, _BIG))
    draw = ImageDraw.Draw(image)
    fill = _any_colour(rng)
    high = round(between(rng, 90, 160))
    whole = (20, 110 - high // 2, 200, 110 + high // 2)
    match int(rng.integers(8)):
        case 0 | 1:
            draw.ellipse((20, 20, 200, 200), fill=fill)
        case 2:
            draw.rounded_rectangle(whole, radius=int(rng.choice([6, 18, high // 2])), fill=fill)
        case 3:
            draw.polygon(jagged(3, 1.0, between(rng, 0, 120)), fill=fill)
        case 4 | 5:
            draw.polygon(jagged(int(rng.integers(8, 25)), between(rng, 0.7, 0.92), 0), fill=fill)
        case 6:
            draw.polygon(jagged(int(rng.integers(4, 7)), between(rng, 0.35, 0.6), 0), fill=fill)
        case _:
            draw.rounded_rectangle(whole, radius=high // 3, fill=fill)
            draw.polygon([(60, whole[3] - 8), (100, whole[3] - 8), (56, whole[3] + 24)], fill=fill)
    return image


def _badge(rng: np.random.Generator) -> Image.Image:
    image = _shape(rng)
    while (box := image.getbbox()) is None or min(box[2] - box[0], box[3] - box[1]) < _BIG // 3:
        image = _shape(rng)
    middle = (_BIG // 2, (box[1] + box[3]) // 2)
    ground = image.getpixel(middle)
    light = isinstance(ground, tuple) and sum(ground[:3]) > 3 * 128
    said = str(rng.choice(_SAID))
    lines = said.replace(" ", "\n") if rng.random() < 0.5 else said
    face = pick_face(rng)
    size = 150.0
    draw = ImageDraw.Draw(image)
    while size > 20 and draw.multiline_textbbox((0, 0), lines, font=font(face, size))[2] > 0.55 * (box[2] - box[0]):
        size *= 0.9
    size = min(size, 0.6 * (box[3] - box[1]) / (lines.count("\n") + 1))
    colour = "#111111" if light else "#ffffff"
    draw.multiline_text(middle, lines, fill=colour, font=font(face, size), anchor="mm", align="center", spacing=2)
    return image


def jagged(
    points: int, inner: float, degrees: float = 0.0, *, middle: float = _BIG / 2, reach: float = 95
) -> list[tuple[float, float]]:
    """The corners of a star: its points reach so far from (middle, middle), those between them `inner` times that."""
    turn = np.radians(degrees) + np.arange(2 * points) * np.pi / points
    far = reach * np.where(np.arange(2 * points) % 2 == 0, 1.0, inner)
    if inner == 1.0:
        turn, far = turn[::2], far[::2]
    return [(middle + x, middle + y) for x, y in zip(far * np.sin(turn), -far * np.cos(turn), strict=True)]


def _any_colour(rng: np.random.Generator) -> str:
    if rng.random() < 0.5:
        return str(rng.choice(_VIVID))
    return "#{:02x}{:02x}{:02x}".format(*(int(level) for level in rng.integers(0, 256, 3)))


def _cut_out(image: Image.Image, colour: str, times: float) -> Image.Image:
    """With an edge of paper all round, so many times as narrow as the whole is wide or high."""
    edge = max(3, round(max(image.size) / times))
    whole = Image.new("RGBA", (image.width + 2 * edge, image.height + 2 * edge))
    whole.paste(image, (edge, edge))
    alpha = np.asarray(whole.getchannel("A"), np.uint8)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * edge + 1, 2 * edge + 1))
    paper = Image.new("RGBA", whole.size, colour)
    paper.putalpha(Image.fromarray(np.asarray(cv2.dilate(alpha, kernel), np.uint8)))
    paper.alpha_composite(whole)
    return paper


@cache
def _has_emoji() -> bool:
    try:
        ImageFont.truetype(_EMOJI_FACE, _EMOJI_SIZE)
    except OSError:
        return False
    return True
