"""A fourth set of attacks, an outside examiner's own, that nothing is learnt from.

Its letters, layer styles, masks, seams, apps and photos are drawn by code of its own; it shares plain helpers only.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import (
    fourth_apps,
    fourth_claims,
    fourth_frames,
    fourth_looks,
    fourth_marks,
    fourth_montage,
    fourth_numerals,
    fourth_objects,
    fourth_people,
    fourth_rewrites,
)
from benchmarks.attacks.chains import then
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

LOOKS: tuple[AttackFunction, ...] = (
    fourth_looks.coarsely_saved,
    fourth_looks.tiny_copy,
    fourth_looks.grown_and_sharpened,
    fourth_looks.tones_split,
    fourth_looks.all_grey,
    fourth_looks.out_of_focus,
    fourth_looks.night_camera_noise,
    fourth_looks.gamma_swung,
    fourth_looks.corners_darkened,
    fourth_looks.dust_and_scratches,
    fourth_looks.lens_flare,
    fourth_looks.snow_or_rain,
    fourth_looks.cracked_glass,
    fourth_looks.sent_around,
    fourth_looks.sun_on_it,
)
MARKS: tuple[AttackFunction, ...] = (
    fourth_marks.emoji_strewn,
    fourth_marks.corner_mark,
    fourth_marks.mark_over_all,
    fourth_marks.nick_aslant,
    fourth_marks.caption_on_blocks,
    fourth_marks.play_disc_and_bar,
    fourth_marks.doodled_on,
    fourth_marks.banner_at_head,
    fourth_marks.pointer_left,
    fourth_marks.recorder_over,
    fourth_marks.note_stuck_on,
)
FRAMES: tuple[AttackFunction, ...] = (
    fourth_frames.any_part,
    fourth_frames.edges_trimmed,
    fourth_frames.keystoned,
    fourth_frames.turned_on_colour,
    fourth_frames.flipped_over,
    fourth_frames.letterboxed,
    fourth_frames.story_on_gradient,
    fourth_frames.caption_beside,
    fourth_frames.gallery_wall,
    fourth_frames.shop_card,
    fourth_frames.phone_held_up,
    fourth_frames.print_on_fridge,
)
APPS: tuple[AttackFunction, ...] = (
    fourth_apps.club_post,
    fourth_apps.group_chat,
    fourth_apps.photo_viewer,
    fourth_apps.gossip_page,
    fourth_apps.video_site,
    fourth_apps.shelf_of_mine,
)


def two_in_a_row(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two harmless things of different kinds one after the other: a look or a mark, then any other kind."""
    kinds = (LOOKS, MARKS, FRAMES, APPS)
    first = int(rng.integers(2))
    second = int(rng.choice([kind for kind in range(4) if kind != first]))
    one, two = (kinds[kind][int(rng.integers(len(kinds[kind])))] for kind in (first, second))
    attacked = then(one(picture, rng, others), two, rng, others)
    return replace(attacked, note=f"{one.__name__} + {two.__name__}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *MARKS, *FRAMES, *APPS, two_in_a_row)
EDITS: tuple[AttackFunction, ...] = (
    fourth_numerals.numeral_at_title_end,
    fourth_numerals.numeral_under_title,
    fourth_numerals.numeral_over_title,
    fourth_numerals.numeral_overlapping_title,
    fourth_numerals.numeral_in_calm_corner,
    fourth_numerals.numeral_in_outline,
    fourth_numerals.numeral_brushed_large,
    fourth_numerals.numeral_behind_figure,
    fourth_numerals.roman_in_perspective,
    fourth_numerals.roman_small_thin,
    fourth_numerals.volume_on_bow,
    fourth_claims.afterword,
    fourth_claims.word_up_the_side,
    fourth_claims.episode_tab,
    fourth_claims.opening_day,
    fourth_claims.platform_line,
    fourth_claims.folded_red_letter,
    fourth_claims.studio_emblem,
    fourth_rewrites.title_swapped_out,
    fourth_rewrites.title_half_overwritten,
    fourth_rewrites.title_letters_moved,
    fourth_rewrites.word_squeezed_in,
    fourth_rewrites.title_ink_changed,
    fourth_rewrites.tagline_rewritten,
    fourth_rewrites.credits_rewritten,
    fourth_rewrites.actor_renamed,
    fourth_people.face_of_somebody_else,
    fourth_people.face_in_the_sky,
    fourth_people.eyes_of_another_colour,
    fourth_people.figure_smaller_again,
    fourth_people.figure_grown,
    fourth_people.figure_from_elsewhere,
    fourth_people.figure_stamped_away,
    fourth_people.cloth_dyed,
    fourth_people.hair_dyed,
    fourth_objects.moon_risen,
    fourth_objects.skyline_along_foot,
    fourth_objects.birds_in_flight,
    fourth_objects.rings_linked,
    fourth_objects.ship_on_horizon,
    fourth_objects.night_for_day,
    fourth_objects.half_in_the_dark,
    fourth_objects.backdrop_of_rays,
    fourth_objects.patch_of_other_hue,
    fourth_montage.two_thirds_foreign,
    fourth_montage.sharp_slant,
    fourth_montage.round_window,
    fourth_montage.venetian_strips,
    fourth_montage.corners_of_four,
    fourth_montage.figure_before_foreign,
    fourth_montage.half_seen_through,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("coarsely_saved", fourth_looks.coarsely_saved),
    ("sent_around", fourth_looks.sent_around),
    ("tones_split", fourth_looks.tones_split),
    ("edges_trimmed", fourth_frames.edges_trimmed),
    ("story_on_gradient", fourth_frames.story_on_gradient),
    ("club_post", fourth_apps.club_post),
)
