"""Harmless: tone, colour, grain and sharpness, as phone editors and augmentation libraries change them."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs

Rng = np.random.Generator
Change = Callable[[Pixels, Rng], object]
SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]], np.float32)


def toned(name: str, change: Change) -> AttackFunction:
    """An attack that changes values only."""

    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        return Attacked(np.clip(np.asarray(change(pixels, rng)), 0, 255).astype(np.uint8))

    attack.__name__ = name
    return attack


def saved(name: str, form: Callable[[Rng], SavedAs], trips: int = 0) -> AttackFunction:
    """An attack that only writes the picture to a file, or to so many one after the other."""

    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        for _ in range(trips):
            pixels = save_and_open(pixels, SavedAs(one_of(rng, ("JPEG", "PNG", "WEBP")), int(rng.integers(40, 80))))
        return Attacked(pixels, saved_as=form(rng))

    attack.__name__ = name
    return attack


def _filter(pixels: Pixels, rng: Rng) -> object:
    """Warm, cold, vintage, drama, faded, or teal and orange."""
    kind, strength, light = int(rng.integers(6)), between(rng, 0.7, 1.2), pixels.astype(np.float32) / 255
    grey = light.mean(axis=2, keepdims=True)
    looks = (
        light * (1 + strength * np.array([0.16, 0.03, -0.16])),
        light * (1 - strength * np.array([0.16, 0.03, -0.16])),
        0.12 + 0.76 * (0.6 * light + 0.4 * grey) * np.array([1.1, 1.0, 0.8]),
        0.5 + (light - 0.5) * (1 + 0.5 * strength),
        0.2 + 0.66 * (0.65 * light + 0.35 * grey),
        light + (grey - 0.5) * strength * np.array([0.3, 0.02, -0.3]),
    )
    return looks[kind] * 255


def _hue(pixels: Pixels, steps: float) -> Pixels:
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)
    hsv[..., 0] = (hsv[..., 0].astype(int) + round(steps)) % 180
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), np.uint8)


def _jitter(pixels: Pixels, rng: Rng) -> object:
    image = Image.fromarray(pixels)
    for change in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        image = change(image).enhance(between(rng, 0.65, 1.4))
    return _hue(np.asarray(image), between(rng, -9, 9))


def _levels(pixels: Pixels, rng: Rng) -> object:
    if rng.random() < 0.33:
        return ImageOps.autocontrast(Image.fromarray(pixels), cutoff=int(rng.integers(0, 4)))
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2YCrCb)
    clahe = cv2.createCLAHE(between(rng, 2, 4), (8, 8))
    luma[..., 0] = clahe.apply(luma[..., 0]) if rng.random() < 0.5 else cv2.equalizeHist(luma[..., 0])
    return cv2.cvtColor(luma, cv2.COLOR_YCrCb2RGB)


def _palette(pixels: Pixels, rng: Rng) -> object:
    base, dither = Image.fromarray(pixels), one_of(rng, (Image.Dither.NONE, Image.Dither.FLOYDSTEINBERG))
    palette = base.quantize(one_of(rng, (32, 64, 128)), Image.Quantize.MEDIANCUT)
    return base.quantize(palette=palette, dither=dither).convert("RGB")


def grain(pixels: Pixels, rng: Rng, strength: float) -> Pixels:
    """Gaussian noise of that deviation."""
    return np.clip(pixels + rng.normal(0, strength, pixels.shape), 0, 255).astype(np.uint8)


def soft(pixels: Pixels, rng: Rng) -> Pixels:
    """Out of focus a little."""
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), between(rng, 0.0012, 0.003) * max(pixels.shape)), np.uint8)


def _corners(pixels: Pixels) -> NDArray[np.float64]:
    down, across = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    return np.asarray((across**2 + down**2) / 2)


def _specks(pixels: Pixels, rng: Rng) -> object:
    shown, lot, share = pixels.copy(), rng.random(pixels.shape[:2]), between(rng, 0.006, 0.03)
    shown[lot < share / 2] = 0
    shown[lot > 1 - share / 2] = 255
    return shown


def _shaken(pixels: Pixels, rng: Rng) -> object:
    length = max(3, round(between(rng, 0.006, 0.014) * max(pixels.shape)))
    kernel, middle, angle = np.zeros((length, length), np.float32), (length - 1) / 2, between(rng, 0, np.pi)
    for step in np.linspace(-middle, middle, 4 * length):
        kernel[round(middle + step * np.sin(angle)), round(middle + step * np.cos(angle))] = 1
    return cv2.filter2D(pixels, -1, kernel / kernel.sum())


def _coarse(pixels: Pixels, rng: Rng, up: int) -> object:
    factor = max(1.5, max(pixels.shape) / between(rng, 220, 320))
    size = (round(pixels.shape[1] / factor), round(pixels.shape[0] / factor))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (pixels.shape[1], pixels.shape[0]), interpolation=up)


strong_jpeg = saved("strong_jpeg", lambda rng: SavedAs("JPEG", int(rng.integers(20, 41))))
webp = saved("webp", lambda rng: SavedAs("WEBP", int(rng.integers(30, 76))))
format_trips = saved("format_trips", lambda rng: SavedAs("JPEG", int(rng.integers(45, 80))), 3)
colour_filter = toned("colour_filter", _filter)
grey = toned("grey", lambda pixels, rng: Image.fromarray(pixels).convert("L").convert("RGB"))
sepia = toned("sepia", lambda pixels, rng: pixels @ SEPIA.T)
lighter = toned("lighter", lambda pixels, rng: (pixels / 255.0) ** between(rng, 0.55, 0.8) * 255)
darker = toned("darker", lambda pixels, rng: (pixels / 255.0) ** between(rng, 1.3, 1.8) * 255)
colour_jitter = toned("colour_jitter", _jitter)
hue_shift = toned("hue_shift", lambda pixels, rng: _hue(pixels, one_of(rng, (-1, 1)) * between(rng, 6, 20)))
pale = toned("pale", lambda pixels, rng: ImageEnhance.Color(Image.fromarray(pixels)).enhance(between(rng, 0.2, 0.6)))
vivid = toned("vivid", lambda pixels, rng: ImageEnhance.Color(Image.fromarray(pixels)).enhance(between(rng, 1.5, 2.2)))
levelled = toned("levelled", _levels)
UNSHARP = ImageFilter.UnsharpMask(2, 150, 2)
sharpened = toned("sharpened", lambda pixels, rng: Image.fromarray(pixels).filter(UNSHARP))
posterised = toned(
    "posterised", lambda pixels, rng: ImageOps.posterize(Image.fromarray(pixels), int(rng.integers(3, 5)))
)
few_colours = toned("few_colours", _palette)
blur_and_noise = toned("blur_and_noise", lambda pixels, rng: grain(soft(pixels, rng), rng, between(rng, 5, 14)))
noise = toned("noise", lambda pixels, rng: grain(pixels, rng, between(rng, 8, 22)))
salt_and_pepper = toned("salt_and_pepper", _specks)
motion_blur = toned("motion_blur", _shaken)
median_blur = toned("median_blur", lambda pixels, rng: cv2.medianBlur(pixels, 3 if max(pixels.shape) < 700 else 5))
pixelised = toned("pixelised", lambda pixels, rng: _coarse(pixels, rng, cv2.INTER_NEAREST))
down_and_up = toned("down_and_up", lambda pixels, rng: _coarse(pixels, rng, cv2.INTER_LINEAR))
over_white = toned("over_white", lambda pixels, rng: 255 + (pixels - 255.0) * between(rng, 0.5, 0.8))
vignette = toned("vignette", lambda pixels, rng: pixels * (1 - between(rng, 0.4, 0.75) * _corners(pixels)[..., None]))
