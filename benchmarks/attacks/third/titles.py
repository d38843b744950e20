"""Edits of the lettering that was there, the third set: the title set anew or in other tones, another tagline."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, blend, feather, gradient, grey_of, paste, to_uint8
from benchmarks.attacks.third.letters import DISPLAY, THIN, ink_inside, pick_style, stacked
from benchmarks.attacks.third.places import (
    calmest,
    exported,
    find_title,
    ink_colour,
    inside,
    lettered,
    readable,
    until_seen,
)
from benchmarks.attacks.values import Attacked, OtherPosters

TAGLINES = (
    "Some secrets refuse to stay buried.",
    "This time nobody is coming home.",
    "Love was only the beginning.",
    "The game starts again.",
    "They thought it was over.",
)
FAN_TITLES = (
    "MIDNIGHT HARBOR", "THE SECOND VOW", "ASHES OF TOMORROW", "WILD HONEY", "EMPIRE OF GLASS", "DEAR STRANGER",
    "GHOST SIGNAL", "ONCE UPON A WAR",
)  # fmt: skip
TONES: tuple[tuple[Colour, Colour], ...] = (
    ((255, 94, 58), (255, 42, 170)), ((0, 214, 255), (40, 60, 220)), ((170, 255, 60), (0, 150, 90)),
    ((255, 226, 90), (214, 60, 20)), ((196, 120, 255), (60, 10, 120)),
)  # fmt: skip


def tagline_exchanged(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A line of small print taken out and another sentence written in its place."""
    width, height = size_of(picture)
    line = _small_print(picture, rng)
    words = str(rng.choice(TAGLINES))
    mask = ink_inside(words, pick_style(rng, THIN), (width * rng.uniform(0.6, 0.85), line.height * 0.8))
    if mask.shape[1] < width * 0.42:
        mask = ink_inside(words, pick_style(rng, THIN), (width * 0.48, line.height * 1.2))
    old = ink_colour(picture, line)
    cleared = _without_ink(picture, line)
    x, y = inside(picture, mask, 0.5, (line.y + line.height / 2) / height)
    result = paste(cleared, readable(cleared, old, mask, (x, y), rng), mask, x, y)
    top, foot = min(line.y, y), max(line.y + line.height, y + mask.shape[0])
    return Attacked(result, (Box(line.x, top, line.width, foot - top),), words, saved_as=exported(rng))


