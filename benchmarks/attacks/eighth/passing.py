"""Benign: passed on, compressed, cropped, filtered."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import grey_of
from benchmarks.attacks.eighth.sheet import Sheet
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import crop, resize, resize_by, scale_matrix, shift_matrix, size_of
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def toned(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A filter of a photo app: curve, tint, saturation, vignette."""
    light = picture.astype(np.float32) / 255
    grey = light.mean(axis=2, keepdims=True)
    light = grey + (light - grey) * rng.uniform(0.55, 1.5)
    light = np.clip(light, 0, 1) ** rng.uniform(0.75, 1.25)
    warm = rng.uniform(-0.07, 0.09)
    light = light * np.array([1 + warm, 1.0, 1 - warm]) * (1 - (fade := rng.uniform(0, 0.1))) + fade
    height, width = grey.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    away = np.hypot(x / width - 0.5, y / height - 0.5)[..., None]
    return np.asarray(np.clip(light * (1 - rng.uniform(0, 0.7) * away**2) * 255, 0, 255), np.uint8)


def forwarded_by_messenger(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A messenger's smaller copy, forwarded several times."""
    passed, place = resize_by(picture, rng.uniform(0.55, 0.95))
    times = int(rng.integers(2, 5))
    for _ in range(times):
        passed = save_and_open(passed, SavedAs("JPEG", int(rng.integers(45, 75))))
    return Attacked(passed, note=f"times={times}", place=place, saved_as=SavedAs("JPEG", 60))


def cropped_for_square_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cut to 1:1, 4:5 or 5:6 of a feed."""
    width, height = size_of(picture)
    high = min(height, round(width * one_of(rng, (1.0, 1.2, 1.25))))
    top = round((height - high) * rng.uniform(0.1, 0.8))
    cut, place = crop(picture, Box(0, top, width, high))
    return Attacked(cut, note=f"top={top}", place=place, saved_as=SavedAs("JPEG", 82))


def cropped_by_hand(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The edges lost in a quick free crop."""
    width, height = size_of(picture)
    left, right, top, bottom = (rng.uniform(0.0, 0.12) for _ in range(4))
    x, y = round(left * width), round(top * height)
    cut, place = crop(picture, Box(x, y, round(width * (1 - right)) - x, round(height * (1 - bottom)) - y))
    return Attacked(cut, place=place)


def thumbnail_enlarged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A search result's thumbnail blown up again."""
    width, height = size_of(picture)
    tiny = int(rng.integers(110, 165))
    small = save_and_open(resize(picture, tiny, round(tiny * height / width))[0], SavedAs("JPEG", 70))
    large = resize(small, width, height)[0]
    return Attacked(large, note=f"tiny={tiny}", saved_as=SavedAs("JPEG", 80))


def photo_app_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Instagram-like toning."""
    return Attacked(toned(picture, rng), saved_as=SavedAs("JPEG", 85))


def grey_mourning_look(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white with lifted contrast."""
    grey = grey_of(picture).astype(np.float32)
    grey = np.clip((grey - 128) * rng.uniform(0.9, 1.4) + 128 + rng.uniform(-10, 14), 0, 255)
    return Attacked(np.repeat(grey[..., None], 3, axis=2).astype(np.uint8))


def duotone_look(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two inks, as music apps and Canva do it."""
    dark, light = one_of(
        rng, (((30, 10, 90), (255, 120, 90)), ((10, 40, 60), (150, 255, 200)), ((50, 0, 40), (255, 220, 90)))
    )
    grey = grey_of(picture)[..., None] / 255.0
    return Attacked((np.asarray(dark) * (1 - grey) + np.asarray(light) * grey).astype(np.uint8))


def overdone_sharpness(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The "HD" enhancer of a phone: sharpened and too colourful."""
    wide = size_of(picture)[0]
    soft = cv2.GaussianBlur(picture, (0, 0), wide / 250)
    sharp = cv2.addWeighted(picture, 2.1, soft, -1.1, 0)
    hue = cv2.cvtColor(np.asarray(sharp, np.uint8), cv2.COLOR_RGB2HSV).astype(np.float32)
    hue[..., 1] = np.clip(hue[..., 1] * rng.uniform(1.2, 1.5), 0, 255)
    return Attacked(np.asarray(cv2.cvtColor(hue.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8))


def instant_photo_border(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white or black frame, heavier below."""
    width, height = size_of(picture)
    edge = round(width * rng.uniform(0.03, 0.08))
    below = edge * int(rng.integers(1, 5))
    shade = int(one_of(rng, (252, 244, 12)))
    framed = np.full((height + edge + below, width + 2 * edge, 3), shade, np.uint8)
    framed[edge : edge + height, edge : edge + width] = picture
    return Attacked(framed, place=shift_matrix(edge, edge))


def glitch_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """TikTok's split colours with scan lines."""
    by = max(1, round(size_of(picture)[0] * rng.uniform(0.004, 0.012)))
    split = picture.copy()
    split[..., 0] = np.roll(picture[..., 0], by, axis=1)
    split[..., 2] = np.roll(picture[..., 2], -by, axis=1)
    split[::3] = (split[::3] * 0.82).astype(np.uint8)
    return Attacked(split)


def squeezed_to_fit(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Pulled to a frame of another shape."""
    width, height = size_of(picture)
    pulled, place = resize(picture, round(width * rng.uniform(0.9, 1.15)), round(height * rng.uniform(0.88, 1.0)))
    return Attacked(pulled, place=place)


def printed_on_paper(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An office printer's pale copy with a crease, scanned."""
    sheet = Sheet(np.clip(picture * 0.74 + 48, 0, 255).astype(np.uint8))
    sheet.pixels[:] = np.clip(sheet.pixels + rng.normal(0, 5, (sheet.height, sheet.width, 1)), 0, 255).astype(np.uint8)
    for down in (rng.uniform(0.46, 0.54),):
        mask = np.zeros((sheet.height, sheet.width), np.float32)
        mask[round(down * sheet.height) :][: max(1, sheet.width // 200)] = 1
        sheet.ink(np.asarray(cv2.GaussianBlur(mask, (0, 0), sheet.width / 300), np.float32), 0, 0, (250, 250, 246), 0.8)
    return sheet.done()


def filtered_cropped_and_forwarded(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Three hands: a filter, a crop, a messenger."""
    cut = cropped_by_hand(toned(picture, rng), rng, others)
    passed = forwarded_by_messenger(cut.pixels, rng, others)
    return Attacked(passed.pixels, place=passed.place @ cut.place, saved_as=passed.saved_as)


def saved_small_and_posted_large(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Pinned small in WebP, then stretched by a site to twice the size."""
    small, _ = resize_by(picture, rng.uniform(0.45, 0.65))
    small = save_and_open(small, SavedAs("WEBP", 55))
    width, height = size_of(picture)
    size = (round(width * 1.3), round(height * 1.3))
    return Attacked(
        resize(small, *size)[0], place=scale_matrix(size[0] / width, size[1] / height), saved_as=SavedAs("WEBP", 70)
    )
