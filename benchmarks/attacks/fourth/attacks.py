"""A fourth set of attacks, an outside examiner's own.

Its letters, layer styles, masks, seams, apps and photos are drawn by code of its own; it shares plain helpers only.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chains import then
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth import apps, claims, frames, looks, marks, montage, numerals, objects, people, rewrites
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

LOOKS: tuple[AttackFunction, ...] = (
    looks.coarsely_saved,
    looks.tiny_copy,
    looks.grown_and_sharpened,
    looks.tones_split,
    looks.all_grey,
    looks.out_of_focus,
    looks.night_camera_noise,
    looks.gamma_swung,
    looks.corners_darkened,
    looks.dust_and_scratches,
    looks.lens_flare,
    looks.snow_or_rain,
    looks.cracked_glass,
    looks.sent_around,
    looks.sun_on_it,
)
MARKS: tuple[AttackFunction, ...] = (
    marks.emoji_strewn,
    marks.corner_mark,
    marks.mark_over_all,
    marks.nick_aslant,
    marks.caption_on_blocks,
    marks.play_disc_and_bar,
    marks.doodled_on,
    marks.banner_at_head,
    marks.pointer_left,
    marks.recorder_over,
    marks.note_stuck_on,
)
FRAMES: tuple[AttackFunction, ...] = (
    frames.any_part,
    frames.edges_trimmed,
    frames.keystoned,
    frames.turned_on_colour,
    frames.flipped_over,
    frames.letterboxed,
    frames.story_on_gradient,
    frames.caption_beside,
    frames.gallery_wall,
    frames.shop_card,
    frames.phone_held_up,
    frames.print_on_fridge,
)
APPS: tuple[AttackFunction, ...] = (
    apps.club_post,
    apps.group_chat,
    apps.photo_viewer,
    apps.gossip_page,
    apps.video_site,
    apps.shelf_of_mine,
)


def two_in_a_row(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two harmless things of different kinds one after the other: a look or a mark, then any other kind."""
    kinds = (LOOKS, MARKS, FRAMES, APPS)
    first = int(rng.integers(2))
    second = int(rng.choice([kind for kind in range(4) if kind != first]))
    one, two = (one_of(rng, kinds[kind]) for kind in (first, second))
    attacked = then(one(picture, rng, others), two, rng, others)
    return replace(attacked, note=f"{one.__name__} + {two.__name__}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *MARKS, *FRAMES, *APPS, two_in_a_row)
# Edits that set or change words and signs; the others change the picture.
LETTERING: tuple[AttackFunction, ...] = (
    numerals.numeral_at_title_end,
    numerals.numeral_under_title,
    numerals.numeral_over_title,
    numerals.numeral_overlapping_title,
    numerals.numeral_in_calm_corner,
    numerals.numeral_in_outline,
    numerals.numeral_brushed_large,
    numerals.numeral_behind_figure,
    numerals.roman_in_perspective,
    numerals.roman_small_thin,
    numerals.volume_on_bow,
    claims.afterword,
    claims.word_up_the_side,
    claims.episode_tab,
    claims.opening_day,
    claims.platform_line,
    claims.folded_red_letter,
    claims.studio_emblem,
    rewrites.title_swapped_out,
    rewrites.title_half_overwritten,
    rewrites.title_letters_moved,
    rewrites.word_squeezed_in,
    rewrites.title_ink_changed,
    rewrites.tagline_rewritten,
    rewrites.credits_rewritten,
    rewrites.actor_renamed,
)
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING,
    people.face_of_somebody_else,
    people.face_in_the_sky,
    people.eyes_of_another_colour,
    people.figure_smaller_again,
    people.figure_grown,
    people.figure_from_elsewhere,
    people.figure_stamped_away,
    people.cloth_dyed,
    people.hair_dyed,
    objects.moon_risen,
    objects.skyline_along_foot,
    objects.birds_in_flight,
    objects.rings_linked,
    objects.ship_on_horizon,
    objects.night_for_day,
    objects.half_in_the_dark,
    objects.backdrop_of_rays,
    objects.patch_of_other_hue,
    montage.two_thirds_foreign,
    montage.sharp_slant,
    montage.round_window,
    montage.venetian_strips,
    montage.corners_of_four,
    montage.figure_before_foreign,
    montage.half_seen_through,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("coarsely_saved", looks.coarsely_saved),
    ("sent_around", looks.sent_around),
    ("tones_split", looks.tones_split),
    ("edges_trimmed", frames.edges_trimmed),
    ("story_on_gradient", frames.story_on_gradient),
    ("club_post", apps.club_post),
)
# Benign ones that lay something over the poster, or leave a border where false change could show.
COVERED: tuple[AttackFunction, ...] = (
    marks.emoji_strewn,
    marks.corner_mark,
    marks.caption_on_blocks,
    marks.play_disc_and_bar,
    marks.banner_at_head,
    marks.pointer_left,
    marks.recorder_over,
    marks.note_stuck_on,
)
