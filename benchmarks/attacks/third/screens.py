"""Benign, the third set: screenshots of made-up apps with the poster in them, at 33 to 90 per cent of the width."""

from dataclasses import dataclass

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, resize, resize_by, shift_matrix, size_of
from benchmarks.attacks.paint import ellipse_mask, gradient, paste, random_colour, rounded_mask, to_uint8
from benchmarks.attacks.third.letters import PLAIN, STRONG, text_line
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

PHONES = ((750, 1624), (828, 1792), (1080, 2400), (720, 1600))
ACCOUNTS = ("nora.k", "filmdiary", "jonas_on_screen", "thebigcouch", "ava & the movies", "dad_reviews", "matinee_girl")
SAYINGS = (
    "ok this just made my whole week",
    "does anybody know if it is any good",
    "we are so going, bring snacks",
    "saving this for the weekend",
    "my whole personality from now on",
    "why is nobody talking about this",
    "grandpa asked for the title twice",
)
ASIDES = ("following", "1 h", "yesterday", "edited", "from the group", "4 min")


@dataclass(slots=True)
class Page:
    """A screen being drawn. unit: a hundredth of its width in pixels; every place and size is given in units."""

    pixels: Pixels
    ink: Colour
    pale: Colour
    plate: Colour
    rng: np.random.Generator

    @property
    def unit(self) -> float:
        """One hundredth of the width, in pixels."""
        return float(self.pixels.shape[1] / 100)

    @property
    def foot(self) -> float:
        """The lower end, in units."""
        return float(self.pixels.shape[0] / self.unit)

    def write(self, words: str, x: float, y: float, size: float, *, bold: bool = False, pale: bool = False) -> float:
        """A line with its top left at (x, y); gives where it ends."""
        mask = text_line(words, STRONG if bold else PLAIN, size * self.unit)[:, : max(2, round((98 - x) * self.unit))]
        self.pixels = paste(
            self.pixels, self.pale if pale else self.ink, mask, round(x * self.unit), round(y * self.unit)
        )
        return float(x + mask.shape[1] / self.unit)

    def box(self, area: tuple[float, float, float, float], fill: Colour | Pixels, radius: float = 2.0) -> None:
        """A plate with round corners: (x, y, width, height)."""
        x, y, width, height = (round(value * self.unit) for value in area)
        if isinstance(fill, np.ndarray):
            fill, _ = resize(fill, width, height)
        mask = rounded_mask((max(8, width), max(8, height)), round(radius * self.unit) or 1)
        self.pixels = paste(self.pixels, fill, mask, x, y)

    def face(self, x: float, y: float, side: float) -> None:
        """An account's round picture."""
        size = (max(8, round(side * self.unit)),) * 2
        spot = (round(x * self.unit), round(y * self.unit))
        self.pixels = paste(self.pixels, scene(size, self.rng), ellipse_mask(size, 0.03), *spot)

    def sign(self, kind: int, x: float, y: float, half: float = 2.0) -> None:
        """A small outlined symbol about (x, y): a heart, a speech box, a loop, a share arrow, a bag."""
        u, thick = self.unit, max(1, round(self.unit * 0.4))
        points = {
            0: [(0, 0.9), (-1, 0), (-0.8, -0.7), (-0.3, -0.7), (0, -0.3), (0.3, -0.7), (0.8, -0.7), (1, 0)],
            1: [(-1, -0.8), (1, -0.8), (1, 0.5), (-0.2, 0.5), (-0.6, 1), (-0.6, 0.5), (-1, 0.5)],
            2: [(-0.9, 0.2), (-0.9, -0.6), (0.6, -0.6), (0.6, -0.9), (0.9, -0.5), (0.6, -0.1), (0.6, -0.4)],
            3: [(0, -1), (0.6, -0.3), (0.15, -0.3), (0.15, 0.9), (-0.15, 0.9), (-0.15, -0.3), (-0.6, -0.3)],
            4: [(-0.7, -0.4), (0.7, -0.4), (0.9, 0.9), (-0.9, 0.9)],
        }[kind % 5]
        there = np.rint((np.array(points) * half + (x, y)) * u).astype(np.int32)
        cv2.polylines(self.pixels, [there], True, self.ink, thick, cv2.LINE_AA)

    def picture(self, poster: Pixels, area: tuple[float, float, float], radius: float = 0.0) -> tuple[Matrix, Box]:
        """The poster at (x, y) in a width; gives how its points moved and where it is seen."""
        u = self.unit
        shown, place = resize_by(poster, area[2] * u / poster.shape[1])
        corner = (round(area[0] * u), round(area[1] * u))
        mask = rounded_mask(size_of(shown), round(radius * u) or 1) if radius else np.ones(shown.shape[:2], np.float32)
        self.pixels = paste(self.pixels, shown, mask, *corner)
        high = min(shown.shape[0], self.pixels.shape[0] - corner[1])
        wide = min(shown.shape[1], self.pixels.shape[1] - corner[0])
        return shift_matrix(*corner) @ place, Box(*corner, wide, high)