def title_lettered_anew(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The title blurred away, inpainted or under a plain plate, and another title set there in one or two lines."""
    width, height = size_of(picture)
    title = find_title(picture, rng)
    pad = round(height * 0.02)
    y = max(0, title.y - pad)
    left, right = max(0, title.x - pad), min(width, title.x + title.width + pad)
    if right - left < width * 0.5:
        middle = min(max((left + right) // 2, width // 4 + 1), width - width // 4 - 1)
        left, right = middle - width // 4, middle + width // 4
    area = Box(left, y, right - left, min(height - y, title.height + 2 * pad))
    old = ink_colour(picture, title)
    cleared, way = _cleared(picture, area, rng)
    words, style = str(rng.choice(FAN_TITLES)), pick_style(rng, DISPLAY)
    room = (area.width * 0.92, area.height * 0.86)
    if rng.random() < 0.5 and " " in words:
        first, rest = words.split(" ", 1)
        gap = max(2, round(room[1] * 0.1))
        mask = stacked([ink_inside(part, style, (room[0], (room[1] - gap) / 2)) for part in (first, rest)], gap)
    else:
        mask = ink_inside(words, style, room, spacing=float(rng.choice([0.0, 0.05])))
    x, y = area.x + (area.width - mask.shape[1]) // 2, area.y + (area.height - mask.shape[0]) // 2
    result = paste(cleared, readable(cleared, old, mask, (x, y), rng), mask, x, y)
    return Attacked(result, (area,), f"{words}, {way}", saved_as=exported(rng))


def title_two_toned(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The title's own letters filled with two loud tones running into each other."""
    title = find_title(picture, rng)
    piece = picture[title.y : title.y + title.height, title.x : title.x + title.width]
    old = np.array(ink_colour(picture, title), np.float32)
    usual = np.median(piece.reshape(-1, 3), axis=0)
    to_ink, to_ground = (np.abs(piece - colour).sum(axis=2) for colour in (old, usual))
    share = np.clip((to_ground - to_ink) / max(30.0, float(np.abs(old - usual).sum())) + 0.35, 0, 1)
    cover: Mask = np.zeros(picture.shape[:2], np.float32)
    cover[title.y : title.y + title.height, title.x : title.x + title.width] = share * (share > 0.3)
    grey = grey_of(picture)[:, :, None] / 255 * 0.3 + 0.8

    def attempt() -> tuple[Pixels, Mask, str]:
        top, foot = one_of(rng, TONES)
        fill = np.repeat(gradient((1, title.height), top, foot), picture.shape[1], axis=1)
        whole = picture.copy()
        whole[title.y : title.y + title.height] = fill
        mask = feather(cover, 0.5)
        return blend(picture, to_uint8(whole * grey), mask), mask, f"{top}"

    return until_seen(picture, attempt, rng)


def credit_line_added(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A maker that never was, over the title or at the head: FROM THE STUDIO THAT BROUGHT YOU and the like."""
    words = str(
        rng.choice(["A NETFLIX SERIES", "FROM THE CREATORS OF DARK", "UNIVERSAL PICTURES PRESENTS", "AN HBO ORIGINAL"])
    )
    room = (picture.shape[1] * rng.uniform(0.5, 0.75), picture.shape[0] * 0.035)
    mask = ink_inside(words, pick_style(rng, DISPLAY), room, spacing=float(rng.choice([0.0, 0.12, 0.25])))
    title = find_title(picture, rng)
    above = (title.y - mask.shape[0] - picture.shape[0] * 0.02) / picture.shape[0]
    x, y = calmest(picture, mask, [inside(picture, mask, 0.5, down) for down in (above, 0.03, 0.07, 0.12, 0.95)])
    colour = readable(picture, ink_colour(picture, title), mask, (x, y), rng)
    return lettered(paste(picture, colour, mask, x, y), mask, (x, y), rng, words)


def _small_print(picture: Pixels, rng: np.random.Generator) -> Box:
    """A low band with many fine strokes, not at the very foot, not the title."""
    width, height = size_of(picture)
    title = find_title(picture, rng)
    grey = grey_of(picture)
    fine = np.abs(grey - cv2.GaussianBlur(grey, (0, 0), 2.0))
    high = max(9, round(height * rng.uniform(0.028, 0.04)))
    best = (-1.0, round(height * 0.05))
    for y in range(round(height * 0.02), round(height * 0.9) - high, 2):
        if title.y - high < y < title.y + title.height or 0.22 < y / height < 0.45:
            continue
        found = float(fine[y : y + high].mean()) * rng.uniform(0.8, 1.2)
        best = max(best, (found, y))
    inset = round(width * 0.05)
    return Box(inset, best[1], width - 2 * inset, high)


def _without_ink(picture: Pixels, area: Box) -> Pixels:
    """What stands out in the area filled in from what is around it."""
    hole = np.zeros(picture.shape[:2], np.uint8)
    rows, columns = slice(area.y, area.y + area.height), slice(area.x, area.x + area.width)
    grey = grey_of(picture)
    away = np.abs(grey - np.median(grey[rows, columns]))[rows, columns]
    ink = (away > max(14.0, float(np.percentile(away, 60)))).astype(np.uint8)
    hole[rows, columns] = cv2.dilate(ink, np.ones((5, 5), np.uint8))
    return np.asarray(cv2.inpaint(picture, hole, 3, cv2.INPAINT_TELEA), np.uint8)


def _cleared(picture: Pixels, area: Box, rng: np.random.Generator) -> tuple[Pixels, str]:
    """The area without its title: blurred beyond reading, inpainted, or under a plate of its darkest tone."""
    way = str(rng.choice(["blurred", "inpainted", "plain"]))
    rows, columns = slice(area.y, area.y + area.height), slice(area.x, area.x + area.width)
    mask: Mask = np.zeros(picture.shape[:2], np.float32)
    mask[rows, columns] = 1
    if way == "inpainted":
        small = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        hole = cv2.resize(mask, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_LINEAR) > 0
        filled = cv2.inpaint(small, hole.astype(np.uint8), 3, cv2.INPAINT_TELEA)
        whole = cv2.resize(filled, size_of(picture), interpolation=cv2.INTER_CUBIC)
        return blend(picture, to_uint8(whole + rng.normal(0, 2, whole.shape)), mask), way
    if way == "blurred":
        soft = cv2.GaussianBlur(picture, (0, 0), area.height / 3.5)
        return blend(picture, np.asarray(soft, np.uint8), mask), way
    tone = np.percentile(picture[rows, columns].reshape(-1, 3), 10, axis=0).astype(np.uint8)
    return blend(picture, (int(tone[0]), int(tone[1]), int(tone[2])), mask), way
