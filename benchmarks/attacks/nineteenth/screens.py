"""Harmless: screenshots of apps and pages that show the poster small, and a photo of a screen."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import (
    Colour,
    move_points,
    onto_corners,
    resize_by,
    scale_matrix,
    shift_matrix,
    size_of,
    warp,
)
from benchmarks.attacks.nineteenth import shapes
from benchmarks.attacks.nineteenth.framing import ground, inset
from benchmarks.attacks.nineteenth.geometric import GROUNDS
from benchmarks.attacks.nineteenth.lettering import SCREEN, SCREEN_BOLD, Mask, lay, letters, scaled
from benchmarks.attacks.nineteenth.photometric import grain
from benchmarks.attacks.nineteenth.words import APP_LINES, HANDLES
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

Rng = np.random.Generator


class Page:
    """A screen to draw on, light or dark; lengths in hundredths of its width."""

    def __init__(self, rng: Rng, width: int, height: int) -> None:
        self.rng, self.unit, self.dark = rng, width / 100, bool(rng.random() < 0.5)
        self.ink: Colour = (232, 232, 236) if self.dark else (24, 24, 28)
        self.panel: Colour = (38, 40, 46) if self.dark else (238, 239, 243)
        grounds = ((0, 0, 0), (18, 20, 26)) if self.dark else ((255, 255, 255), (247, 247, 250))
        self.canvas = ground(width, height, one_of(rng, grounds))

    def put(self, mask: Mask, x: float, y: float, wide: float, tall: float, ink: Colour | None = None) -> None:
        """A shape."""
        small = scaled(mask, round(wide * self.unit), round(tall * self.unit))
        lay(self.canvas, small, x * self.unit, y * self.unit, ink or self.ink)

    def panel_at(self, x: float, y: float, wide: float, tall: float, ink: Colour | None = None) -> None:
        """A rounded plate."""
        plate = shapes.rounded(round(wide * self.unit), round(tall * self.unit), round(1.5 * self.unit))
        lay(self.canvas, plate, x * self.unit, y * self.unit, ink or self.panel)

    def line(self, text: str, x: float, y: float, size: float, bold: bool = False, faint: bool = False) -> None:
        """Words with their top at y, cut at the screen's end."""
        mask = letters(text, SCREEN_BOLD if bold else SCREEN, 64)
        factor = size / 64
        self.put(mask, x, y, mask.shape[1] * factor, mask.shape[0] * factor, (130, 133, 140) if faint else None)

    def lines(self, x: float, y: float, wide: float, size: float, count: int) -> None:
        """A column of small print."""
        for row in range(count):
            text = one_of(self.rng, APP_LINES)[: max(4, int(wide / (0.6 * size)))]
            self.line(text, x, y + 1.6 * size * row, size, faint=row % 3 == 2)

    def status_bar(self) -> None:
        """Time, signal and battery."""
        self.line(f"{self.rng.integers(7, 24)}:{self.rng.integers(10, 60)}", 6, 2.2, 3.4, True)
        for bar in range(4):
            self.put(np.ones((4, 4), np.float32), 80 + 1.1 * bar, 4.6 - 0.6 * bar, 0.7, 0.8 + 0.6 * bar)
        self.panel_at(88, 2.4, 6, 3, self.ink)

    def done(self, pixels: Pixels, x: float, y: float, wide: float, tall: float, rounding: float = 0.04) -> Attacked:
        """The poster put into a box."""
        box = Box(*(round(side * self.unit) for side in (x, y, wide, tall)))
        place, shown = inset(self.canvas, pixels, box, rounding)
        saved = one_of(self.rng, (SavedAs("PNG"), SavedAs("JPEG", 85)))
        return Attacked(self.canvas, place=place, shown=shown, saved_as=saved, note="dark" if self.dark else "light")


