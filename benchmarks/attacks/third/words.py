"""Edits with words, the third set: numbers, parts, seasons, dates, makers and titles set as an examiner would."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, feather, paste, soft_noise, to_uint8
from benchmarks.attacks.third.letters import (
    DISPLAY,
    HEAVY,
    THIN,
    Style,
    grown,
    ink_inside,
    ink_of_height,
    ink_of_width,
    pick_style,
    stacked,
    turned,
)
from benchmarks.attacks.third.places import (
    after,
    below,
    calmest,
    find_title,
    ink_colour,
    inside,
    lettered,
    opposite,
    readable,
)
from benchmarks.attacks.values import Attacked, OtherPosters

NEON: tuple[Colour, ...] = ((57, 255, 20), (255, 16, 240), (0, 238, 255), (255, 94, 0))
PARTS = ("PART TWO", "PART II", "CHAPTER 2", "THE SEQUEL", "RETURNS", "THE FINAL CHAPTER", "BOOK II", "THE REUNION")
DATES = (
    ("IN THEATERS", "CHRISTMAS 2026"),
    ("ONLY IN CINEMAS", "JULY 14"),
    ("THIS", "HALLOWEEN"),
    ("COMING SOON", "SUMMER 2027"),
    ("WORLD PREMIERE", "14.02.2027"),
    ("STREAMING FROM", "22 AUGUST 2027"),
)


def number_like_title(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A "2" or "3" straight after the title, about as high as its letters and in their colour."""
    title = find_title(picture, rng)
    sign = str(rng.choice(["2", "2", "3", "II"]))
    high = max(0.05 * picture.shape[1], min(title.height * rng.uniform(0.8, 1.1), 0.16 * picture.shape[0]))
    style = pick_style(rng, (*HEAVY, *DISPLAY))
    mask = ink_of_height(sign, style, high)
    if mask.shape[1] < 0.045 * picture.shape[1]:
        mask = ink_of_width(sign, style, 0.048 * picture.shape[1])
    x, y = after(picture, title, mask)
    colour = readable(picture, ink_colour(picture, title), mask, (x, y), rng)
    return lettered(paste(picture, colour, feather(mask, 0.4), x, y), mask, (x, y), rng, f"{sign} after the title")


