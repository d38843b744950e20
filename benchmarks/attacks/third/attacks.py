"""A third set of attacks, as somebody from outside would choose them.

It shares only plain helpers with the other two sets: its typefaces, masks, seams, apps and looks are its own.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chains import then
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.third import composites, frames, looks, marks, pages, photos, pictures, screens, titles, words
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

LOOKS: tuple[AttackFunction, ...] = (
    looks.hard_webp,
    looks.hard_avif,
    looks.jpeg_small,
    looks.messenger_copy,
    looks.list_thumbnail,
    looks.film_curves,
    looks.old_sepia,
    looks.duotone_light,
    looks.hard_black_and_white,
    looks.denoised,
    looks.shaken,
    looks.gif_palette,
    looks.local_contrast,
    looks.light_leak,
    looks.gamma_and_contrast,
)
MARKS: tuple[AttackFunction, ...] = (
    marks.reaction_stickers,
    marks.stock_watermark,
    marks.fan_site_stamp,
    marks.handle_upright,
    marks.shout_over,
    marks.pen_ring_and_arrow,
    marks.video_player,
    marks.poll_sticker,
)
FRAMES: tuple[AttackFunction, ...] = (
    frames.story_own_blur,
    frames.bars_in_its_tone,
    frames.caption_strip,
    frames.card_with_shadow,
    frames.framed_behind_glass,
    frames.slight_turn,
    frames.mirrored_trim,
    frames.half_kept,
    frames.square_cut,
    frames.trim_and_curves,
    photos.laptop_photo,
    photos.tv_photo,
    photos.light_box_photo,
    photos.wall_print_photo,
)
SCREENS: tuple[AttackFunction, ...] = (
    screens.photo_feed,
    screens.short_post,
    screens.direct_message,
    pages.forum_thread,
    pages.picture_wall,
    pages.short_video,
    pages.streaming_page,
    pages.browse_shelf,
    pages.picture_search,
)


def mark_then_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something laid over the poster, then a screenshot of it in an app."""
    pair = [one_of(rng, choices) for choices in (MARKS, SCREENS)]
    attacked = then(pair[0](picture, rng, others), pair[1], rng, others)
    return replace(attacked, note=f"{pair[0].__name__} + {pair[1].__name__}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *MARKS, *FRAMES, *SCREENS, mark_then_screen)
# Benign ones that lay something over the poster, or leave a border where false change could show.
COVERED: tuple[AttackFunction, ...] = (
    looks.light_leak,
    frames.framed_behind_glass,
    photos.light_box_photo,
    photos.wall_print_photo,
    pages.short_video,
    mark_then_screen,
    *MARKS,
)
# Edits that set or change words and signs; the others change the picture.
LETTERING: tuple[AttackFunction, ...] = (
    words.number_like_title,
    words.small_roman_after,
    words.neon_number,
    words.metal_numeral,
    words.part_between_rules,
    words.season_and_network,
    words.premiere,
    words.maker_named,
    words.stamp_across,
    words.ghost_numeral,
    titles.tagline_exchanged,
    titles.title_lettered_anew,
    titles.title_two_toned,
    titles.credit_line_added,
)
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING,
    pictures.face_cloned,
    pictures.face_made_symmetric,
    pictures.figure_pasted,
    pictures.figure_removed,
    pictures.ground_exchanged,
    pictures.one_thing_tinted,
    composites.torn_halves,
    composites.melted_diagonal,
    composites.four_panels,
    composites.cut_out_on_other,
    composites.picture_in_picture,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("jpeg_small", looks.jpeg_small),
    ("messenger_copy", looks.messenger_copy),
    ("hard_webp", looks.hard_webp),
    ("trim_and_curves", frames.trim_and_curves),
    ("slight_turn", frames.slight_turn),
    ("short_post", screens.short_post),
    ("story_own_blur", frames.story_own_blur),
)
