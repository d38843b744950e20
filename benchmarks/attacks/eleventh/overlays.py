"""Stickers, badges, labels and stamps that people and apps lay over a poster they pass on."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh.draw import Patch, Sheet, inked, lay_mid, shadowed, stacked, text_width
from benchmarks.attacks.eleventh.emoji import FACES, THINGS, drawn, star_points
from benchmarks.attacks.eleventh.luck import BLACK, WHITE, bold_face, bright_colour, file_kind, likely, readable_on
from benchmarks.attacks.values import Attacked, OtherPosters


def _anywhere(picture: Pixels, patch: Patch, rng: np.random.Generator, opacity: float = 1.0) -> None:
    high, wide = picture.shape[:2]
    reach_x, reach_y = patch.shape[1] / 2 / wide, patch.shape[0] / 2 / high
    x = between(rng, reach_x * 0.8, max(reach_x, 1 - reach_x * 0.8))
    y = between(rng, reach_y * 0.8, max(reach_y, 1 - reach_y * 0.8))
    lay_mid(picture, patch, x * wide, y * high, opacity)


def cut_out_sticker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A symbol as a sticker with a white rim and a shadow."""
    size = between(rng, 0.16, 0.36) * picture.shape[1]
    motif = drawn(one_of(rng, (*THINGS, *FACES)), size, rng)
    rim = max(2, int(size * 0.05))
    padded = np.pad(motif, ((rim + 2,) * 2, (rim + 2,) * 2, (0, 0)))
    ring = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * rim + 1, 2 * rim + 1))
    wide = np.asarray(cv2.dilate(padded[..., 3], ring), np.float32) / np.float32(255)
    result = picture.copy()
    _anywhere(result, shadowed(stacked(inked(wide, WHITE), padded), size * 0.03, 0.5), rng)
    return Attacked(result, saved_as=file_kind(rng))


