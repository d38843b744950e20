"""All attacks of the set, by what they do."""

from benchmarks.attacks.twelfth import (
    claims,
    copies,
    framed,
    moved,
    overlays,
    painted,
    people,
    players,
    scenes,
    screens,
    stickers,
    titles,
)
from benchmarks.attacks.values import AttackFunction

PASSED_ON: tuple[AttackFunction, ...] = (
    *(copies.messenger_copy, copies.search_thumbnail, copies.blown_up, copies.other_format),
    *(copies.warm_filter, copies.cold_filter, copies.vintage_filter, copies.punchy_filter),
    *(copies.black_and_white, copies.lighter_or_darker, copies.soft_and_grainy, copies.made_crisp),
    *(moved.mirrored, moved.seen_aslant, moved.trimmed, moved.zoomed_in, moved.square_crop),
    *(moved.filtered_then_trimmed, moved.thumbnail_blown_up, moved.grey_and_squeezed),
)
COVERED: tuple[AttackFunction, ...] = (
    *(moved.turned, framed.photo_of_screen, framed.print_on_wall, framed.story_on_blur, framed.story_on_colour),
    *(framed.made_square_with_bars, framed.white_border, screens.film_page, screens.feed_post),
    *(stickers.emoji, stickers.text_sticker, stickers.price_tag, stickers.app_badge, stickers.rating_badge),
    *(stickers.chat_bubble, overlays.watermark, overlays.watermark_tiled, overlays.handle, overlays.meme_remark),
    *(overlays.subtitle, players.play_button, players.player_bar, overlays.pointing_arrow),
    *(overlays.drawn_circle, overlays.scribble, overlays.news_bar),
)
LETTERING: tuple[AttackFunction, ...] = (
    *(titles.number_after_title, titles.small_number, titles.part_line, titles.season_line, titles.chapter_line),
    *(titles.release_date, titles.coming_soon, titles.title_replaced, titles.title_word_replaced),
    *(titles.title_word_removed, claims.service_added, claims.studio_replaced, claims.logo_removed),
    *(claims.name_changed, claims.name_added, claims.tagline_added, claims.tagline_replaced),
    *(claims.credits_changed, claims.laurels),
)
PICTURES: tuple[AttackFunction, ...] = (
    *(people.face_swapped, people.face_reshaped, people.face_aged, people.eyes_recoloured, people.hair_recoloured),
    *(people.thing_repainted, people.figure_added, people.figure_removed, people.thing_removed),
    *(scenes.background_replaced, scenes.background_recoloured, scenes.figure_on_other_ground, scenes.two_halves),
    *(scenes.grid, scenes.corner_inset, painted.fire, painted.moon, painted.weapon, painted.animal, painted.building),
)
BENIGN: tuple[AttackFunction, ...] = (*PASSED_ON, *COVERED)
EDITS: tuple[AttackFunction, ...] = (*LETTERING, *PICTURES)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("by_messenger", copies.messenger_copy),
    ("filtered_then_trimmed", moved.filtered_then_trimmed),
    ("story", framed.story_on_blur),
    ("screen_photo", framed.photo_of_screen),
)
