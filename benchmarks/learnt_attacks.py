"""The attacks that the region model and its network learn from, and which of them letter something."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import chains
from benchmarks.attacks.registry import ATTACKS
from benchmarks.attacks.values import Attack, Attacked, AttackFunction, Expected, Group, OtherPosters
from benchmarks.attacks.varied import chrome, claims, letters, mixtures, paint, stickers

# Benign attacks that lay something over the poster, or leave a border where false change could show: made more often.
COVERING = frozenset(
    {
        *("sticker", "watermark", "watermark_repeated", "handle", "caption_over", "play_button", "player_overlay"),
        *("screenshot", "screenshot_small", "screen_photo", "chained2", "chained3", "story", "crop12", "rounded"),
        *("filter", "blur_noise"),
        *("second_emoji_corner", "second_name_across", "second_account_plate", "second_video_chrome"),
        *("second_thin_frame", "second_look_then_frame"),
        *("third_reaction_stickers", "third_stock_watermark", "third_fan_site_stamp", "third_handle_upright"),
        *("third_shout_over", "third_pen_ring_and_arrow", "third_video_player", "third_poll_sticker"),
        *("third_light_leak", "third_framed_behind_glass", "third_wall_print_photo", "third_light_box_photo"),
        *("third_short_video", "third_mark_then_screen"),
        *("fourth_emoji_strewn", "fourth_corner_mark", "fourth_caption_on_blocks", "fourth_play_disc_and_bar"),
        *("fourth_banner_at_head", "fourth_pointer_left", "fourth_recorder_over", "fourth_note_stuck_on"),
    }
)
LETTERING = frozenset(
    {
        *("number", "number6", "words", "date", "season", "logo", "title_replaced", "varied_claim"),
        *("varied_claims", "varied_relettering"),
        *("second_outlined_two", "second_roman_serif", "second_ribbon", "second_coming", "second_season_badge"),
        *("second_subtitle", "second_red_n", "second_title_recoloured"),
        *("third_number_like_title", "third_small_roman_after", "third_neon_number", "third_metal_numeral"),
        *("third_part_between_rules", "third_season_and_network", "third_premiere", "third_maker_named"),
        *("third_stamp_across", "third_ghost_numeral", "third_tagline_exchanged", "third_title_lettered_anew"),
        *("third_title_two_toned", "third_credit_line_added"),
        *("fourth_numeral_at_title_end", "fourth_numeral_under_title", "fourth_numeral_over_title"),
        *("fourth_numeral_overlapping_title", "fourth_numeral_in_calm_corner", "fourth_numeral_in_outline"),
        *("fourth_numeral_brushed_large", "fourth_numeral_behind_figure", "fourth_roman_in_perspective"),
        *("fourth_roman_small_thin", "fourth_volume_on_bow", "fourth_afterword", "fourth_word_up_the_side"),
        *("fourth_episode_tab", "fourth_opening_day", "fourth_platform_line", "fourth_folded_red_letter"),
        *("fourth_studio_emblem", "fourth_title_swapped_out", "fourth_title_half_overwritten"),
        *("fourth_title_letters_moved", "fourth_word_squeezed_in", "fourth_title_ink_changed"),
        *("fourth_tagline_rewritten", "fourth_credits_rewritten", "fourth_actor_renamed"),
    }
)
LEARNT_FROM = frozenset(
    {
        *(Group.BENIGN, Group.EDIT, Group.RESHARED_EDIT, Group.NUMBER_WIDTH),
        *(Group.SECOND_BENIGN, Group.SECOND_EDIT, Group.SECOND_RESHARED_EDIT),
        *(Group.THIRD_BENIGN, Group.THIRD_EDIT, Group.THIRD_RESHARED_EDIT),
        *(Group.FOURTH_BENIGN, Group.FOURTH_EDIT, Group.FOURTH_RESHARED_EDIT),
    }
)
_COVERING_TURNS = 2


def attacks_to_learn() -> Iterator[tuple[Attack, int]]:
    for attack in ATTACKS:
        if attack.group in LEARNT_FROM:
            turns = _COVERING_TURNS if attack.name in COVERING else 1
            yield from ((attack, turn) for turn in range(turns))
    for attack, turns in _VARIED:
        yield from ((attack, turn) for turn in range(turns))


def is_lettering(attack: Attack) -> bool:
    """Whether an edit sets words or signs; others change the picture."""
    return attack.name.removesuffix("_reshared") in LETTERING or attack.group is Group.NUMBER_WIDTH


def _marks_again(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Marks, then one way of passing the picture on."""
    way = chains.RESHARING[int(rng.integers(len(chains.RESHARING)))][1]
    return chains.then(mixtures.marks(picture, rng, others), way, rng, others)


def _varied(name: str, group: Group, function: AttackFunction) -> Attack:
    expected = Expected.OFFICIAL if group is Group.BENIGN else Expected.FAN_MADE
    return Attack(name, group, None, expected, function)


# Drawn anew so many times for each poster.
_VARIED: tuple[tuple[Attack, int], ...] = (
    (_varied("varied_marks", Group.BENIGN, mixtures.marks), 6),
    (_varied("varied_marks_again", Group.BENIGN, _marks_again), 2),
    (_varied("varied_claim", Group.EDIT, mixtures.claim), 6),
    (_varied("varied_claim_reshared", Group.RESHARED_EDIT, partial(chains.reshared, edit=mixtures.claim)), 2),
    (_varied("varied_repaint", Group.EDIT, mixtures.repaint), 4),
    (_varied("varied_repaint_reshared", Group.RESHARED_EDIT, partial(chains.reshared, edit=mixtures.repaint)), 1),
    (_varied("varied_stickers", Group.BENIGN, stickers.stickers), 30),
    (_varied("varied_chrome", Group.BENIGN, chrome.chrome), 30),
    (_varied("varied_claims", Group.EDIT, claims.claims), 20),
    (_varied("varied_relettering", Group.EDIT, letters.relettering), 16),
    (_varied("varied_repainting", Group.EDIT, paint.repainting), 24),
)
