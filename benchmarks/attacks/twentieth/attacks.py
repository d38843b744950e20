"""What the twentieth hand does to posters."""

from benchmarks.attacks.twentieth import edits as e
from benchmarks.attacks.twentieth import harmless as h
from benchmarks.attacks.values import AttackFunction

COVERED: tuple[AttackFunction, ...] = (
    h.screen_photo, h.tilted, h.chat_third, h.feed_shot, h.story_post, h.emoji_stuck, h.tiled_mark,
    h.play_overlay, h.captioned, h.filter_then_feed, h.tilt_then_noir, h.emoji_then_screen,
    h.story_then_small,
)  # fmt: skip
BENIGN: tuple[AttackFunction, ...] = (
    h.crushed_jpeg, h.tiny_preview, h.resaved_small, h.app_filter, h.noir, h.soft_and_grainy, h.keystone,
    h.mirrored, h.half_kept, h.half_then_small, h.mirror_then_crushed, *COVERED,
)  # fmt: skip
LETTERING: tuple[AttackFunction, ...] = (
    e.numeral_added, e.lettering_erased, e.title_replaced, e.date_replaced, e.claim_added,
    e.stars_named, e.studio_mark,
)  # fmt: skip
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING, e.figure_inserted, e.piece_exchanged, e.thing_painted_out, e.spot_repainted, e.top_exchanged,
    e.two_halves, e.three_bands, e.four_quarters, e.cut_out_elsewhere,
)  # fmt: skip
RESHARING: tuple[tuple[str, AttackFunction], ...] = tuple(
    (way.__name__, way) for way in (h.resaved_small, h.app_filter, h.keystone, h.feed_shot)
)
