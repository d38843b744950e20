"""All attacks of the set, by what they do."""

from benchmarks.attacks.eleventh import (
    claims,
    controls,
    copies,
    frames,
    grounds,
    overlays,
    painted,
    people,
    photos,
    remarks,
    sequels,
)
from benchmarks.attacks.values import AttackFunction

# fmt: off
PASSED_ON: tuple[AttackFunction, ...] = (
    copies.heavy_jpeg, copies.thumbnail, copies.enlarged, copies.app_filter, copies.greyed, copies.other_gamma,
    copies.soft_and_noisy, copies.oversharpened, copies.seen_aslant, copies.mirrored, copies.trimmed, copies.half_kept,
    copies.square_avatar, copies.filtered_thumbnail, copies.trimmed_and_squeezed,
)
COVERED: tuple[AttackFunction, ...] = (
    photos.tilted, photos.screen_photo, photos.print_on_wall, photos.behind_glass, photos.thumb_before_lens,
    frames.story, frames.app_page, frames.feed_post, frames.border,
    overlays.emoji, overlays.cut_out_sticker, overlays.price_tag, overlays.rubber_stamp, overlays.rating_badge,
    remarks.watermark_tiled, remarks.watermark_large, remarks.handle, remarks.meme_remark, remarks.story_remark,
    remarks.subtitle, remarks.chat_bubbles, remarks.news_bar,
    controls.play_button, controls.player_bar, controls.pen_circle, controls.scribble,
)
LETTERING: tuple[AttackFunction, ...] = (
    sequels.number_behind_title, sequels.huge_number, sequels.small_number, sequels.part_line, sequels.season_line,
    sequels.chapter_above, sequels.title_replaced, sequels.title_word_replaced, sequels.line_removed,
    claims.release_date, claims.coming_soon, claims.name_added, claims.tagline_added, claims.service_logo,
    claims.studio_logo_replaced, claims.names_changed, claims.tagline_replaced, claims.credits_changed, claims.laurels,
)
PICTURES: tuple[AttackFunction, ...] = (
    people.face_replaced, people.face_aged, people.eyes_recoloured, people.hair_recoloured, people.thing_repainted,
    people.figure_added, people.figure_removed, people.stamped_over,
    grounds.background_replaced, grounds.background_recoloured, grounds.figure_on_other_ground, grounds.two_halves,
    grounds.grid, grounds.corner_inset,
    painted.fire, painted.moon, painted.weapon, painted.birds, painted.skyline,
)
# fmt: on
BENIGN: tuple[AttackFunction, ...] = (*PASSED_ON, *COVERED)
EDITS: tuple[AttackFunction, ...] = (*LETTERING, *PICTURES)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("small_file", copies.heavy_jpeg),
    ("filtered_thumbnail", copies.filtered_thumbnail),
    ("screen_photo", photos.screen_photo),
    ("story", frames.story),
)
