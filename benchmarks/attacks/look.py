"""Benign: the same picture looking different: filters, grey, gamma, blur and noise."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters

Light = NDArray[np.floating[Any]]

WARM = np.array([1.12, 1.02, 0.85])
COOL = np.array([0.87, 1.0, 1.14])
SEPIA = np.array([1.07, 0.95, 0.74])


def photo_filter(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A ready-made look: warm, cool, faded, strong, or sepia, often with dark corners."""
    look = str(rng.choice(["warm", "cool", "fade", "strong", "sepia"]))
    amount = rng.uniform(0.5, 1.0)
    graded = picture * (1 - amount) + _graded(picture, look) * amount
    if rng.random() < 0.5:
        graded = graded * _vignette(picture, rng.uniform(0.2, 0.5))
    return Attacked(to_uint8(graded), note=f"{look} {amount:.2f}")


def _graded(picture: Pixels, look: str) -> Light:
    values = picture.astype(np.float32)
    grey = values.mean(axis=2, keepdims=True)
    graded: Light
    match look:
        case "warm":
            graded = (values * WARM - 128) * 1.08 + 132
        case "cool":
            graded = values * COOL + 4
        case "fade":
            graded = (grey + (values - grey) * 0.65) * 0.72 + 52
        case "strong":
            graded = (grey + (values - grey) * 1.45 - 128) * 1.3 + 124
        case _:
            graded = (grey + (values - grey) * 0.3) * SEPIA + 6
    return graded


def _vignette(picture: Pixels, depth: float) -> Light:
    rows = np.linspace(-1, 1, picture.shape[0])[:, None]
    columns = np.linspace(-1, 1, picture.shape[1])[None, :]
    corners: Light = np.clip((rows**2 + columns**2) / 2, 0, 1)[:, :, None]
    return 1 - depth * corners**1.3


def grey(picture: Pixels, _rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Without colour."""
    single = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return Attacked(np.repeat(np.asarray(single, np.uint8)[:, :, None], 3, axis=2))


def gamma(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Much lighter or darker."""
    power = rng.uniform(0.5, 0.75) if rng.random() < 0.5 else rng.uniform(1.4, 2.0)
    return Attacked(to_uint8(255 * (picture / 255.0) ** power), note=f"{power:.2f}")


def blur_noise(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Out of focus and grainy."""
    sigma = rng.uniform(0.6, 1.4) * max(1.0, picture.shape[1] / 500)
    grain = rng.uniform(3, 9)
    blurred = cv2.GaussianBlur(picture, (0, 0), sigma)
    return Attacked(
        to_uint8(blurred + rng.normal(0, grain, picture.shape)), note=f"sigma {sigma:.1f}, grain {grain:.1f}"
    )


def out_of_focus(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """So far out of focus that small print is gone and titles are still read."""
    return blurred_by(picture, rng, _others, permille=rng.uniform(4, 10))


def blurred_by(picture: Pixels, _rng: np.random.Generator, _others: OtherPosters, *, permille: float) -> Attacked:
    """Blurred by a Gaussian whose standard deviation is so many thousandths of the width."""
    sigma = permille * picture.shape[1] / 1000
    return Attacked(np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8), note=f"sigma {sigma:.1f}")


def shaken(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Taken by a hand that moved: smeared along a line of one to three hundredths of the width."""
    length, turn = max(3.0, rng.uniform(0.01, 0.03) * picture.shape[1]), rng.uniform(0, np.pi)
    reach = round(length)
    path = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    for step in np.linspace(-length / 2, length / 2, 8 * reach):
        path[round(reach + step * np.sin(turn)), round(reach + step * np.cos(turn))] += 1
    smeared = cv2.filter2D(picture, -1, path / path.sum(), borderType=cv2.BORDER_REFLECT)
    return Attacked(np.asarray(smeared, np.uint8), note=f"{length:.0f} px, {np.degrees(turn):.0f} degrees")
