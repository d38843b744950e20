"""The lists of the ninth set: benign copies, edits, and ways of passing a picture on."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize_by
from benchmarks.attacks.ninth import copies, overlays, people, scenes, things, words
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs


def sent_by_messenger(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A little smaller and saved three times over, as chats do."""
    smaller, place = resize_by(picture, rng.uniform(0.7, 0.9))
    for quality in rng.integers(55, 75, 2):
        smaller = save_and_open(smaller, SavedAs("JPEG", int(quality)))
    return Attacked(smaller, place=place, saved_as=SavedAs("JPEG", 70))


OVERLAYS: tuple[AttackFunction, ...] = (
    overlays.emoji_sticker,
    overlays.several_emoji,
    overlays.repeated_watermark,
    overlays.corner_watermark,
    overlays.handle_of_a_fan,
    overlays.caption_on_a_bar,
    overlays.play_button,
    overlays.controls_of_a_player,
    overlays.badge_of_an_app,
    overlays.circle_or_arrow_by_hand,
    overlays.remark_of_a_fan,
)
BENIGN: tuple[AttackFunction, ...] = (
    copies.hard_jpeg,
    copies.thumbnail_of_200,
    copies.photo_filter,
    copies.greyscale,
    copies.blurred_and_noisy,
    copies.poster_on_a_wall,
    copies.photo_of_a_screen,
    copies.rotated,
    copies.mirrored,
    copies.cropped_by_a_tenth,
    copies.half_of_it,
    copies.story_on_blurred_ground,
    copies.app_screenshot,
    copies.bordered,
    copies.cropped_and_filtered,
    copies.bordered_photo_of_a_screen,
    *OVERLAYS,
)
# Benign ones that lay something over the poster, or leave a border where false change could show.
COVERED: tuple[AttackFunction, ...] = (
    copies.photo_of_a_screen,
    copies.story_on_blurred_ground,
    copies.app_screenshot,
    copies.bordered_photo_of_a_screen,
    *OVERLAYS,
)

# Edits that set or change words and signs; the others change the picture.
LETTERING: tuple[AttackFunction, ...] = (
    words.two_behind_title,
    words.roman_two_behind_title,
    words.part_two,
    words.season_two,
    words.date_line,
    words.streaming_service,
    words.title_replaced,
    words.title_recoloured,
    words.word_removed_from_title,
    words.tagline_replaced,
    words.actors_name,
)
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING,
    people.face_swapped,
    people.eyes_recoloured,
    people.hair_recoloured,
    people.clothes_recoloured,
    people.figure_added,
    people.figure_removed,
    scenes.background_replaced,
    scenes.sky_replaced,
    things.weapon_painted_in,
    things.car_painted_in,
    things.fire_painted_in,
    things.explosion_painted_in,
    things.moon_painted_in,
    things.logo_removed,
    scenes.halves_upright,
    scenes.halves_slanting,
    scenes.four_in_a_grid,
    scenes.figure_on_another_ground,
)

RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("messenger", sent_by_messenger),
    ("app_screenshot", copies.app_screenshot),
    ("photo_of_a_screen", copies.photo_of_a_screen),
    ("cropped_and_filtered", copies.cropped_and_filtered),
)
