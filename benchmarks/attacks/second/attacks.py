"""A second set of attacks, drawn by other code with other shapes, so that nothing is learnt from one hand alone."""

from dataclasses import replace

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chains import then
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.second import frames, looks, pictures, words
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

FRAMES: tuple[AttackFunction, ...] = (
    frames.meme,
    frames.chat,
    frames.desktop_post,
    frames.article,
    frames.square_thumbnail,
    frames.monitor_photo,
    frames.thin_frame,
    frames.barrel,
    frames.creased_print,
)
LOOKS: tuple[AttackFunction, ...] = (
    looks.dark_mode,
    looks.warm_corners,
    looks.overdone,
    looks.starved_jpeg,
    looks.three_saves,
    looks.halftone,
    looks.emoji_corner,
    looks.name_across,
    looks.account_plate,
    looks.video_chrome,
    looks.faded_print,
)
# Edits that set or change words and signs; the others change the picture.
LETTERING: tuple[AttackFunction, ...] = (
    words.outlined_two,
    words.roman_serif,
    words.ribbon,
    words.coming,
    words.season_badge,
    words.subtitle,
    words.red_n,
    words.title_recoloured,
)
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING,
    pictures.face_from_above,
    pictures.head_mirrored,
    pictures.person_inpainted,
    pictures.sky_replaced,
    pictures.ghost_face,
    pictures.twice_there,
    pictures.split_aslant,
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("meme", frames.meme),
    ("chat", frames.chat),
    ("desktop_post", frames.desktop_post),
    ("dark_mode", looks.dark_mode),
    ("warm_corners", looks.warm_corners),
    ("three_saves", looks.three_saves),
    ("halftone", looks.halftone),
)


def look_then_frame(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One of the looks and one of the frames, in either order."""
    pair = [one_of(rng, LOOKS), one_of(rng, FRAMES)]
    first, second = pair if rng.random() < 0.7 else reversed(pair)
    attacked = then(first(picture, rng, others), second, rng, others)
    names = f"{first.__name__} + {second.__name__}"
    return replace(attacked, note=f"{names}: {attacked.note}")


BENIGN: tuple[AttackFunction, ...] = (*LOOKS, *FRAMES, look_then_frame)
# Benign ones that lay something over the poster, or leave a border where false change could show.
COVERED: tuple[AttackFunction, ...] = (
    looks.emoji_corner,
    looks.name_across,
    looks.account_plate,
    looks.video_chrome,
    frames.thin_frame,
    look_then_frame,
)
