"""Edits: numbers, claims, dates, taglines, credits and titles."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.seventeenth import words
from benchmarks.attacks.seventeenth.ink import BOLD, INKS, Mask, any_face, ink_against, inside, letters, stamp
from benchmarks.attacks.seventeenth.look import Span, calm_place, detail, difference_box, title_colour, title_place
from benchmarks.attacks.values import Attacked, OtherPosters

TOP: Span = (0.04, 0.02, 0.96, 0.3)
FOOT: Span = (0.04, 0.66, 0.96, 0.98)
ANYWHERE: Span = (0.04, 0.03, 0.96, 0.97)


def beside_title(pixels: Pixels, title: Box, mask: Mask, rng: np.random.Generator) -> Box:
    """Right of the title, else under, else above it, where there is room; else on a calm place."""
    high, wide = mask.shape
    gap = max(3, round(pixels.shape[1] * 0.02))
    right, under = title.x + title.width, title.y + title.height
    middle = min(max(gap, title.x + (title.width - wide) // 2), pixels.shape[1] - wide - gap)
    spots = ((right + gap, under - high), (middle, under + gap), (middle, title.y - gap - high))
    for x, y in spots:
        fits = gap < y < pixels.shape[0] - high - gap and x + wide + gap < pixels.shape[1]
        if fits and detail(part_of(pixels, Box(x, y, wide, high))).mean() < 45:
            return Box(x, y, wide, high)
    return calm_place(pixels, (wide, high), ANYWHERE, rng)


def number(pixels: Pixels, rng: np.random.Generator, width: float, height: float) -> Attacked:
    """A number of at most that size by the title, in the title's colour if that can be read there."""
    title, text = title_place(pixels), one_of(rng, words.NUMBERS)
    mask = letters(text, one_of(rng, BOLD), width, height)
    place = beside_title(pixels, title, mask, rng)
    colour, rim = ink_against(part_of(pixels, place), rng, title_colour(pixels, title))
    changed, box = stamp(pixels, mask, place.x, place.y, colour, rim)
    return Attacked(changed, (box,), note=text)


