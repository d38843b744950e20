"""A third set of attacks, as somebody from outside would choose them, that nothing is ever fitted on or chosen by.

It shares only plain helpers with the other two sets: its typefaces, masks, seams, apps and looks are its own.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import (
    fresh_composites,
    fresh_frames,
    fresh_looks,
    fresh_marks,
    fresh_pages,
    fresh_photos,
    fresh_pictures,
    fresh_screens,
    fresh_titles,
    fresh_words,
)
from benchmarks.attacks.chains import then
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

LOOKS: tuple[AttackFunction, ...] = (
    fresh_looks.hard_webp,
    fresh_looks.hard_avif,
    fresh_looks.jpeg_small,
    fresh_looks.messenger_copy,
    fresh_looks.list_thumbnail,
    fresh_looks.film_curves,
    fresh_looks.old_sepia,
    fresh_looks.duotone_light,
    fresh_looks.hard_black_and_white,
    fresh_looks.denoised,
    fresh_looks.shaken,
    fresh_looks.gif_palette,
    fresh_looks.local_contrast,
    fresh_looks.light_leak,
    fresh_looks.gamma_and_contrast,
)
MARKS: tuple[AttackFunction, ...] = (
    fresh_marks.reaction_stickers,
    fresh_marks.stock_watermark,
    fresh_marks.fan_site_stamp,
    fresh_marks.handle_upright,
    fresh_marks.shout_over,
    fresh_marks.pen_ring_and_arrow,
    fresh_marks.video_player,
    fresh_marks.poll_sticker,
)
FRAMES: tuple[AttackFunction, ...] = (
    fresh_frames.story_own_blur,
    fresh_frames.bars_in_its_tone,
    fresh_frames.caption_strip,
    fresh_frames.card_with_shadow,
    fresh_frames.framed_behind_glass,
    fresh_frames.slight_turn,
    fresh_frames.mirrored_trim,
    fresh_frames.half_kept,
    fresh_frames.square_cut,
    fresh_frames.trim_and_curves,
    fresh_photos.laptop_photo,
    fresh_photos.tv_photo,
    fresh_photos.light_box_photo,
    fresh_photos.wall_print_photo,
)
SCREENS: tuple[AttackFunction, ...] = (
    fresh_screens.photo_feed,
    fresh_screens.short_post,
    fresh_screens.direct_message,
    fresh_pages.forum_thread,
    fresh_pages.picture_wall,
    fresh_pages.short_video,
    fresh_pages.streaming_page,
    fresh_pages.browse_shelf,
    fresh_pages.picture_search,
)


def mark_then_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something laid over the poster, then a screenshot of it in an app."""
    pair = [choices[int(rng.integers(len(choices)))] for choices in (MARKS, SCREENS)]
    attacked = then(pair[0](picture, rng, others), pair[1], rng, others)
    return replace(attacked, note=f"{pair[0].__name__} + {pair[1].__name__}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *MARKS, *FRAMES, *SCREENS, mark_then_screen)
EDITS: tuple[AttackFunction, ...] = (
    fresh_words.number_like_title,
    fresh_words.small_roman_after,
    fresh_words.neon_number,
    fresh_words.metal_numeral,
    fresh_words.part_between_rules,
    fresh_words.season_and_network,
    fresh_words.premiere,
    fresh_words.maker_named,
    fresh_words.stamp_across,
    fresh_words.ghost_numeral,
    fresh_titles.tagline_exchanged,
    fresh_titles.title_lettered_anew,
    fresh_titles.title_two_toned,
    fresh_titles.credit_line_added,
    fresh_pictures.face_cloned,
    fresh_pictures.face_made_symmetric,
    fresh_pictures.figure_pasted,
    fresh_pictures.figure_removed,
    fresh_pictures.ground_exchanged,
    fresh_pictures.one_thing_tinted,
    fresh_composites.torn_halves,
    fresh_composites.melted_diagonal,
    fresh_composites.four_panels,
    fresh_composites.cut_out_on_other,
    fresh_composites.picture_in_picture,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("jpeg_small", fresh_looks.jpeg_small),
    ("messenger_copy", fresh_looks.messenger_copy),
    ("hard_webp", fresh_looks.hard_webp),
    ("trim_and_curves", fresh_frames.trim_and_curves),
    ("slight_turn", fresh_frames.slight_turn),
    ("short_post", fresh_screens.short_post),
    ("story_own_blur", fresh_frames.story_own_blur),
)
