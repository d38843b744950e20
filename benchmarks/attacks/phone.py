"""Benign: screenshots of a phone with an app around the poster."""

from dataclasses import dataclass

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, crop, resize, resize_by, shift_matrix, size_of
from benchmarks.attacks.lettering import pick_face, words_of_height
from benchmarks.attacks.paint import ellipse_mask, gradient, paste, rounded_mask, soft_picture
from benchmarks.attacks.phrases import LINES, NAMES
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

PHONES = ((720, 1280), (720, 1560), (1080, 1920), (1080, 2340))


@dataclass(slots=True)
class Screen:
    """A phone's screen being drawn. unit: 1/100 of its width. The pixels are replaced by every stroke."""

    pixels: Pixels
    ink: Colour
    pale: Colour
    rng: np.random.Generator

    @property
    def unit(self) -> float:
        """One hundredth of the width, in pixels."""
        return float(self.pixels.shape[1] / 100)

    def text(self, words: str, x: float, y: float, height: float, *, pale: bool = False) -> None:
        """Words with their ink's top left at (x, y); sizes in units."""
        mask = words_of_height(words, pick_face(self.rng, bold=not pale), height * self.unit)
        room = round((98 - x) * self.unit)
        colour = self.pale if pale else self.ink
        self.pixels = paste(self.pixels, colour, mask[:, :room], round(x * self.unit), round(y * self.unit))

    def disc(self, x: float, y: float, side: float) -> None:
        """A round picture of an account."""
        size = (round(side * self.unit),) * 2
        face = soft_picture(size, self.rng)
        self.pixels = paste(self.pixels, face, ellipse_mask(size, 0.02), round(x * self.unit), round(y * self.unit))

    def plate(self, x: float, y: float, width: float, height: float, colour: Colour | Pixels) -> None:
        """A box with round corners, plain or with a picture."""
        size = (round(width * self.unit), round(height * self.unit))
        mask = rounded_mask(size, round(1.5 * self.unit))
        self.pixels = paste(self.pixels, colour, mask, round(x * self.unit), round(y * self.unit))

    def icons(self, y: float, places: tuple[float, ...]) -> None:
        """A row of outlined icons: heart, bubble, arrow, flag."""
        unit, thick = self.unit, max(1, round(self.unit * 0.45))
        for number, place in enumerate(places):
            x, top, half = place * unit, y * unit, 2.3 * unit
            turn = np.linspace(0, 2 * np.pi, 40)
            outlines = (
                np.stack([np.sin(turn) ** 3, -(0.8 * np.cos(turn) - 0.35 * np.cos(2 * turn) - 0.1)], axis=1),
                np.stack([np.cos(turn), np.sin(turn)], axis=1),
                np.array([[-1, -0.8], [1, -0.9], [0.1, 1], [-0.1, 0.1]]),
                np.array([[-0.7, -1], [0.7, -1], [0.7, 1], [0, 0.4], [-0.7, 1]]),
            )
            points = outlines[number % 4] * half + (x + half, top + half)
            cv2.polylines(self.pixels, [np.rint(points).astype(np.int32)], True, self.ink, thick, cv2.LINE_AA)


def _screen(rng: np.random.Generator) -> Screen:
    size = one_of(rng, PHONES)
    ground: Colour = (255, 255, 255) if rng.random() < 0.5 else (12, 12, 14)
    dark = ground[0] < 128
    ink: Colour = (245, 245, 245) if dark else (15, 15, 15)
    screen = Screen(gradient(size, ground, ground), ink, (150, 150, 155), rng)
    screen.text(f"{int(rng.integers(1, 24))}:{int(rng.integers(10, 60))}", 5, 1.6, 2.6)
    screen.text(f"5G  {int(rng.integers(9, 100))}%", 82, 1.6, 2.4)
    return screen


def _post_head(screen: Screen, y: float) -> float:
    """Avatar and account name; gives the y below it, in units."""
    rng = screen.rng
    screen.disc(3, y, 9)
    screen.text(one_of(rng, NAMES), 15, y + 1.6, 2.5)
    screen.text(one_of(rng, ("Suggested for you", "3 h", "London", "Original audio")), 15, y + 5.6, 2.1, pale=True)
    screen.text("...", 92, y + 4, 1.0)
    return y + 11.5


def _post_foot(screen: Screen, y: float) -> float:
    """Action icons, likes, a comment or two; gives the y below it, in units."""
    rng = screen.rng
    screen.icons(y + 2, (3, 12, 21, 91))
    screen.text(f"{int(rng.integers(2, 90))},{int(rng.integers(100, 999))} likes", 3, y + 9.5, 2.4)
    screen.text(f"{one_of(rng, NAMES)}  {one_of(rng, LINES)}", 3, y + 14, 2.3)
    screen.text(f"View all {int(rng.integers(20, 900))} comments", 3, y + 18.5, 2.2, pale=True)
    return y + 23


