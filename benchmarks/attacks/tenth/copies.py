"""Benign: saved again, made smaller or larger, filtered, cropped."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import crop, resize, resize_by, scale_matrix, size_of, warp
from benchmarks.attacks.tenth.find import grey
from benchmarks.attacks.tenth.masks import Rng, blurred
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs


def _whole(values: object) -> Pixels:
    return np.clip(np.rint(np.asarray(values, np.float32)), 0, 255).astype(np.uint8)


def strong_jpeg(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Saved with a JPEG quality at which blocks are seen."""
    quality = int(rng.integers(8, 24))
    return Attacked(save_and_open(picture, SavedAs("JPEG", quality)), note=f"{quality}", saved_as=SavedAs("JPEG", 80))


def webp_copy(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Saved as a middling or poor WebP."""
    quality = int(rng.integers(18, 60))
    return Attacked(picture.copy(), note=f"{quality}", saved_as=SavedAs("WEBP", quality))


def thumbnail_200(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Made about 200 pixels long, as in lists of search results."""
    factor = rng.uniform(180, 215) / max(size_of(picture))
    small, place = resize_by(picture, factor)
    return Attacked(small, place=place, saved_as=SavedAs("JPEG", int(rng.integers(60, 85))))


def upscaled(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Enlarged by a half to two and a half times, with edges made hard afterwards."""
    factor = min(rng.uniform(1.5, 2.6), 3200 / max(size_of(picture)))
    large, place = resize_by(picture, max(1.05, factor))
    hard = large + (large - blurred(large, 1.6)) * rng.uniform(0.3, 1.1)
    return Attacked(_whole(hard), note=f"{factor:.2f}", place=place, saved_as=SavedAs("JPEG", 85))


def _warm(picture: Pixels, strength: float) -> Pixels:
    """Faded blacks, yellow light, dark corners."""
    high, wide = picture.shape[:2]
    values = picture.astype(np.float32) / 255
    faded = values * (1 - 0.22 * strength) + np.array([0.14, 0.09, 0.05], np.float32) * strength
    toned = faded * np.array([1 + 0.08 * strength, 1.0, 1 - 0.2 * strength], np.float32)
    y, x = np.mgrid[-1 : 1 : high * 1j, -1 : 1 : wide * 1j].astype(np.float32)
    return _whole(255 * toned * (1 - 0.22 * strength * np.clip(x * x + y * y - 0.5, 0, 1.5))[..., None])


def _cold(picture: Pixels, strength: float) -> Pixels:
    """More contrast, blue shadows, a little less colour."""
    values = picture.astype(np.float32) / 255
    light = values.mean(axis=2, keepdims=True)
    values = light + (values - light) * (1 - 0.3 * strength)
    steep = values + strength * 0.9 * values * (1 - values) * (2 * values - 1)
    return _whole(255 * (steep + strength * (1 - light) * np.array([-0.06, 0.0, 0.09], np.float32)))


def warm_vintage(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """An app's warm, faded filter with darker corners."""
    strength = rng.uniform(0.5, 1.1)
    return Attacked(_warm(picture, strength), note=f"{strength:.2f}")


def cold_contrast(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """An app's cold filter with hard contrast."""
    strength = rng.uniform(0.6, 1.3)
    return Attacked(_cold(picture, strength), note=f"{strength:.2f}")


def made_grey(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Without colour, with a little more or less contrast."""
    look = grey(picture).astype(np.float32)
    return Attacked(_whole(np.repeat((128 + (look - 128) * rng.uniform(0.8, 1.25))[..., None], 3, axis=2)))


def other_gamma(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Middle tones much lighter or darker."""
    power = float(one_of(rng, (rng.uniform(0.5, 0.72), rng.uniform(1.4, 1.9))))
    return Attacked(_whole(255 * (picture / 255.0) ** power), note=f"{power:.2f}")


def blurred_and_noisy(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Out of focus, with a sensor's noise."""
    spread = rng.uniform(0.0022, 0.004) * max(size_of(picture))
    noise = rng.normal(0, rng.uniform(5, 13), picture.shape)
    return Attacked(_whole(blurred(picture, spread) + noise), note=f"{spread:.1f}")


def sharpened(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Sharpened until edges have rims."""
    amount, spread = rng.uniform(1.2, 2.4), rng.uniform(1.0, 2.2)
    return Attacked(_whole(picture + (picture - blurred(picture, spread)) * amount), note=f"{amount:.1f}")


def seen_aslant(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Taken from the side and cut to the picture, so that its rim is lost here and there."""
    wide, high = size_of(picture)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    outward = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32)
    moved = corners + outward * rng.uniform(0.0, 0.07, (4, 2)).astype(np.float32) * (wide, high)
    matrix: Matrix = np.asarray(cv2.getPerspectiveTransform(corners, moved.astype(np.float32)), float)
    return Attacked(warp(picture, matrix, (wide, high), (0, 0, 0)), place=matrix)


def turned_a_little(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Scanned or set a few degrees askew, with plain corners."""
    wide, high = size_of(picture)
    degrees = float(rng.choice([-1, 1])) * rng.uniform(1.2, 4.5)
    matrix = np.vstack([cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, rng.uniform(0.94, 1.03)), [0, 0, 1]])
    fill = one_of(rng, ((255, 255, 255), (0, 0, 0), (225, 222, 215)))
    return Attacked(warp(picture, matrix, (wide, high), fill), note=f"{degrees:.1f}", place=matrix)


def mirrored(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Left and right exchanged, as reposts do to get past filters."""
    wide = picture.shape[1]
    place = np.array([[-1.0, 0.0, wide - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), place=place)


def _window(picture: Pixels, rng: Rng, across: float, down: float) -> Box:
    wide, high = size_of(picture)
    w, h = max(48, round(across * wide)), max(48, round(down * high))
    return Box(int(rng.integers(0, max(1, wide - w + 1))), int(rng.integers(0, max(1, high - h + 1))), w, h)


def cropped_by_a_tenth(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Cut by about a tenth each way."""
    part, place = crop(picture, _window(picture, rng, rng.uniform(0.87, 0.94), rng.uniform(0.87, 0.94)))
    return Attacked(part, place=place)


def cropped_to_half(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """About half of the poster's area is left."""
    across = rng.uniform(0.62, 0.95)
    part, place = crop(picture, _window(picture, rng, across, min(0.95, rng.uniform(0.46, 0.56) / across)))
    return Attacked(part, place=place)


def filtered_and_cropped(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """An app's filter, then cut, then saved poorly."""
    look = _warm if rng.random() < 0.5 else _cold
    part, place = crop(picture, _window(picture, rng, rng.uniform(0.85, 0.97), rng.uniform(0.8, 0.97)))
    return Attacked(look(part, rng.uniform(0.4, 1.0)), place=place, saved_as=SavedAs("JPEG", int(rng.integers(35, 65))))


def thumbnail_enlarged(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A thumbnail, saved, and blown up again to about the old size."""
    wide, high = size_of(picture)
    small, _ = resize_by(picture, rng.uniform(170, 240) / max(wide, high))
    small = save_and_open(small, SavedAs("JPEG", int(rng.integers(55, 85))))
    factor = rng.uniform(0.95, 1.1)
    large, _ = resize(small, round(wide * factor), round(high * factor))
    place = scale_matrix(large.shape[1] / wide, large.shape[0] / high)
    return Attacked(large, place=place, saved_as=SavedAs("JPEG", 85))
