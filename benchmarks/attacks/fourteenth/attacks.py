"""The set's functions in the order of its tables."""

from benchmarks.attacks.fourteenth import composites, figure_edits, overlays, plain, players, scenes, word_edits
from benchmarks.attacks.values import AttackFunction

COVERED: tuple[AttackFunction, ...] = (
    scenes.slight_rotation, scenes.seen_from_side, scenes.photo_of_screen, scenes.story, scenes.app_screenshot,
    scenes.letterbox, scenes.square_padding, scenes.white_border, overlays.stickers,
    overlays.speech_bubble, overlays.watermark,
    overlays.handle, overlays.caption_bar, overlays.meme_remark, players.play_button, players.video_player,
    players.app_chrome,
)  # fmt: skip
BENIGN: tuple[AttackFunction, ...] = (*plain.BARE, *COVERED, plain.chain_of_two_a, plain.chain_of_two_b)
LETTERING: tuple[AttackFunction, ...] = (
    word_edits.number_beside_title, word_edits.number_under_title, word_edits.small_number, word_edits.part_line,
    word_edits.sequel_line, word_edits.release_date, word_edits.tagline, word_edits.service_name,
    word_edits.studio_logo, word_edits.title_painted_over, word_edits.title_on_plate, word_edits.actor_added,
    word_edits.actors_replaced,
)  # fmt: skip
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING, figure_edits.face_replaced, figure_edits.figure_cut_in,
    figure_edits.figure_removed, figure_edits.thing_removed, figure_edits.background_replaced,
    figure_edits.figure_on_other_ground, composites.clothes_recoloured, composites.sky_recoloured,
    composites.halves_joined, composites.grid_of_four, composites.moon_added, composites.fire_added,
    composites.car_added,
)  # fmt: skip
RESHARING: tuple[tuple[str, AttackFunction], ...] = tuple(
    (f.__name__, f) for f in (plain.strong_jpeg, plain.thumbnail_400, plain.warm_filter, scenes.app_screenshot)
)
