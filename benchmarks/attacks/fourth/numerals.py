"""Edits, the fourth set: sequel numbers in all sorts of hands, places and layer styles."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth.ink import LOUD, NIB, QUIET, Hand, a_hand, arched, ink, receding, swung
from benchmarks.attacks.fourth.layers import (
    Dressing,
    box_of,
    dressed,
    kept_as,
    laid,
    legible,
    on_haze,
    spread,
    told_apart,
)
from benchmarks.attacks.fourth.spots import Where, at_share, calm_corner, ink_in, near, standing, title_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask
from benchmarks.attacks.values import Attacked, OtherPosters

NUMBERS = ("2", "3", "2", "4", "5", "2.0", "II")
ROMANS = ("II", "III", "IV", "VI", "II", "VII")
LEAST = 0.06
"""Share of the poster's width that a number always has."""


def _sign(
    picture: Pixels, words: str, hand: Hand, rng: np.random.Generator, share: tuple[float, float] = (LEAST, 0.2)
) -> Mask:
    """A number between two shares of the poster's width wide, never very high, and never too small to be seen."""
    width, height = size_of(picture)
    wide = width * rng.uniform(*share)
    mask = ink(words, hand, (wide, height * 0.3))
    short = LEAST * width / min(mask.shape)
    return mask if short <= 1 else ink(words, hand, (mask.shape[1] * short + 1, height))


def set_down(
    picture: Pixels,
    mask: Mask,
    spot: tuple[int, int],
    wanted: Colour,
    way: Dressing,
    rng: np.random.Generator,
    others: OtherPosters,
    note: str,
) -> Attacked:
    """A mask at a spot in a layer style; on a haze of its own where it could hardly be read."""
    whole = spread(picture, mask, spot)
    after = dressed(picture, whole, wanted, way, rng, others)
    if way != "outline" and not legible(picture, after, whole):
        after = on_haze(picture, whole, wanted, rng)
        note += " on haze,"
    return Attacked(after, (box_of(whole),), f"{note} {way}", saved_as=kept_as(rng))


def _numeral(
    picture: Pixels, rng: np.random.Generator, others: OtherPosters, where: Where, ways: tuple[Dressing, ...]
) -> Attacked:
    words, hand = str(rng.choice(NUMBERS)), a_hand(rng, LOUD)
    mask = _sign(picture, words, hand, rng)
    title = title_of(picture, rng)
    spot = near(picture, title, size_of_mask(mask), where, rng)
    way = one_of(rng, ways)
    return set_down(picture, mask, spot, ink_in(picture, title)[1], way, rng, others, f"{words} {where}")


def size_of_mask(mask: Mask) -> tuple[int, int]:
    """(width, height)."""
    return mask.shape[1], mask.shape[0]


