"""Changes of what a poster says or shows, and pictures made of several posters."""

from collections.abc import Iterable
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, resize, size_of
from benchmarks.attacks.twentieth import ink
from benchmarks.attacks.twentieth.harmless import clipped, quality
from benchmarks.attacks.values import Attacked, OtherPosters, Part

TITLES = ("THE LAST HARBOUR", "IRON SUMMER", "NIGHTFALL", "A QUIET WAR", "RED MERIDIAN", "GHOST TIDE")
PEOPLE = ("EMMA STONEFIELD", "TOM HARDING", "ZOE KRAVEN", "IDRIS ELLIS", "RYAN COLE", "ANA MARQUEZ")
CLAIMS = ("ONLY ON NETFLIX", "SEASON 2 CONFIRMED", "OFFICIAL TEASER POSTER", "NOW STREAMING ON MAX")


def edited(result: Pixels, box: Box, rng: np.random.Generator, note: str = "") -> Attacked:
    """The attack's value for one changed box."""
    return Attacked(result, (box,), saved_as=quality(rng), note=note)


def write(pixels: Pixels, box: Box, line: str, rng: np.random.Generator, face: str) -> Attacked:
    """A line in the middle of a box, as large as fits."""
    tone, rim = ink.ink_for(pixels, box, rng)
    stamp = ink.fitted(ink.words([line], face, 120, tone, rim), box.width, box.height)
    x, y = box.x + (box.width - stamp.width) / 2, box.y + (box.height - stamp.height) / 2
    return edited(*ink.put(pixels, stamp, x, y), rng, line)


def shape_for(pixels: Pixels, line: str, share: float, face: str) -> tuple[float, float]:
    """Width and height of a line that takes a share of the poster's width."""
    stamp = ink.words([line], face, 120, (0, 0, 0))
    return pixels.shape[1] * share, pixels.shape[1] * share * stamp.height / stamp.width


