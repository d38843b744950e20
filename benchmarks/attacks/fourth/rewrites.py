"""Edits, the fourth set, of the lettering that was there: title, tagline, credits and a name written over."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fourth.ink import ANY, LOUD, NIB, OWN, QUIET, Hand, a_hand, ink, piled
from benchmarks.attacks.fourth.layers import box_of, kept_as, laid, legible, on_haze, plainest, spread, told_apart
from benchmarks.attacks.fourth.numerals import size_of_mask
from benchmarks.attacks.fourth.spots import at_share, ink_in, small_line, title_of, without_ink
from benchmarks.attacks.geometry import Colour, part_of, size_of
from benchmarks.attacks.paint import Mask, feather, random_colour, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters

TITLES = (
    "CRIMSON TIDEWAY", "THE LAST LANTERN", "NOCTURNE", "BROKEN CROWNS", "IRON LULLABY", "SALT & SMOKE", "HOLLOW KING",
    "THE QUIET WAR", "MARIGOLD",
)  # fmt: skip
WORDS = ("QUEEN", "DREAM", "BLOOD", "SUMMER", "GHOST", "ZERO", "HONEY", "WOLF")
INSERTED = ("NOT", "NEW", "DARK", "LAST", "FINAL", "YOUNG", "LITTLE", "GOOD")
LINES = (
    "The war came back to the wrong house", "She remembers everything", "One night. One way out.",
    "Every family has a monster", "He was never really gone", "Nobody leaves the island twice",
)  # fmt: skip
NAMES = (
    "JOHANNA REED", "MARCUS VALE", "TIMO LINDQVIST", "ELENA CASTELL", "DEV MALHOTRA", "GRACE OKONKWO", "PIERRE DUMAS",
)  # fmt: skip
CREDITS = (
    "NORTHLIGHT FILMS PRESENTS A MARCUS VALE PRODUCTION", "MUSIC BY ELENA CASTELL  EDITED BY T. LINDQVIST",
    "WRITTEN AND DIRECTED BY JOHANNA REED", "PRODUCED BY G. OKONKWO AND P. DUMAS",
)  # fmt: skip


def _rewritten(
    picture: Pixels,
    cleared: Pixels,
    mask: Mask,
    spot: tuple[int, int],
    wanted: Colour,
    area: Box,
    rng: np.random.Generator,
    note: str,
) -> Attacked:
    """New letters on cleared ground; what was cleared and what was written are one change."""
    whole = spread(cleared, mask, spot)
    after = laid(cleared, told_apart(cleared, whole, wanted, rng), whole)
    if not legible(cleared, after, whole):
        after = on_haze(cleared, whole, wanted, rng)
    moved = (np.abs(after.astype(np.int16) - picture).max(axis=2) > 10).astype(np.float32)
    touched = np.zeros_like(moved)
    part_of(touched, area)[:] = part_of(moved, area)
    return Attacked(after, (box_of(np.maximum(touched, whole)),), note, saved_as=kept_as(rng))


def _widened(picture: Pixels, box: Box, pad: int) -> Box:
    width, height = size_of(picture)
    x, y = max(0, box.x - pad), max(0, box.y - pad)
    return Box(x, y, min(width, box.x + box.width + pad) - x, min(height, box.y + box.height + pad) - y)


def title_swapped_out(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The title healed away and another one of about its size in its place."""
    title = _widened(picture, title_of(picture, rng), round(picture.shape[1] * 0.012))
    words, colour = str(rng.choice(TITLES)), ink_in(picture, title)[1]
    mask = ink(words, a_hand(rng, LOUD), (max(title.width, picture.shape[1] * 0.45), title.height))
    spot = at_share(picture, size_of_mask(mask), (title.x + title.width / 2) / picture.shape[1],
                    (title.y + title.height / 2) / picture.shape[0])  # fmt: skip
    return _rewritten(picture, without_ink(picture, title, 3), mask, spot, colour, title, rng, words)


