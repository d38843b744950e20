"""Benign: the poster inside a screenshot of an app."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.sixth.icons import heart, icon, star
from benchmarks.attacks.sixth.screen import STRONG, Screen
from benchmarks.attacks.sixth.tools import Tone, count, paste
from benchmarks.attacks.sixth.wording import ANSWERS, BLURBS, CHATS, GENRES, HANDLES, NAMES, REMARKS
from benchmarks.attacks.values import Attacked, OtherPosters


def feed_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A post in a feed, the poster as wide as the screen."""
    screen = Screen(rng, dark=rng.random() < 0.4, tall=between(rng, 1.95, 2.2))
    screen.status(rng)
    screen.disc(30, 52, 16, one_of(rng, ((214, 90, 120), (90, 150, 220), (240, 170, 60))))
    screen.write(one_of(rng, HANDLES)[1:], 54, 46, 10, screen.text, STRONG)
    screen.write(f"{count(rng, 2, 23)} h", 54, 62, 8, screen.faint)
    for number in range(3):
        screen.disc(328 + 7 * number, 52, 2, screen.text)
    box = screen.poster(picture, 0, 78, 360)
    low = screen.high - 150
    y = min(low, (box.y + box.height) / screen.unit) + 20
    screen.pixels = paste(screen.pixels, icon(heart, screen.size(22)), screen.size(14), screen.size(y - 11))
    screen.disc(62, y, 9, screen.text, 2)
    screen.rule([(88, y - 8), (108, y - 8), (94, y + 9), (88, y - 8)], screen.text)
    screen.write(f"{count(rng, 12, 980)} likes", 14, y + 26, 9, screen.text, STRONG)
    screen.write(one_of(rng, REMARKS), 14, y + 46, 9, screen.text)
    screen.tabs(rng)
    return screen.finished(picture, box, rng, "feed", low)


