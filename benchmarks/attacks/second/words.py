"""Edits drawn another way than those of edit_words: other typefaces, colours, places and shapes."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import pick_among, words_of_height, words_of_width
from benchmarks.attacks.paint import Mask, feather, gradient, grey_of, luminance, mask_box, paste, rounded_mask
from benchmarks.attacks.places import title_band
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

OTHER_FACES = (
    "DejaVuSans-BoldOblique.ttf",
    "DejaVuSansMono-Bold.ttf",
    "DejaVuSerif-BoldItalic.ttf",
    "LiberationSans-BoldItalic.ttf",
    "LiberationSansNarrow-Regular.ttf",
    "LiberationMono-Bold.ttf",
    "Verdana Bold.ttf",
    "verdanab.ttf",
)
SERIF_FACES = ("LiberationSerif-Regular.ttf", "DejaVuSerif.ttf", "LiberationSerif-BoldItalic.ttf", "times.ttf")
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
LIGHT: tuple[Colour, ...] = (WHITE, (212, 175, 55), (126, 231, 240), (255, 244, 214))
STRONG: tuple[Colour, ...] = ((196, 22, 48), (18, 74, 158), (236, 130, 12), (12, 120, 92), (110, 24, 140))


def editor_export(rng: np.random.Generator) -> SavedAs:
    """How a phone app for posters saves its work."""
    return SavedAs("JPEG", int(rng.integers(70, 91))) if rng.random() < 0.75 else SavedAs("WEBP", 82)


def outlined_two(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A hollow "2" with a shadow, to the right in the lowest third, as if it went on from the title."""
    height = picture.shape[0]
    sign = str(rng.choice(["2", "2", "3"]))
    letters = words_of_height(sign, pick_among(rng, OTHER_FACES), height * rng.uniform(0.06, 0.11))
    thick = max(1, round(letters.shape[0] * rng.uniform(0.05, 0.08)))
    brush = np.ones((2 * thick + 1,) * 2, np.uint8)
    filled = np.pad(letters, 2 * thick)
    outer = np.asarray(cv2.dilate(filled, brush), np.float32)
    ring = np.clip(outer - filled, 0, 1)
    x, y = _inside(picture, ring, rng.uniform(0.6, 0.86), rng.uniform(0.7, 0.9))
    colour = _readable(picture, ring, (x, y), rng)
    dark = BLACK if luminance(colour) > 110 else WHITE
    result = paste(picture, dark, feather(outer, thick * 1.5) * 0.55, x + thick, y + thick)
    return _done(paste(result, colour, ring, x, y), ring, (x, y), rng, f"outlined {sign}, {ring.shape[1]} px")