def scene(size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    """What other pictures look like from afar: a sky, a sun, two ridges, a little out of focus."""
    width, height = size
    view = gradient(size, random_colour(rng, 90), random_colour(rng, 140))
    sun = (int(rng.integers(width)), round(height * rng.uniform(0.15, 0.5)))
    cv2.circle(view, sun, max(2, round(width * rng.uniform(0.06, 0.16))), random_colour(rng, 170), -1, cv2.LINE_AA)
    for level in rng.uniform((0.45, 0.65), (0.65, 0.9)):
        across = np.linspace(0, width, 9)
        ridge = height * (level + rng.uniform(-0.09, 0.09, 9))
        outline = [*zip(across, ridge, strict=True), (width, height), (0, height)]
        cv2.fillPoly(view, [np.rint(np.array(outline)).astype(np.int32)], random_colour(rng, 10, 150), cv2.LINE_AA)
    return to_uint8(cv2.GaussianBlur(view, (0, 0), max(0.6, width / 160)) + rng.normal(0, 3, (height, width, 1)))


def new_page(size: tuple[int, int], rng: np.random.Generator, *, dark: bool | None = None) -> Page:
    """An empty light or dark screen."""
    dark = bool(rng.random() < 0.5) if dark is None else dark
    ground: Colour = ((0, 0, 0), (21, 32, 43), (28, 28, 30))[int(rng.integers(3))] if dark else (252, 252, 253)
    ink: Colour = (240, 240, 242) if dark else (18, 18, 22)
    plate: Colour = (ground[0] + 26, ground[1] + 26, ground[2] + 28) if dark else (232, 234, 238)
    return Page(gradient(size, ground, ground), ink, (138, 140, 148), plate, rng)


def new_phone(rng: np.random.Generator, *, dark: bool | None = None) -> Page:
    """A phone's screen with its clock, signal and battery."""
    page = new_page(one_of(rng, PHONES), rng, dark=dark)
    page.write(f"{int(rng.integers(7, 24))}:{int(rng.integers(10, 60))}", 7, 1.5, 3.6, bold=True)
    for bar in range(4):
        page.box((76 + bar * 1.6, 4.6 - bar * 0.6, 1.1, 1.4 + bar * 0.6), page.ink, 0.3)
    page.box((86, 2.8, 7, 3.2), page.pale, 0.9)
    page.box((86.3, 3.1, 6.4 * rng.uniform(0.2, 0.95), 2.6), page.ink, 0.8)
    return page


def a_saying(rng: np.random.Generator) -> str:
    return one_of(rng, SAYINGS)


def an_account(rng: np.random.Generator) -> str:
    return one_of(rng, ACCOUNTS)


def a_count(rng: np.random.Generator) -> str:
    return f"{rng.uniform(1, 99):.1f}K" if rng.random() < 0.6 else str(int(rng.integers(12, 980)))


def screenshot_of(page: Page, where: tuple[Matrix, Box], note: str) -> Attacked:
    rng = page.rng
    saved = SavedAs("PNG") if rng.random() < 0.25 else SavedAs("JPEG", int(rng.integers(66, 93)))
    percent = 100 * where[1].width / page.pixels.shape[1]
    return Attacked(page.pixels, note=f"{note}, {percent:.0f} %", place=where[0], saved_as=saved, shown=where[1])


def width_that_fits(picture: Pixels, wanted: float, room: float) -> float:
    """The wanted width in units, or less where the poster would be higher than the room; never below a third."""
    return float(max(33.5, min(wanted, room * picture.shape[1] / picture.shape[0])))


def photo_feed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A photo app: a row of ringed faces, an account's head, the poster as a card, hearts and remarks below."""
    page = new_phone(rng)
    page.write("picstream", 5, 8, 6, bold=True)
    for number in range(6):
        x = 3 + number * 17.5
        page.box((x, 17, 14.4, 14.4), (214, 60, 130) if number else page.plate, 7.2)
        page.face(x + 0.7, 17.7, 13)
    page.face(4, 36, 8)
    page.write(an_account(rng), 14, 35.5, 3.4, bold=True)
    page.write(one_of(rng, ASIDES), 14, 40, 2.7, pale=True)
    wide = width_that_fits(picture, rng.uniform(82, 90), page.foot - 84)
    where = page.picture(picture, ((100 - wide) / 2, 47, wide), rng.choice([0.0, 2.5]))
    y = 51 + where[1].height / page.unit
    for kind, x in ((0, 7), (1, 16), (3, 25), (4, 93)):
        page.sign(kind, x, y)
    end = page.write("Liked by ", 4, y + 4, 3)
    page.write(f"{an_account(rng)} and {a_count(rng)} others", end + 1, y + 4, 3, bold=True)
    end = page.write(an_account(rng), 4, y + 9.5, 3, bold=True)
    page.write(a_saying(rng), end + 1.5, y + 9.5, 3)
    page.write(f"View all {int(rng.integers(12, 900))} comments", 4, y + 14.5, 2.8, pale=True)
    page.box((0, page.foot - 13, 100, 13), page.plate, 0.1)
    for number in range(5):
        page.sign(number, 10 + 20 * number, page.foot - 7, 2.3)
    return screenshot_of(page, where, "photo feed")


def short_post(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A short-message app: face at the left, name and words, the poster with round corners, counts, an answer."""
    page = new_phone(rng)
    page.sign(2, 6, 11)
    page.write("Post", 12, 8, 5, bold=True)
    page.face(4, 19, 11)
    end = page.write(an_account(rng), 18, 18, 3.6, bold=True)
    page.write(f"@{an_account(rng).replace(' ', '')[:9]} - 2 h", end + 1.5, 18, 3.2, pale=True)
    page.write(a_saying(rng), 18, 24, 3.6)
    wide = width_that_fits(picture, rng.uniform(66, 78), page.foot - 62)
    where = page.picture(picture, (18, 32, wide), 3.0)
    y = 37 + where[1].height / page.unit
    for number, kind in enumerate((1, 2, 0, 3)):
        page.sign(kind, 20 + 19 * number, y, 1.7)
        page.write(a_count(rng), 23.5 + 19 * number, y - 2.2, 2.7, pale=True)
    page.box((0, y + 6, 100, 0.4), page.plate, 0.1)
    while y < page.foot - 30:
        page.face(4, y + 10, 10)
        page.write(an_account(rng), 18, y + 9, 3.4, bold=True)
        page.write(a_saying(rng), 18, y + 14.5, 3.4)
        y += 21
    return screenshot_of(page, where, "short post")


def direct_message(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A messenger: bubbles in a running colour, the poster as one of them with a small heart at its corner."""
    page = new_phone(rng)
    page.face(12, 8, 9)
    page.write(an_account(rng), 24, 8, 4, bold=True)
    page.write("active now", 24, 13, 2.8, pale=True)
    mine = bool(rng.random() < 0.5)
    y = 24.0
    for _ in range(int(rng.integers(1, 4))):
        y = _bubble(page, y, mine=bool(rng.random() < 0.5))
    wide = width_that_fits(picture, rng.uniform(44, 66), page.foot - y - 42)
    where = page.picture(picture, (96 - wide if mine else 13, y, wide), 4.0)
    y += where[1].height / page.unit
    page.box((88 if mine else 16, y - 3, 8, 5.6), page.plate, 2.8)
    page.sign(0, 92 if mine else 20, y - 0.3, 1.4)
    y += 6
    while y < page.foot - 28:
        y = _bubble(page, y, mine=bool(rng.random() < 0.5))
    page.box((4, page.foot - 16, 92, 9), page.plate, 4.5)
    page.write("Message...", 10, page.foot - 14.4, 3.4, pale=True)
    return screenshot_of(page, where, "direct message")


def _bubble(page: Page, y: float, *, mine: bool) -> float:
    """One message; gives where the next one starts."""
    words = a_saying(page.rng)
    wide = min(74.0, text_line(words, PLAIN, 3.4 * page.unit).shape[1] / page.unit + 8)
    x = 96 - wide if mine else 13.0
    tone = gradient((16, 16), (168, 60, 220), (70, 100, 250)) if mine else page.plate
    page.box((x, y, wide, 9.4), tone, 4.6)
    ink, page.ink = page.ink, (255, 255, 255) if mine else page.ink
    mask_end = (x + wide - 3) * page.unit
    mask = text_line(words, PLAIN, 3.4 * page.unit)[:, : max(2, round(mask_end - (x + 4) * page.unit))]
    page.pixels = paste(page.pixels, page.ink, mask, round((x + 4) * page.unit), round((y + 1.8) * page.unit))
    page.ink = ink
    if not mine:
        page.face(3, y + 1, 8)
    return y + 12


def tinted_backdrop(picture: Pixels, size: tuple[int, int], share: float) -> Pixels:
    """The poster blurred beyond knowing and darkened, as a page's ground."""
    small, _ = resize(picture, 120, 90)
    ground, _ = resize(np.asarray(cv2.GaussianBlur(small, (0, 0), 10), np.uint8), *size)
    return to_uint8(ground * share)
