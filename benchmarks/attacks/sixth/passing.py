"""Two benign things after each other, and mild ways of passing an edited picture on."""

from dataclasses import replace

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chains import then
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize_by
from benchmarks.attacks.sixth import chrome, frames, lens, marks, screens, tones
from benchmarks.attacks.sixth.tools import as_pixels, count, floats, saved
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs

FIRST: tuple[AttackFunction, ...] = (
    tones.tinted,
    tones.vivid,
    tones.greyed,
    lens.trimmed,
    lens.tilted,
    lens.flipped,
    marks.one_emoji,
    marks.fan_remark,
    marks.handle_line,
    marks.scrawl,
    chrome.app_badge,
    chrome.sale_tag,
    frames.meme_bar,
)
SECOND: tuple[AttackFunction, ...] = (
    tones.strong_jpeg,
    tones.soft_grain,
    tones.gamma_bent,
    frames.story_post,
    frames.round_corners,
    screens.feed_post,
    screens.chat_bubble,
    marks.corner_mark,
    marks.diagonal_marks,
    lens.screen_snap,
    chrome.play_sign,
)


def pair(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two different benign things after each other."""
    first, second = one_of(rng, FIRST), one_of(rng, SECOND)
    attacked = then(first(picture, rng, others), second, rng, others)
    return replace(attacked, note=f"{first.__name__} + {second.__name__}: {attacked.note}")


def saved_again(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved twice more as JPEG."""
    first, last = count(rng, 55, 85), count(rng, 50, 80)
    again = save_and_open(picture, SavedAs("JPEG", first))
    return Attacked(again, note=f"quality {first}, {last}", saved_as=SavedAs("JPEG", last))


def resized_little(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Somewhat smaller or larger."""
    factor = between(rng, 0.7, 0.9) if rng.random() < 0.6 else between(rng, 1.1, 1.4)
    other, place = resize_by(picture, factor)
    return Attacked(other, note=f"factor {factor:.2f}", place=place, saved_as=saved(rng))


def light_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A little more or less light, contrast and warmth."""
    warmth = between(rng, -0.06, 0.06)
    gains = floats([1 + warmth, 1, 1 - warmth]) * between(rng, 0.94, 1.06)
    contrast = between(rng, 0.92, 1.12)
    toned = (cv2.GaussianBlur(picture, (0, 0), 0.4).astype(np.float32) * gains - 128) * contrast + 128
    return Attacked(as_pixels(toned), note=f"contrast {contrast:.2f}", saved_as=saved(rng))


RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("saved_again", saved_again),
    ("resized_little", resized_little),
    ("feed_post", screens.feed_post),
    ("story_post", frames.story_post),
    ("light_filter", light_filter),
)
