"""Edits: small lines of the poster replaced, and its small signs taken out."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.tenth.draw import LIGHT, WHITE, Sheet, fitted, stacked
from benchmarks.attacks.tenth.fill import legible, remove_box, set_in
from benchmarks.attacks.tenth.find import calm_place, ink_of, lines_of_letters, small_line, title_place
from benchmarks.attacks.tenth.masks import Rng, resized
from benchmarks.attacks.tenth.words import TAGLINES
from benchmarks.attacks.values import Attacked, OtherPosters

ACTORS = (
    "TOM HANKS",
    "MARGOT ROBBIE",
    "IDRIS ELBA",
    "KEANU REEVES",
    "NICOLAS CAGE",
    "ZENDAYA",
    "PEDRO PASCAL",
    "DANNY DEVITO",
)
ROLES = ("directed by", "produced by", "written by", "music by", "edited by", "director of photography", "casting by")
PEOPLE = (
    "JON HARLOW",
    "MIA STERN",
    "PAUL OKAFOR",
    "LENA VOSS",
    "RAY DELGADO",
    "ANNE WHITLOCK",
    "KURT BELL",
    "SARA LINDQVIST",
)


def tagline_replaced(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A small line taken out and a new tagline set there; added where the poster has no such line."""
    sheet, words = Sheet(picture), one_of(rng, TAGLINES)
    old = small_line(picture, rng, (0.0, 0.97))
    colour: Colour = WHITE
    if old is None:
        old = calm_place(picture, (0.8 * sheet.width, 0.035 * sheet.height), rng)
    else:
        colour = ink_of(picture, old)[1]
        remove_box(sheet, old, rng)
    wide = max(old.width, round(0.72 * sheet.width))
    line = Box(
        int(np.clip(old.x + (old.width - wide) / 2, 0, sheet.width - wide)),
        old.y,
        wide,
        max(old.height, round(0.024 * sheet.height)),
    )
    set_in(sheet, words, line, legible(sheet, line, colour), rng, LIGHT)
    return sheet.edited(words)


def actor_renamed(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A line of names, or the head of the poster, now names somebody else."""
    sheet, words = Sheet(picture), one_of(rng, ACTORS)
    found = [
        box
        for _, box in lines_of_letters(picture, (0.014, 0.07), 0.2)
        if box.y < 0.6 * sheet.height and not box.intersection(title_place(picture))
    ]
    if found:
        line = min(found[:4], key=lambda box: box.y)
        colour = ink_of(picture, line)[1]
        remove_box(sheet, line, rng)
        high = max(line.height, round(0.026 * sheet.height))
        line = Box(line.x, max(1, line.y - (high - line.height) // 2), max(line.width, round(0.45 * sheet.width)), high)
    else:
        colour = WHITE
        line = Box(
            round(0.15 * sheet.width),
            round(0.02 * sheet.height),
            round(0.7 * sheet.width),
            max(9, round(0.034 * sheet.height)),
        )
    set_in(sheet, words, line, legible(sheet, line, colour), rng)
    return sheet.edited(words)


def credits_rewritten(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The foot of the poster darkened or smoothed, and a new block of credits in narrow letters on it."""
    sheet = Sheet(picture)
    band = rng.uniform(0.1, 0.14) * sheet.height
    top = sheet.height - band
    ground = sheet.patch(0, top, sheet.width, band)
    tone = np.median(ground, axis=0) * 0.6 if ground.mean() < 150 else np.median(ground, axis=0)
    strip = np.ones((round(band), sheet.width), np.float32)
    strip[: max(2, len(strip) // 10)] *= np.linspace(0, 1, max(2, len(strip) // 10), dtype=np.float32)[:, None]
    sheet.lay(strip, 0, top, tone, 0.96)
    people = rng.permutation(len(PEOPLE))
    capital, lines, used = max(5.0, 0.0155 * sheet.long), [], 0
    for _ in range(3):
        words = []
        for _ in range(2):
            words.append(f"{one_of(rng, ROLES)} {PEOPLE[people[used % len(people)]]}")
            used += 1
        lines.append(fitted("   ".join(words), "DejaVuSansCondensed.ttf", capital, 0.92 * sheet.width))
    ink = stacked(lines, capital * 0.75)
    ink = ink if ink.shape[0] < band * 0.85 else resized(ink, ink.shape[1] * band * 0.85 / ink.shape[0], band * 0.85)
    colour: Colour = (214, 214, 210) if np.mean(tone) < 120 else (30, 30, 34)
    sheet.lay(ink, (sheet.width - ink.shape[1]) / 2, top + (band - ink.shape[0]) * 0.6, colour)
    return sheet.edited()


def logo_removed(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A logo or small sign near the foot or a corner taken out."""
    sheet = Sheet(picture)
    size = (rng.uniform(0.16, 0.26) * sheet.width, rng.uniform(0.05, 0.08) * sheet.height)
    rows = one_of(rng, ((0.84, 1.0), (0.84, 1.0), (0.0, 0.12)))
    remove_box(sheet, calm_place(picture, size, rng, rows, calm=False), rng)
    return sheet.edited()
