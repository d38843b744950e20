"""A second set of attacks, drawn by other code with other shapes, so that nothing is learnt from one hand alone."""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import second_frames, second_looks, second_pictures, second_words
from benchmarks.attacks.chains import then
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

FRAMES: tuple[AttackFunction, ...] = (
    second_frames.meme,
    second_frames.chat,
    second_frames.desktop_post,
    second_frames.article,
    second_frames.square_thumbnail,
    second_frames.monitor_photo,
    second_frames.thin_frame,
    second_frames.barrel,
    second_frames.creased_print,
)
LOOKS: tuple[AttackFunction, ...] = (
    second_looks.dark_mode,
    second_looks.warm_corners,
    second_looks.overdone,
    second_looks.starved_jpeg,
    second_looks.three_saves,
    second_looks.halftone,
    second_looks.emoji_corner,
    second_looks.name_across,
    second_looks.account_plate,
    second_looks.video_chrome,
    second_looks.faded_print,
)
EDITS: tuple[AttackFunction, ...] = (
    second_words.outlined_two,
    second_words.roman_serif,
    second_words.ribbon,
    second_words.coming,
    second_words.season_badge,
    second_words.subtitle,
    second_words.red_n,
    second_words.title_recoloured,
    second_pictures.face_from_above,
    second_pictures.head_mirrored,
    second_pictures.person_inpainted,
    second_pictures.sky_replaced,
    second_pictures.ghost_face,
    second_pictures.twice_there,
    second_pictures.split_aslant,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("meme", second_frames.meme),
    ("chat", second_frames.chat),
    ("desktop_post", second_frames.desktop_post),
    ("dark_mode", second_looks.dark_mode),
    ("warm_corners", second_looks.warm_corners),
    ("three_saves", second_looks.three_saves),
    ("halftone", second_looks.halftone),
)


def look_then_frame(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One of the looks and one of the frames, in either order."""
    pair = [LOOKS[int(rng.integers(len(LOOKS)))], FRAMES[int(rng.integers(len(FRAMES)))]]
    first, second = pair if rng.random() < 0.7 else reversed(pair)
    attacked = then(first(picture, rng, others), second, rng, others)
    names = f"{first.__name__} + {second.__name__}"
    return replace(attacked, note=f"{names}: {attacked.note}")
