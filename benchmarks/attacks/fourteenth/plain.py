"""Harmless changes that cover nothing: files, sizes, colours, crops."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.fourteenth import Rng, named
from benchmarks.attacks.fourteenth.paint import Light, to_light, to_pixels
from benchmarks.attacks.geometry import crop, resize_by, shift_matrix, size_of
from benchmarks.attacks.values import Attacked, AttackFunction, Format, OtherPosters, SavedAs

Change = Callable[[Light, float], Light]
_GREY = np.array([0.2126, 0.7152, 0.0722], np.float32)


def _filter(pixels: Pixels, rng: Rng, _: OtherPosters, low: float, high: float, change: Change) -> Attacked:
    amount = between(rng, low, high)
    return Attacked(to_pixels(change(to_light(pixels), amount)), note=f"amount {amount:.2f}")


def _sized(pixels: Pixels, rng: Rng, _: OtherPosters, low: float, high: float, width: int = 0) -> Attacked:
    factor = min(1.0, width / pixels.shape[1]) if width else between(rng, low, high)
    scaled, place = resize_by(pixels, factor)
    saved_as = SavedAs("JPEG", int(rng.integers(70, 91)))
    return Attacked(scaled, note=f"times {factor:.2f}", place=place, saved_as=saved_as)


def _saturated(light: Light, amount: float) -> Light:
    grey_light = (light @ _GREY)[..., None]
    return np.clip(grey_light + (light - grey_light) * amount, 0, 1)


def _vintage(light: Light, amount: float) -> Light:
    sepia = (light @ _GREY)[..., None] * np.array([1.25, 1.0, 0.68], np.float32)
    down, across = (np.linspace(-1, 1, n, dtype=np.float32) for n in light.shape[:2])
    corners = 1 - 0.28 * np.clip(down[:, None] ** 2 + across[None, :] ** 2 - 0.4, 0, 2)
    return ((light * (1 - amount) + sepia * amount) * 0.92 + 0.02) * corners[..., None]


def _contrast(light: Light, amount: float) -> Light:
    harder = np.clip((np.clip(light, 0, 1) ** (1 / 2.2) - 0.5) * amount + 0.5, 0, 1) ** 2.2
    return _saturated(harder, 1.0 + (amount - 1.0) / 2)


def _faded(light: Light, amount: float) -> Light:
    return (_saturated(light, amount) ** (1 / 2.2) * amount + 0.7 * (1 - amount)) ** 2.2


warm_filter = named("warm_filter", _filter, 0.15, 0.35, lambda light, a: light * np.float32([1 + a, 1 + a / 4, 1 - a]))
cold_filter = named("cold_filter", _filter, 0.15, 0.35, lambda light, a: light * np.float32([1 - a, 1, 1 + a]))
vintage_filter = named("vintage_filter", _filter, 0.4, 0.75, _vintage)
high_contrast = named("high_contrast", _filter, 1.3, 1.65, _contrast)
faded = named("faded", _filter, 0.62, 0.82, _faded)
grey = named("grey", _filter, 0.0, 0.0, _saturated)
lighter = named("lighter", _filter, 0.55, 0.8, lambda light, gamma: light**gamma)
darker = named("darker", _filter, 1.3, 1.8, lambda light, gamma: light**gamma)
thumbnail_200 = named("thumbnail_200", _sized, 1, 1, 200)
thumbnail_400 = named("thumbnail_400", _sized, 1, 1, 400)
half_size = named("half_size", _sized, 0.5, 0.5)
enlarged = named("enlarged", _sized, 1.15, 1.5)


def _saved(pixels: Pixels, rng: Rng, _: OtherPosters, kind: Format, low: int, high: int) -> Attacked:
    quality = int(rng.integers(low, high))
    return Attacked(pixels, note=f"quality {quality}", saved_as=SavedAs(kind, quality))


strong_jpeg, webp = named("strong_jpeg", _saved, "JPEG", 20, 41), named("webp", _saved, "WEBP", 35, 81)


def blur_and_noise(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    sigma, grain = pixels.shape[1] * between(rng, 0.0015, 0.004), between(rng, 4, 12)
    soft = cv2.GaussianBlur(pixels, (0, 0), max(0.4, sigma)).astype(np.float32)
    grainy = soft + rng.normal(0, grain, (*pixels.shape[:2], 1)).astype(np.float32)
    return Attacked(np.clip(grainy, 0, 255).astype(np.uint8), note=f"blur {sigma:.1f} noise {grain:.0f}")


def mirror(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    place = shift_matrix(pixels.shape[1], 0) @ np.diag([-1.0, 1.0, 1.0])
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), note="mirror", place=place)


def cropped_edges(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    left, right, top, bottom = rng.uniform(0.05, 0.15, 4)
    box = Box(int(width * left), int(height * top), int(width * (1 - left - right)), int(height * (1 - top - bottom)))
    kept, place = crop(pixels, box)
    return Attacked(kept, note=f"kept {box.area / (width * height):.2f}", place=place)


def half_of_poster(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    share, side = between(rng, 0.46, 0.6), one_of(rng, ("upper", "lower", "middle", "left", "right"))
    if side in ("left", "right"):
        wide = round(width * share)
        box = Box(0 if side == "left" else width - wide, 0, wide, height)
    else:
        tall = round(height * share)
        box = Box(0, {"upper": 0, "lower": height - tall, "middle": (height - tall) // 2}[side], width, tall)
    kept, place = crop(pixels, box)
    return Attacked(kept, note=f"{side} {share:.2f}", place=place)


BARE: tuple[AttackFunction, ...] = (
    strong_jpeg, webp, thumbnail_200, half_size, enlarged, warm_filter, cold_filter, vintage_filter, high_contrast,
    faded, grey, lighter, darker, blur_and_noise, mirror, cropped_edges, half_of_poster,
)  # fmt: skip


def _chain(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Two different bare changes after each other; the name gives each chain its own lots."""
    first, second = (BARE[int(index)] for index in rng.choice(len(BARE), 2, replace=False))
    before = first(pixels, rng, others)
    after = second(save_and_open(before.pixels, before.saved_as), rng, others)
    note = f"{first.__name__} ({before.note}), {second.__name__} ({after.note})"
    return Attacked(after.pixels, note=note, place=after.place @ before.place, saved_as=after.saved_as)


chain_of_two_a, chain_of_two_b = named("chain_of_two_a", _chain), named("chain_of_two_b", _chain)
