"""Benign, the third set: files saved hard and small, and the looks that photo apps give."""

import cv2
import numpy as np
from PIL import Image

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import Colour, resize_by
from benchmarks.attacks.paint import grey_of, soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

DUOTONES: tuple[tuple[Colour, Colour], ...] = (
    ((28, 20, 80), (255, 196, 120)), ((12, 60, 70), (250, 230, 180)), ((70, 10, 60), (255, 180, 190)),
    ((10, 30, 60), (140, 240, 200)),
)  # fmt: skip
CURVES: tuple[tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]], ...] = (
    ((22, 74, 150, 208, 246), (14, 66, 140, 204, 250), (34, 72, 124, 184, 226)),
    ((4, 52, 126, 206, 255), (10, 62, 136, 206, 252), (28, 88, 156, 214, 250)),
    ((40, 92, 150, 198, 230), (36, 90, 146, 196, 232), (44, 92, 140, 188, 222)),
    ((0, 44, 138, 226, 255), (0, 48, 136, 220, 255), (6, 60, 134, 204, 240)),
)
"""What the inputs 0, 64, 128, 192, 255 become in red, green and blue: warm dusk, cold clear, washed out, punchy."""


def hard_webp(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """WebP of low quality, as a site's cache serves it."""
    quality = int(rng.integers(8, 26))
    return Attacked(picture, note=f"q {quality}", saved_as=SavedAs("WEBP", quality))


def hard_avif(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """AVIF of low quality."""
    quality = int(rng.integers(12, 30))
    return Attacked(picture, note=f"q {quality}", saved_as=SavedAs("AVIF", quality))


def jpeg_small(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """JPEG of quality 40-60 at about 70 % of the size."""
    factor, quality = rng.uniform(0.66, 0.75), int(rng.integers(40, 61))
    smaller, place = resize_by(picture, factor)
    return Attacked(smaller, note=f"x{factor:.2f}, q {quality}", place=place, saved_as=SavedAs("JPEG", quality))


def messenger_copy(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Through a messenger twice: at most 480 pixels high, JPEG each time."""
    smaller, place = resize_by(picture, min(1.0, 480 / picture.shape[0]))
    opened = save_and_open(smaller, SavedAs("JPEG", int(rng.integers(50, 66))))
    return Attacked(opened, place=place, saved_as=SavedAs("JPEG", int(rng.integers(38, 56))))


def list_thumbnail(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """As small as search results show it: 150-200 pixels high."""
    high = int(rng.integers(150, 201))
    smaller, place = resize_by(picture, min(1.0, high / picture.shape[0]))
    return Attacked(smaller, note=f"{high} px", place=place, saved_as=SavedAs("JPEG", int(rng.integers(60, 86))))


def film_curves(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A photo app's look: a curve for each colour, a little grain."""
    number = int(rng.integers(len(CURVES)))
    share = rng.uniform(0.6, 1.0)
    looked = np.empty(picture.shape, np.float32)
    for channel, curve in enumerate(CURVES[number]):
        table = np.interp(np.arange(256), [0, 64, 128, 192, 255], curve).astype(np.float32)
        looked[:, :, channel] = table[picture[:, :, channel]]
    grain = rng.normal(0, rng.uniform(0, 5), (*picture.shape[:2], 1))
    return Attacked(to_uint8(picture * (1 - share) + looked * share + grain), note=f"curve {number}, {share:.2f}")


def old_sepia(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Brown like an old photo, with uneven fading."""
    tones = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]])
    brown = picture.astype(np.float32) @ tones.T
    fade = 1 + 0.12 * soft_noise((picture.shape[1], picture.shape[0]), rng, 3)[:, :, None]
    return Attacked(to_uint8((brown * 0.84 + 22) * fade))


def duotone_light(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Two tones laid over the picture so that its own colours still shine through a little."""
    low, high = one_of(rng, DUOTONES)
    share, grey = rng.uniform(0.5, 0.75), grey_of(picture)[:, :, None] / 255
    toned = np.array(low) * (1 - grey) + np.array(high) * grey
    return Attacked(to_uint8(picture * (1 - share) + toned * share), note=f"{low} {high} {share:.2f}")


def hard_black_and_white(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Black and white through a red or green glass, with more contrast."""
    mix = np.array([(0.75, 0.2, 0.05), (0.15, 0.75, 0.1), (0.4, 0.4, 0.2)][int(rng.integers(3))])
    light = picture.astype(np.float32) @ mix
    strong = 255 / (1 + np.exp(-(light - 122) / rng.uniform(34, 52)))
    return Attacked(np.repeat(to_uint8(strong)[:, :, None], 3, axis=2), note=f"{mix}")


def denoised(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Smoothed like wax by a phone's noise filter, edges sharpened after it."""
    strength = float(rng.uniform(25, 55))
    smooth = cv2.bilateralFilter(cv2.medianBlur(picture, 3), 9, strength, 5)
    soft = cv2.GaussianBlur(smooth, (0, 0), 1.2).astype(np.float32)
    return Attacked(to_uint8(smooth + rng.uniform(0.4, 0.9) * (smooth - soft)), note=f"{strength:.0f}")


def shaken(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Blurred along a line, as by a hand that moved, with the noise of a dim room."""
    length = max(3, round(picture.shape[1] * rng.uniform(0.006, 0.012))) | 1
    streak = np.zeros((length, length), np.float32)
    angle = rng.uniform(0, np.pi)
    middle, reach = length // 2, length / 2
    ends = [(round(middle + s * reach * np.cos(angle)), round(middle + s * reach * np.sin(angle))) for s in (-1, 1)]
    cv2.line(streak, ends[0], ends[1], 1.0, 1, cv2.LINE_AA)
    moved = cv2.filter2D(picture, cv2.CV_32F, streak / streak.sum())
    return Attacked(to_uint8(moved + rng.normal(0, rng.uniform(3, 8), picture.shape)), note=f"{length} px")


def gif_palette(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Reduced to a few dozen colours with the dots between them that old GIFs have."""
    colours = int(rng.integers(24, 65))
    reduced = Image.fromarray(picture).quantize(colours, dither=Image.Dither.FLOYDSTEINBERG).convert("RGB")
    return Attacked(np.asarray(reduced, np.uint8), note=f"{colours} colours", saved_as=SavedAs("PNG"))


def local_contrast(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The drama slider: light evened out from place to place, colours lifted."""
    lab = np.array(cv2.cvtColor(picture, cv2.COLOR_RGB2LAB), np.uint8)
    lab[:, :, 0] = cv2.createCLAHE(rng.uniform(1.5, 3.0), (6, 8)).apply(np.ascontiguousarray(lab[:, :, 0]))
    share = rng.uniform(0.6, 1.0)
    strong = np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), np.float32)
    return Attacked(to_uint8(picture * (1 - share) + strong * share), note=f"{share:.2f}")


def light_leak(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Orange and pink light from one side, as through a leaky camera, on a slightly faded picture."""
    height, width = picture.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (-0.05 if rng.random() < 0.5 else 1.05) * width, rng.uniform(0, 1) * height
    glow = np.exp(-(((columns - x) / (width * rng.uniform(0.25, 0.45))) ** 2) - ((rows - y) / (height * 0.45)) ** 2)
    tone = np.array([(255, 120, 40), (255, 80, 110), (255, 190, 90)][int(rng.integers(3))], np.float32)
    faded = picture * 0.9 + 14
    leak = glow[:, :, None] * tone * rng.uniform(0.35, 0.7)
    return Attacked(to_uint8(255 - (255 - faded) * (255 - leak) / 255), note=f"from {x:.0f},{y:.0f}")


def gamma_and_contrast(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A badly set screen: far too flat and light, or far too deep and dark."""
    values = picture.astype(np.float32) / 255
    if rng.random() < 0.5:
        changed = (values ** rng.uniform(0.55, 0.75)) * rng.uniform(0.6, 0.75) + 0.22
    else:
        changed = (values ** rng.uniform(1.3, 1.7) - 0.5) * rng.uniform(1.1, 1.3) + 0.5
    return Attacked(to_uint8(255 * changed))