def small_roman_after(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A small thin "II" or "III" after or below the title, 4-7 % of the width."""
    title = find_title(picture, rng)
    sign = str(rng.choice(["II", "III", "II"]))
    mask = ink_of_width(sign, pick_style(rng, THIN), max(10, picture.shape[1] * rng.uniform(0.045, 0.07)))
    x, y = after(picture, title, mask) if rng.random() < 0.6 else below(picture, title, mask)
    colour = readable(picture, ink_colour(picture, title), mask, (x, y), rng)
    return lettered(paste(picture, colour, mask, x, y), mask, (x, y), rng, sign)


def neon_number(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A tube-like number that glows, beside or above the title."""
    sign = str(rng.choice(["2", "3", "4"]))
    filled = ink_of_height(sign, Style("sans", 500), picture.shape[0] * rng.uniform(0.08, 0.15))
    thick = max(1, round(filled.shape[0] * 0.035))
    tube = np.clip(grown(filled, thick) - np.pad(filled, thick), 0, 1)
    pad = 4 * thick
    ring = np.pad(tube, pad)
    glow = np.clip(feather(ring, 2.2 * thick) * 2.2, 0, 1)
    title = find_title(picture, rng)
    x, y = inside(picture, tube, rng.uniform(0.55, 0.9), (title.y - tube.shape[0] * 0.5) / picture.shape[0])
    colour = one_of(rng, NEON)
    result = paste(picture, (10, 8, 20), np.clip(feather(ring, 3 * thick) * 2, 0, 0.55), x - pad, y - pad)
    result = paste(result, colour, glow, x - pad, y - pad)
    core = (colour[0] // 3 + 170, colour[1] // 3 + 170, colour[2] // 3 + 170)
    return lettered(paste(result, core, tube, x, y), tube, (x, y), rng, f"neon {sign}")


def metal_numeral(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A heavy numeral like polished metal: banded tones, a light and a dark edge, in the lower half."""
    sign = str(rng.choice(["II", "III", "2", "3"]))
    high = picture.shape[0] * rng.uniform(0.09, 0.17)
    mask = ink_of_height(sign, Style("DejaVuSerifCondensed-Bold.ttf", stretch=0.9), high)
    tint = np.array([(1.0, 0.86, 0.5), (0.92, 0.96, 1.0), (1.0, 0.72, 0.52)][int(rng.integers(3))])
    stops = np.interp(np.linspace(0, 1, mask.shape[0]), [0, 0.35, 0.5, 0.52, 0.8, 1], [250, 150, 215, 70, 170, 235])
    steel = to_uint8(np.repeat((stops[:, None, None] * tint), mask.shape[1], axis=1))
    edge = max(1, round(mask.shape[0] / 40))
    x, y = inside(picture, mask, rng.uniform(0.35, 0.65), rng.uniform(0.6, 0.85))
    result = paste(picture, (12, 10, 8), grown(mask, 2 * edge), x - 2 * edge, y - 2 * edge)
    result = paste(result, (255, 250, 235), grown(mask, edge), x - edge, y - edge)
    return lettered(paste(result, steel, mask, x, y), mask, (x, y), rng, f"metal {sign}")


def part_between_rules(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """PART TWO and the like, spaced out between two fine lines, under or over the title."""
    words = str(rng.choice(PARTS))
    width, height = size_of(picture)
    room = (width * rng.uniform(0.3, 0.6), height * 0.05)
    letters = ink_inside(words, pick_style(rng, DISPLAY), room, spacing=rng.uniform(0.08, 0.3))
    gap, rule = max(2, round(letters.shape[0] * 0.45)), max(1, round(letters.shape[0] * 0.07))
    line: Mask = np.ones((rule, round(letters.shape[1] * rng.uniform(0.6, 1.1))), np.float32)
    mask = stacked([line, letters, line], gap)
    mask = mask[:, : width - 4]
    title = find_title(picture, rng)
    x, y = below(picture, title, mask)
    colour = readable(picture, ink_colour(picture, title), mask, (x, y), rng)
    return lettered(paste(picture, colour, mask, x, y), mask, (x, y), rng, words)


def season_and_network(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """SEASON 4 | NETFLIX at the foot: one word in the network's colour, the rest white or dark."""
    network, colour = ((" NETFLIX", (229, 9, 20)), (" prime video", (26, 152, 255)), (" hulu", (28, 231, 131)))[
        int(rng.integers(3))
    ]
    first = f"{rng.choice(['SEASON 4', 'SEASON 2', 'NEW SEASON', 'SEASON 3'])} |"
    style, high = pick_style(rng, HEAVY), max(8.0, picture.shape[0] * rng.uniform(0.022, 0.034))
    mask = ink_inside(first + network, style, (picture.shape[1] * 0.9, high))
    share = ink_of_height(first, style, high).shape[1] / ink_of_height(first + network, style, high).shape[1]
    x, y = calmest(picture, mask, [inside(picture, mask, 0.5, down) for down in (0.03, 0.1, 0.86, 0.92, 0.965)])
    red = picture[y : y + mask.shape[0], x : x + mask.shape[1]].reshape(-1, 3).mean(axis=0)
    plain = readable(picture, (255, 255, 255), mask, (x, y), rng)
    if np.abs(red - colour).max() < 90:
        colour = plain
    fill = np.full((*mask.shape, 3), plain, np.uint8)
    fill[:, round(mask.shape[1] * (share + 0.01)) :] = colour
    pad = max(2, mask.shape[0] // 5)
    result = paste(picture, opposite(plain), feather(np.pad(mask, pad), pad / 2) * 0.8, x - pad, y - pad)
    return lettered(paste(result, fill, mask, x, y), mask, (x, y), rng, first + network)


def premiere(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A release date in two lines, small above large, at the foot, the head or a side."""
    small, large = one_of(rng, DATES)
    width = picture.shape[1]
    style, wide = pick_style(rng, DISPLAY), width * rng.uniform(0.34, 0.62)
    foot = ink_inside(large, style, (wide, picture.shape[0] * 0.06))
    head = ink_of_height(small, style, max(7.0, foot.shape[0] * rng.uniform(0.45, 0.6)), spacing=0.1)
    mask = stacked([head, foot], max(2, round(foot.shape[0] * 0.35)), middle=rng.random() < 0.7)[:, : width - 4]
    across = float(rng.choice([0.5, 0.5, 0.3, 0.75]))
    x, y = calmest(picture, mask, [inside(picture, mask, across, down) for down in rng.uniform(0.03, 0.97, 7)])
    colour = readable(picture, (255, 214, 60) if rng.random() < 0.3 else (250, 250, 250), mask, (x, y), rng)
    return lettered(paste(picture, colour, mask, x, y), mask, (x, y), rng, f"{small} {large}")


def maker_named(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A network's or studio's name at the head or in a corner, set like its mark."""
    words, colour, style, spacing = (
        ("A NETFLIX ORIGINAL FILM", (255, 255, 255), Style("sans", 500), 0.12),
        ("NETFLIX", (229, 9, 20), Style("sans", 900, 0.6), 0.02),
        ("HBO max", (255, 255, 255), Style("sans", 1000), 0.0),
        ("Disney+", (240, 246, 255), Style("DejaVuSerif-Italic.ttf"), 0.0),
        ("AMAZON STUDIOS", (255, 255, 255), Style("sans", 700), 0.04),
        ("Paramount+", (0, 100, 255), Style("italic", 900), 0.0),
        ("WARNER BROS. PICTURES", (230, 190, 90), Style("DejaVuMathTeXGyre.ttf"), 0.06),
    )[int(rng.integers(7))]
    wide = picture.shape[1] * (rng.uniform(0.4, 0.6) if len(words) > 12 else rng.uniform(0.2, 0.36))
    mask = ink_of_width(words, style, wide, spacing=spacing)
    if words == "Disney+":
        arc: Mask = np.zeros((mask.shape[0] // 2, mask.shape[1]), np.float32)
        axes = (mask.shape[1] // 2 - 2, arc.shape[0] - 2)
        cv2.ellipse(arc, (mask.shape[1] // 2, arc.shape[0]), axes, 0, 200, 350, 1.0, max(1, mask.shape[0] // 14))
        mask = np.vstack([arc, mask])
    corners = [(across, down) for across in (0.0, 0.5, 1.0) for down in (0.03, 0.07, 0.96)]
    chosen = [corners[int(number)] for number in rng.permutation(len(corners))[:5]]
    x, y = calmest(picture, mask, [inside(picture, mask, *corner, 0.04) for corner in chosen])
    colour = readable(picture, colour, mask, (x, y), rng)
    return lettered(paste(picture, colour, mask, x, y), mask, (x, y), rng, words)


def stamp_across(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """THE SEQUEL, PART II or RETURNS like a worn rubber stamp in a double box, aslant."""
    words = str(rng.choice(["THE SEQUEL", "PART II", "RETURNS", "PART 2", "SEASON 2"]))
    letters = ink_of_width(words, pick_style(rng, HEAVY), picture.shape[1] * rng.uniform(0.28, 0.45), spacing=0.05)
    pad = max(4, round(letters.shape[0] * 0.5))
    plate: Mask = np.pad(letters, pad)
    thick = max(1, pad // 5)
    cv2.rectangle(plate, (thick, thick), (plate.shape[1] - thick - 1, plate.shape[0] - thick - 1), 1.0, thick)
    worn = soft_noise((plate.shape[1], plate.shape[0]), rng, 30) + 0.5 * soft_noise(
        (plate.shape[1], plate.shape[0]), rng, 70
    )
    mask = turned(plate * np.where(worn > 0.55, 0.25, 1.0).astype(np.float32), rng.uniform(6, 22) * rng.choice([-1, 1]))
    x, y = inside(picture, mask, rng.uniform(0.3, 0.7), rng.uniform(0.4, 0.8))
    wanted: Colour = ((190, 16, 24), (24, 60, 150), (235, 235, 225))[int(rng.integers(3))]
    return lettered(paste(picture, readable(picture, wanted, mask, (x, y), rng), mask, x, y), mask, (x, y), rng, words)


def ghost_numeral(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A huge see-through number over the picture, a third to half of the poster's height."""
    sign = str(rng.choice(["2", "3", "II"]))
    room = (picture.shape[1] * 0.7, picture.shape[0] * rng.uniform(0.3, 0.48))
    mask = ink_inside(sign, pick_style(rng, HEAVY), room)
    x, y = inside(picture, mask, rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.6))
    colour = readable(picture, (255, 255, 255), mask, (x, y), rng)
    cover = mask * np.float32(rng.uniform(0.45, 0.65))
    return lettered(paste(picture, colour, cover, x, y), mask, (x, y), rng, f"ghost {sign}")
