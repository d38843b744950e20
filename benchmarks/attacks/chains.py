"""Several attacks one after the other: benign ones in a row, and edits that were re-shared."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks import camera, edit_words, framing, look, overlays, phone, saving
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import move_boxes, whole_of
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, Part

CHAINABLE: tuple[tuple[str, AttackFunction], ...] = (
    ("jpeg", saving.jpeg),
    ("resize", saving.resized),
    ("webp", saving.webp),
    ("crop5", framing.crop5),
    ("crop12", framing.crop12),
    ("bars", framing.bars),
    ("story", framing.story),
    ("square", framing.square),
    ("caption_bar", framing.caption_bar),
    ("mirror", camera.mirror),
    ("rotate_filled", camera.rotate_filled),
    ("filter", look.photo_filter),
    ("grey", look.grey),
    ("blur_noise", look.blur_noise),
    ("sticker", overlays.sticker),
    ("watermark", overlays.watermark),
    ("caption_over", overlays.caption_over),
    ("screenshot", phone.screenshot),
)
LEAVING_LITTLE: tuple[tuple[str, AttackFunction], ...] = (
    ("thumb200", saving.thumb200),
    ("crop_half", framing.crop_half),
    ("screenshot_small", phone.screenshot_small),
    ("square", framing.square),
)
DISTURBING: tuple[tuple[str, AttackFunction], ...] = (
    ("screen_photo", camera.screen_photo),
    ("perspective", camera.perspective),
    ("mirror", camera.mirror),
    ("rotate_inside", camera.rotate_inside),
    ("filter", look.photo_filter),
    ("jpeg", saving.jpeg),
    ("watermark_repeated", overlays.watermark_repeated),
)
CROPPING: tuple[tuple[str, AttackFunction], ...] = (
    ("crop_half", framing.crop_half),
    ("crop12", framing.crop12),
    ("square", framing.square),
)
FILLING: tuple[tuple[str, AttackFunction], ...] = (
    ("bars", framing.bars),
    ("border", framing.border),
    ("story", framing.story),
    ("caption_bar", framing.caption_bar),
    ("screenshot", phone.screenshot),
)
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("jpeg", saving.jpeg),
    ("resize", saving.resized),
    ("story", framing.story),
    ("screenshot", phone.screenshot),
    ("filter", look.photo_filter),
    ("crop5", framing.crop5),
)


def then(first: Attacked, second: AttackFunction, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The first result saved, opened and attacked again; what was true of it moves along."""
    opened = save_and_open(first.pixels, first.saved_as)
    after = second(opened, rng, others)
    shown = after.shown or whole_of(after.pixels)
    boxes = move_boxes(first.boxes_of_change, after.place, shown)
    parts = []
    for part in first.parts:
        parts += [Part(part.name, box) for box in move_boxes((part.box,), after.place, shown)]
    before_shown = move_boxes((first.shown,), after.place, shown) if first.shown else (shown,)
    return replace(
        after,
        boxes_of_change=boxes,
        note=f"{first.note}; {after.note}",
        place=after.place @ first.place,
        parts=tuple(parts),
        shown=before_shown[0] if before_shown else shown,
    )


def hard_chain(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A way that leaves little of the poster, before or after one that disturbs it."""
    (small_name, small), (other_name, other) = (one_of(rng, ways) for ways in (LEAVING_LITTLE, DISTURBING))
    if rng.random() < 0.5:
        attacked, names = then(small(picture, rng, others), other, rng, others), f"{small_name} + {other_name}"
    else:
        attacked, names = then(other(picture, rng, others), small, rng, others), f"{other_name} + {small_name}"
    return replace(attacked, note=f"{names}: {attacked.note}")


def crop_on_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A crop, filled up to a format."""
    (crop_name, crop), (fill_name, fill) = (one_of(rng, ways) for ways in (CROPPING, FILLING))
    attacked = then(crop(picture, rng, others), fill, rng, others)
    return replace(attacked, note=f"{crop_name} + {fill_name}: {attacked.note}")


def benign_chain(
    picture: Pixels,
    rng: np.random.Generator,
    others: OtherPosters,
    *,
    length: int,
    ways: Sequence[tuple[str, AttackFunction]] = CHAINABLE,
) -> Attacked:
    """So many different benign attacks in a row, of those ways."""
    chosen = [ways[int(number)] for number in rng.choice(len(ways), length, replace=False)]
    attacked = chosen[0][1](picture, rng, others)
    for _, function in chosen[1:]:
        attacked = then(attacked, function, rng, others)
    names = " + ".join(name for name, _ in chosen)
    return replace(attacked, note=f"{names}: {attacked.note}")


def reshared(
    picture: Pixels,
    rng: np.random.Generator,
    others: OtherPosters,
    *,
    edit: AttackFunction,
    ways: tuple[tuple[str, AttackFunction], ...] = RESHARING,
) -> Attacked:
    """An edit, then one way of passing it on that leaves at least one of its changes in the picture."""
    edited = edit(picture, rng, others)
    name, attacked = "", edited
    for number in rng.permutation(len(ways)):
        name, function = ways[int(number)]
        attacked = then(edited, function, rng, others)
        if attacked.boxes_of_change:
            break
    return replace(attacked, note=f"{name}: {attacked.note}")


def blurred_number(picture: Pixels, rng: np.random.Generator, others: OtherPosters, *, permille: float) -> Attacked:
    """A number of a tenth of the width, then a blur of so many thousandths of it."""
    numbered = edit_words.number_of_width(picture, rng, others, percent=10)
    return then(numbered, partial(look.blurred_by, permille=permille), rng, others)