def numeral_at_title_end(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number at the right or left end of the title, in its colour or a ramp of tones."""
    return _numeral(picture, rng, others, "beside", ("plain", "ramp", "shadow"))


def numeral_under_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number below the title, bevelled, glowing or gritty."""
    return _numeral(picture, rng, others, "below", ("bevel", "glow", "texture"))


def numeral_over_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number above the title, burnt into the picture or with a dropped shadow."""
    return _numeral(picture, rng, others, "above", ("burnt", "shadow", "ramp"))


def numeral_overlapping_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number standing half on the title's letters, in a signal colour."""
    words, hand = str(rng.choice(NUMBERS)), a_hand(rng, LOUD)
    mask = _sign(picture, words, hand, rng, (0.1, 0.2))
    spot = near(picture, title_of(picture, rng), size_of_mask(mask), "across", rng)
    colours: tuple[Colour, ...] = ((214, 20, 60), (250, 190, 0), (0, 170, 220), (250, 250, 250))
    way: Dressing = ("glow", "bevel", "shadow")[int(rng.integers(3))]
    return set_down(picture, mask, spot, colours[int(rng.integers(4))], way, rng, others, f"{words} across")


def numeral_in_calm_corner(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number far from the title, on quiet ground, in any layer style but an outline."""
    return _numeral(picture, rng, others, "elsewhere", ("plain", "burnt", "ramp", "bevel", "texture", "glow"))


def numeral_in_outline(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number of which there is only the outline, near the title."""
    words = str(rng.choice(("2", "3", "4", "5", "III")))
    mask = _sign(picture, words, Hand("DejaVuSansMono-Bold.ttf", "swollen", 0.9), rng, (0.09, 0.2))
    title = title_of(picture, rng)
    where: Where = ("below", "above", "elsewhere")[int(rng.integers(3))]
    spot = near(picture, title, size_of_mask(mask), where, rng)
    return set_down(picture, mask, spot, ink_in(picture, title)[1], "outline", rng, others, f"{words} {where}")


def numeral_brushed_large(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number as if painted with a broad brush, 20 to 40 % of the width, turned, eaten away at places."""
    words = str(rng.choice(("2", "3", "2", "5")))
    large = ink(words, Hand(NIB, "eaten"), (picture.shape[1] * rng.uniform(0.2, 0.4), picture.shape[0] * 0.4))
    mask = swung(large, rng.uniform(-18, 18))
    spot = at_share(picture, size_of_mask(mask), rng.uniform(0.25, 0.75), rng.uniform(0.3, 0.8))
    colours: tuple[Colour, ...] = ((200, 0, 20), (255, 255, 255), (255, 210, 0), (10, 10, 10))
    return set_down(picture, mask, spot, colours[int(rng.integers(4))], "plain", rng, others, f"brush {words}")


def numeral_behind_figure(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A huge number behind whoever stands in the middle, so that only its sides are to be seen."""
    width, height = size_of(picture)
    cover = standing(picture, rng)
    words = str(rng.choice(("2", "3", "II", "4")))
    large = ink(words, Hand("DejaVuSerif-BoldItalic.ttf", "swollen"), (width * 0.95, height * rng.uniform(0.4, 0.6)))
    best: Mask | None = None
    for across in (0.5, 0.35, 0.65, 0.25, 0.75):
        whole = spread(picture, large, at_share(picture, size_of_mask(large), across, rng.uniform(0.3, 0.45)))
        seen = whole * (1 - cover)
        if best is None or seen.sum() > best.sum():
            best = seen
        if 0.35 * whole.sum() < seen.sum() < 0.8 * whole.sum():
            best = seen
            break
    assert best is not None
    colour = told_apart(picture, best, (230, 30, 40) if rng.random() < 0.4 else (250, 250, 250), rng)
    after = laid(picture, colour, best * np.float32(rng.uniform(0.7, 1.0)))
    return Attacked(after, (box_of(best),), f"{words} behind", saved_as=kept_as(rng))


def roman_in_perspective(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A roman numeral on a plane that runs into the picture, by the title or on quiet ground."""
    words = str(rng.choice(ROMANS))
    flat = ink(words, a_hand(rng, LOUD), (picture.shape[1] * rng.uniform(0.12, 0.24), picture.shape[0] * 0.14))
    ends = (1.0, rng.uniform(0.55, 0.75)) if rng.random() < 0.5 else (rng.uniform(0.55, 0.75), 1.0)
    mask = receding(flat, *ends, rng.uniform(-0.12, 0.2))
    title = title_of(picture, rng)
    where: Where = ("below", "above", "elsewhere")[int(rng.integers(3))]
    spot = near(picture, title, size_of_mask(mask), where, rng)
    way: Dressing = ("bevel", "ramp", "shadow")[int(rng.integers(3))]
    return set_down(picture, mask, spot, ink_in(picture, title)[1], way, rng, others, f"{words} {where}")


def roman_small_thin(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small roman numeral in fine letters, 6 to 10 % of the width, under or beside the title."""
    words = str(rng.choice(ROMANS))
    mask = _sign(picture, words, a_hand(rng, QUIET), rng, (0.065, 0.1))
    title = title_of(picture, rng)
    where: Where = "below" if rng.random() < 0.6 else "beside"
    spot = near(picture, title, size_of_mask(mask), where, rng)
    return set_down(picture, mask, spot, ink_in(picture, title)[1], "shadow", rng, others, f"{words} {where}")


def volume_on_bow(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """VOL. 2, BOOK II, CHAPTER 2 and the like on a bow, near the title or at the head."""
    words = str(rng.choice(("VOL. 2", "BOOK II", "CHAPTER 2", "PART THREE", "EPISODE IV", "ROUND 2", "TAKE TWO")))
    flat = ink(
        words, a_hand(rng, LOUD), (picture.shape[1] * rng.uniform(0.3, 0.5), picture.shape[0] * 0.07), spaced=0.1
    )
    mask = arched(flat, rng.uniform(0.06, 0.16) * rng.choice([-1, 1]))
    title = title_of(picture, rng)
    spots = [near(picture, title, size_of_mask(mask), where, rng) for where in ("below", "above")]
    spots.append(calm_corner(picture, size_of_mask(mask), rng))
    way: Dressing = ("ramp", "shadow", "glow")[int(rng.integers(3))]
    return set_down(picture, mask, spots[int(rng.integers(3))], ink_in(picture, title)[1], way, rng, others, words)