def app_third(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A film app's page: the poster at about a third of the width beside facts."""
    screen = Screen(rng, dark=rng.random() < 0.5, tall=between(rng, 1.7, 2.1))
    screen.status(rng)
    accent: Tone = one_of(rng, ((230, 180, 20), (0, 176, 120), (220, 50, 60), (70, 110, 240)))
    screen.rule([(24, 44), (16, 52), (24, 60)], screen.text)
    screen.write("Details", 44, 52, 11, screen.text, STRONG)
    across = between(rng, 108, 138)
    left = 16.0 if rng.random() < 0.75 else 360 - 16 - across
    box = screen.poster(picture, left, 84, across)
    beside = left + across + 16 if left < 30 else 16.0
    screen.write(str(count(rng, 1978, 2024)), beside, 96, 11, screen.text, STRONG)
    screen.write(f"{one_of(rng, GENRES)}, {count(rng, 88, 160)} min", beside, 118, 8, screen.faint)
    for number in range(5):
        place = screen.size(beside + 20 * number), screen.size(132)
        screen.pixels = paste(screen.pixels, icon(star, screen.size(17)), *place)
    screen.write(f"{count(rng, 5, 9)}.{count(rng, 0, 9)} / 10", beside, 166, 10, screen.text, STRONG)
    screen.block(beside, 184, 110, 30, accent, 8)
    screen.write("+ Watchlist", beside + 16, 199, 8, (255, 255, 255), STRONG)
    y = (box.y + box.height) / screen.unit + 28
    screen.write("Overview", 16, y, 10, screen.text, STRONG)
    for number in range(3):
        screen.write(one_of(rng, BLURBS), 16, y + 24 + 18 * number, 8, screen.faint)
    screen.write("Cast", 16, y + 92, 10, screen.text, STRONG)
    for number in range(4):
        x = 44.0 + 88 * number
        screen.disc(x, y + 134, 28, one_of(rng, ((150, 130, 120), (100, 110, 130), (170, 150, 110), (90, 120, 110))))
        screen.write(one_of(rng, NAMES)[:11], x - 28, y + 174, 6, screen.faint)
    screen.tabs(rng)
    return screen.finished(picture, box, rng, f"{across / 360:.2f} of the width", screen.high - 52)


def stream_page(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming app's page: the poster large on top, buttons and rows below."""
    screen = Screen(rng, dark=True, tall=between(rng, 2.0, 2.2))
    across = between(rng, 200, 300)
    box = screen.poster(picture, (360 - across) / 2, 66, across)
    screen.status(rng)
    screen.write("For you", 20, 46, 10, screen.text, STRONG)
    screen.write("Series", 110, 46, 9, screen.faint)
    screen.write("Films", 180, 46, 9, screen.text)
    low = screen.high - 230
    y = min(low, (box.y + box.height) / screen.unit) + 16
    screen.write("  •  ".join(rng.permutation(GENRES)[:3]), 84, y + 4, 8, screen.faint)
    screen.block(30, y + 18, 142, 36, (245, 245, 245), 5)
    screen.rule([(62, y + 28), (62, y + 44), (76, y + 36), (62, y + 28)], (10, 10, 10))
    screen.write("Play", 88, y + 36, 10, (10, 10, 10), STRONG)
    screen.block(188, y + 18, 142, 36, (70, 72, 78), 5)
    screen.write("+  My list", 218, y + 36, 9, screen.text, STRONG)
    screen.write("Continue watching", 20, y + 84, 10, screen.text, STRONG)
    for number in range(4):
        tone: Tone = one_of(rng, ((80, 44, 52), (40, 62, 84), (74, 70, 40), (50, 74, 58), (70, 52, 90)))
        screen.block(20 + 116 * number, y + 98, 106, 66, tone, 6)
        screen.block(20 + 116 * number, y + 160, count(rng, 20, 90), 4, (220, 30, 40))
    screen.tabs(rng)
    return screen.finished(picture, box, rng, f"{across / 360:.2f} of the width", low)


def chat_bubble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The poster sent in a chat."""
    screen = Screen(rng, dark=rng.random() < 0.4, tall=between(rng, 1.6, 2.0))
    mine: Tone = one_of(rng, ((10, 124, 250), (0, 128, 105), (120, 80, 220)))
    screen.status(rng)
    screen.disc(52, 52, 15, one_of(rng, ((230, 150, 100), (100, 160, 140))))
    screen.write(one_of(rng, NAMES), 76, 52, 11, screen.text, STRONG)
    screen.rule([(24, 44), (16, 52), (24, 60)], mine)
    screen.rule([(0, 76), (360, 76)], screen.line, 1)
    across, right = between(rng, 180, 235), rng.random() < 0.5
    left = 360 - 14 - across if right else 14.0
    box = screen.poster(picture, left + 4, 136, across - 8)
    tall = box.height / screen.unit
    low = screen.high - 56
    screen.block(14 if not right else 130, 88, 216, 34, screen.line if not right else mine, 14)
    tone = (255, 255, 255) if right else screen.text
    screen.write(one_of(rng, CHATS), 26 if not right else 142, 105, 9, tone)
    screen.block(left, 132, across, tall + 8, mine if right else screen.line, 4)
    y = 136 + tall + 22
    screen.block(130 if not right else 14, y, 150, 34, mine if not right else screen.line, 14)
    tone = (255, 255, 255) if not right else screen.text
    screen.write(one_of(rng, ANSWERS), 146 if not right else 30, y + 17, 9, tone)
    screen.block(0, low, 360, 56, screen.ground)
    screen.block(50, low + 12, 256, 34, screen.line, 16)
    screen.write("Message", 66, low + 29, 9, screen.faint)
    screen.disc(330, low + 29, 15, mine)
    screen.disc(26, low + 29, 11, screen.faint, 2)
    return screen.finished(picture, box, rng, f"{(across - 8) / 360:.2f} of the width", low)
