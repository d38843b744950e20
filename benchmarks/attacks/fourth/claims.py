"""Edits, the fourth set: words after the title, seasons, dates in many tongues, platforms, studio marks."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth.ink import LOUD, NIB, OWN, QUIET, WORLD, Hand, a_hand, ink, piled, swung
from benchmarks.attacks.fourth.layers import DRESSINGS, Dressing, box_of, kept_as, laid, spread, told_apart
from benchmarks.attacks.fourth.numerals import set_down, size_of_mask
from benchmarks.attacks.fourth.spots import Where, at_share, calm_corner, ink_in, near, title_of
from benchmarks.attacks.geometry import Colour, part_of, size_of
from benchmarks.attacks.paint import Mask, rounded_mask
from benchmarks.attacks.places import detail_map
from benchmarks.attacks.values import Attacked, OtherPosters

AFTERWORDS = (
    "RELOADED", "THE RETURN", "RESURRECTION", "AGAIN", "REBORN", "THE REVENGE", "PART TWO", "ORIGINS", "UNLEASHED",
    "THE NEXT CHAPTER", "STRIKES BACK", "LAST STAND",
)  # fmt: skip
EPISODES = (
    ("S2 E1",), ("SEASON TWO",), ("SEASON 3", "EPISODE 1"), ("THE SERIES",), ("STAFFEL 2",), ("SAISON 2",),
    ("ALL NEW", "EPISODES"), ("TEMPORADA 3",),
)  # fmt: skip
DATES = (
    ("IN CINEMAS", "9 OCTOBER"), ("AM 3. MAI", "IM KINO"), ("AU CINÉMA", "LE 12 MARS"), ("DAL 5 GIUGNO", "AL CINEMA"),
    ("SOLO EN CINES", "21 NOV"), ("В КИНО", "С 12 МАЯ"), ("2027-03-19",), ("03 / 19 / 27",), ("THIS", "APRIL"),
    ("FALL 2027",), ("ONLY IN THEATRES", "EASTER"), ("OPENS", "FRIDAY 8 MAY"), ("28.08.",),
    ("4 ŞUBAT'TA", "SİNEMALARDA"),
)  # fmt: skip
PLATFORMS: tuple[tuple[str, str, Colour], ...] = (
    ("ONLY ON", "NETFLIX", (216, 12, 28)), ("STREAMING ON", "prime", (20, 160, 235)),
    ("A", "hulu ORIGINAL", (40, 220, 130)),
    ("WATCH IT ON", "Apple TV+", (250, 250, 250)), ("NOW ON", "max", (90, 80, 240)), ("", "NETFLIX", (216, 12, 28)),
    ("JETZT BEI", "Disney+", (235, 245, 255)),
)  # fmt: skip


def afterword(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """RELOADED, THE RETURN, AGAIN and the like by the title or across it, in any layer style."""
    words, width = str(rng.choice(AFTERWORDS)), picture.shape[1]
    mask = ink(
        words, a_hand(rng), (width * rng.uniform(0.32, 0.7), picture.shape[0] * 0.06), spaced=rng.uniform(0, 0.3)
    )
    title = title_of(picture, rng)
    where: Where = ("below", "below", "above", "across")[int(rng.integers(4))]
    spot = near(picture, title, size_of_mask(mask), where, rng)
    ways = tuple(way for way in DRESSINGS if way != "outline")
    way: Dressing = one_of(rng, ways)
    return set_down(picture, mask, spot, ink_in(picture, title)[1], way, rng, others, f"{words} {where}")


def word_up_the_side(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO, THE SEQUEL and the like running up or down one side."""
    words = str(rng.choice(("PART TWO", "THE SEQUEL", "CHAPTER TWO", "THE COMEBACK", "BACK FOR MORE")))
    room = (picture.shape[0] * rng.uniform(0.35, 0.6), picture.shape[1] * rng.uniform(0.06, 0.09))
    mask = np.ascontiguousarray(np.rot90(ink(words, a_hand(rng, LOUD), room, spaced=0.15), int(rng.choice([1, 3]))))
    spot = at_share(picture, size_of_mask(mask), float(rng.choice([0.05, 0.95])), rng.uniform(0.35, 0.65))
    colours: tuple[Colour, ...] = ((255, 255, 255), (255, 205, 30), (220, 30, 40))
    return set_down(picture, mask, spot, colours[int(rng.integers(3))], "shadow", rng, others, words)


