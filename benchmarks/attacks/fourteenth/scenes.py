"""Harmless surroundings: the poster on a ground, a screen, in a story or an app."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth import Rng, named
from benchmarks.attacks.fourteenth.lettering import APP, BLACK, BOLD, PLAIN, WHITE, Style, set_mask, set_words, words
from benchmarks.attacks.fourteenth.paint import arrow, ellipse, fit_into, heart, lay, rounded, talk, to_light, to_pixels
from benchmarks.attacks.geometry import Colour, resize, shift_matrix, size_of, warp
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

Fills = tuple[Colour | None, ...]
Frame = Callable[[int, int, float], tuple[int, int]]
GROUNDS: tuple[Colour, ...] = (WHITE, BLACK, (238, 236, 230), (40, 44, 52), (120, 130, 140), (176, 150, 120))
PLAIN_GROUNDS = ((250, 214, 165), (44, 40, 80), (15, 15, 15), (225, 100, 130))
REMARKS = ("tonight!!", "who is coming with me?", "best film of the year", "watch this one", "movie night", "so good")
TITLES = ("My watchlist", "Trending now", "For you", "Because you liked it", "Added by friends")
LINES = ("Posted 2 hours ago", "312 likes  48 comments", "View all comments", "Suggested for you", "4.5 of 5 by 1,204")


def _tilted(pixels: Pixels, matrix: Matrix, fill: Colour, rim: float) -> tuple[Pixels, Matrix]:
    """Through a matrix onto a ground that just holds it, with a rim around."""
    width, height = size_of(pixels)
    corners = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], float)
    moved = cv2.perspectiveTransform(corners, matrix)[0]
    low, high = moved.min(axis=0) - rim, moved.max(axis=0) + rim
    place = shift_matrix(-low[0], -low[1]) @ matrix
    size = (int(np.ceil(high[0] - low[0])), int(np.ceil(high[1] - low[1])))
    return warp(pixels, place, size, fill), place


def slight_rotation(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    degrees = between(rng, 1, 6) * one_of(rng, (-1, 1))
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1), [0, 0, 1]])
    turned, place = _tilted(pixels, turn, one_of(rng, GROUNDS), 0)
    if rng.random() < 0.5:
        turned, place = warp(pixels, turn, (width, height), one_of(rng, GROUNDS)), turn
    return Attacked(turned, note=f"{degrees:.1f} degrees", place=place)


def _slant(pixels: Pixels, rng: Rng, low: float, high: float) -> Matrix:
    width, height = size_of(pixels)
    amount, nod = between(rng, low, high), between(rng, -0.03, 0.03)
    (near, far), wide = one_of(rng, ((0, amount), (amount, 0))), width * (1 - amount)
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    ends = [[0, height * near * 0.5], [wide, height * (far * 0.5 + nod)]]
    ends += [[wide, height * (1 - far * 0.5)], [0, height * (1 - near * 0.5 + nod)]]
    return np.asarray(cv2.getPerspectiveTransform(source, np.array(ends, np.float32)), np.float64)


def seen_from_side(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    rim = pixels.shape[1] * between(rng, 0.03, 0.12)
    seen, place = _tilted(pixels, _slant(pixels, rng, 0.1, 0.3), one_of(rng, GROUNDS), rim)
    return Attacked(seen, note="perspective", place=place)


def photo_of_screen(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    bezel, side = round(width * between(rng, 0.04, 0.08)), round(width * between(rng, 0.0, 0.25))
    screen = np.full((height + 2 * bezel, width + 2 * (bezel + side), 3), 18, np.uint8)
    screen[bezel:-bezel, bezel : bezel + 2 * side + width] = (34, 34, 38)
    screen[bezel : bezel + height, bezel + side : bezel + side + width] = pixels
    down, across = np.mgrid[: screen.shape[0], : screen.shape[1]].astype(np.float32)
    kind = one_of(rng, ("moire", "scan lines"))
    beat, lean = between(rng, 0.25, 0.6), between(rng, 0.05, 0.2)
    moire = np.sin(across * beat + down * lean) * np.sin(down * beat * 0.9 - across * lean)
    wave = moire if kind == "moire" else np.sin(down * 2 * np.pi / between(rng, 3.0, 5.0))
    light = to_light(screen) * (1 + between(rng, 0.06, 0.14) * wave)[..., None] * np.float32(0.9) + np.float32(0.008)
    seen, place = _tilted(to_pixels(light), _slant(screen, rng, 0.02, 0.1), one_of(rng, GROUNDS[3:]), width * 0.07)
    tall, wide = seen.shape[:2]
    spot = ellipse(round(wide * 0.6), round(tall * 0.4), 1.0)
    x, y = int(between(rng, 0, 0.5) * wide), int(between(rng, 0, 0.6) * tall)
    lay(seen, spot**2, WHITE, x, y, between(rng, 0.12, 0.35))
    grainy = seen + rng.normal(0, between(rng, 3, 7), seen.shape).astype(np.float32)
    soft = cv2.GaussianBlur(np.clip(grainy, 0, 255).astype(np.uint8), (0, 0), max(0.35, width * 0.0008))
    return Attacked(soft, note=kind, place=place @ shift_matrix(bezel + side, bezel), saved_as=SavedAs("JPEG", 82))


def story(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    wide, tall = 720, 1280
    canvas = np.full((tall, wide, 3), one_of(rng, PLAIN_GROUNDS), np.uint8)
    if rng.random() < 0.5:
        canvas = to_pixels(to_light(cv2.GaussianBlur(fit_into(pixels, wide, tall), (0, 0), 28)) * np.float32(0.5))
    width, height = size_of(pixels)
    factor = min(wide * between(rng, 0.68, 0.85) / width, tall * 0.66 / height)
    small, place = resize(pixels, round(width * factor), round(height * factor))
    x, y = (wide - small.shape[1]) // 2, (tall - small.shape[0]) // 2
    canvas[y : y + small.shape[0], x : x + small.shape[1]] = small
    style = Style(one_of(rng, BOLD + PLAIN), effect=one_of(rng, ("plain", "plate", "shadow")))
    spot = (wide / 2, y * between(rng, 0.5, 0.65) if rng.random() < 0.5 else (y + small.shape[0] + tall) / 2 - 20)
    set_words(canvas, one_of(rng, REMARKS), style, spot, (wide * between(rng, 0.5, 0.75), y * 0.22), WHITE)
    return Attacked(canvas, note="story", place=shift_matrix(x, y) @ place)


def app_screenshot(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    wide, tall = one_of(rng, ((1080, 2160), (828, 1792), (1170, 2532)))
    dark = rng.random() < 0.5
    ground, ink = ((18, 18, 20), (235, 235, 235)) if dark else ((250, 250, 250), (25, 25, 28))
    canvas = np.full((tall, wide, 3), ground, np.uint8)
    unit = wide / 36

    def write(text: str, x: float, y: float, size: float, face: str = APP) -> None:
        style = Style(face)
        mask = words(text, style, round(size * unit))
        set_mask(canvas, mask, style, (x * unit + mask.shape[1] / 2, y * unit), ink)

    write(f"{int(rng.integers(1, 13))}:{int(rng.integers(10, 60))}", 2, 2, 1.5, BOLD[0])
    write(f"5G  {int(rng.integers(11, 99))}%", 27, 2, 1.4)
    write(one_of(rng, TITLES), 2, 6, 2.4, BOLD[0])
    width, height = size_of(pixels)
    third = between(rng, 0.3, 0.38) * wide
    small, place = resize(pixels, round(third), round(third * height / width))
    x, y = round(2 * unit), round(10 * unit)
    canvas[y : y + small.shape[0], x : x + small.shape[1]] = small
    for index, text in enumerate(rng.permutation(LINES)[:4]):
        write(str(text), 16.5, 11.5 + 2.6 * index, 1.25)
    low = max((y + small.shape[0]) / unit, 21)
    lay(canvas, rounded(round(14 * unit), round(4 * unit), unit), (40, 110, 230), x, round((low + 2) * unit))
    button = one_of(rng, ("Watch now", "Add to list", "Follow"))
    set_words(canvas, button, Style(BOLD[0]), (9 * unit, (low + 4) * unit), (9 * unit, 1.4 * unit), WHITE)
    for index, sign in enumerate((heart, talk, arrow)):
        lay(canvas, sign(round(2.4 * unit)), ink, round((20 + 5 * index) * unit), round((low + 2.8) * unit))
    for row in np.arange(low + 9, low + 39, 6):
        lay(canvas, ellipse(round(4 * unit), round(4 * unit)), (150, 140, 150), x, round(row * unit))
        write(one_of(rng, LINES + TITLES), 8, row + 1.2, 1.3, BOLD[2])
        write(one_of(rng, REMARKS), 8, row + 3.1, 1.2)
    return Attacked(canvas, note="dark" if dark else "light", place=shift_matrix(x, y) @ place, saved_as=SavedAs("PNG"))


def _framed(pixels: Pixels, rng: Rng, _: OtherPosters, frame: Frame, fills: Fills) -> Attacked:
    """The poster in a frame of so many pixels at its sides, and above and below; None: the poster blurred."""
    width, height = size_of(pixels)
    (left, top), fill = frame(width, height, between(rng, 0.0, 1.0)), one_of(rng, fills)
    size = (width + 2 * left, height + 2 * top)
    canvas = np.full((size[1], size[0], 3), fill or BLACK, np.uint8)
    if fill is None:
        canvas = cv2.GaussianBlur(fit_into(pixels, *size), (0, 0), size[0] / 30)
    canvas[top : top + height, left : left + width] = pixels
    return Attacked(canvas, note=f"{left} and {top} px, {fill or 'blurred'}", place=shift_matrix(left, top))


def _bars(wide: int, tall: int, lot: float) -> tuple[int, int]:
    return (0, round(tall * (0.06 + 0.2 * lot))) if lot < 0.5 else (round(wide * 0.3 * lot), 0)


def _square(wide: int, tall: int, lot: float) -> tuple[int, int]:
    return ((max(wide, tall) - wide) // 2, (max(wide, tall) - tall) // 2) if wide != tall else (wide // 16, tall // 16)


letterbox = named("letterbox", _framed, _bars, (BLACK,))
square_padding = named("square_padding", _framed, _square, (WHITE, BLACK, (30, 60, 110), None))
white_border = named(
    "white_border", _framed, lambda wide, tall, lot: (round(wide * (0.03 + 0.07 * lot)),) * 2, (WHITE,)
)