def roman_serif(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A Roman numeral in a serif face, in the middle under where titles stand."""
    sign = str(rng.choice(["II", "II", "III", "IV"]))
    high = picture.shape[0] * rng.uniform(0.035, 0.08)
    mask = words_of_height(sign, pick_among(rng, SERIF_FACES), high, spacing=rng.uniform(0.0, 0.2))
    x, y = _inside(picture, mask, 0.5, rng.uniform(0.6, 0.9))
    colour = _readable(picture, mask, (x, y), rng)
    return _done(paste(picture, colour, feather(mask, 0.5), x, y), mask, (x, y), rng, sign)


def ribbon(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """PART 2 and the like on a coloured ribbon with notched ends, a little askew."""
    width, height = size_of(picture)
    across, high = round(width * rng.uniform(0.35, 0.65)), round(height * rng.uniform(0.045, 0.075))
    words = str(rng.choice(["PART 2", "BOOK TWO", "VOLUME II", "ACT TWO", "THE NEXT CHAPTER"]))
    letters = words_of_width(words, pick_among(rng, OTHER_FACES), across * 0.7)
    if letters.shape[0] > high * 0.7:
        letters = words_of_height(words, pick_among(rng, OTHER_FACES), high * 0.55)
    band: Mask = np.zeros((high, across), np.float32)
    notch = round(high * 0.4)
    corners = [(0, 0), (across, 0), (across - notch, high // 2), (across, high), (0, high), (notch, high // 2)]
    cv2.fillPoly(band, [np.array(corners, np.int32)], 1.0)
    colour = one_of(rng, STRONG)
    cloth = gradient((across, high), colour, (colour[0] * 3 // 4, colour[1] * 3 // 4, colour[2] * 3 // 4))
    cloth = paste(cloth, WHITE, letters, (across - letters.shape[1]) // 2, (high - letters.shape[0]) // 2)
    cloth, band = _askew(cloth, band, rng.uniform(-7, 7))
    x, y = _inside(picture, band, rng.uniform(0.35, 0.65), rng.uniform(0.45, 0.9))
    return _done(paste(picture, cloth, band, x, y), band, (x, y), rng, words)


def coming(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """COMING SUMMER 2027 and the like with a hard drop shadow, at the foot or the head."""
    words = str(
        rng.choice(["COMING SUMMER 2027", "SPRING 2028", "OUT 3 MARCH 2028", "EVERYWHERE THIS AUTUMN", "2027 IN IMAX"])
    )
    mask = words_of_width(words, pick_among(rng, OTHER_FACES), picture.shape[1] * rng.uniform(0.4, 0.7))
    x, y = _inside(picture, mask, 0.5, rng.uniform(0.9, 0.97) if rng.random() < 0.75 else rng.uniform(0.03, 0.1))
    colour = _readable(picture, mask, (x, y), rng)
    drop = max(1, round(mask.shape[0] * 0.1))
    shade = BLACK if luminance(colour) > 110 else WHITE
    result = paste(picture, shade, mask * 0.8, x + drop, y + drop)
    return _done(paste(result, colour, mask, x, y), mask, (x, y), rng, words)


def season_badge(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """SEASON 5 in a filled badge with round corners, near a corner."""
    words = str(rng.choice(["SEASON 5", "SEASON 2", "S3 CONFIRMED", "ALL NEW SEASON", "SERIES 4"]))
    letters = words_of_width(words, pick_among(rng, OTHER_FACES), picture.shape[1] * rng.uniform(0.16, 0.32))
    pad = max(3, round(letters.shape[0] * 0.6))
    size = (letters.shape[1] + 3 * pad, letters.shape[0] + 2 * pad)
    plate = rounded_mask(size, round(size[1] * rng.uniform(0.1, 0.5)))
    x, y = _inside(picture, plate, float(rng.choice([0.0, 1.0])), float(rng.choice([0.0, 0.05, 0.9])), margin=0.04)
    result = paste(picture, one_of(rng, STRONG), plate, x, y)
    spot = (x + (size[0] - letters.shape[1]) // 2, y + pad)
    return _done(paste(result, WHITE, letters, *spot), plate, (x, y), rng, words)


def subtitle(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Another subtitle in letters that shine from light to dark like metal."""
    words = str(rng.choice(["The Wedding Year", "Ever After", "A New Beginning", "Homeward", "The Lost Letters"]))
    mask = words_of_width(words, pick_among(rng, SERIF_FACES), picture.shape[1] * rng.uniform(0.35, 0.62))
    x, y = _inside(picture, mask, rng.uniform(0.4, 0.6), rng.uniform(0.5, 0.85))
    top = _readable(picture, mask, (x, y), rng)
    foot = (top[0] * 2 // 3 + 20, top[1] * 2 // 3 + 10, top[2] * 2 // 3)
    metal = gradient((mask.shape[1], mask.shape[0]), top, foot)
    return _done(paste(picture, metal, mask, x, y), mask, (x, y), rng, words)


def red_n(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A streaming service's red N, drawn as two bars and a slanting band, near a corner."""
    width = round(picture.shape[1] * rng.uniform(0.06, 0.11))
    high, bar = round(width * 1.75), max(2, round(width * 0.32))
    sign = gradient((width, high), (177, 6, 15), (177, 6, 15))
    mask: Mask = np.zeros((high, width), np.float32)
    mask[:, :bar] = mask[:, width - bar :] = 1
    slant = [np.array([(0, 0), (bar, 0), (width - 1, high - 1), (width - bar, high - 1)], np.int32)]
    cv2.fillPoly(mask, slant, 1.0)
    sign = sign.copy()
    cv2.fillPoly(sign, slant, (229, 9, 20))
    x, y = _inside(picture, mask, float(rng.choice([0.0, 1.0])), float(rng.choice([0.0, 1.0])), margin=0.045)
    ground = picture[y : y + high, x : x + width].reshape(-1, 3).mean(axis=0)
    if np.abs(ground - (200, 8, 18)).max() < 60:
        sign = gradient((width, high), WHITE, WHITE)
    return _done(paste(picture, sign, mask, x, y), mask, (x, y), rng, f"{width} px")


def title_recoloured(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The title's letters in another colour: whatever stands out from its surroundings in the title's band."""
    band = title_band(picture, rng, 0.12)
    piece = picture[band.y : band.y + band.height]
    grey = grey_of(piece)
    stands_out = grey - cv2.GaussianBlur(grey, (0, 0), band.height / 4)
    if np.clip(-stands_out, 0, None).sum() > np.clip(stands_out, 0, None).sum():
        stands_out = -stands_out
    strokes = (stands_out > max(8.0, float(np.percentile(stands_out, 85)))).astype(np.float32)
    mask = feather(np.asarray(cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))), 0.6)
    tried = []
    for colour in (*STRONG, (255, 208, 40), (70, 220, 235)):
        light = np.clip(grey / 255 * 0.6 + 0.5, 0, 1)[:, :, None]
        tinted = paste(piece, (light * np.array(colour)).astype(np.uint8), mask, 0, 0)
        away = (np.abs(tinted.astype(np.float32) - piece).max(axis=2) * mask).sum() / max(1.0, float(mask.sum()))
        tried.append((float(away), colour, tinted))
    tried.sort(key=lambda each: -each[0])
    _, colour, tinted = tried[int(rng.integers(3))]
    result = picture.copy()
    result[band.y : band.y + band.height] = tinted
    return _done(result, mask, (0, band.y), rng, f"{colour} at {band.y}")


def _inside(picture: Pixels, mask: Mask, across: float, down: float, *, margin: float = 0.02) -> tuple[int, int]:
    """A corner (x, y) for a mask so that its middle lies at shares of the picture, a margin kept where it fits."""
    width, height = size_of(picture)
    edge = round(width * margin)
    x = round(across * width - mask.shape[1] / 2)
    y = round(down * height - mask.shape[0] / 2)
    x = min(max(x, edge), max(edge, width - mask.shape[1] - edge))
    return min(x, max(0, width - mask.shape[1])), min(max(y, edge), max(0, height - mask.shape[0] - edge))


def _readable(picture: Pixels, mask: Mask, spot: tuple[int, int], rng: np.random.Generator) -> Colour:
    """A light colour, or a strong or black one where the ground is light."""
    x, y = spot
    ground = picture[y : y + mask.shape[0], x : x + mask.shape[1]].reshape(-1, 3).mean(axis=0)
    choices = LIGHT if luminance(ground) < 135 else (BLACK, STRONG[0], STRONG[1], STRONG[4])
    return one_of(rng, choices)


def _askew(piece: Pixels, mask: Mask, degrees: float) -> tuple[Pixels, Mask]:
    """Both turned about their middle, with room for the corners."""
    room = round(mask.shape[1] * abs(np.sin(np.radians(degrees))) / 2) + 2
    sides = ((room, room), (2, 2))
    piece, mask = np.pad(piece, (*sides, (0, 0)), mode="edge"), np.pad(mask, sides)
    turn = cv2.getRotationMatrix2D((mask.shape[1] / 2, mask.shape[0] / 2), degrees, 1.0)
    size = (mask.shape[1], mask.shape[0])
    turned = cv2.warpAffine(piece, turn, size, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8), np.asarray(cv2.warpAffine(mask, turn, size), np.float32)


def _done(result: Pixels, mask: Mask, spot: tuple[int, int], rng: np.random.Generator, note: str) -> Attacked:
    """What was drawn is the change."""
    ink = mask_box(mask, 0.4)
    x, y = max(0, spot[0] + ink.x), max(0, spot[1] + ink.y)
    box = Box(x, y, min(ink.width, result.shape[1] - x), min(ink.height, result.shape[0] - y))
    return Attacked(result, (box,), note, saved_as=editor_export(rng))
