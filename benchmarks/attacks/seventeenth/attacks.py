"""The lists of the seventeenth set."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize
from benchmarks.attacks.seventeenth import (
    chrome,
    edit_figures,
    edit_marks,
    edit_objects,
    edit_words,
    frames,
    overlays,
    shape,
    tone,
)
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs

# fmt: off
UNCOVERED: tuple[AttackFunction, ...] = (
    tone.strong_jpeg, tone.webp, tone.thumbnail, tone.resized, tone.warm_filter, tone.cold_filter,
    tone.contrast_filter, tone.faded_filter, tone.vintage_filter, tone.grey, tone.gamma, tone.blur_and_noise,
    shape.mirror, shape.crop_sides, shape.half, chrome.chain_crop_and_filter,
)
COVERED: tuple[AttackFunction, ...] = (
    shape.rotation, shape.perspective, frames.story, frames.screenshot, frames.photo_of_screen, frames.padded,
    frames.white_border, overlays.sticker, overlays.speech_bubble, overlays.watermark, overlays.tiled_watermark,
    overlays.handle, overlays.caption_bar, overlays.meme_remark, chrome.play_button, chrome.video_player,
    chrome.phone_chrome, chrome.chain_tone_and_shape, chrome.chain_shape_then_frame, chrome.chain_overlay_and_tone,
    chrome.chain_screenshot_then_jpeg, chrome.chain_story_then_thumbnail,
)
# fmt: on
BENIGN: tuple[AttackFunction, ...] = UNCOVERED + COVERED
# fmt: off
LETTERING: tuple[AttackFunction, ...] = (
    edit_words.number_by_title, edit_words.small_number, edit_words.claim, edit_words.claim_under_title,
    edit_words.claim_on_plate, edit_words.release_date, edit_words.tagline, edit_words.credit,
    edit_words.title_replaced, edit_words.name_replaced, edit_marks.service_name, edit_marks.logo_added,
    edit_marks.corner_replaced,
)
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING, edit_figures.face_swapped, edit_figures.figure_pasted, edit_figures.figure_removed,
    edit_figures.thing_cloned_away, edit_figures.background_replaced, edit_figures.figure_on_other,
    edit_figures.part_recoloured, edit_figures.sky_recoloured, edit_figures.halves_joined, edit_objects.grid_of_four,
    edit_objects.moon, edit_objects.fire, edit_objects.sword, edit_objects.car,
)
# fmt: on


def thumbnail_400(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """At most 400 pixels wide."""
    width = min(400, pixels.shape[1])
    less, place = resize(save_and_open(pixels, SavedAs()), width, round(width * pixels.shape[0] / pixels.shape[1]))
    return Attacked(less, place=place, saved_as=SavedAs("JPEG", 75))


RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("strong_jpeg", tone.strong_jpeg),
    ("thumbnail_400", thumbnail_400),
    ("filter", tone.any_filter),
    ("screenshot", frames.screenshot),
)
