"""The set's lists."""

from benchmarks.attacks.fifteenth import (
    composites,
    figures,
    looks,
    overlays,
    screens,
    shapes,
    words_added,
    words_replaced,
)
from benchmarks.attacks.fifteenth.shapes import Steps

COVERED: Steps = (
    shapes.slightly_rotated, shapes.seen_from_the_side, shapes.letterboxed, shapes.square_padded, shapes.white_border,
    screens.photo_of_screen, screens.story, screens.app_screenshot, overlays.drawn_sticker, overlays.smiley_sticker,
    overlays.speech_bubble, overlays.watermark_once, overlays.watermark_tiled, overlays.handle, overlays.caption_bar,
    overlays.meme_remark, screens.play_button, screens.video_player, screens.phone_app_chrome)  # fmt: skip
BENIGN: Steps = (*shapes.LOOKS, *shapes.SIZES, shapes.chain_of_two_a, shapes.chain_of_two_b, *COVERED)
LETTERING: Steps = (
    words_added.number_by_title, words_added.small_number, words_added.sequel_line, words_added.saga_line,
    words_added.release_date, words_added.lone_year, words_added.tagline_added, words_added.actor_name_added,
    words_added.brand_name, words_added.brand_logo, words_replaced.title_inpainted, words_replaced.title_on_plate,
    words_replaced.actor_name_replaced)  # fmt: skip
EDITS: Steps = (
    *LETTERING, figures.face_swapped, figures.figure_pasted, figures.head_pasted, figures.figure_inpainted,
    figures.thing_cloned_away, figures.clothes_recoloured, figures.sky_recoloured, figures.object_painted,
    composites.background_replaced, composites.halves_joined, composites.figure_on_other_ground,
    composites.grid_of_four)  # fmt: skip
RESHARING = (("strong_jpeg", looks.strong_jpeg), ("thumbnail_400", looks.thumbnail_400),
             ("vintage_filter", looks.vintage_filter), ("app_screenshot", screens.app_screenshot))  # fmt: skip
