"""Harmless: two things after each other, drawn from two groups."""

from collections.abc import Sequence

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighteenth import overlays, players, posts, shapes, tones
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import move_boxes, whole_of
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters


def chain(name: str, firsts: Sequence[AttackFunction], seconds: Sequence[AttackFunction]) -> AttackFunction:
    """One of the firsts, its file read again, and one of the seconds."""

    def both(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        one, two = one_of(rng, firsts), one_of(rng, seconds)
        first = one(pixels, rng, others)
        second = two(save_and_open(first.pixels, first.saved_as), rng, others)
        shown = move_boxes((first.shown,), second.place, whole_of(second.pixels)) if first.shown else ()
        note = f"{one.__name__} [{first.note}], {two.__name__} [{second.note}]"
        seen = shown[0] if shown else second.shown
        return Attacked(second.pixels, (), note, second.place @ first.place, second.saved_as, shown=seen)

    both.__name__ = name
    return both


LIGHT = (tones.strong_jpeg, tones.photo_app_filter, tones.grey_copy, tones.lighter_or_darker, tones.blurred_and_noisy)
SHAPE = (shapes.tilted, shapes.mirrored, shapes.cropped_sides, tones.half_size, tones.enlarged)
FRAME = (posts.bordered, posts.padded, posts.story)
LAID = (overlays.emoji_stickers, overlays.caption, overlays.corner_handle, overlays.watermark, players.play_button)
SCREENS = (posts.chat_screenshot, posts.post_screenshot, posts.page_screenshot)
light_and_shape = chain("light_and_shape", LIGHT, SHAPE)
shape_and_frame = chain("shape_and_frame", SHAPE, FRAME)
overlay_and_light = chain("overlay_and_light", LAID, LIGHT)
crop_and_filter = chain("crop_and_filter", (shapes.cropped_sides, shapes.half_crop), (tones.photo_app_filter,))
screenshot_and_jpeg = chain("screenshot_and_jpeg", SCREENS, (tones.strong_jpeg, tones.webp_copy))
story_and_thumbnail = chain("story_and_thumbnail", (posts.story, posts.padded), (tones.half_size, tones.thumbnail_400))
