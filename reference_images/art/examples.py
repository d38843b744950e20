"""Pictures for a new user to try: official demo posters as they come back from the internet, honest and not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from reference_images.art import posters
from reference_images.art.canvas import Canvas, Layer, polygons, ramp
from reference_images.art.faces import Face, head
from reference_images.art.landscapes import disc
from reference_images.art.layouts import draw_poster
from reference_images.art.lettering import BOLD, PLAIN, Finish, lettered, paint, spread, write

NEW_FACE = Face(skin="#f0c8aa", hair="#2a1c18", style="long", eyes="#3a6a9a", lips="#c03f4a", yaw=0.22, smile=0.7,
                light=(-0.6, -0.5, 0.6), key="#f4f8ff", fill="#4a5f96", edge="#bfe0ff", seed=91)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """One picture to try: file name, how it is made from the drawn library's folder, what was done, what is right."""

    name: str
    make: Callable[[Path], Image.Image]
    done: str
    answer: str
    quality: int = 88


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _official(library: Path, name: str) -> Image.Image:
    return _opened(library / "official" / f"{name}.jpg")


def _canvas(image: Image.Image) -> Canvas:
    canvas = Canvas(700, image.size)
    canvas.pixels = np.asarray(image, np.float32) / 255
    return canvas


def reshared_copy(library: Path) -> Image.Image:
    """Cropped a little and made smaller."""
    picture = _official(library, "copper-ninth")
    return picture.crop((14, 18, 588, 884)).resize((460, 694), Image.Resampling.LANCZOS)


def screenshot(library: Path) -> Image.Image:
    """The poster as a post in an invented photo app, on a phone."""
    poster = _official(library, "the-brass-aviary").resize((640, 960), Image.Resampling.LANCZOS)
    canvas = Canvas(701, (720, 1440))
    canvas.lay("#101114")
    write(canvas, "21:47", (80, 34), 28, BOLD, finish=Finish(shadow=0), align="centre")
    write(canvas, "5G  83%", (640, 34), 24, PLAIN, finish=Finish(shadow=0))
    canvas.lay("#7a5ad0", disc(canvas, (84, 120), 34))
    write(canvas, "cinefolk.daily", (135, 108), 28, BOLD, finish=Finish(shadow=0), align="left")
    write(canvas, "2 h ago", (135, 142), 20, PLAIN, finish=Finish("#9a9ca4", shadow=0), align="left")
    canvas.lay("#9a9ca4", disc(canvas, (630, 120), 4) + disc(canvas, (648, 120), 4) + disc(canvas, (666, 120), 4))
    Layer(np.asarray(poster, np.float32) / 255, np.ones((960, 640), np.float32)).put(canvas, 40, 185)
    heart = [(70, 1205), (52, 1188), (52, 1176), (61, 1172), (70, 1181), (79, 1172), (88, 1176), (88, 1188)]
    canvas.lay("#f0405a", polygons(canvas.size, heart))
    bubble = disc(canvas, (130, 1188), 17) - disc(canvas, (130, 1188), 13)
    canvas.lay(
        "#f4f4f6", np.maximum(bubble, polygons(canvas.size, [(168, 1172), (204, 1188), (168, 1204), (175, 1188)]))
    )
    write(canvas, "4 812 likes", (44, 1240), 24, BOLD, finish=Finish(shadow=0), align="left")
    write(
        canvas,
        "cinefolk.daily  counting the days until this one",
        (44, 1280),
        24,
        PLAIN,
        finish=Finish("#d8d9de", shadow=0),
        align="left",
        max_width=630,
    )
    canvas.lay("#1c1d22", ramp(canvas.grid()[1], 1329, 1331))
    for place in range(5):
        canvas.lay(
            "#c8c9d0",
            disc(canvas, (90 + place * 135, 1380), 15) - disc(canvas, (90 + place * 135, 1380), 11) * (place != 0),
        )
    return canvas.image()


def sequel_added(library: Path) -> Image.Image:
    """A "2" behind the last word of the title, from the poster's own letters and paint."""
    poster = posters.SALT
    box = draw_poster(poster).title_box
    canvas = _canvas(_official(library, poster.name))
    digit = lettered("2", poster.style.sizes[-1], poster.style.face)
    top = (box[1] + box[3] - digit.shape[0]) / 2
    paint(
        canvas,
        spread(digit, canvas, min(box[2] + 16, 592 - digit.shape[1]), top),
        replace(poster.style.finish, wear=0.0),
    )
    return canvas.image()


def face_replaced(library: Path) -> Image.Image:
    """Another woman's head set where the first one was."""
    canvas = _canvas(_official(library, "orchard-of-glass"))
    head(NEW_FACE, 158).put(canvas, 300 - 316, 274 - 316)
    return canvas.image()


def sticker_on_official(library: Path) -> Image.Image:
    """A smiling sticker on the corner of an official poster."""
    canvas = _canvas(_official(library, "velvet-meridian"))
    at = (500.0, 330.0)
    canvas.lay("#ffffff", disc(canvas, at, 58))
    canvas.lay("#ffd23c", disc(canvas, at, 52))
    for side in (-1, 1):
        canvas.lay("#3a2408", disc(canvas, (at[0] + side * 18, at[1] - 12), 7))
    smile = (disc(canvas, (at[0], at[1] + 4), 30) - disc(canvas, (at[0], at[1] - 8), 30)).clip(0, 1) * (
        canvas.grid()[1] > at[1] + 6
    )
    canvas.lay("#3a2408", smile)
    return canvas.image()


def known_fake_reshared(library: Path) -> Image.Image:
    """A known fake, smaller and with its edge cut off."""
    picture = _opened(library / "known_fakes" / "we-left-in-june-2-leaked.jpg")
    return picture.crop((10, 20, 600, 880)).resize((440, 641), Image.Resampling.LANCZOS)


def translated_copy(library: Path) -> Image.Image:
    """The French poster as a small file."""
    return _official(library, "orchard-of-glass-fr").resize((400, 600), Image.Resampling.LANCZOS)


def stranger(library: Path) -> Image.Image:
    """A poster whose title no library knows."""
    _ = library
    return draw_poster(posters.STRANGER).image


EXAMPLES = (
    Example(
        "reshared-copy.jpg",
        reshared_copy,
        "official poster, edges cut by 2-3 %, resized, JPEG 60",
        "likely official (same_artwork)",
        60,
    ),
    Example(
        "screenshot.jpg",
        screenshot,
        "official poster in a phone screenshot with an app around it",
        "likely official (same_artwork)",
        80,
    ),
    Example(
        "translated-copy.jpg",
        translated_copy,
        "the official French version, resized, JPEG 70",
        "likely official (same_artwork)",
        70,
    ),
    Example(
        "sticker-on-official.jpg",
        sticker_on_official,
        "official poster with a smiling sticker on it",
        "likely official (same_artwork)",
    ),
    Example(
        "sequel-added.jpg",
        sequel_added,
        'official poster, "2" added after the title in its own typeface',
        "likely fan-made (altered_artwork)",
    ),
    Example(
        "face-replaced.jpg",
        face_replaced,
        "official poster, the woman's head replaced by another",
        "likely fan-made, not conclusive (altered_artwork)",
    ),
    Example(
        "known-fake-reshared.jpg",
        known_fake_reshared,
        "a known fake, edges cut, resized, JPEG 60",
        "likely fan-made (known_fake)",
        60,
    ),
    Example(
        "stranger.jpg",
        stranger,
        "a poster whose title is not in the library",
        "likely fan-made, not conclusive (shared_elements)",
    ),
)