def _saved(rng: np.random.Generator) -> SavedAs:
    return SavedAs("PNG") if rng.random() < 0.3 else SavedAs("JPEG", int(rng.integers(65, 92)))


def screenshot(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A post at full width with the app's chrome; a poster too high for the screen is cut to 4:5 as apps do."""
    screen = _screen(rng)
    width, height = size_of(screen.pixels)
    room = height - round(52 * screen.unit)
    shown, place = picture, np.eye(3)
    allowed = min(room / width, 1.5 if rng.random() < 0.4 else 1.25)
    if picture.shape[0] / picture.shape[1] > allowed:
        cut = round(picture.shape[1] * allowed)
        top = round((picture.shape[0] - cut) * rng.uniform(0.3, 0.7))
        shown, place = crop(picture, Box(0, top, picture.shape[1], cut))
    shown, larger = resize(shown, width, round(width * shown.shape[0] / shown.shape[1]))
    y = round(_post_head(screen, 7 + rng.uniform(0, 8)) * screen.unit)
    canvas = screen.pixels
    visible = min(shown.shape[0], height - y)
    canvas[y : y + visible] = shown[:visible]
    below = _post_foot(screen, (y + visible) / screen.unit)
    if below * screen.unit < height - 14 * screen.unit:
        _post_head(screen, below)
    screen.icons(height / screen.unit - 8, (8, 29, 50, 71))
    return Attacked(
        screen.pixels,
        note=f"{width}x{height}",
        place=shift_matrix(0, y) @ larger @ place,
        saved_as=_saved(rng),
        shown=Box(0, y, width, visible),
    )


def screenshot_small(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The poster at a third of the width among other content."""
    return screenshot_at(picture, rng, others, percent=int(rng.integers(30, 37)))


def screenshot_at(picture: Pixels, rng: np.random.Generator, _others: OtherPosters, *, percent: int) -> Attacked:
    """An article or a chat with the poster at so many per cent of the width."""
    screen = _screen(rng)
    width, height = size_of(screen.pixels)
    factor = min(width * percent / 100, (height * 0.7) * picture.shape[1] / picture.shape[0]) / picture.shape[1]
    poster, place = resize_by(picture, factor)
    y = _post_head(screen, 7)
    for _ in range(int(rng.integers(1, 4))):
        screen.text(one_of(rng, LINES), 4, y, 2.6)
        y += 4.6
    top, left = y + 2, rng.choice([4.0, 96 - percent, (100 - percent) / 2])
    x_pixels, y_pixels = round(left * screen.unit), round(top * screen.unit)
    y_pixels = min(y_pixels, height - poster.shape[0] - round(4 * screen.unit))
    _beside(screen, top, left, percent)
    radius = round(screen.unit * rng.choice([0.0, 1.5]))
    screen.pixels = paste(screen.pixels, poster, rounded_mask(size_of(poster), radius), x_pixels, y_pixels)
    _fill_below(screen, (y_pixels + poster.shape[0]) / screen.unit + 3)
    return Attacked(
        screen.pixels,
        note=f"{percent} % of {width}x{height}",
        place=shift_matrix(x_pixels, y_pixels) @ place,
        saved_as=_saved(rng),
    )


def _beside(screen: Screen, top: float, left: float, percent: int) -> None:
    """Lines or a picture next to the poster, where there is room."""
    rng = screen.rng
    room = 92 - percent
    if room < 22 or 4 < left < 96 - percent:
        return
    x = left + percent + 4 if left <= 4 else 4
    if rng.random() < 0.5:
        for row in range(int(rng.integers(3, 8))):
            line = one_of(rng, LINES)
            mask = words_of_height(line, pick_face(rng, bold=False), 2.2 * screen.unit)
            spot = (round(x * screen.unit), round((top + 2 + row * 4.5) * screen.unit))
            shown = mask[:, : round((room - 6) * screen.unit)]
            screen.pixels = paste(screen.pixels, screen.ink, shown, *spot)
    else:
        size = (round((room - 4) * screen.unit), round(percent * 1.2 * screen.unit))
        screen.plate(x, top, room - 4, percent * 1.2, soft_picture(size, rng))


def _fill_below(screen: Screen, y: float) -> None:
    """More posts down to the end of the screen."""
    end = screen.pixels.shape[0] / screen.unit
    rng = screen.rng
    while y < end - 24:
        if rng.random() < 0.4:
            y = _post_foot(screen, y)
        else:
            screen.disc(3, y, 8)
            screen.text(one_of(rng, NAMES), 14, y + 1, 2.3)
            screen.text(one_of(rng, LINES), 14, y + 4.6, 2.2, pale=True)
            y += 11
            if rng.random() < 0.3 and y < end - 45:
                size = (round(92 * screen.unit), round(30 * screen.unit))
                screen.plate(4, y, 92, 30, soft_picture(size, rng))
                y += 33
