"""What a picture gathers on its way: signs of players and apps, marks of pens and sites, wear."""

from collections.abc import Callable

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.values import Attacked, OtherPosters
from benchmarks.attacks.varied import light, pens, players, wear, writing
from benchmarks.attacks.varied.shapes import chosen

KINDS: dict[str, Callable[[Pixels, np.random.Generator], Pixels]] = {
    "button": players.big_button, "button_again": players.big_button, "seek_bar": players.seek_bar,
    "phone_bars": players.phone_bars, "side_column": players.side_column, "signs": players.signs,
    "scribble": pens.scribble, "scribble_again": pens.scribble, "highlighter": pens.highlighter,
    "caption": writing.caption, "caption_again": writing.caption, "meme": writing.meme, "watermark": writing.watermark,
    "watermark_again": writing.watermark, "watermark_once_more": writing.watermark, "small_print": writing.small_print,
    "hidden": pens.hidden, "dust": wear.dust, "scratches": wear.scratches, "stains": wear.stains,
    "smears": light.smears, "folds": wear.folds, "tapes": wear.tapes, "leak": light.leak, "glare": light.glare,
    "cracks": wear.cracks, "code": light.code,
}  # fmt: skip


def chrome(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: signs of players and apps, captions, watermarks, pens, codes, wear and light over the poster."""
    kinds = chosen(rng, KINDS, 0.2)
    result = picture.copy()
    for kind in kinds:
        result = KINDS[kind](result, rng)
    return Attacked(result, note=", ".join(kinds))
