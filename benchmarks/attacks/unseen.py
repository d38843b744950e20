"""A second set of attacks, drawn by other code with other shapes, that nothing is ever fitted on.

It tells how well what was fitted on the first set carries over to what nobody thought of.
"""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import unseen_frames, unseen_looks, unseen_pictures, unseen_words
from benchmarks.attacks.chains import then
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

FRAMES: tuple[AttackFunction, ...] = (
    unseen_frames.meme,
    unseen_frames.chat,
    unseen_frames.desktop_post,
    unseen_frames.article,
    unseen_frames.square_thumbnail,
    unseen_frames.monitor_photo,
    unseen_frames.thin_frame,
    unseen_frames.barrel,
    unseen_frames.creased_print,
)
LOOKS: tuple[AttackFunction, ...] = (
    unseen_looks.dark_mode,
    unseen_looks.warm_corners,
    unseen_looks.overdone,
    unseen_looks.starved_jpeg,
    unseen_looks.three_saves,
    unseen_looks.halftone,
    unseen_looks.emoji_corner,
    unseen_looks.name_across,
    unseen_looks.account_plate,
    unseen_looks.video_chrome,
    unseen_looks.faded_print,
)
EDITS: tuple[AttackFunction, ...] = (
    unseen_words.outlined_two,
    unseen_words.roman_serif,
    unseen_words.ribbon,
    unseen_words.coming,
    unseen_words.season_badge,
    unseen_words.subtitle,
    unseen_words.red_n,
    unseen_words.title_recoloured,
    unseen_pictures.face_from_above,
    unseen_pictures.head_mirrored,
    unseen_pictures.person_inpainted,
    unseen_pictures.sky_replaced,
    unseen_pictures.ghost_face,
    unseen_pictures.twice_there,
    unseen_pictures.split_aslant,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("meme", unseen_frames.meme),
    ("chat", unseen_frames.chat),
    ("desktop_post", unseen_frames.desktop_post),
    ("dark_mode", unseen_looks.dark_mode),
    ("warm_corners", unseen_looks.warm_corners),
    ("three_saves", unseen_looks.three_saves),
    ("halftone", unseen_looks.halftone),
)


def look_then_frame(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One of the looks and one of the frames, in either order."""
    pair = [LOOKS[int(rng.integers(len(LOOKS)))], FRAMES[int(rng.integers(len(FRAMES)))]]
    first, second = pair if rng.random() < 0.7 else reversed(pair)
    attacked = then(first(picture, rng, others), second, rng, others)
    names = f"{first.__name__} + {second.__name__}"
    return replace(attacked, note=f"{names}: {attacked.note}")
