"""Benign: things that apps, shops and people lay over a poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.tenth.draw import BLACK, HEAVY, LIGHT, WHITE, Sheet, fitted, letters
from benchmarks.attacks.tenth.find import calm_place
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, padded, resized, turned
from benchmarks.attacks.tenth.phones import story
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

SITES = ("posterhub.net", "FILMWALLS", "cine-archive.org", "freeposters4u", "STOCKFRAME", "moviepix.io")
HANDLES = ("@cinelover_98", "@the.poster.guy", "@dailyfilmart", "@ninawatchesmovies", "@vhs_attic")
SPOKEN = (
    "I told you not to come back here.",
    "We don't have much time left.",
    "So... what happens now?",
    "- Who are you? - Nobody.",
)
MEMES = (("ME WAITING", "FOR FRIDAY"), ("NOBODY:", "ME AT 3 AM"), ("WHEN THE WIFI", "GOES DOWN"), ("MONDAY", "MOOD"))
REMARKS = (
    "is this real??",
    "saw this 3 times lol",
    "my fav!!!",
    "so good",
    "mum look at this",
    "who remembers this?",
    "wow...",
)


def rounded(wide: float, high: float, radius: float) -> Mask:
    mask = np.zeros((max(4, round(high * 2)), max(4, round(wide * 2))), np.float32)
    r = min(int(radius * 2), mask.shape[0] // 2 - 1, mask.shape[1] // 2 - 1)
    mask[r : mask.shape[0] - r, :] = 1
    mask[:, r : mask.shape[1] - r] = 1
    for x in (r, mask.shape[1] - r - 1):
        for y in (r, mask.shape[0] - r - 1):
            cv2.circle(mask, (x, y), r, 1.0, -1, cv2.LINE_AA)
    return resized(mask, wide, high)


def middle(sheet: Sheet, ink: Mask, x: float, y: float, colour: object, opacity: float = 1.0) -> None:
    sheet.lay(ink, x - ink.shape[1] / 2, y - ink.shape[0] / 2, np.asarray(colour), opacity, counts=False)


def watermark_repeated(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A site's name again and again, aslant and half seen through."""
    sheet = Sheet(picture)
    ink = letters(one_of(rng, SITES), one_of(rng, HEAVY), rng.uniform(0.022, 0.036) * sheet.long)
    ink = turned(ink, rng.uniform(20, 40))
    opacity = rng.uniform(0.28, 0.46)
    colour = WHITE if picture.mean() < 165 else (70, 70, 74)
    for row, y in enumerate(np.arange(-ink.shape[0] / 2, sheet.height, ink.shape[0] * 1.1)):
        for x in np.arange(-ink.shape[1] * (0.9 if row % 2 else 0.4), sheet.width, ink.shape[1] * 1.1):
            sheet.lay(ink, x, y, colour, opacity, counts=False)
    return sheet.kept(f"{opacity:.2f}")


def watermark_in_corner(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A site's address in a corner."""
    sheet = Sheet(picture)
    ink = fitted(one_of(rng, SITES), one_of(rng, LIGHT), rng.uniform(0.018, 0.028) * sheet.long, 0.5 * sheet.width)
    margin = 0.02 * sheet.long
    x = one_of(rng, (margin, sheet.width - margin - ink.shape[1]))
    y = one_of(rng, (margin, sheet.height - margin - ink.shape[0]))
    sheet.halo(ink, x, y, BLACK, 1.2, 0.7)
    sheet.lay(ink, x, y, WHITE, rng.uniform(0.6, 0.95), counts=False)
    return sheet.kept()


def handle(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The name of an account, plain or on a dark pill."""
    sheet = Sheet(picture)
    ink = fitted(one_of(rng, HANDLES), one_of(rng, LIGHT), rng.uniform(0.02, 0.03) * sheet.long, 0.6 * sheet.width)
    pill = rounded(ink.shape[1] + 2.4 * ink.shape[0], ink.shape[0] * 2.2, ink.shape[0])
    place = calm_place(picture, (pill.shape[1], pill.shape[0]), rng)
    x, y = place.x + pill.shape[1] / 2, place.y + pill.shape[0] / 2
    if rng.random() < 0.5:
        middle(sheet, pill, x, y, BLACK, 0.6)
        middle(sheet, ink, x, y, WHITE)
    else:
        sheet.write(ink, x - ink.shape[1] / 2, y - ink.shape[0] / 2, WHITE, counts=False)
    return sheet.kept()


def subtitle(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A film's subtitle low on the picture, white or yellow, as in a paused video."""
    sheet = Sheet(picture)
    ink = fitted(one_of(rng, SPOKEN), LIGHT[0], 0.03 * sheet.long, 0.9 * sheet.width)
    y = rng.uniform(0.84, 0.93) * sheet.height
    middle(sheet, np.clip(blurred(cv2.dilate(padded(ink, 4), np.ones((5, 5))), 0.6), 0, 1), sheet.width / 2, y, BLACK)
    middle(sheet, ink, sheet.width / 2, y, one_of(rng, (WHITE, (250, 226, 60))))
    return sheet.kept()


def meme_caption(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Two lines of a joke in fat white capitals with black rims, at the top and at the foot."""
    sheet = Sheet(picture)
    for words, share in zip(one_of(rng, MEMES), (0.08, 0.92), strict=True):
        ink = fitted(words, HEAVY[1], 0.075 * sheet.width, 0.92 * sheet.width)
        by = max(2, round(0.008 * sheet.width))
        rim = cv2.dilate(padded(ink, by + 1), np.ones((2 * by + 1, 2 * by + 1)))
        middle(sheet, np.asarray(blurred(rim, 0.4)), sheet.width / 2, share * sheet.height, BLACK)
        middle(sheet, ink, sheet.width / 2, share * sheet.height, WHITE)
    return sheet.kept()


def fan_remark(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A person's remark in a phone's marker, uneven and aslant."""
    sheet = Sheet(picture)
    size = 0.045 * sheet.long
    row: list[Mask] = []
    for sign in one_of(rng, REMARKS):
        ink = (
            turned(letters(sign, LIGHT[0], size), rng.uniform(-7, 7))
            if sign != " "
            else np.zeros((4, round(size * 0.6)), np.float32)
        )
        # Small signs sit on the line, a few pixels up or down.
        low = round(size * rng.uniform(0.2, 0.4))
        row.append(np.pad(ink, ((max(0, round(size * 2) - ink.shape[0] - low), low), (1, round(size * 0.1)))))
    high = max(each.shape[0] for each in row)
    ink = np.hstack([np.pad(each, ((high - each.shape[0], 0), (0, 0))) for each in row])
    ink = np.asarray(cv2.dilate(ink, np.ones((2, 2))), np.float32)
    if ink.shape[1] > 0.86 * sheet.width:
        ink = resized(ink, 0.86 * sheet.width, ink.shape[0] * 0.86 * sheet.width / ink.shape[1])
    ink = turned(ink, rng.uniform(-9, 9))
    place = calm_place(picture, (ink.shape[1], ink.shape[0]), rng)
    sheet.write(ink, place.x, place.y, one_of(rng, ((255, 60, 60), (255, 230, 40), (60, 240, 120))), counts=False)
    return sheet.kept()


def remark_in_story(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A person's remark written on it, saved, then put into a story."""
    return story(save_and_open(fan_remark(picture, rng, others).pixels, SavedAs("JPEG", 75)), rng, others)
