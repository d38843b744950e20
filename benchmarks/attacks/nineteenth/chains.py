"""Two attacks after each other: harmless chains, and ways an edit is passed on."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import move_boxes, whole_of
from benchmarks.attacks.nineteenth import framing, geometric, overlays, players, screens
from benchmarks.attacks.nineteenth import photometric as tones
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

Rng = np.random.Generator
PHOTOMETRIC: tuple[AttackFunction, ...] = (
    tones.strong_jpeg, tones.webp, tones.colour_filter, tones.grey, tones.sepia, tones.lighter, tones.darker,
    tones.over_white, tones.colour_jitter, tones.pale, tones.vivid, tones.levelled, tones.sharpened,
    tones.blur_and_noise, tones.noise, tones.vignette,
)  # fmt: skip
GEOMETRIC: tuple[AttackFunction, ...] = (
    geometric.thumbnail, geometric.resized, geometric.aspect_changed, geometric.rotated, geometric.mirrored,
    geometric.edges_cropped, geometric.perspective, geometric.skewed,
)  # fmt: skip
FRAMING: tuple[AttackFunction, ...] = (framing.padded, framing.bordered, framing.story, framing.meme_bar)
OVERLAYS: tuple[AttackFunction, ...] = (
    overlays.emoji_sticker, overlays.drawn_sticker, overlays.speech_bubble, overlays.watermark_once,
    overlays.watermark_tiled, overlays.handle, overlays.caption_bar, overlays.meme_words, overlays.plate_words,
    players.play_button, players.video_player, players.phone_chrome, overlays.thin_stripes,
)  # fmt: skip
SCREENSHOTS = (screens.feed_screenshot, screens.grid_screenshot, screens.chat_screenshot, screens.web_page)
CROPS = (geometric.edges_cropped, geometric.edges_cropped, geometric.half_crop)
FILTERS = (tones.colour_filter, tones.grey, tones.darker, tones.colour_jitter)


def any_screenshot(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """One of the screenshots."""
    return one_of(rng, SCREENSHOTS)(pixels, rng, others)


def chain(name: str, firsts: Sequence[AttackFunction], seconds: Sequence[AttackFunction]) -> AttackFunction:
    """One of the firsts, then one of the seconds on what it made."""

    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        one, two = one_of(rng, firsts), one_of(rng, seconds)
        first = one(pixels, rng, others)
        second = two(save_and_open(first.pixels, first.saved_as), rng, others)
        shown = second.shown
        if first.shown is not None:
            moved = move_boxes((first.shown,), second.place, second.shown or whole_of(second.pixels))
            shown = moved[0] if moved else shown
        note = " ".join((getattr(one, "__name__", ""), first.note, getattr(two, "__name__", ""), second.note))
        return replace(second, place=second.place @ first.place, shown=shown, note=note)

    attack.__name__ = name
    return attack


chain_tone_shape = chain("chain_tone_shape", PHOTOMETRIC, GEOMETRIC)
chain_shape_frame = chain("chain_shape_frame", GEOMETRIC, FRAMING)
chain_overlay_tone = chain("chain_overlay_tone", OVERLAYS, PHOTOMETRIC)
chain_crop_filter = chain("chain_crop_filter", CROPS, FILTERS)
chain_screenshot_jpeg = chain("chain_screenshot_jpeg", SCREENSHOTS, (tones.strong_jpeg, tones.format_trips))
chain_story_thumbnail = chain("chain_story_thumbnail", (framing.story,), (geometric.preview,))