def number_by_title(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About as high as the title, 9 to 22 % of the poster's width."""
    high = max(title_place(pixels).height * between(rng, 0.9, 1.2), pixels.shape[1] * 0.11)
    return number(pixels, rng, pixels.shape[1] * 0.22, min(high, pixels.shape[1] * 0.24))


def small_number(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About 6 % of the poster's width."""
    width = pixels.shape[1] * between(rng, 0.055, 0.065)
    return number(pixels, rng, width, width * 1.5)


def line_of(pixels: Pixels, rng: np.random.Generator, text: str, shares: tuple[float, float], span: Span) -> Attacked:
    """A line of text, so many shares of the poster wide, on a calm place in the span."""
    height, width = pixels.shape[:2]
    wide = min(0.92, max(between(rng, *shares), 0.024 * len(text)))
    mask = letters(text, any_face(rng), width * wide, height * 0.075)
    place = calm_place(pixels, (mask.shape[1], mask.shape[0]), span, rng)
    wish = title_colour(pixels, title_place(pixels)) if rng.random() < 0.4 else None
    colour, rim = ink_against(part_of(pixels, place), rng, wish)
    changed, box = stamp(pixels, mask, place.x, place.y, colour, rim)
    return Attacked(changed, (box,), note=text)


def claim(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO and the like."""
    return line_of(pixels, rng, one_of(rng, words.CLAIMS), (0.36, 0.7), ANYWHERE)


def claim_under_title(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The same right under or over the title, in its colour."""
    title, text = title_place(pixels), one_of(rng, words.CLAIMS)
    width = max(pixels.shape[1] * 0.34, title.width * between(rng, 0.5, 0.95))
    mask = letters(text, any_face(rng), width, pixels.shape[0] * 0.06)
    gap = max(3, pixels.shape[0] // 90)
    y = title.y + title.height + gap
    if y + mask.shape[0] + gap > pixels.shape[0]:
        y = max(gap, title.y - gap - mask.shape[0])
    x = min(max(gap, title.x + (title.width - mask.shape[1]) // 2), pixels.shape[1] - mask.shape[1] - gap)
    ground = part_of(pixels, Box(x, y, mask.shape[1], mask.shape[0]))
    changed, box = stamp(pixels, mask, x, y, *ink_against(ground, rng, title_colour(pixels, title)))
    return Attacked(changed, (box,), note=text)


def claim_on_plate(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A claim or a date on a plain coloured plate."""
    height, width = pixels.shape[:2]
    text = one_of(rng, words.CLAIMS + words.DATES)
    mask = letters(text, one_of(rng, BOLD), width * max(between(rng, 0.32, 0.55), 0.028 * len(text)), height * 0.055)
    edge = max(3, round(mask.shape[0] * between(rng, 0.35, 0.6)))
    place = inside(calm_place(pixels, (mask.shape[1] + 2 * edge, mask.shape[0] + 2 * edge), ANYWHERE, rng), pixels)
    changed = pixels.copy()
    part_of(changed, place)[:] = ink_against(part_of(pixels, place), rng)[0]
    colour, _ = ink_against(part_of(changed, place), rng)
    changed, _ = stamp(changed, mask, place.x + edge, place.y + edge, colour)
    return Attacked(changed, (place,), note=text)


def release_date(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """When it comes to cinemas."""
    return line_of(pixels, rng, one_of(rng, words.DATES), (0.34, 0.6), one_of(rng, (TOP, FOOT)))


def tagline(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sentence that sells."""
    return line_of(pixels, rng, one_of(rng, words.TAGLINES), (0.45, 0.75), ANYWHERE)


def credit(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A name that is not in the film."""
    text = one_of(rng, words.CREDITS).format(one_of(rng, words.NAMES))
    return line_of(pixels, rng, text, (0.4, 0.7), one_of(rng, (TOP, FOOT)))


def painted_over(pixels: Pixels, box: Box, rng: np.random.Generator) -> tuple[Pixels, str]:
    """The box without what it showed: inpainted, filled from above and below, or a plate."""
    how = one_of(rng, ("inpainted", "matching ground", "matching ground", "plate"))
    changed = pixels.copy()
    inner = part_of(changed, box)
    if how == "plate":
        inner[:] = one_of(rng, INKS)
    elif how == "inpainted":
        mask = np.zeros(pixels.shape[:2], np.uint8)
        part_of(mask, box)[:] = 255
        changed = np.asarray(cv2.inpaint(pixels, mask, 5, cv2.INPAINT_TELEA), np.uint8)
    else:
        above = pixels[max(0, box.y - 4) : max(1, box.y), box.x : box.x + box.width].mean(axis=0)
        under = pixels[box.y + box.height - 1 : box.y + box.height + 3, box.x : box.x + box.width].mean(axis=0)
        rows = np.linspace(0, 1, box.height)[:, None, None]
        filled = cv2.GaussianBlur((above * (1 - rows) + under * rows).astype(np.float32), (0, 0), box.width / 40)
        inner[:] = np.clip(filled + rng.normal(0, 3, inner.shape), 0, 255)
    return changed, how


def set_anew(pixels: Pixels, box: Box, text: str, rng: np.random.Generator) -> Attacked:
    """What the box shows painted over and other words set in it."""
    changed, how = painted_over(pixels, box, rng)
    mask = letters(text, one_of(rng, BOLD), box.width * 0.94, box.height * 0.86)
    x, y = box.x + (box.width - mask.shape[1]) // 2, box.y + (box.height - mask.shape[0]) // 2
    colour, rim = ink_against(part_of(changed, box), rng, title_colour(pixels, box))
    changed, _ = stamp(changed, mask, x, y, colour, rim)
    return Attacked(changed, (difference_box(pixels, changed),), note=f"{text}, {how}")


def title_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another film's title where this one's is."""
    box = title_place(pixels)
    edge = max(2, round(box.height * 0.1))
    box = inside(Box(box.x - edge, box.y - edge, box.width + 2 * edge, box.height + 2 * edge), pixels)
    return set_anew(pixels, box, one_of(rng, words.TITLES), rng)


def name_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A strip near the top painted over, and an actor's name in it."""
    height, width = pixels.shape[:2]
    wide, high = round(width * between(rng, 0.5, 0.75)), max(16, round(height * between(rng, 0.045, 0.07)))
    box = Box((width - wide) // 2, round(height * between(rng, 0.015, 0.05)), wide, high)
    return set_anew(pixels, box, one_of(rng, words.NAMES), rng)
