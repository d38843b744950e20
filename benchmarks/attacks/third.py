"""A third set of attacks, as somebody from outside would choose them.

It shares only plain helpers with the other two sets: its typefaces, masks, seams, apps and looks are its own.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import (
    third_composites,
    third_frames,
    third_looks,
    third_marks,
    third_pages,
    third_photos,
    third_pictures,
    third_screens,
    third_titles,
    third_words,
)
from benchmarks.attacks.chains import then
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

LOOKS: tuple[AttackFunction, ...] = (
    third_looks.hard_webp,
    third_looks.hard_avif,
    third_looks.jpeg_small,
    third_looks.messenger_copy,
    third_looks.list_thumbnail,
    third_looks.film_curves,
    third_looks.old_sepia,
    third_looks.duotone_light,
    third_looks.hard_black_and_white,
    third_looks.denoised,
    third_looks.shaken,
    third_looks.gif_palette,
    third_looks.local_contrast,
    third_looks.light_leak,
    third_looks.gamma_and_contrast,
)
MARKS: tuple[AttackFunction, ...] = (
    third_marks.reaction_stickers,
    third_marks.stock_watermark,
    third_marks.fan_site_stamp,
    third_marks.handle_upright,
    third_marks.shout_over,
    third_marks.pen_ring_and_arrow,
    third_marks.video_player,
    third_marks.poll_sticker,
)
FRAMES: tuple[AttackFunction, ...] = (
    third_frames.story_own_blur,
    third_frames.bars_in_its_tone,
    third_frames.caption_strip,
    third_frames.card_with_shadow,
    third_frames.framed_behind_glass,
    third_frames.slight_turn,
    third_frames.mirrored_trim,
    third_frames.half_kept,
    third_frames.square_cut,
    third_frames.trim_and_curves,
    third_photos.laptop_photo,
    third_photos.tv_photo,
    third_photos.light_box_photo,
    third_photos.wall_print_photo,
)
SCREENS: tuple[AttackFunction, ...] = (
    third_screens.photo_feed,
    third_screens.short_post,
    third_screens.direct_message,
    third_pages.forum_thread,
    third_pages.picture_wall,
    third_pages.short_video,
    third_pages.streaming_page,
    third_pages.browse_shelf,
    third_pages.picture_search,
)


def mark_then_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something laid over the poster, then a screenshot of it in an app."""
    pair = [choices[int(rng.integers(len(choices)))] for choices in (MARKS, SCREENS)]
    attacked = then(pair[0](picture, rng, others), pair[1], rng, others)
    return replace(attacked, note=f"{pair[0].__name__} + {pair[1].__name__}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *MARKS, *FRAMES, *SCREENS, mark_then_screen)
EDITS: tuple[AttackFunction, ...] = (
    third_words.number_like_title,
    third_words.small_roman_after,
    third_words.neon_number,
    third_words.metal_numeral,
    third_words.part_between_rules,
    third_words.season_and_network,
    third_words.premiere,
    third_words.maker_named,
    third_words.stamp_across,
    third_words.ghost_numeral,
    third_titles.tagline_exchanged,
    third_titles.title_lettered_anew,
    third_titles.title_two_toned,
    third_titles.credit_line_added,
    third_pictures.face_cloned,
    third_pictures.face_made_symmetric,
    third_pictures.figure_pasted,
    third_pictures.figure_removed,
    third_pictures.ground_exchanged,
    third_pictures.one_thing_tinted,
    third_composites.torn_halves,
    third_composites.melted_diagonal,
    third_composites.four_panels,
    third_composites.cut_out_on_other,
    third_composites.picture_in_picture,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("jpeg_small", third_looks.jpeg_small),
    ("messenger_copy", third_looks.messenger_copy),
    ("hard_webp", third_looks.hard_webp),
    ("trim_and_curves", third_frames.trim_and_curves),
    ("slight_turn", third_frames.slight_turn),
    ("short_post", third_screens.short_post),
    ("story_own_blur", third_frames.story_own_blur),
)