def numeral_added(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A "2" of 6 to 9 % of the width behind the title, or else at a calm place below the middle."""
    (width, height), digit = size_of(pixels), one_of(rng, ("2", "2", "3"))
    size = shape_for(pixels, digit, between(rng, 0.06, 0.09), ink.BOLD)
    spot = ink.find_place(pixels, rng, size, (0.1, 0.5, 0.9, 0.92))
    for line in ink.find_lines(pixels)[:1]:
        x, y = round(line.x + line.width + size[0] * 0.2), round(line.y + (line.height - size[1]) / 2)
        if x + size[0] < width * 0.98 and line.height < size[1] * 2.5 and 0 <= y < height - size[1]:
            spot = Box(x, y, round(size[0]), round(size[1]))
    return write(pixels, spot, digit, rng, ink.BOLD)


def claim_added(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A platform, season or "official" claim printed on."""
    line, face = one_of(rng, CLAIMS), one_of(rng, ink.DISPLAY)
    spot = ink.find_place(pixels, rng, shape_for(pixels, line, between(rng, 0.5, 0.72), face))
    return write(pixels, spot, line, rng, face)


def stars_named(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two other stars billed along the top."""
    line = "   ".join(str(name) for name in rng.choice(PEOPLE, 2, replace=False))
    size = shape_for(pixels, line, between(rng, 0.7, 0.88), ink.NARROW)
    spot = ink.find_place(pixels, rng, size, (0.04, 0.02, 0.96, 0.2))
    return write(pixels, spot, line, rng, ink.NARROW)


def most_seen(pixels: Pixels, tries: Iterable[tuple[Pixels, Box]]) -> tuple[Pixels, Box]:
    """The one of several edits of a picture that is seen best in its box."""
    around = pixels.astype(np.int16)
    return max(tries, key=lambda one: np.abs(part_of(one[0] - around, one[1])).max(axis=2).mean())


def erased(pixels: Pixels, rng: np.random.Generator) -> tuple[Pixels, Box]:
    """The picture without one of its striking lines of lettering, or else without its busiest strip."""
    width, height = size_of(pixels)
    lines = [box for box in ink.find_lines(pixels)[:3] if box.width > 0.3 * width and box.area > 0.015 * width * height]
    strip = ink.find_place(pixels, rng, (width * 0.6, height * 0.1), (0.1, 0.1, 0.9, 0.9), busy=True)
    return most_seen(pixels, [(ink.wipe(pixels, box, rng), box) for box in lines or [strip]])


def lettering_erased(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title, or another large line, painted out."""
    return edited(*erased(pixels, rng), rng)


def title_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title painted out and another one set in its place."""
    bare, box = erased(pixels, rng)
    attacked = write(bare, box, one_of(rng, TITLES), rng, one_of(rng, ink.DISPLAY))
    return edited(attacked.pixels, box.union(attacked.boxes_of_change[0]), rng, attacked.note)


def date_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A strip near the foot painted out and another date set there."""
    month, share = one_of(rng, ("JULY", "OCTOBER", "DECEMBER", "MAY")), between(rng, 0.4, 0.6)
    line = one_of(rng, (f"{month} {rng.integers(1, 29)}", f"COMING {month} 20{rng.integers(26, 29)}"))
    wide, high = shape_for(pixels, line, share, ink.BOLD)
    box = ink.find_place(pixels, rng, (wide * 1.04, high * 1.2), (0.15, 0.85, 0.85, 0.98))
    attacked = write(ink.wipe(pixels, box, rng), box, line, rng, ink.BOLD)
    return edited(attacked.pixels, box, rng, attacked.note)


def studio_mark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A studio's logo set on: a bright plate with its name, in the lower or upper third."""
    name, plate = one_of(rng, (("MARVEL STUDIOS", "#d8141c"), ("HBO", "#5a1ea0"), ("NETFLIX", "#b0060f")))
    text, size = ink.words([name], ink.NARROW, 100, (255, 255, 255)), between(rng, 0.2, 0.32)
    logo = Image.new("RGBA", (text.width + 60, text.height + 60), (255, 255, 255, 255))
    ImageDraw.Draw(logo).rectangle((6, 6, logo.width - 7, logo.height - 7), fill=plate)
    logo.alpha_composite(text, (30, 30))
    logo = ink.fitted(logo, pixels.shape[1] * size, pixels.shape[0] * 0.14)
    spot = ink.find_place(pixels, rng, logo.size, one_of(rng, ((0.05, 0.03, 0.95, 0.3), (0.05, 0.7, 0.95, 0.97))))
    return edited(*ink.put(pixels, logo, spot.x, spot.y), rng, name)


def figure_of(pixels: Pixels, rng: np.random.Generator) -> tuple[Image.Image, bool]:
    """The figure in the middle of a poster, cut out; a busy oval and False where it cannot be told from its ground."""
    small, _ = resize(pixels, 200, round(200 * pixels.shape[0] / pixels.shape[1]))
    wide, high = size_of(small)
    mask, models = np.zeros((high, wide), np.uint8), (np.zeros((1, 65)), np.zeros((1, 65)))
    cv2.setRNGSeed(int(rng.integers(2**31)))
    cv2.grabCut(small, mask, (wide // 6, high // 6, wide * 2 // 3, high * 3 // 5), *models, 3, cv2.GC_INIT_WITH_RECT)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(np.bitwise_and(mask, 1))
    largest = 1 + int(stats[1:, 4].argmax()) if len(stats) > 1 else 0
    _, _, across, down, area = stats[largest].tolist()
    good = largest > 0 and area > 0.1 * wide * high and down > 0.35 * high and 0.4 < area / (across * down) < 0.82
    cut = np.where(labels == largest, 255, 0).astype(np.uint8)
    cut = cv2.morphologyEx(cut, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    if not good:
        spot = ink.find_place(small, rng, (wide * 0.6, high * 0.5), busy=True)
        cut = np.zeros_like(cut)
        part_of(cut, spot)[:] = (oval(spot, 0.01)[..., 0] * 255).astype(np.uint8)
    alpha = cv2.resize(cv2.GaussianBlur(cut, (0, 0), 1.2), size_of(pixels), interpolation=cv2.INTER_CUBIC)
    stamp = Image.fromarray(np.dstack([pixels, alpha]))
    return stamp.crop(stamp.getchannel("A").point(lambda a: 255 * (a > 100)).getbbox()), good


def figure_inserted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's figure put in, about half as high; of the well cut ones the one that is seen best."""
    (width, height), share = size_of(pixels), between(rng, 0.36, 0.52)
    figures = sorted((figure_of(others.pick(rng).pixels, rng) for _ in range(4)), key=lambda one: -one[1])
    stamps = [ink.fitted(stamp, width * 0.6, height * share) for stamp, good in figures if good == figures[0][1]]
    places = [(rng.uniform() * (width - s.width), between(rng, height * 0.2, height - s.height)) for s in stamps]
    return edited(*most_seen(pixels, [ink.put(pixels, s, *xy) for s, xy in zip(stamps, places, strict=True)]), rng)


def oval(box: Box, soft: float = 0.06) -> NDArray[np.float32]:
    """A feathered oval that fills a box."""
    mask = np.zeros((box.height, box.width), np.float32)
    middle, axes = (box.width // 2, box.height // 2), (round(box.width * 0.46), round(box.height * 0.46))
    cv2.ellipse(mask, middle, axes, 0, 0, 360, 1.0, -1)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(1.0, box.width * soft)), np.float32)[..., None]


def blended(pixels: Pixels, piece: Pixels, box: Box, mask: NDArray[np.float32]) -> Pixels:
    """The piece in the box of the picture, as far as the mask lets it."""
    result = pixels.copy()
    part_of(result, box)[:] = clipped(part_of(pixels, box) * (1 - mask) + piece * mask)
    return result


def piece_exchanged(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An oval of the picture covered by one of another poster's; of four the one that differs most."""
    width, height = size_of(pixels)
    size = width * between(rng, 0.26, 0.38), min(width * between(rng, 0.36, 0.46), height * 0.5)
    box, tries = ink.find_place(pixels, rng, size, (0.1, 0.1, 0.9, 0.75), busy=True), []
    for _ in range(4):
        other = resize(others.pick(rng).pixels, width, height)[0]
        piece = part_of(other, Box((width - box.width) // 2, round(height * 0.25), box.width, box.height))
        tries.append((blended(pixels, piece, box, oval(box)), box))
    return edited(*most_seen(pixels, tries), rng)


def thing_painted_out(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The busiest large piece of the picture painted out."""
    width, height = size_of(pixels)
    size = width * between(rng, 0.28, 0.42), height * between(rng, 0.2, 0.3)
    box = ink.find_place(pixels, rng, size, (0.1, 0.1, 0.9, 0.85), busy=True)
    return edited(ink.wipe(pixels, box, rng), box, rng)


def spot_repainted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One place painted in another strong colour, its shapes kept."""
    width, height = size_of(pixels)
    size = width * between(rng, 0.3, 0.45), height * between(rng, 0.18, 0.28)
    box = ink.find_place(pixels, rng, size, (0.08, 0.1, 0.92, 0.9), busy=True)
    area = part_of(pixels, box).astype(np.float32)
    inks = np.array([[225, 30, 40], [30, 190, 70], [30, 90, 235], [240, 190, 20], [215, 40, 200]], np.float32)
    tone = inks[np.abs(inks - area.mean(axis=(0, 1))).sum(axis=1).argsort()[int(rng.integers(3, 5))]]
    grey = area.mean(axis=2, keepdims=True) / 255
    return edited(blended(pixels, clipped(tone * (0.4 + 0.8 * grey)), box, oval(box, 0.03) * 0.85), box, rng)


def top_exchanged(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper part of the picture replaced by the same part of another poster, with a soft seam."""
    other, share = others.pick(rng), between(rng, 0.3, 0.42)
    width, height = size_of(pixels)
    box, fade = Box(0, 0, width, round(height * share)), max(4, round(height * 0.03))
    piece = part_of(resize(other.pixels, width, height)[0], box)
    mask = np.clip((box.height - np.arange(box.height, dtype=np.float32)) / fade, 0, 1)[:, None, None]
    return edited(blended(pixels, piece, box, mask), box, rng, other.name)


def patchwork(
    pixels: Pixels, across: list[float], down: list[float], rng: np.random.Generator, others: OtherPosters
) -> Attacked:
    """The poster in one cell of its own area, other posters in the rest; each shows there what it has there."""
    width, height = size_of(pixels)
    columns, rows = pairwise([round(width * x) for x in across]), list(pairwise([round(height * y) for y in down]))
    cells, result, parts = [Box(a, c, b - a, d - c) for a, b in columns for c, d in rows], pixels.copy(), []
    own = int(rng.integers(len(cells)))
    for number, cell in enumerate(cells):
        other = None if number == own else others.pick(rng)
        if other is not None:
            part_of(result, cell)[:] = part_of(resize(other.pixels, width, height)[0], cell)
        parts.append(Part(other.name if other else "", cell))
    return Attacked(result, tuple(p.box for p in parts if p.name), parts=tuple(parts), saved_as=quality(rng))


def two_halves(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters side by side or one above the other, half of each."""
    cuts = [[0, between(rng, 0.42, 0.58), 1], [0, 1]]
    return patchwork(pixels, *one_of(rng, (cuts, cuts[::-1])), rng, others)


def three_bands(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Bands of three posters one above the other."""
    return patchwork(pixels, [0, 1], [0, between(rng, 0.28, 0.38), between(rng, 0.62, 0.72), 1], rng, others)


def four_quarters(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A quarter of each of four posters."""
    return patchwork(pixels, [0, 0.5, 1], [0, 0.5, 1], rng, others)


def cut_out_elsewhere(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The poster's figure cut out and set before another whole poster."""
    other, (figure, _) = others.pick(rng), figure_of(pixels, rng)
    ground, _ = resize(other.pixels, *size_of(pixels))
    stamp = ink.fitted(figure, pixels.shape[1] * 0.8, pixels.shape[0] * between(rng, 0.5, 0.65))
    x, y = (pixels.shape[1] - stamp.width) * rng.uniform(), (pixels.shape[0] - stamp.height) * between(rng, 0.5, 1.0)
    result, box = ink.put(ground, stamp, x, y)
    whole = Box(0, 0, *size_of(pixels))
    return Attacked(result, (box,), parts=(Part(other.name, whole), Part("", box)), saved_as=quality(rng))
