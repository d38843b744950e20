"""Screenshots of apps that show a poster."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.twelfth import wording
from benchmarks.attacks.twelfth.colours import VIVID, WHITE, Colour
from benchmarks.attacks.twelfth.framed import fitted, placed
from benchmarks.attacks.twelfth.pixels import lay
from benchmarks.attacks.twelfth.shapes import disc, rounded
from benchmarks.attacks.twelfth.write import Hand, app_hand, set_words, words_high
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

DARK_MODE: tuple[Colour, Colour, Colour] = ((18, 18, 22), (235, 235, 235), (140, 140, 150))
LIGHT_MODE: tuple[Colour, Colour, Colour] = ((255, 255, 255), (20, 20, 25), (120, 120, 130))


def _screen(picture: Pixels, rng: np.random.Generator, least: int) -> tuple[Pixels, Colour, Colour, Hand]:
    """An empty phone screen with its status bar, and the colours of its texts."""
    width = int(np.clip(picture.shape[1] * 1.6, least, 1080))
    height = round(width * between(rng, 1.75, 2.15))
    ground, strong, weak = one_of(rng, (DARK_MODE, LIGHT_MODE))
    screen = np.full((height, width, 3), ground, np.uint8)
    hand = app_hand(rng)
    time = f"{int(rng.integers(24))}:{int(rng.integers(60)):02d}"
    screen = _text(screen, time, hand, 0.05 * width, 0.022 * width, 0.024 * width, strong)
    battery = rounded(0.06 * width, 0.028 * width, 0.3)
    return lay(screen, strong, battery, 0.89 * width, 0.02 * width), strong, weak, hand


def _text(
    screen: Pixels, words: str, hand: Hand, x: float, y: float, size: float, colour: Colour, most: float = 1e4
) -> Pixels:
    ink = words_high(words, hand, size, min(most, 0.97 * screen.shape[1] - x))
    return set_words(screen, ink, x, y, colour)


def _lines(screen: Pixels, box: Box, colour: Colour, rng: np.random.Generator) -> Pixels:
    """Small print as grey words in a box."""
    size, hand = 0.022 * screen.shape[1], app_hand(rng, bold=False)
    for y in np.arange(box.y, box.y + box.height - size, 2.1 * size):
        words = one_of(rng, (*wording.SUBTITLES, *wording.NEWS, *wording.TAGLINES))
        screen = _text(screen, words, hand, box.x, float(y), size, colour, box.width)
    return screen


def film_page(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The page of a film in an app: the poster a third of the width, texts beside it."""
    screen, strong, weak, hand = _screen(picture, rng, 720)
    width, height = size_of(screen)
    share, left = between(rng, 0.3, 0.4), round(0.05 * width)
    top = round(between(rng, 0.1, 0.3) * height)
    box = fitted(picture, Box(left, top, round(share * width), height // 2), 0.0)
    screen, place = placed(screen, picture, box, one_of(rng, (0.0, 0.04)))
    right = box.x + box.width + left
    screen = _text(
        screen,
        f"{int(rng.integers(1980, 2025))}  {int(rng.integers(85, 170))} min",
        hand,
        right,
        box.y,
        0.03 * width,
        strong,
    )
    screen = _lines(
        screen, Box(right, box.y + box.height // 6, width - right - left, round(box.height * 0.6)), weak, rng
    )
    button = rounded(width - right - left, 0.09 * width, 0.3)
    y = box.y + box.height - 0.1 * width
    screen = lay(screen, one_of(rng, VIVID), button, right, y)
    screen = _text(
        screen,
        one_of(rng, ("Watch", "Trailer", "+ Watchlist", "Rate it")),
        hand,
        right + 0.06 * width,
        y + 0.03 * width,
        0.03 * width,
        WHITE,
    )
    below = box.y + box.height + left
    screen = _lines(screen, Box(left, below, width - 2 * left, round(0.9 * height) - below), weak, rng)
    return Attacked(screen, note=f"{box.width / width:.2f} of the width", place=place, saved_as=SavedAs("PNG"))


def feed_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A post in a feed: account above, the poster as wide as the screen, hearts and a remark below."""
    screen, strong, weak, hand = _screen(picture, rng, 540)
    width, height = size_of(screen)
    colour = one_of(rng, VIVID)
    head = round(0.12 * width)
    screen = lay(screen, colour, disc(0.09 * width, 0.09 * width), 0.04 * width, head)
    screen = _text(
        screen, one_of(rng, wording.HANDLES)[1:], hand, 0.16 * width, head + 0.03 * width, 0.03 * width, strong
    )
    top, room = round(0.24 * width), height - round(0.48 * width)
    area = Box(0, top, width, room)
    box = fitted(picture, area, 0.0)
    screen, place = placed(screen, picture, box)
    return Attacked(_below(screen, box, strong, weak, rng), place=place)


def _below(screen: Pixels, box: Box, strong: Colour, weak: Colour, rng: np.random.Generator) -> Pixels:
    width, hand = screen.shape[1], app_hand(rng)
    y = box.y + box.height + 0.03 * width
    for x in (0.04, 0.13, 0.22):
        screen = lay(screen, one_of(rng, (strong, weak)), disc(0.055 * width, 0.05 * width), x * width, y)
    likes = f"{int(rng.integers(12, 9999)):,} likes"
    screen = _text(screen, likes, hand, 0.04 * width, y + 0.08 * width, 0.026 * width, strong)
    remark = one_of(rng, wording.REMARKS)
    return _text(screen, remark, app_hand(rng, bold=False), 0.04 * width, y + 0.14 * width, 0.028 * width, strong)
