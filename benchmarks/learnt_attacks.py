"""The attacks that the region model and its network learn from, and which of them letter something."""

from collections.abc import Iterator

from benchmarks.attacks.eighth import attacks as eighth
from benchmarks.attacks.registry import ATTACKS, SETS
from benchmarks.attacks.values import Attack, Group

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
        *("fifth_emoji_single", "fifth_emoji_scattered", "fifth_reaction_row", "fifth_price_tag", "fifth_app_badge"),
        *("fifth_scribbled_hint", "fifth_watermark_diagonal", "fifth_watermark_corner", "fifth_site_name_across"),
        *("fifth_at_handle", "fifth_start_triangle", "fifth_video_bar", "fifth_meme_bar", "fifth_subtitle_line"),
        *("fifth_two_after_each_other", "fifth_screen_photographed"),
        *("sixth_one_emoji", "sixth_many_emoji", "sixth_scrawl", "sixth_corner_mark", "sixth_diagonal_marks"),
        *("sixth_handle_line", "sixth_fan_remark", "sixth_subtitle_line", "sixth_play_sign", "sixth_video_bar"),
        *("sixth_app_badge", "sixth_sale_tag", "sixth_pair", "sixth_screen_snap"),
        *("seventh_status_bar_on_top", "seventh_notification_banner", "seventh_player_over_it"),
        *("seventh_one_big_emoji", "seventh_strewn_emoji", "seventh_flat_heart_or_star", "seventh_speech_bubble"),
        *("seventh_price_burst", "seventh_countdown_sticker", "seventh_corner_ribbon_new"),
        *("seventh_watermark_all_over", "seventh_corner_watermark", "seventh_site_address"),
        *("seventh_handle_at_the_edge", "seventh_meme_caption", "seventh_streaming_badges", "seventh_subtitle_line"),
        *("seventh_review_quote", "seventh_left_over_cursor", "seventh_ring_drawn_by_hand"),
        *("seventh_arrow_drawn_by_hand", "seventh_username_hidden", "seventh_code_to_scan", "seventh_off_the_screen"),
        *(f"eighth_{each.__name__}" for each in eighth.COVERED),
    }
)
LETTERING = frozenset(
    {
        *("number", "number6", "words", "date", "season", "logo", "title_replaced"),
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
        *("fifth_number_after_title", "fifth_number_below_title", "fifth_number_very_large", "fifth_sequel_line"),
        *("fifth_date_line", "fifth_season_line", "fifth_maker_line", "fifth_red_letter_logo"),
        *("fifth_title_inpainted_anew", "fifth_title_blurred_anew", "fifth_title_word_exchanged"),
        *("fifth_tagline_overwritten", "fifth_actor_exchanged"),
        *("sixth_two_behind", "sixth_roman_small", "sixth_number_large", "sixth_part_line", "sixth_date_line"),
        *("sixth_season_line", "sixth_service_mark", "sixth_laurels", "sixth_title_new", "sixth_word_new"),
        *("sixth_tagline_new", "sixth_actor_new", "sixth_title_dyed"),
        *("seventh_figure_two_behind_title", "seventh_roman_two_behind_title", "seventh_figure_three_behind_title"),
        *("seventh_part_two_under_title", "seventh_chapter_two_under_title", "seventh_season_three_under_title"),
        *("seventh_the_return_under_title", "seventh_other_title_set", "seventh_title_other_colour"),
        *("seventh_new_title_card", "seventh_coming_next_year", "seventh_only_in_cinemas", "seventh_service_name_set"),
        *("seventh_red_letter_as_logo", "seventh_star_name_added", "seventh_laurels_awarded"),
        *("seventh_tagline_exchanged", "seventh_billing_rewritten"),
        *(f"eighth_{each.__name__}" for each in eighth.LETTERING),
    }
)
LEARNT_FROM = frozenset(
    {
        *(Group.BENIGN, Group.EDIT, Group.RESHARED_EDIT, Group.NUMBER_WIDTH),
        *(Group.SECOND_BENIGN, Group.SECOND_EDIT, Group.SECOND_RESHARED_EDIT),
        *(Group.THIRD_BENIGN, Group.THIRD_EDIT, Group.THIRD_RESHARED_EDIT),
        *(Group.FOURTH_BENIGN, Group.FOURTH_EDIT, Group.FOURTH_RESHARED_EDIT),
        *(Group.FIFTH_BENIGN, Group.FIFTH_EDIT, Group.FIFTH_RESHARED_EDIT),
        *(Group.SIXTH_BENIGN, Group.SIXTH_EDIT, Group.SIXTH_RESHARED_EDIT),
        *(Group.SEVENTH_BENIGN, Group.SEVENTH_EDIT, Group.SEVENTH_RESHARED_EDIT),
        *(Group.EIGHTH_BENIGN, Group.EIGHTH_EDIT, Group.EIGHTH_RESHARED_EDIT),
    }
)
_COVERING_TURNS = 2


def attacks_to_learn() -> Iterator[tuple[Attack, int]]:
    """Each attack and a number that makes it another drawing: two of those that lay something over the poster."""
    for attack in ATTACKS:
        if attack.group in LEARNT_FROM:
            turns = _COVERING_TURNS if attack.name in COVERING else 1
            yield from ((attack, turn) for turn in range(turns))


def set_of(attack: str) -> str:
    """Whose drawing an attack of that name is: "second" and so on; "" for the first set and for official versions."""
    before, _, _ = attack.partition("_")
    return before if before in SETS else ""


def is_lettering(attack: Attack) -> bool:
    """Whether an edit sets words or signs; others change the picture."""
    return attack.name.removesuffix("_reshared") in LETTERING or attack.group is Group.NUMBER_WIDTH
