"""A fifth set of attacks, as an outside examiner would write them from a plain description.

Its layers, letters, emoji, things, screens and seams are drawn by code of its own; it shares plain helpers only.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chains import then
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth import apps, joins, looks, marks, persons, scenes, sequels, stickers, titles, views
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

LOOKS: tuple[AttackFunction, ...] = (
    looks.strong_jpeg,
    looks.small_thumbnail,
    looks.shrunk_and_enlarged,
    looks.colour_filtered,
    looks.greyed,
    looks.blurred_and_noisy,
)
VIEWS: tuple[AttackFunction, ...] = (
    views.seen_aslant,
    views.screen_photographed,
    views.rotated_a_little,
    views.mirror_image,
    views.cropped_lightly,
    views.cropped_down,
    views.cropped_square,
    views.boxed_with_bars,
    views.rounded_or_framed,
    views.polaroid_framed,
)
APPS: tuple[AttackFunction, ...] = (
    apps.phone_story,
    apps.feed_post,
    apps.list_entry,
)
MARKS: tuple[AttackFunction, ...] = (
    stickers.emoji_single,
    stickers.emoji_scattered,
    stickers.reaction_row,
    stickers.price_tag,
    stickers.app_badge,
    stickers.scribbled_hint,
    marks.watermark_diagonal,
    marks.watermark_corner,
    marks.site_name_across,
    marks.at_handle,
    marks.start_triangle,
    marks.video_bar,
    marks.meme_bar,
    marks.subtitle_line,
)


def two_after_each_other(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Benign: a mark or a look, then something of another kind."""
    kinds = (MARKS, LOOKS, VIEWS, APPS)
    first = int(rng.integers(2))
    second = int(rng.choice([kind for kind in range(len(kinds)) if kind != first]))
    one, two = (one_of(rng, kinds[kind]) for kind in (first, second))
    attacked = then(one(picture, rng, others), two, rng, others)
    return replace(attacked, note=f"{one.__name__} + {two.__name__}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *VIEWS, *APPS, *MARKS, two_after_each_other)
# Benign ones that lay something over the poster, or leave a border where false change could show.
COVERED: tuple[AttackFunction, ...] = (
    views.screen_photographed,
    two_after_each_other,
    *MARKS,
)
# Edits that set or change words and signs; the others change the picture.
LETTERING: tuple[AttackFunction, ...] = (
    sequels.number_after_title,
    sequels.number_below_title,
    sequels.number_very_large,
    sequels.sequel_line,
    sequels.date_line,
    sequels.season_line,
    sequels.maker_line,
    sequels.red_letter_logo,
    titles.title_inpainted_anew,
    titles.title_blurred_anew,
    titles.title_word_exchanged,
    titles.tagline_overwritten,
    titles.actor_exchanged,
)
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING,
    persons.face_patched,
    persons.figure_set_in,
    persons.figure_painted_out,
    persons.figure_doubled,
    persons.clothes_recoloured,
    scenes.background_exchanged,
    scenes.sky_exchanged,
    scenes.moon_added,
    scenes.flames_added,
    scenes.aeroplanes_added,
    scenes.blood_splattered,
    scenes.crown_added,
    scenes.wings_added,
    scenes.sword_added,
    joins.halves_upright,
    joins.halves_slanting,
    joins.head_on_other_body,
    joins.cut_out_on_other_ground,
    joins.strips_of_three,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("strong_jpeg", looks.strong_jpeg),
    ("colour_filtered", looks.colour_filtered),
    ("seen_aslant", views.seen_aslant),
    ("cropped_lightly", views.cropped_lightly),
    ("phone_story", apps.phone_story),
    ("feed_post", apps.feed_post),
)