def price_tag(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A seller's price tag, jagged label, slab or barcode sticker."""
    size, kind = between(rng, 0.2, 0.36) * picture.shape[1], int(rng.integers(4))
    price = f"{one_of(rng, '$€£')}{int(rng.integers(3, 60))}.{one_of(rng, ('99', '50', '00', '95'))}"
    sheet, face = Sheet(size, size * (1 if kind == 3 else 0.56), size), bold_face(rng)
    ink = WHITE if kind == 2 else one_of(rng, (bright_colour(rng), (255, 220, 40), (250, 120, 30)))
    if kind == 0:
        sheet.shape([(0.16, 0.02), (0.99, 0.02), (0.99, 0.54), (0.16, 0.54), (0.01, 0.28)], ink)
        sheet.disc(0.13, 0.28, 0.04, BLACK)
        sheet.write(price, 0.57, 0.28, 0.17, readable_on(ink), face)
    elif kind == 3:
        price = one_of(rng, ("NEW", "SALE", "-30%", "HOT", "WOW", price))
        sheet.shape(star_points(0.5, 0.5, 0.49, int(rng.integers(9, 20)), between(rng, 0.72, 0.88)), ink)
        sheet.write(price, 0.5, 0.5, min(0.24, 0.8 / len(price)), readable_on(ink), face)
    elif kind == 1:
        sheet.slab(0.01, 0.02, 0.98, 0.5, ink, round_by=0.12)
        sheet.write(price, 0.5, 0.2, 0.2, readable_on(ink), face)
        sheet.write(
            one_of(rng, ("used - like new", "poster 27x40", "in stock")), 0.5, 0.4, 0.09, readable_on(ink), face
        )
    else:
        sheet.slab(0.01, 0.01, 0.98, 0.54, ink, round_by=0.02)
        x = 0.08
        while x < 0.9:
            bar = between(rng, 0.006, 0.025)
            sheet.slab(x, 0.06, bar, 0.26, BLACK)
            x += bar + between(rng, 0.006, 0.02)
        sheet.write(price, 0.5, 0.43, 0.13, BLACK, face)
    result = picture.copy()
    _anywhere(result, sheet.done(between(rng, -14, 14)), rng)
    return Attacked(result, (), price, saved_as=file_kind(rng))


def rubber_stamp(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A worn stamp of a fan or an archive: seen it, approved."""
    words = one_of(rng, ("SEEN IT", "APPROVED", "WATCHED", "ARCHIVE COPY", "SOLD", "MUST SEE", "CLASSIFIED"))
    dark = float(picture.mean()) < 90
    ink = one_of(rng, ((240, 70, 70), (230, 226, 215)) if dark else ((190, 30, 40), (30, 60, 160), (20, 90, 60)))
    size, face = between(rng, 0.3, 0.6) * picture.shape[1], bold_face(rng)
    sheet = Sheet(size, size * 0.34, size)
    sheet.frame(0.01, 0.01, 0.98, 0.32, ink, 0.02, 0.05)
    sheet.frame(0.035, 0.035, 0.93, 0.27, ink, 0.008, 0.03)
    sheet.write(words, 0.5, 0.17, min(0.2, 0.86 / text_width(words, face, 20) * 20), ink, face)
    patch = sheet.done(between(rng, -30, 30))
    worn = rng.random(patch.shape[:2]).astype(np.float32)
    worn = np.asarray(cv2.GaussianBlur(worn, (0, 0), max(0.8, size * 0.006)), np.float32)
    patch[..., 3] = np.where(worn > np.quantile(worn, between(rng, 0.05, 0.3)), patch[..., 3], patch[..., 3] // 4)
    result = picture.copy()
    _anywhere(result, patch, rng, between(rng, 0.7, 0.95))
    return Attacked(result, (), words, saved_as=file_kind(rng))


def rating_badge(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The score of a film app: a ring with percent, stars, or a coloured box."""
    size, kind, face = between(rng, 0.14, 0.3) * picture.shape[1], int(rng.integers(3)), bold_face(rng)
    score = int(rng.integers(35, 99))
    good = (60, 190, 90) if score > 65 else (230, 180, 40)
    if kind == 0:
        sheet = Sheet(size, size, size)
        sheet.disc(0.5, 0.5, 0.48, (8, 28, 34))
        sheet.arc(0.5, 0.5, 0.42, (-90, -90 + 3.6 * score), good, 0.08)
        sheet.write(f"{score}%", 0.5, 0.5, 0.28, WHITE, face)
    elif kind == 1:
        sheet = Sheet(size * 1.5, size * 0.36, size)
        sheet.slab(0, 0, 1.5, 0.36, (20, 20, 24, 215), round_by=between(rng, 0, 0.18))
        for place in range(5):
            ink = (255, 200, 40) if place < round(score / 20) else (110, 110, 112)
            sheet.shape(star_points(0.22 + place * 0.265, 0.18, 0.12), ink)
    else:
        sheet = Sheet(size, size * 0.5, size)
        ground = one_of(rng, ((245, 197, 24), good, (20, 20, 24)))
        sheet.slab(0, 0, 1, 0.5, ground, round_by=0.06)
        sheet.shape(star_points(0.22, 0.26, 0.14), readable_on(ground))
        sheet.write(f"{score / 10:.1f}", 0.63, 0.25, 0.3, readable_on(ground), face)
    patch = sheet.done()
    margin, high, wide = between(rng, 0.02, 0.05), *picture.shape[:2]
    x = one_of(rng, (margin * wide + patch.shape[1] / 2, wide - margin * wide - patch.shape[1] / 2))
    y = one_of(rng, (margin * wide + patch.shape[0] / 2, high - margin * wide - patch.shape[0] / 2))
    result = picture.copy()
    lay_mid(result, patch, x, y)
    return Attacked(result, (), f"{score}", saved_as=file_kind(rng))


def emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A few large emoji faces put on it, or many small symbols strewn over it."""
    result, strewn = picture.copy(), likely(rng, 0.4)
    many = int(rng.integers(5, 16)) if strewn else int(rng.integers(1, 4))
    kinds = [one_of(rng, THINGS if strewn else (*FACES, *THINGS)) for _ in range(3)]
    for _ in range(many):
        size = between(rng, 0.05, 0.11) if strewn else between(rng, 0.09, 0.3 if many == 1 else 0.18)
        _anywhere(result, drawn(one_of(rng, kinds), size * picture.shape[1], rng), rng)
    return Attacked(result, (), f"{many}", saved_as=file_kind(rng))
