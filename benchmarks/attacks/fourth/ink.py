"""Words as masks for the fourth set: letters drawn with a nib of its own, coarse pixels, and typefaces made over."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.attacks.chance import one_of
from benchmarks.attacks.lettering import font
from benchmarks.attacks.paint import Mask, feather, mask_box, soft_noise

Making = Literal["plain", "swollen", "stencil", "inline", "hollow", "sliced", "eaten"]
NIB, PIXELS, OWN = "nib", "pixels", ""
"""Faces that are no font files: strokes of a broad nib, a coarse pixel font, and Pillow's own face."""
TALL = 150
"""Height in pixels at which letters are drawn before they are made as small as wanted."""
STROKES = {
    "A": "06 20 46|14 34", "B": "00 06 36 45 44 33 03|33 42 41 30 00", "C": "41 30 10 01 05 16 36 45",
    "D": "00 06 26 44 42 20 00", "E": "40 00 06 46|03 33", "F": "40 00 06|03 33", "G": "41 30 10 01 05 16 36 45 43 23",
    "H": "00 06|40 46|03 43", "I": "20 26", "J": "40 45 36 16 05", "K": "00 06|40 03 46", "L": "00 06 46",
    "M": "06 00 23 40 46", "N": "06 00 46 40", "O": "10 01 05 16 36 45 41 30 10", "P": "06 00 30 41 42 33 03",
    "Q": "10 01 05 16 36 45 41 30 10|24 46", "R": "06 00 30 41 42 33 03|23 46",
    "S": "41 30 10 01 02 13 33 44 45 36 16 05", "T": "00 40|20 26", "U": "00 05 16 36 45 40", "V": "00 26 40",
    "W": "00 16 23 36 40", "X": "00 46|40 06", "Y": "00 23 40|23 26", "Z": "00 40 06 46",
    "0": "10 01 05 16 36 45 41 30 10", "1": "11 20 26", "2": "01 10 30 41 42 06 46",
    "3": "00 40 22 33 44 45 36 16 05", "4": "36 30 04 44", "5": "40 00 02 32 43 45 36 16 05",
    "6": "41 30 10 01 05 16 36 45 44 33 04", "7": "00 40 16", "8": "10 01 02 13 33 44 45 36 16 05 04 13|33 42 41 30 10",
    "9": "42 33 13 02 01 10 30 41 45 36 16 05", ".": "25 26", "-": "13 33", ":": "21 22|24 25", "'": "20 21",
    ",": "25 16", " ": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hand:
    """A face and what is made of it. stretch: width of the letters, 1 as drawn. lean: to the right, share of height."""

    face: str
    making: Making = "plain"
    stretch: float = 1.0
    lean: float = 0.0


LOUD: tuple[Hand, ...] = (
    Hand(NIB), Hand(NIB, "swollen", 0.8), Hand(OWN, "swollen", 0.8), Hand("DejaVuSansMono-Bold.ttf", "stencil", 0.9),
    Hand("DejaVuSansCondensed-BoldOblique.ttf", "sliced", 1.15), Hand("DejaVuSerif-BoldItalic.ttf", "plain", 0.7, -0.1),
    Hand(PIXELS), Hand("DejaVuSans-BoldOblique.ttf", "swollen", 0.75),
)  # fmt: skip
QUIET: tuple[Hand, ...] = (
    Hand("DejaVuSans-ExtraLight.ttf", "swollen"), Hand(OWN), Hand(OWN, "plain", 0.75),
    Hand("DejaVuSerif.ttf", "plain", 0.85), Hand("DejaVuSansMono-Oblique.ttf"), Hand(NIB, "plain", 0.9, 0.15),
)  # fmt: skip
ANY: tuple[Hand, ...] = (*LOUD, *QUIET)
SCREEN = Hand(OWN)
SCREEN_STRONG = Hand(OWN, "swollen")
WORLD: tuple[Hand, ...] = (Hand("DejaVuSerif.ttf"), Hand("DejaVuSansMono-Bold.ttf", "plain", 0.8), Hand(OWN, "swollen"))
"""Hands that have letters with accents."""


def a_hand(rng: np.random.Generator, hands: tuple[Hand, ...] = ANY) -> Hand:
    """One of some hands."""
    return one_of(rng, hands)


def ink(words: str, hand: Hand, room: tuple[float, float], *, spaced: float = 0.0) -> Mask:
    """The words as large as they go into a (width, height). spaced: extra room between letters, share of the height."""
    large = _drawn(words, hand, spaced)
    factor = min(room[0] / large.shape[1], room[1] / large.shape[0])
    size = (max(3, round(large.shape[1] * factor)), max(5, round(large.shape[0] * factor)))
    small = cv2.resize(large, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    return np.asarray(np.clip(np.asarray(small) * 1.15, 0, 1), np.float32)


def line_of(words: str, size: float, *, strong: bool = False) -> Mask:
    """A line of an app's text whose letters all stand on one line. size: as of a font, in pixels."""
    letters = font(None, size)
    image = Image.new("L", (max(2, int(letters.getlength(words) + size)), int(size * 1.4)), 0)
    ImageDraw.Draw(image).text((1, 1), words, fill=255, font=letters, stroke_width=round(size / 26) if strong else 0)
    return np.asarray(image, np.float32) / np.float32(255)


@lru_cache(maxsize=256)
def _drawn(words: str, hand: Hand, spaced: float) -> Mask:
    gap = spaced * TALL
    pieces = [_letters(part, hand) for part in (words.replace(" ", "\0") if gap else [words])]
    high = max(piece.shape[0] for piece in pieces)
    whole: Mask = np.concatenate(
        [np.pad(piece, ((0, high - piece.shape[0]), (0, round(gap)))) for piece in pieces], axis=1
    )
    whole = _made(whole, hand.making)
    slope = np.array([[hand.stretch, -hand.lean, max(0.0, hand.lean) * high], [0, 1, 0]])
    size = (round(whole.shape[1] * hand.stretch + abs(hand.lean) * high) + 2, high)
    if hand.lean < 0:
        slope[0, 2] = 0
    leaning = np.asarray(cv2.warpAffine(whole, slope, size, flags=cv2.INTER_LINEAR), np.float32)
    box = mask_box(leaning)
    return leaning[box.y : box.y + box.height, box.x : box.x + box.width]


def _letters(words: str, hand: Hand) -> Mask:
    """The words at full height, not cut to their ink, so that pieces stand on one line."""
    words = words.replace("\0", " ")
    if hand.face == NIB and all(sign in STROKES for sign in words.upper()):
        return np.concatenate([_stroked(sign) for sign in words.upper()], axis=1)
    if hand.face == PIXELS and words.isascii():
        small = ImageFont.load_default_imagefont()
        left, _, right, _ = (int(v) for v in small.getbbox(words))
        image = Image.new("L", (right - left + 2, 13), 0)
        ImageDraw.Draw(image).text((1, 1), words, fill=255, font=small)
        coarse = np.asarray(image, np.float32) / np.float32(255)
        return np.kron(coarse, np.ones((TALL // 9, TALL // 9), np.float32)).astype(np.float32)
    plain = hand.face if hand.face not in (NIB, PIXELS) else "DejaVuSansMono-Bold.ttf"
    try:
        letters = font(plain or None, TALL)
    except OSError:
        letters = font(None, TALL)
    image = Image.new("L", (max(8, int(letters.getlength(words)) + (TALL // 8 if len(words) > 1 else 0)), 2 * TALL), 0)
    ImageDraw.Draw(image).text((0, TALL // 4), words, fill=255, font=letters)
    return np.asarray(image, np.float32) / np.float32(255)


def _stroked(sign: str) -> Mask:
    """One letter in strokes of a nib held aslant."""
    unit = TALL / 7
    if sign == " ":
        return np.zeros((TALL, round(3 * unit)), np.float32)
    narrow = sign in "I.:,'"
    mask: Mask = np.zeros((TALL, round((2.4 if narrow else 5.3) * unit)), np.float32)
    for stroke in STROKES[sign].split("|"):
        points = np.array([(int(at[0]) - (1.4 if narrow else 0), int(at[1])) for at in stroke.split()], float)
        for _ in range(2 if len(points) > 3 else 0):
            cut = np.stack([points[:-1] * 0.8 + points[1:] * 0.2, points[:-1] * 0.2 + points[1:] * 0.8], axis=1)
            points = np.vstack([points[:1], cut.reshape(-1, 2), points[-1:]])
        for slip in np.linspace(-0.42, 0.42, 11):
            nib = np.array([0.55 + slip, 0.45 - slip * 0.6])
            there = np.rint((points + nib) * unit).astype(np.int32)
            cv2.polylines(mask, [there], False, 1.0, max(2, round(unit * 0.34)), cv2.LINE_AA)
    return mask


def _made(mask: Mask, making: Making) -> Mask:
    """The letters fattened, cut, hollowed, sliced or eaten away."""
    rows, columns = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]]
    match making:
        case "swollen":
            thick = cv2.dilate(np.pad(mask, ((0, 0), (5, 5))), np.ones((7, 7), np.uint8))
            return np.asarray(np.clip((feather(np.asarray(thick, np.float32), 4.0) - 0.35) * 3, 0, 1), np.float32)
        case "stencil":
            return np.asarray(mask * (np.abs(columns % 92 - 40) > 4), np.float32)
        case "sliced":
            return np.asarray(mask * (np.abs((rows + columns // 6) % 60 - 30) > 3), np.float32)
        case "hollow" | "inline":
            wide = 13 if making == "hollow" else 9
            inner = np.asarray(cv2.erode(mask, np.ones((wide, wide), np.uint8)), np.float32)
            if making == "hollow":
                return np.asarray(np.clip(mask - inner, 0, 1), np.float32)
            core = np.asarray(cv2.erode(inner, np.ones((5, 5), np.uint8)), np.float32)
            return np.asarray(np.clip(mask - inner + core, 0, 1), np.float32)
        case "eaten":
            holes = soft_noise((mask.shape[1], mask.shape[0]), np.random.default_rng(4), max(8, mask.shape[1] // 12))
            return mask * (holes < 0.5).astype(np.float32)
        case _:
            return mask


def arched(mask: Mask, rise: float) -> Mask:
    """The words on a bow. rise: how far the middle stands above the ends, share of the width; may be negative."""
    height, width = mask.shape
    lift = abs(rise) * width
    rows, columns = np.mgrid[0 : round(height + lift), 0:width].astype(np.float32)
    bow = lift * (2 * columns / width - 1) ** 2
    source = rows - (bow if rise > 0 else lift - bow)
    bent = cv2.remap(mask, columns, source.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    return np.asarray(bent, np.float32)


def receding(mask: Mask, left: float, right: float, climb: float) -> Mask:
    """The words on a plane that goes away: heights at the two ends (1 as drawn), a climb as a share of the width."""
    height, width = mask.shape
    rise = climb * width
    top = max(0.0, rise)
    ends = [(0, top, left), (width, top - rise, right)]
    corners = [(x, y + height * (1 - end) / 2) for x, y, end in ends]
    feet = [(x, y + height * (1 + end) / 2) for x, y, end in ends]
    target = np.array([*corners, feet[1], feet[0]], np.float32)
    target[:, 1] -= target[:, 1].min()
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    size = (width, int(np.ceil(target[:, 1].max())) + 1)
    return np.asarray(cv2.warpPerspective(mask, cv2.getPerspectiveTransform(source, target), size), np.float32)


def swung(mask: Mask, degrees: float) -> Mask:
    """The mask turned, as large as it then has to be."""
    height, width = mask.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(turn[0, 0]), abs(turn[0, 1])
    size = (int(height * sin + width * cos) + 2, int(height * cos + width * sin) + 2)
    turn[:, 2] += (size[0] / 2 - width / 2, size[1] / 2 - height / 2)
    return np.asarray(cv2.warpAffine(mask, turn, size, flags=cv2.INTER_LINEAR), np.float32)


def piled(lines: list[Mask], gap: int) -> Mask:
    """Lines below each other, each in the middle."""
    wide = max(line.shape[1] for line in lines)
    rows = []
    for line in lines:
        left = (wide - line.shape[1]) // 2
        rows += [np.pad(line, ((0, 0), (left, wide - line.shape[1] - left))), np.zeros((gap, wide), np.float32)]
    return np.vstack(rows[:-1]).astype(np.float32)
