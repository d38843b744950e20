"""Edits: words that claim something new, put on official art."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks import phrases
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import pick_face, words_of_height, words_of_width
from benchmarks.attacks.paint import Mask, feather, gradient, luminance, mask_box, paste, soft_noise, to_uint8
from benchmarks.attacks.places import calm_spot, lettering_colour, title_band
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def saved_by_editor(rng: np.random.Generator) -> SavedAs:
    """How a picture editor exports."""
    return SavedAs("JPEG", int(rng.integers(78, 96)))


def number(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A sequel's number, 4-14 % of the poster's height."""
    sign = one_of(rng, phrases.NUMBERS)
    high = picture.shape[0] * rng.uniform(0.04, 0.14)
    mask = words_of_height(sign, pick_face(rng), high, grow=_weight(rng, high))
    return _add_lettering(picture, mask, rng, f"{sign}, {high / picture.shape[0]:.3f} high")


def number_of_width(picture: Pixels, rng: np.random.Generator, _others: OtherPosters, *, percent: float) -> Attacked:
    """A "2" whose ink is so many per cent of the poster's width."""
    mask = words_of_width("2", pick_face(rng), picture.shape[1] * percent / 100)
    return _add_lettering(picture, mask, rng, f"{mask.shape[1]} px wide", effects=False)


def words(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """PART TWO and the like."""
    return _line(picture, rng, one_of(rng, phrases.PARTS), (0.3, 0.75))


def date(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A release date."""
    return _line(picture, rng, one_of(rng, phrases.DATES), (0.3, 0.65))


def season(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A season and who shows it."""
    return _line(picture, rng, one_of(rng, phrases.SEASONS), (0.35, 0.75))


def logo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A network's or studio's name in its colour, in a corner or the middle of an edge."""
    name, colour = one_of(rng, phrases.LOGOS)
    width, height = size_of(picture)
    mask = words_of_width(name, pick_face(rng), width * rng.uniform(0.18, 0.42), spacing=rng.choice([0.0, 0.04]))
    margin = width * rng.uniform(0.03, 0.06)
    x = round(rng.choice([margin, width - margin - mask.shape[1], (width - mask.shape[1]) / 2]))
    y = round(margin if rng.random() < 0.6 else height - margin - mask.shape[0])
    box = Box(x, y, mask.shape[1], mask.shape[0])
    piece = picture[box.y : box.y + box.height, box.x : box.x + box.width]
    if abs(luminance(piece.reshape(-1, 3).mean(axis=0)) - luminance(colour)) < 50:
        colour = (255, 255, 255) if luminance(colour) < 128 else (20, 20, 20)
    changed = paste(picture, colour, mask, x, y)
    return Attacked(changed, (box,), name, saved_as=saved_by_editor(rng))


def title_replaced(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The title's band painted over and another title set in big letters."""
    band = title_band(picture, rng, rng.uniform(0.1, 0.2))
    width = picture.shape[1]
    changed = _paint_over(picture, band, rng)
    title = one_of(rng, phrases.TITLES)
    mask = words_of_width(title, pick_face(rng), width * rng.uniform(0.65, 0.93), spacing=rng.choice([0.0, 0.06]))
    if mask.shape[0] > band.height * 0.8:
        mask = words_of_height(title, pick_face(rng), band.height * 0.75)[:, : width - 4]
    x, y = (width - mask.shape[1]) // 2, band.y + (band.height - mask.shape[0]) // 2
    ground = Box(x, y, mask.shape[1], mask.shape[0])
    colour = lettering_colour(changed, band, ground, rng)
    return Attacked(paste(changed, colour, mask, x, y), (band,), f"{title} at {band.y}", saved_as=saved_by_editor(rng))


def _line(picture: Pixels, rng: np.random.Generator, text: str, widths: tuple[float, float]) -> Attacked:
    low, high = size_of(picture)
    spacing = rng.choice([0.0, 0.0, 0.08, 0.18])
    mask = words_of_width(text, pick_face(rng), low * rng.uniform(*widths), spacing=spacing)
    if mask.shape[0] > high * 0.09:
        mask = words_of_height(text, pick_face(rng), high * 0.08)
    return _add_lettering(picture, mask, rng, text)


def _add_lettering(
    picture: Pixels, mask: Mask, rng: np.random.Generator, note: str, *, effects: bool = True
) -> Attacked:
    """The letters near the title, on calm ground, in one of its colours, sometimes with an edge or a shadow."""
    band = title_band(picture, rng, 0.14)
    size = (mask.shape[1], mask.shape[0])
    x, y = calm_spot(picture, size, band, rng)
    box = Box(x, y, *size)
    colour = lettering_colour(picture, band, box, rng)
    effect = str(rng.choice(["plain", "plain", "edge", "shadow", "worn"])) if effects else "plain"
    result, ink = picture, mask
    opposite: Colour = (0, 0, 0) if luminance(colour) > 110 else (255, 255, 255)
    if effect == "edge":
        thick = max(1, size[1] // 18)
        pad = thick + 1
        brush = np.ones((2 * thick + 1,) * 2, np.uint8)
        grown = np.asarray(cv2.dilate(np.pad(mask, pad), brush), np.float32)
        result = paste(result, opposite, grown, x - pad, y - pad)
    elif effect == "shadow":
        drop = max(1, size[1] // 12)
        pad = 3 * drop
        shade = feather(np.pad(mask, pad), drop) * 0.75
        result = paste(result, opposite, shade, x - pad + drop, y - pad + drop)
    elif effect == "worn":
        worn = soft_noise(size, rng, max(3, size[0] // 5))
        ink = mask * np.where(worn > 0.5, 0.35, 1.0).astype(np.float32)
    result = paste(result, colour, feather(ink, 0.45), x, y)
    inked = mask_box(mask)
    changed = Box(x + inked.x, y + inked.y, inked.width, inked.height)
    return Attacked(result, (changed,), f"{note}, {effect}", saved_as=saved_by_editor(rng))


def _paint_over(picture: Pixels, band: Box, rng: np.random.Generator) -> Pixels:
    """The band filled from the rows above and below, with a plain colour, or with a dark veil."""
    result = picture.copy()
    rows = slice(band.y, band.y + band.height)
    above = picture[max(0, band.y - 6) : band.y + 1].mean(axis=0)
    below = picture[band.y + band.height - 1 : band.y + band.height + 6].mean(axis=0)
    way = str(rng.choice(["between", "between", "plain", "stripe"]))
    if way == "between":
        ramp = np.linspace(0, 1, band.height)[:, None, None]
        fill = cv2.GaussianBlur((above * (1 - ramp) + below * ramp).astype(np.float32), (0, 0), band.height / 12)
        fill = fill + rng.normal(0, 2.5, fill.shape)
    else:
        colour = np.median(picture[rows].reshape(-1, 3), axis=0) if way == "plain" else rng.uniform(0, 255, 3)
        red, green, blue = (int(part) for part in colour)
        foot = (int(red * 0.85), int(green * 0.85), int(blue * 0.85))
        fill = gradient((band.width, band.height), (red, green, blue), foot).astype(np.float32)
    result[rows] = to_uint8(fill)
    return result


def _weight(rng: np.random.Generator, high: float) -> int:
    return round(high / 30) if rng.random() < 0.25 else 0