def feed_screenshot(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A thread of posts; one has the picture, a third of the screen wide, with words beside and icons below."""
    page, wide = Page(rng, one_of(rng, (1080, 1170)), one_of(rng, (1920, 2340))), between(rng, 32, 42)
    page.status_bar()
    for y in (12, 36):
        page.put(shapes.DISC, 5, y, 8, 8, one_of(rng, ((190, 80, 90), (80, 140, 200), (120, 170, 90), (200, 160, 60))))
        page.line(one_of(rng, HANDLES), 16, y, 3.6, True)
        page.lines(16, y + 6, 75, 3.2, 3)
    tall = min(1.5, pixels.shape[0] / pixels.shape[1]) * wide
    page.lines(18 + wide, 63, 75 - wide, 3, 5)
    for number, icon in enumerate((shapes.HEART, shapes.SPEECH, shapes.PLANE)):
        page.put(icon, 16 + 12 * number, 64 + tall, 5, 5)
    page.lines(16, 74 + tall, 75, 3.2, 8)
    return page.done(pixels, 16, 60, wide, tall)


def grid_screenshot(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A watchlist of tiles in three columns; the poster is one, the others still load."""
    page, mine = Page(rng, 1080, one_of(rng, (1920, 2280))), int(rng.integers(9))
    page.status_bar()
    page.line(one_of(rng, ("My list", "Watchlist", "Search", "Favourites", "Ma liste")), 5, 11, 6, True)
    page.lines(5, 20, 90, 3, 2)
    places = [(2.5 + cell % 3 * 32.3, 32 + cell // 3 * 47) for cell in range(12)]
    for cell, (x, y) in enumerate(places):
        if cell != mine:
            page.panel_at(x, y, 30, 45)
    return page.done(pixels, *places[mine], 30, 45)


def chat_screenshot(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A messenger: the poster in a bubble, messages above and below."""
    page = Page(rng, one_of(rng, (720, 1080)), one_of(rng, (1920, 2200)))
    page.status_bar()
    page.line(one_of(rng, ("Lena", "Movie night", "Papa", "Jonas", "Aylin", "Film club")), 20, 10, 4.5, True)
    bubble = one_of(rng, ((0, 92, 75), (43, 82, 120)) if page.dark else ((217, 253, 211), (225, 236, 255)))
    wide = between(rng, 33, 48)
    tall, y, own = min(80.0, wide * pixels.shape[0] / pixels.shape[1]), 34.0, rng.random() < 0.5
    left = 93 - wide if own else 7.0
    page.panel_at(left - 1.5, y - 1.5, wide + 3, tall + 7.5, bubble if own else page.panel)
    page.line("21:04", left + wide - 9, y + tall + 1.5, 2.4, faint=True)
    for top in (22.0, y + tall + 10, y + tall + 22):
        text, mine = one_of(rng, APP_LINES)[:30], rng.random() < 0.5
        length = 1.95 * len(text) + 8
        x = 95 - length if mine else 5
        page.panel_at(x, top, length, 8.5, bubble if mine else page.panel)
        page.line(text, x + 3, top + 2.6, 3.4)
    return page.done(pixels, left, y, wide, tall, 0.03)


def web_page(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A page on a desk screen: the poster at a third of the width, a column of text beside it."""
    page, left = Page(rng, one_of(rng, (1280, 1440)), one_of(rng, (900, 1000))), rng.random() < 0.5
    page.panel_at(-2, -2, 104, 6)
    page.line("films / reviews / lists / members", 10, 1.4, 1.4, faint=True)
    x = 45 if left else 8
    page.line(one_of(rng, ("What we watched this week", "From our diary", "Films for a long night")), x, 8, 2.4, True)
    page.lines(x, 13, 45, 1.5, 18)
    return page.done(pixels, 8 if left else 59, 8, 33, 50, 0)


def photo_of_screen(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A screen photographed at a slant: bezel, pixel grid against the camera's, glare and grain."""
    own, _ = resize_by(pixels, 900 / max(size_of(pixels)))
    (width, height), edge = size_of(own), round(between(rng, 0.03, 0.07) * own.shape[1])
    rows, columns = np.mgrid[0:height, 0:width]
    waves = np.sin(rows * between(rng, 0.9, 2.6) + columns * 0.1) + np.sin(columns * between(rng, 0.9, 2.6))
    lit = np.clip(own * (1.05 + between(rng, 0.03, 0.07) * waves[..., None]) + 6, 0, 255).astype(np.uint8)
    frame = one_of(rng, ((14, 14, 16), (52, 54, 58)))
    bezel = cv2.copyMakeBorder(lit, edge, 2 * edge, edge, edge, cv2.BORDER_CONSTANT, value=frame)
    wide, tall = bezel.shape[1] * 1.2, bezel.shape[0] * 1.16
    corners = np.array([[0.09, 0.07], [0.91, 0.07], [0.91, 0.93], [0.09, 0.93]]) * [wide, tall]
    through = onto_corners(size_of(bezel), corners + rng.uniform(-0.03, 0.03, (4, 2)) * wide)
    canvas = warp(bezel, through, (round(wide), round(tall)), one_of(rng, GROUNDS[2:]))
    place = through @ shift_matrix(edge, edge) @ scale_matrix(width / pixels.shape[1], height / pixels.shape[0])
    spot = move_points(rng.random((1, 2)) * size_of(pixels), place)[0]
    down, across = np.mgrid[0 : canvas.shape[0], 0 : canvas.shape[1]]
    glare = np.exp(-((across - spot[0]) ** 2 + 0.5 * (down - spot[1]) ** 2) / (2 * (0.14 * wide) ** 2))
    shining = np.clip(canvas + (between(rng, 40, 110) * glare)[..., None], 0, 255).astype(np.uint8)
    soft = np.asarray(cv2.GaussianBlur(shining, (0, 0), 0.7), np.uint8)
    return Attacked(
        grain(soft, rng, between(rng, 3, 7)), place=place, saved_as=SavedAs("JPEG", int(rng.integers(65, 88)))
    )