def episode_tab(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A season or an episode on a coloured tab at an edge, upright or a little turned."""
    words = one_of(rng, EPISODES)
    width, hand = picture.shape[1], a_hand(rng, WORLD)
    letters = piled(
        [ink(line, hand, (width * rng.uniform(0.2, 0.34), width * 0.07)) for line in words], width // 60 + 1
    )
    pad = max(3, round(width * 0.02))
    inner = np.pad(letters, pad)
    plate = rounded_mask(size_of_mask(inner), max(1, round(pad * rng.choice([0.1, 0.9]))))
    if rng.random() < 0.4:
        degrees = rng.uniform(-8, 8)
        inner, plate = swung(inner, degrees), swung(plate, degrees)
    across, down = float(rng.choice([0.0, 0.5, 1.0])), float(rng.choice([0.02, 0.97, 0.45]))
    spot = at_share(picture, size_of_mask(plate), 0.0 if down == 0.45 and across == 0.5 else across, down)
    tones: tuple[Colour, ...] = ((190, 18, 40), (16, 92, 170), (240, 196, 20), (20, 130, 90), (16, 16, 20))
    whole = spread(picture, plate, spot)
    tone = told_apart(picture, whole, one_of(rng, tones), rng)
    after = laid(picture, tone, whole)
    letters_there = spread(picture, inner, spot)
    after = laid(after, told_apart(after, letters_there, (255, 255, 255), rng), letters_there)
    return Attacked(after, (box_of(whole),), " ".join(words), saved_as=kept_as(rng))


def opening_day(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A day or a season of release in one of many forms and tongues, at the foot, the head or on quiet ground."""
    lines = one_of(rng, DATES)
    width, height = size_of(picture)
    hand = a_hand(rng, WORLD if not "".join(lines).isascii() else (*QUIET, *WORLD, Hand(NIB)))
    wide = width * rng.uniform(0.26, 0.5)
    mask = piled([ink(line, hand, (wide, height * 0.05)) for line in lines], max(2, height // 120))
    spots = [at_share(picture, size_of_mask(mask), *rng.uniform((0.2, 0.86), (0.8, 0.97))) for _ in range(4)]
    spots += [
        at_share(picture, size_of_mask(mask), rng.uniform(0.2, 0.8), 0.03),
        calm_corner(picture, size_of_mask(mask), rng),
    ]
    detail = detail_map(picture)
    spot = min(spots, key=lambda at: float(part_of(detail, Box(at[0], at[1], *size_of_mask(mask))).mean()))
    colours: tuple[Colour, ...] = ((255, 255, 255), (255, 220, 110), (200, 230, 255))
    way: Dressing = "shadow" if rng.random() < 0.6 else "plain"
    return set_down(picture, mask, spot, colours[int(rng.integers(3))], way, rng, others, " ".join(lines))


def platform_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ONLY ON and a platform's name, small over large, the name in its colour where that can be read."""
    small, name, colour = one_of(rng, PLATFORMS)
    wide = picture.shape[1] * rng.uniform(0.2, 0.38)
    high = picture.shape[0] * 0.06
    lines = [ink(name, Hand(OWN, "swollen", 0.85), (wide, high))]
    if name == "prime":
        smile: Mask = np.zeros((max(6, lines[0].shape[0] // 3), lines[0].shape[1]), np.float32)
        axes = (round(smile.shape[1] * 0.42), max(2, round(smile.shape[0] * 0.7)))
        cv2.ellipse(smile, (smile.shape[1] // 2, 0), axes, 0, 15, 165, 1.0, max(1, smile.shape[0] // 5), cv2.LINE_AA)
        lines.append(smile)
    if small:
        lines.insert(0, ink(small, Hand(OWN), (wide * 0.7, max(9.0, lines[0].shape[0] * 0.5)), spaced=0.1))
    mask = piled(lines, max(2, round(lines[0].shape[0] * 0.3)))
    down = float(rng.choice([0.03, 0.93, 0.97]))
    spot = at_share(picture, size_of_mask(mask), float(rng.choice([0.04, 0.5, 0.96])), down)
    return set_down(picture, mask, spot, colour, "glow", rng, others, f"{small} {name}")


def folded_red_letter(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The sign of a streaming service: a tall letter of three folded red bands, in a corner or at the head."""
    wide = max(12, round(picture.shape[1] * rng.uniform(0.08, 0.14)))
    high, band = round(wide * 1.75), wide * 0.32
    tall, middle = high - 1, wide - 1
    sides: Mask = np.zeros((high, wide), np.float32)
    slope = sides.copy()
    for left in (0.0, wide - band):
        bar = [(left, 0), (left + band, 0), (left + band, tall), (left, tall)]
        cv2.fillPoly(sides, [np.rint(np.array(bar)).astype(np.int32)], 1.0, cv2.LINE_AA)
    fold = [(0, 0), (band, 0), (middle, tall), (wide - band, tall)]
    cv2.fillPoly(slope, [np.rint(np.array(fold)).astype(np.int32)], 1.0, cv2.LINE_AA)
    corners = [(0.04, 0.03), (0.96, 0.03), (0.96, 0.97), (0.04, 0.97), (0.5, 0.03)]
    spot = at_share(picture, (wide, high), *corners[int(rng.integers(5))])
    plate = spread(picture, np.ones((high, wide), np.float32), spot)
    after = laid(picture, (0, 0, 0), plate) if rng.random() < 0.5 else picture
    after = laid(after, (150, 6, 16), spread(picture, sides, spot))
    after = laid(after, (229, 18, 30), spread(picture, slope, spot))
    return Attacked(after, (box_of(plate),), f"{wide} px", saved_as=kept_as(rng))


def studio_emblem(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A small drawn studio mark in a lower or upper corner: a castle, a mountain, a shield or a globe, a name below."""
    side = max(16, round(picture.shape[1] * rng.uniform(0.13, 0.2)))
    kind = int(rng.integers(4))
    name = ("Disney", "Paramount", "WB", "UNIVERSAL")[kind]
    mark = cv2.resize(_emblem(kind), (side, side), interpolation=cv2.INTER_AREA)
    words = ink(name, Hand(OWN, "swollen", 0.9), (side * 1.1, side * 0.3))
    mask = piled([np.asarray(mark, np.float32), words], max(1, side // 16))
    spot = at_share(picture, size_of_mask(mask), float(rng.choice([0.05, 0.95])), float(rng.choice([0.04, 0.96, 0.96])))
    whole = spread(picture, mask, spot)
    wanted: Colour = (255, 255, 255) if rng.random() < 0.6 else (235, 196, 90)
    after = laid(picture, told_apart(picture, whole, wanted, rng), whole)
    return Attacked(after, (box_of(whole),), name, saved_as=kept_as(rng))


def _emblem(kind: int) -> Mask:
    """A mark in a square of 240."""
    mark: Mask = np.zeros((240, 240), np.float32)

    def shape(*points: tuple[int, int], tone: float = 1.0) -> None:
        cv2.fillPoly(mark, [np.array(points, np.int32)], tone, cv2.LINE_AA)

    if kind == 0:
        for x, top in ((30, 120), (70, 80), (105, 40), (150, 80), (185, 120)):
            shape((x, 220), (x, top), (x + 14, top - 34), (x + 28, top), (x + 28, 220))
        shape((30, 220), (30, 160), (213, 160), (213, 220))
        cv2.ellipse(mark, (120, 160), (112, 130), 0, 190, 350, 1.0, 7, cv2.LINE_AA)
    elif kind == 1:
        shape((20, 210), (105, 50), (135, 90), (160, 70), (222, 210))
        shape((105, 50), (90, 100), (112, 92), (125, 112), (135, 90), tone=0.0)
        for angle in np.linspace(200, 340, 9):
            at = (round(120 + 112 * np.cos(np.radians(angle))), round(140 + 118 * np.sin(np.radians(angle))))
            cv2.circle(mark, at, 9, 1.0, -1, cv2.LINE_AA)
    elif kind == 2:
        shape((40, 30), (120, 12), (200, 30), (205, 120), (120, 228), (35, 120))
        shape((62, 50), (120, 38), (178, 50), (182, 116), (120, 196), (58, 116), tone=0.0)
        shape(
            (75, 80), (90, 140), (120, 90), (150, 140), (165, 80), (150, 80), (145, 112), (120, 70), (95, 112), (90, 80)
        )
    else:
        cv2.circle(mark, (120, 120), 88, 1.0, 8, cv2.LINE_AA)
        for wide in (30, 62):
            cv2.ellipse(mark, (120, 120), (wide, 88), 0, 0, 360, 1.0, 6, cv2.LINE_AA)
        cv2.line(mark, (32, 120), (208, 120), 1.0, 6, cv2.LINE_AA)
        cv2.ellipse(mark, (120, 128), (116, 32), -14, 0, 200, 1.0, 12, cv2.LINE_AA)
    return mark