def title_half_overwritten(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The beginning or the end of the title healed away and another word written there."""
    title = _widened(picture, title_of(picture, rng), 2)
    wide = round(title.width * rng.uniform(0.38, 0.6))
    side = Box(title.x if rng.random() < 0.5 else title.x + title.width - wide, title.y, wide, title.height)
    words, colour = str(rng.choice(WORDS)), ink_in(picture, title)[1]
    mask = ink(words, a_hand(rng), (wide * 0.95, title.height * 0.85))
    spot = (side.x + (wide - mask.shape[1]) // 2, side.y + (side.height - mask.shape[0]) // 2)
    return _rewritten(picture, without_ink(picture, side, 3), mask, spot, colour, side, rng, words)


def title_letters_moved(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Some upright slices of the title lifted, sunk or changed over, as if its letters had slipped."""
    title = title_of(picture, rng)
    count = int(rng.integers(4, 8))
    edges = np.linspace(title.x, title.x + title.width, count + 1).astype(int)

    def draft() -> tuple[Pixels, Mask, str]:
        cleared = without_ink(picture, title, 3)
        letters, _ = ink_in(picture, title)
        after, touched = picture.copy(), np.zeros(picture.shape[:2], np.float32)
        slipped = rng.choice(count, int(rng.integers(2, count // 2 + 2)), replace=False)
        for left, right in ((edges[number], edges[number + 1]) for number in slipped):
            cut = np.ascontiguousarray(letters[:, left - title.x : right - title.x])
            shift = round(title.height * rng.uniform(0.22, 0.45) * rng.choice([-1, 1])) or 3
            y = int(np.clip(title.y + shift, 0, picture.shape[0] - title.height))
            after[title.y : title.y + title.height, left:right] = cleared[title.y : title.y + title.height, left:right]
            source = picture.copy()
            source[y : y + title.height, left:right] = picture[title.y : title.y + title.height, left:right]
            whole = spread(picture, cut, (int(left), y))
            after = laid(after, source, whole)
        touched[np.abs(after.astype(np.int16) - picture).max(axis=2) > 12] = 1
        return after, touched, f"{len(slipped)} of {count}"

    return plainest(picture, draft, rng)


def word_squeezed_in(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One more word written small over the title with a caret below it, as if corrected by hand."""
    title = title_of(picture, rng)
    words = str(rng.choice(INSERTED))
    hand = Hand(NIB) if rng.random() < 0.5 else a_hand(rng, ANY)
    letters = ink(words, hand, (picture.shape[1] * rng.uniform(0.16, 0.26), max(10.0, title.height * 0.7)))
    side = max(6, letters.shape[0] // 2)
    caret: Mask = np.zeros((side, letters.shape[1]), np.float32)
    middle = letters.shape[1] // 2
    points = np.array([(middle - side // 2, 0), (middle, side - 1), (middle + side // 2, 0)], np.int32)
    cv2.polylines(caret, [points], False, 1.0, max(1, side // 6), cv2.LINE_AA)
    mask = piled([letters, caret], 1)
    across = (title.x + title.width * rng.uniform(0.25, 0.75)) / picture.shape[1]
    spot = at_share(picture, size_of_mask(mask), across, (title.y + side - mask.shape[0] / 2) / picture.shape[0])
    whole = spread(picture, mask, spot)
    wanted: Colour = (220, 20, 30) if rng.random() < 0.5 else ink_in(picture, title)[1]
    after = on_haze(picture, whole, wanted, rng)
    return Attacked(after, (box_of(whole),), words, saved_as=kept_as(rng))


def title_ink_changed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The title's own letters in quite another colour, their light and shade kept."""
    title = title_of(picture, rng)
    letters, old = ink_in(picture, title)
    whole = feather(spread(picture, letters, (title.x, title.y)), 0.6)
    shade = picture.astype(np.float32).mean(axis=2, keepdims=True) / max(40.0, float(np.mean(old)))

    def draft() -> tuple[Pixels, Mask, str]:
        new = random_colour(rng)
        filled = to_uint8(np.clip(shade, 0.6, 1.3) * np.asarray(new, np.float32))
        return laid(picture, filled, whole), whole, f"{old} to {new}"

    return plainest(picture, draft, rng, enough=70.0)


def tagline_rewritten(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A small line of the picture healed away and another sentence there, in sentence case or capitals."""
    line = small_line(picture, rng, (0.03, 0.9))
    words = str(rng.choice(LINES))
    words = words.upper() if rng.random() < 0.4 else words
    room = (picture.shape[1] * rng.uniform(0.5, 0.8), max(picture.shape[0] * 0.03, line.height * 1.1))
    mask = ink(words, a_hand(rng, QUIET), room)
    middle = (line.y + line.height / 2) / picture.shape[0]
    spot = at_share(picture, size_of_mask(mask), (line.x + line.width / 2) / picture.shape[1], middle)
    colour = ink_in(picture, line)[1]
    return _rewritten(picture, without_ink(picture, line), mask, spot, colour, line, rng, words)


def credits_rewritten(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The lower edge's credits smeared away and two or three narrow lines of made-up ones there."""
    width, height = size_of(picture)
    high = round(height * rng.uniform(0.07, 0.1))
    area = Box(round(width * 0.08), height - high - round(height * 0.02), round(width * 0.84), high)
    cleared = picture.copy()
    smear = cv2.GaussianBlur(np.ascontiguousarray(part_of(picture, area)), (0, 0), width / 18, sigmaY=high / 5)
    cleared = laid(cleared, _filled(picture, np.asarray(smear, np.uint8), area), _soft_box(picture, area))
    count = int(rng.integers(2, 4))
    chosen = [CREDITS[int(number)] for number in rng.choice(len(CREDITS), count, replace=False)]
    hand = Hand(OWN, "plain", 0.6)
    mask = piled([ink(line, hand, (area.width * 0.94, high / count * 0.62)) for line in chosen], max(2, high // 12))
    spot = (area.x + (area.width - mask.shape[1]) // 2, area.y + max(0, (high - mask.shape[0]) // 2))
    return _rewritten(picture, cleared, mask, spot, ink_in(picture, area)[1], area, rng, f"{count} lines")


def _filled(picture: Pixels, piece: Pixels, area: Box) -> Pixels:
    result = picture.copy()
    part_of(result, area)[:] = piece
    return result


def _soft_box(picture: Pixels, area: Box) -> Mask:
    mask: Mask = np.zeros(picture.shape[:2], np.float32)
    part_of(mask, area)[:] = 1
    soft = np.zeros_like(mask)
    part_of(soft, area)[:] = part_of(feather(mask, 1.5), area)
    return soft


def actor_renamed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A name in the upper part healed away, or room for one taken there, and another name written."""
    line = small_line(picture, rng, (0.015, 0.4))
    words, colour = str(rng.choice(NAMES)), ink_in(picture, line)[1]
    room = (max(line.width, picture.shape[1] * 0.36), max(picture.shape[0] * 0.026, line.height * 0.95))
    mask = ink(words, a_hand(rng, (*QUIET, LOUD[2])), room, spaced=rng.uniform(0, 0.12))
    spot = at_share(picture, size_of_mask(mask), (line.x + line.width / 2) / picture.shape[1],
                    (line.y + line.height / 2) / picture.shape[0])  # fmt: skip
    return _rewritten(picture, without_ink(picture, line), mask, spot, colour, line, rng, words)
