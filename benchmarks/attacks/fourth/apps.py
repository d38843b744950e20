"""Benign, the fourth set: screenshots of apps that do not exist, the poster at 33 to 90 % of their width."""

from dataclasses import dataclass, field

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth.ink import line_of
from benchmarks.attacks.geometry import Colour, resize_by, shift_matrix, size_of
from benchmarks.attacks.paint import gradient, paste, random_colour, rounded_mask, soft_picture
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

HANDSETS = ((640, 1387), (780, 1688), (1080, 2340), (600, 1067))
SCREENS = ((1280, 720), (1440, 810), (1024, 768))
PEOPLE = ("Greta M.", "oskar_77", "Tante Inge", "the.reel.deal", "Lou", "maya.sees.movies", "K. Brandt")
TALK = (
    "This looks like my kind of evening", "has anyone seen it already?", "adding this to the pile",
    "The light in this one!", "Film club votes this week", "I would frame that",
    "too scary for me, sorry", "popcorn is ready",
)  # fmt: skip


@dataclass(slots=True)
class Sheet:
    """A screen in the making. wide, high: in pixels. Everything is placed by shares of the width, from the top left."""

    pixels: Pixels
    dark: bool
    place: Matrix = field(default_factory=lambda: np.eye(3))
    shown: Box | None = None

    @property
    def wide(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def end(self) -> float:
        """The height as a share of the width."""
        return float(self.pixels.shape[0] / self.wide)

    def tone(self, strength: float) -> Colour:
        """From the ground (0) to full ink (1)."""
        level = round(255 * strength) if self.dark else round(255 * (1 - strength))
        return level, level, min(255, level + 2)

    def text(self, words: str, x: float, y: float, size: float, *, strong: bool = False, ink: float = 0.95) -> None:
        letters = line_of(words, size * self.wide, strong=strong)
        room = max(2, round((0.985 - x) * self.wide))
        self.pixels = paste(self.pixels, self.tone(ink), letters[:, :room], round(x * self.wide), round(y * self.wide))

    def plate(self, area: tuple[float, float, float, float], fill: Colour | Pixels, radius: float = 0.0) -> None:
        """A box (x, y, width, height) of a colour or a picture of its size."""
        x, y, width, height = (round(value * self.wide) for value in area)
        mask = rounded_mask((max(2, width), max(2, height)), max(1, round(radius * self.wide)))
        if isinstance(fill, np.ndarray):
            fill = np.asarray(cv2.resize(fill, (mask.shape[1], mask.shape[0])), np.uint8)
        self.pixels = paste(self.pixels, fill, mask, x, y)

    def poster(self, picture: Pixels, x: float, y: float, width: float, radius: float = 0.0) -> float:
        """The poster at (x, y); gives where it ends below."""
        small, scaled = resize_by(picture, width * self.wide / picture.shape[1])
        spot = (round(x * self.wide), round(y * self.wide))
        self.pixels = paste(self.pixels, small, rounded_mask(size_of(small), max(1, round(radius * self.wide))), *spot)
        seen = (min(small.shape[1], self.wide - spot[0]), min(small.shape[0], self.pixels.shape[0] - spot[1]))
        self.place, self.shown = shift_matrix(*spot) @ scaled, Box(*spot, *seen)
        return float(y + small.shape[0] / self.wide)

    def done(self, rng: np.random.Generator, note: str) -> Attacked:
        saved = SavedAs("PNG") if rng.random() < 0.3 else SavedAs("JPEG", int(rng.integers(70, 94)))
        return Attacked(self.pixels, note=note, place=self.place, saved_as=saved, shown=self.shown)


def _sheet(rng: np.random.Generator, sizes: tuple[tuple[int, int], ...]) -> Sheet:
    dark = bool(rng.random() < 0.5)
    grounds: tuple[Colour, ...] = (
        ((18, 18, 22), (10, 20, 32), (0, 0, 0)) if dark else ((255, 255, 255), (244, 241, 236))
    )
    ground = one_of(rng, grounds)
    return Sheet(gradient(one_of(rng, sizes), ground, ground), dark)


def _handset(rng: np.random.Generator) -> Sheet:
    """An empty phone with its status line."""
    sheet = _sheet(rng, HANDSETS)
    sheet.text(f"{int(rng.integers(6, 24)):02d}:{int(rng.integers(60)):02d}", 0.05, 0.018, 0.036, strong=True)
    sheet.plate((0.88, 0.025, 0.065, 0.03), sheet.tone(0.3), 0.008)
    sheet.plate((0.883, 0.028, 0.058 * rng.uniform(0.2, 1), 0.024), sheet.tone(0.9), 0.006)
    for bar in range(4):
        sheet.plate((0.79 + 0.017 * bar, 0.05 - 0.007 * bar, 0.011, 0.008 + 0.007 * bar), sheet.tone(0.85))
    return sheet


def _fits(picture: Pixels, wanted: float, room: float) -> float:
    """The wanted width, or less where the poster would get higher than the room, but never under a third."""
    return float(max(0.335, min(wanted, room * picture.shape[1] / picture.shape[0])))


def _say(rng: np.random.Generator, words: tuple[str, ...] = TALK) -> str:
    return one_of(rng, words)


def _round(sheet: Sheet, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    sheet.plate((x, y, side, side), soft_picture((40, 40), rng), side / 2)


def club_post(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A film club's page: a coloured head line, a post with the poster inset, buttons as words, remarks below."""
    sheet = _handset(rng)
    sheet.plate((0, 0.08, 1, 0.13), random_colour(rng, 60, 200))
    sheet.text("Film club", 0.05, 0.115, 0.055, strong=True)
    _round(sheet, 0.05, 0.25, 0.1, rng)
    sheet.text(_say(rng, PEOPLE), 0.18, 0.25, 0.04, strong=True)
    sheet.text("shared with 48 members", 0.18, 0.305, 0.03, ink=0.55)
    sheet.text(_say(rng), 0.05, 0.38, 0.04)
    wide = _fits(picture, rng.uniform(0.6, 0.9), sheet.end - 0.75)
    y = sheet.poster(picture, rng.choice([0.05, (1 - wide) / 2]), 0.46, wide, float(rng.choice([0.0, 0.03]))) + 0.03
    for number, word in enumerate(("Like", "Reply", "Send")):
        sheet.plate((0.05 + 0.31 * number, y, 0.28, 0.08), sheet.tone(0.12), 0.02)
        sheet.text(word, 0.13 + 0.31 * number, y + 0.018, 0.036)
    y += 0.13
    while y < sheet.end - 0.1:
        sheet.text(f"{_say(rng, PEOPLE)}: {_say(rng)}", 0.05, y, 0.034, ink=0.8)
        y += 0.07
    return sheet.done(rng, f"club {wide:.2f}")


def group_chat(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A group chat with square bubbles, the poster sent in it with the hour below, a keyboard sometimes."""
    sheet = _handset(rng)
    sheet.text("< Sunday movies", 0.04, 0.1, 0.05, strong=True)
    keys = bool(rng.random() < 0.4)
    foot = sheet.end - (0.62 if keys and sheet.end > 1.9 else 0.12)
    y = 0.22
    for _ in range(int(rng.integers(1, 3))):
        y = _bubble(sheet, y, rng)
    wide = _fits(picture, rng.uniform(0.42, 0.68), foot - y - 0.1)
    mine = bool(rng.random() < 0.5)
    x = 0.96 - wide if mine else 0.06
    high = wide * picture.shape[0] / picture.shape[1]
    sheet.plate((x - 0.015, y - 0.015, wide + 0.03, high + 0.085), (90, 140, 90) if mine else sheet.tone(0.14), 0.02)
    y = sheet.poster(picture, x, y, wide, 0.012) + 0.012
    sheet.text(f"{int(rng.integers(8, 23))}:{int(rng.integers(10, 60))}", x + wide - 0.12, y, 0.028, ink=0.7)
    y += 0.09
    while y < foot - 0.14:
        y = _bubble(sheet, y, rng)
    if foot < sheet.end - 0.3:
        sheet.plate((0, foot, 1, 0.62), sheet.tone(0.2))
        for number, key in enumerate("qwertyuiopasdfghjklzxcvbnm"):
            row = 0 if number < 10 else 1 if number < 19 else 2
            at = (0.012 + 0.098 * (number - (0, 10, 19)[row]) + 0.05 * row, foot + 0.05 + 0.14 * row)
            sheet.plate((*at, 0.085, 0.11), sheet.tone(0.08), 0.012)
            sheet.text(key, at[0] + 0.03, at[1] + 0.025, 0.045)
    return sheet.done(rng, f"chat {wide:.2f}")


def _bubble(sheet: Sheet, y: float, rng: np.random.Generator) -> float:
    words, mine = _say(rng), bool(rng.random() < 0.5)
    wide = min(0.8, line_of(words, 0.036 * sheet.wide).shape[1] / sheet.wide + 0.05)
    x = 0.96 - wide if mine else 0.04
    sheet.plate((x, y, wide, 0.085), sheet.tone(0.22 if mine else 0.12), 0.015)
    sheet.text(words, x + 0.025, y + 0.018, 0.036)
    return y + 0.115


def photo_viewer(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A phone's own picture viewer: the poster nearly full width on plain ground, small frames of others below."""
    sheet = _handset(rng)
    sheet.text("Today", 0.43, 0.09, 0.042, strong=True)
    sheet.text(f"{int(rng.integers(8, 23))}:{int(rng.integers(10, 60))}", 0.45, 0.145, 0.03, ink=0.6)
    wide = _fits(picture, rng.uniform(0.84, 0.9), sheet.end - 0.52)
    high = wide * picture.shape[0] / picture.shape[1]
    sheet.poster(picture, (1 - wide) / 2, max(0.2, (sheet.end - high) / 2 - 0.03), wide)
    for number in range(12):
        frame = (0.02 + 0.082 * number, sheet.end - 0.25, 0.07 if number == 5 else 0.05, 0.09)
        sheet.plate(frame, soft_picture((30, 40), rng), 0.004)
    for number, word in enumerate(("Share", "Edit", "Info", "Bin")):
        sheet.text(word, 0.08 + 0.24 * number, sheet.end - 0.11, 0.038, ink=0.8)
    return sheet.done(rng, f"viewer {wide:.2f}")


def gossip_page(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A magazine's page on a phone: name in capitals, a chatty head line, the poster, grey lines of text."""
    sheet = _handset(rng)
    sheet.text(str(rng.choice(["THE FOYER", "ROW G", "AFTER CREDITS"])), 0.3, 0.1, 0.06, strong=True)
    sheet.plate((0.05, 0.19, 0.9, 0.004), sheet.tone(0.5))
    sheet.text("What we loved about", 0.05, 0.23, 0.062, strong=True)
    sheet.text("these colours", 0.05, 0.31, 0.062, strong=True)
    wide = _fits(picture, rng.uniform(0.5, 0.9), sheet.end - 0.75)
    y = sheet.poster(picture, (1 - wide) / 2, 0.42, wide) + 0.02
    sheet.text("Picture: handed in by a reader", 0.05, y, 0.028, ink=0.5)
    y += 0.08
    while y < sheet.end - 0.05:
        sheet.plate((0.05, y, rng.uniform(0.7, 0.9), 0.018), sheet.tone(0.35), 0.009)
        y += 0.045
    return sheet.done(rng, f"page {wide:.2f}")


def video_site(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A video site on a wide screen: the poster as a still at a third to half of the width, a list at the right."""
    sheet = _sheet(rng, SCREENS)
    sheet.plate((0, 0, 1, 0.05), sheet.tone(0.08))
    sheet.text("ClipBarn", 0.02, 0.012, 0.022, strong=True)
    sheet.plate((0.3, 0.01, 0.36, 0.03), sheet.tone(0.16), 0.015)
    wide = _fits(picture, rng.uniform(0.335, 0.36), sheet.end - 0.08)
    wall = np.full((8, 8, 3), 6, np.uint8)
    sheet.plate((0.02, 0.065, 0.64, sheet.end), wall)
    sheet.poster(picture, 0.34 - wide / 2, 0.065, wide)
    y = 0.07
    while y < sheet.end:
        sheet.plate((0.69, y, 0.12, 0.068), soft_picture((60, 34), rng), 0.006)
        sheet.text(_say(rng), 0.82, y, 0.014, strong=True)
        sheet.text(f"{_say(rng, PEOPLE)} - {int(rng.integers(2, 90))}K views", 0.82, y + 0.026, 0.011, ink=0.55)
        y += 0.085
    return sheet.done(rng, f"video {wide:.2f}")


def shelf_of_mine(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A collector's app: two columns of covers, the poster at the head of one, the others still mere tones."""
    sheet = _handset(rng)
    sheet.text("My shelf", 0.05, 0.1, 0.07, strong=True)
    sheet.text(f"{int(rng.integers(12, 400))} films - {int(rng.integers(3, 40))} lent", 0.05, 0.19, 0.034, ink=0.55)
    column = int(rng.integers(2))
    for side in range(2):
        y, number = 0.27, 0
        while y < sheet.end:
            x = 0.04 + 0.48 * side
            if side == column and number == 0:
                y = sheet.poster(picture, x, y, 0.44, 0.02)
            else:
                high = float(rng.uniform(0.58, 0.68))
                sheet.plate((x, y, 0.44, high), soft_picture((150, 210), rng), 0.02)
                y += high
            sheet.text("seen with " + _say(rng, PEOPLE)[:9], x, y + 0.012, 0.03, ink=0.6)
            y, number = y + 0.08, number + 1
    return sheet.done(rng, "shelf")
