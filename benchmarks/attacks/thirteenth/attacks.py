"""The thirteenth set: what is harmless, what is an edit, and how edits are passed on."""

from functools import partial

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.thirteenth import apps, colours, framing, objects, overlays, picture_edits, word_edits
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs

Ways = tuple[AttackFunction, ...]
LOOKS: Ways = (
    colours.strong_jpeg,
    colours.webp,
    colours.filter_tint,
    colours.filter_vintage,
    colours.filter_hard_or_faded,
    colours.grey,
    colours.gamma,
    colours.blur_and_noise,
)
SHAPES: Ways = (colours.resized, framing.mirrored, framing.cropped)


def chained(pixels: Pixels, rng: np.random.Generator, others: OtherPosters, ways: Ways) -> Attacked:
    """Two different ones of the ways, saved in between."""
    first, second = (ways[int(number)] for number in rng.choice(len(ways), 2, replace=False))
    before = first(pixels, rng, others)
    after = second(save_and_open(before.pixels, before.saved_as), rng, others)
    saved_as = before.saved_as if after.saved_as == SavedAs() else after.saved_as
    return Attacked(after.pixels, (), f"{first.__name__}, then {second.__name__}", after.place @ before.place, saved_as)


def chain_of_two_a(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Any two."""
    return chained(pixels, rng, others, SHAPES + LOOKS)


def chain_of_two_b(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two changes of colour or file."""
    return chained(pixels, rng, others, LOOKS)


COVERED: Ways = (
    framing.rotated,
    framing.perspective,
    framing.photo_of_screen,
    framing.padded,
    apps.story,
    apps.app_screenshot,
    apps.phone_chrome,
    apps.play_button,
    apps.video_overlay,
    overlays.sticker,
    overlays.speech_bubble,
    overlays.watermark,
    overlays.handle,
    overlays.caption_bar,
    overlays.meme_remark,
)
OPEN = (*LOOKS, *SHAPES, colours.thumbnail, framing.half_of_poster, chain_of_two_a, chain_of_two_b)
BENIGN: Ways = (*OPEN, *COVERED)
LETTERING: Ways = (
    word_edits.number_by_title,
    word_edits.small_number,
    word_edits.sequel_line,
    word_edits.release_date,
    word_edits.brand_lettering,
    word_edits.brand_logo,
    word_edits.name_on_top,
    word_edits.tagline_added,
    word_edits.title_repainted,
    word_edits.title_on_plate,
)
EDITS: Ways = (
    *LETTERING,
    picture_edits.face_replaced,
    picture_edits.figure_pasted,
    picture_edits.figure_removed,
    picture_edits.thing_cloned_over,
    picture_edits.background_replaced,
    picture_edits.figure_on_other_ground,
    picture_edits.clothes_recoloured,
    picture_edits.sky_recoloured,
    picture_edits.halves_joined,
    picture_edits.grid_of_four,
    objects.moon_painted,
    objects.fire_painted,
    objects.sword_painted,
    objects.car_painted,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("strong_jpeg", colours.strong_jpeg),
    ("thumbnail_400", partial(colours.thumbnail, wide=400)),
    ("filter_vintage", colours.filter_vintage),
    ("app_screenshot", apps.app_screenshot),
)
