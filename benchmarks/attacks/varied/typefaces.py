"""Letters, emoji and icons from whatever typefaces the machine has.

With the packages of benchmarks/fonts-fit.txt that is some hundred faces, every emoji and some thousand icons; without
them the words are set in the usual faces, and the other two are left to what is drawn by hand.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.lettering import pick_among, words_mask
from benchmarks.attacks.paint import mask_box
from benchmarks.attacks.varied.pieces import resized
from benchmarks.attacks.varied.shapes import Piece, pick


def _styles(family: str, styles: str, ending: str = "ttf") -> tuple[str, ...]:
    """File names of a family; `_` stands for no style."""
    return tuple(f"{family}{'' if style == '_' else style}.{ending}" for style in styles.split())


LIGHT_FACES = (
    *_styles("DejaVuSans", "_ -Oblique -ExtraLight"),
    *("DejaVuSansCondensed.ttf", "DejaVuSansMono.ttf", "DejaVuMathTeXGyre.ttf"),
    *_styles("DejaVuSerif", "_ -Italic"),
    *_styles("DejaVuSerifCondensed", "_ -Italic"),
    *_styles("LiberationSans", "-Regular -Italic"),
    *_styles("LiberationSerif", "-Regular -Italic"),
    *("LiberationSansNarrow-Regular.ttf", "AveriaSansGWF-Regular.ttf", "CabinSketch-Regular.ttf"),
    *_styles("BebasNeue", "-Book -Light", "otf"),
    *_styles("Caladea", "-Regular -Italic"),
    *_styles("Carlito", "-Regular -Italic"),
    *_styles("Comfortaa", "-Regular -Light"),
    *("DancingScript-Regular.otf", "Dosis-Book.otf", "Dosis-Light.otf", "GFSDidot.otf", "GoudyBookletter1911.otf"),
    *_styles("EBGaramond12", "-Regular -Italic", "otf"),
    *("Humor-Sans.ttf", "Isabella.ttf", "TomsonTalks.ttf", "lobster.otf", "Z003-MediumItalic.otf"),
    *_styles("Inter", "-Regular -Light -Italic", "otf"),
    *_styles("Lato", "-Regular -Light -Italic -Hairline"),
    *_styles("LeagueSpartan", "-Regular -Light", "otf"),
    *_styles("LinLibertine", "_DR _R _RI", "otf"),
    *_styles("LinBiolinum", "_R _RI", "otf"),
    *_styles("NimbusRoman", "-Regular -Italic", "otf"),
    *("NimbusMonoPS-Regular.otf", "NimbusSansNarrow-Regular.otf", "C059-Roman.otf", "P052-Roman.otf"),
    *_styles("OldStandard", "-Regular -Italic"),
    *_styles("OpenSans", "-Regular -CondLight -Light"),
    *_styles("Quicksand", "-Regular -Light"),
    *_styles("Roboto", "-Regular -Light -Thin -Italic"),
    *("RobotoCondensed-Regular.ttf", "RobotoSlab-Light.otf", "RobotoSlab-Regular.otf"),
    *_styles("URWGothic", "-Book -BookOblique", "otf"),
    *("URWBookman-Light.otf", "Vollkorn-Regular.ttf", "Vollkorn-Italic.ttf"),
    *_styles("YanoneKaffeesatz", "-Regular -Light", "otf"),
)
HEAVY_FACES = (
    *_styles("DejaVuSans", "-Bold -BoldOblique"),
    *_styles("DejaVuSansCondensed", "-Bold -BoldOblique"),
    *_styles("DejaVuSerif", "-Bold -BoldItalic"),
    *("DejaVuSerifCondensed-Bold.ttf", "DejaVuSansMono-Bold.ttf"),
    *("LiberationSans-Bold.ttf", "LiberationSansNarrow-Bold.ttf", "LiberationSerif-Bold.ttf"),
    *("AveriaSansGWF-Bold.ttf", "BebasNeue-Bold.otf", "BebasNeue-Regular.otf", "C059-Bold.otf", "C059-BdIta.otf"),
    *("CabinSketch-Bold.ttf", "Caladea-Bold.ttf", "Carlito-Bold.ttf", "Comfortaa-Bold.ttf", "DancingScript-Bold.otf"),
    *("Dosis-ExtraBold.otf", "EBGaramond12-Bold.otf", "GFSDidotBold.otf"),
    *_styles("Inter", "-Black -Bold -BlackItalic", "otf"),
    *_styles("Lato", "-Black -Heavy -BoldItalic"),
    *_styles("LeagueSpartan", "-Black -Bold", "otf"),
    *("LinLibertine_RB.otf", "LinLibertine_RBI.otf", "LinBiolinum_RB.otf"),
    *("NimbusRoman-Bold.otf", "NimbusSans-Bold.otf", "NimbusSansNarrow-Bold.otf", "NimbusMonoPS-Bold.otf"),
    *("OldStandard-Bold.ttf", "OpenSans-CondBold.ttf", "OpenSans-ExtraBold.ttf", "P052-Bold.otf", "Quicksand-Bold.ttf"),
    *("Roboto-Black.ttf", "Roboto-Bold.ttf", "RobotoCondensed-Bold.ttf", "RobotoSlab-Bold.otf"),
    *("URWBookman-Demi.otf", "URWGothic-Demi.otf", "Vollkorn-Black.ttf", "Vollkorn-ExtraBold.ttf"),
    *("YanoneKaffeesatz-Bold.otf",),
)
FACES = (*LIGHT_FACES, *HEAVY_FACES)

_EMOJI_FONT, _EMOJI_SIZE = "NotoColorEmoji.ttf", 109
# First and last code point of what people use as emoji; of the faces more than their share.
_EMOJI = (
    *((0x1F600, 0x1F64F),) * 3,
    *((0x1F910, 0x1F92F), (0x1F970, 0x1F97A)),
    *((0x1F300, 0x1F3FA), (0x1F400, 0x1F4FF), (0x1F525, 0x1F5FF), (0x1F680, 0x1F6C5), (0x1F90C, 0x1F9FF)),
    *((0x2600, 0x26FF), (0x2702, 0x2764)),
)
_ICONS = (
    ("fontawesome-webfont.ttf", 0xF000, 0xF2E0),
    ("MaterialIcons-Regular.ttf", 0xE000, 0xE9FF),
    ("materialdesignicons-webfont.ttf", 0xF101, 0xF8FF),
    ("Symbola_hint.ttf", 0x2600, 0x27BF),
    ("Symbola_hint.ttf", 0x1F300, 0x1F6C5),
)
# Shown as the box that stands for what a face does not have.
_MISSING = "\U000f0bad"
_TRIES = 12


def emoji(side: int, rng: np.random.Generator) -> Piece | None:
    """Any emoji, `side` pixels wide and high; None without the typeface."""
    font = _font(_EMOJI_FONT, _EMOJI_SIZE)
    if font is None:
        return None
    board = Image.new("RGBA", (160, 160), (0, 0, 0, 0))
    for _ in range(_TRIES):
        first, last = pick(rng, _EMOJI)
        ImageDraw.Draw(board).text((12, 12), chr(int(rng.integers(first, last + 1))), font=font, embedded_color=True)
        drawn = np.asarray(board)
        if (drawn[:, :, 3] > 0).mean() > 0.05 and np.ptp(drawn[drawn[:, :, 3] > 200][:, :3], axis=0).max() > 20:
            return _square(drawn, side)
        board.paste((0, 0, 0, 0), (0, 0, *board.size))
    return None


def icon_glyph(side: int, colour: Colour, rng: np.random.Generator) -> Piece | None:
    """Any icon in one colour, `side` pixels wide and high; None without such a typeface."""
    known = [icons for icons in _ICONS if pick_among(rng, (icons[0],))]
    for _ in range(_TRIES if known else 0):
        face, first, last = pick(rng, known)
        mask = words_mask(chr(int(rng.integers(first, last + 1))), face, 96)
        missing = words_mask("\U000f0bad", face, 96)
        if (
            min(mask.shape) > 20
            and mask.size < 200**2
            and not (mask.shape == missing.shape and (mask == missing).all())
        ):
            alpha = np.round(mask * 255).astype(np.uint8)
            ground = np.full((*mask.shape, 3), colour, np.uint8)
            return _square(np.dstack([ground, alpha]), side)
    return None


def _square(drawn: NDArray[np.uint8], side: int) -> Piece:
    """The ink of an RGBA picture in the middle of a square."""
    cover = drawn[:, :, 3].astype(np.float32) / np.float32(255)
    box = mask_box(cover)
    part = (slice(box.y, box.y + box.height), slice(box.x, box.x + box.width))
    long = max(box.width, box.height)
    pixels, room = np.zeros((long, long, 3), np.uint8), np.zeros((long, long), np.float32)
    y, x = (long - box.height) // 2, (long - box.width) // 2
    # Where nothing is drawn its mean colour, which edges mix with when it is made smaller.
    pixels[:] = np.average(drawn[part][:, :, :3].reshape(-1, 3), axis=0, weights=cover[part].ravel())
    inked = cover[part] > 0
    pixels[y : y + box.height, x : x + box.width][inked] = drawn[part][inked][:, :3]
    room[y : y + box.height, x : x + box.width] = cover[part]
    return resized(Piece(pixels, room), (side, side))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont | None:
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return None
