"""Chains of two harmless things, and all the set's functions, sorted."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.sixteenth import edits_composites as composites
from benchmarks.attacks.sixteenth import edits_figures as figures
from benchmarks.attacks.sixteenth import edits_lettering as lettering
from benchmarks.attacks.sixteenth import framed, overlays, plain
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

Functions = tuple[AttackFunction, ...]
COLOURED = (plain.colour_filter, plain.gamma, plain.grey)
WORSE = (plain.strong_jpeg, plain.resized, plain.as_webp, plain.blur_and_noise)
SHIFTED = (plain.rotated, plain.mirrored, plain.cropped, plain.from_the_side)
LAID_OVER = (overlays.sticker, overlays.handle, overlays.caption_bar, overlays.speech_bubble)
PASSED_ON = (plain.strong_jpeg, plain.thumbnail_400, plain.colour_filter, framed.app_screenshot)


def _chain(name: str, first: Functions, second: Functions) -> AttackFunction:
    """A harmless thing of that name: one of the first, a file, one of the second."""

    def chained(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        start, then = one_of(rng, first), one_of(rng, second)
        one = start(pixels, rng, others)
        two = then(save_and_open(one.pixels, one.saved_as), rng, others)
        note = f"{start.__name__} {one.note}, then {then.__name__} {two.note}"
        return Attacked(two.pixels, note=note, place=two.place @ one.place, saved_as=two.saved_as)

    chained.__name__ = chained.__qualname__ = name
    return chained


chain_of_two_a = _chain("chain_of_two_a", COLOURED, WORSE)
chain_of_two_b = _chain("chain_of_two_b", SHIFTED, COLOURED + WORSE)
cropped_then_filtered = _chain("cropped_then_filtered", (plain.cropped,), (plain.colour_filter,))
laid_over_then_passed_on = _chain("laid_over_then_passed_on", LAID_OVER, PASSED_ON)
framed_then_jpeg = _chain("framed_then_jpeg", (framed.story, plain.bordered), (plain.strong_jpeg,))
two_laid_over = _chain("two_laid_over", LAID_OVER, (overlays.watermark, overlays.handle, overlays.sticker))

# fmt: off
COVERED: Functions = (
    plain.from_the_side, plain.letterboxed, plain.bordered, framed.photo_of_screen, framed.story, framed.app_screenshot,
    overlays.sticker, overlays.speech_bubble, overlays.watermark, overlays.handle, overlays.caption_bar,
    overlays.meme_text, overlays.play_sign, overlays.video_player, overlays.phone_app, laid_over_then_passed_on,
    framed_then_jpeg, two_laid_over,
)
BENIGN: Functions = (
    plain.strong_jpeg, plain.thumbnail, plain.resized, plain.as_webp, plain.colour_filter, plain.grey, plain.gamma,
    plain.blur_and_noise, plain.rotated, plain.mirrored, plain.cropped, plain.half, chain_of_two_a, chain_of_two_b,
    cropped_then_filtered, *COVERED,
)
LETTERING: Functions = (
    lettering.number_at_title, lettering.small_number, lettering.sequel_line, lettering.release_date,
    lettering.service_name, lettering.studio_logo, lettering.title_replaced, lettering.title_on_plate,
    lettering.actor_added, lettering.names_replaced, lettering.tagline_added, lettering.credit_added,
)
EDITS: Functions = (
    *LETTERING, figures.face_replaced, figures.head_replaced, figures.figure_pasted, figures.bust_pasted,
    figures.painted_out, figures.cloned_over, figures.clothes_recoloured, figures.sky_recoloured,
    composites.ground_replaced, composites.on_another_posters_ground, composites.halves_joined, composites.grid_of_four,
    composites.thing_painted_in,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("strong_jpeg", plain.strong_jpeg), ("thumbnail_400", plain.thumbnail_400),
    ("filter", plain.colour_filter), ("screenshot", framed.app_screenshot),
)
# fmt: on
