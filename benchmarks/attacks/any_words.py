"""Names of pages set anywhere, and praise that nobody gave: laurels, stamps, stars over words. Only to learn from.

A page's name says nothing of the film, however it lies; an award or a stamp claims something, however it looks.
"""

import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.any_sticker import jagged
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.lettering import font, named_font, pick_face
from benchmarks.attacks.paint import Mask, paste, random_colour, shrunk
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

_BIG = 400
_SIGNS_FACE = "DejaVuSans.ttf"
_PAGE = ("film", "movie", "cine", "poster", "series", "reel", "screen", "kino", "show", "frame", "popcorn", "night")
_KIND = (
    "daily",
    "club",
    "lover",
    "archive",
    "corner",
    "world",
    "fan",
    "vault",
    "diary",
    "hub",
    "feed",
    "page",
    "edits",
)
_FESTIVALS = ("CANNES", "SUNDANCE", "TORONTO", "BERLINALE", "VENICE", "TRIBECA", "SXSW", "LOCARNO", "ROTTERDAM")
_AWARDS = (
    "WINNER\nBEST FILM",
    "OFFICIAL\nSELECTION",
    "BEST\nPICTURE",
    "GRAND\nPRIZE",
    "AUDIENCE\nAWARD",
    "NOMINEE\nBEST ACTOR",
)
_SEALS = ("100%\nFRESH", "NO. 1\nMOVIE", "BEST FILM\n2027", "TOP 10\nTODAY", "OSCAR\nWINNER", "5\nSTARS")
_STAMPS = (
    *("CONFIRMED", "RENEWED", "COMING SOON", "DIRECTOR'S CUT", "EXTENDED CUT", "OFFICIAL", "EXCLUSIVE", "CANCELLED"),
    *("NOW STREAMING", "RE-RELEASE", "UNCUT", "FINAL SEASON"),
)
_PRAISE = (
    *("Better than the first", "A masterpiece", "The sequel of the year", "Stunning", "Funnier than ever", "Electric"),
    *("The best film of the year", "You will not be ready", "A triumph", "Bold and brilliant", "Unmissable"),
)
_PAPERS = ("EMPIRE", "VARIETY", "THE GUARDIAN", "TOTAL FILM", "ROLLING STONE", "THE TIMES", "INDIEWIRE", "TIME OUT")


def any_page_name(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A handle or an address, 16 to 60 % of the width long: level, slanted, or up a side."""
    width, height = size_of(picture)
    said = f"{one_of(rng, _PAGE)}{one_of(rng, ('', '', '.', '_'))}{one_of(rng, _KIND)}"
    said = one_of(rng, ("@{}", "@{}", "ig: {}", "IG @{}", "{}.com", "tiktok.com/@{}", "{}", "t.me/{}")).format(said)
    if rng.random() < 0.2:
        said = said.upper()
    image = Image.new("RGBA", (2400, 260))
    light = rng.random() < 0.75
    colour = (255, 255, 255) if light else (20, 20, 20)
    edge = int(rng.integers(0, 6))
    face = font(pick_face(rng), 90.0)
    draw = ImageDraw.Draw(image)
    rim = (0, 0, 0) if light else (255, 255, 255)
    draw.text((40, 60), said, fill=colour, font=face, stroke_width=edge, stroke_fill=rim)
    turn = one_of(rng, (0.0, 0.0, 90.0, 270.0, between(rng, -50, 50)))
    long = max(24, round(width * between(rng, 0.16, 0.6)))
    pixels, mask = shrunk(image.crop(image.getbbox()).rotate(turn, Image.Resampling.BICUBIC, expand=True), long)
    x, y = _place(rng, (width, height), mask, at_edge=turn in (90.0, 270.0) or rng.random() < 0.7)
    result = paste(picture, pixels, mask * np.float32(between(rng, 0.35, 1.0)), x, y)
    return Attacked(result, saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def any_award(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A laurel, a seal, a stamp, or stars above a quotation, 16 to 55 % of the width wide."""
    width, height = size_of(picture)
    image = one_of(rng, (_laurel, _laurel, _seal, _stamp, _review))(rng)
    pixels, mask = shrunk(image.crop(image.getbbox()), max(28, round(width * between(rng, 0.16, 0.55))))
    x, y = _place(rng, (width, height), mask, at_edge=rng.random() < 0.4)
    box = Box(x, y, min(mask.shape[1], width - x), min(mask.shape[0], height - y))
    return Attacked(paste(picture, pixels, mask, x, y), (box,), saved_as=SavedAs("JPEG", int(rng.integers(50, 93))))


def _place(rng: np.random.Generator, size: tuple[int, int], mask: Mask, *, at_edge: bool) -> tuple[int, int]:
    room = [max(0, whole - length) for whole, length in zip(size, mask.shape[::-1], strict=True)]
    x, y = (round(rng.uniform(0, 1) * each) for each in room)
    if at_edge:
        margin = round(size[0] * between(rng, 0.01, 0.05))
        x = min(room[0], margin) if rng.random() < 0.5 else max(0, room[0] - margin)
        if mask.shape[1] >= mask.shape[0]:
            y = min(room[1], margin) if rng.random() < 0.4 else max(0, room[1] - margin)
    return x, y


def _ink(rng: np.random.Generator) -> tuple[int, int, int]:
    return one_of(rng, ((255, 255, 255), (255, 255, 255), (230, 200, 110), (20, 20, 20), random_colour(rng)))


def _laurel(rng: np.random.Generator) -> Image.Image:
    """Two branches of leaves round what they are given for."""
    image = Image.new("RGBA", (_BIG, _BIG))
    draw, ink, leaves = ImageDraw.Draw(image), _ink(rng), int(rng.integers(7, 13))
    for side in (-1, 1):
        for number in range(leaves):
            turn = np.pi * (0.95 - 0.72 * number / (leaves - 1))
            middle = np.array([200 + side * 160 * np.sin(turn), 200 - 160 * np.cos(turn)])
            along = np.array([side * np.cos(turn), np.sin(turn)]) * 30
            over = np.array([along[1], -along[0]]) * 0.35
            corners = [middle - along, middle + over, middle + along, middle - over]
            draw.polygon([(float(x), float(y)) for x, y in corners], fill=ink)
    said = f"{one_of(rng, _AWARDS)}\n{one_of(rng, _FESTIVALS)}"
    _written(draw, rng, said, ink, (200, 200), (220, 190))
    return image


def _seal(rng: np.random.Generator) -> Image.Image:
    image = Image.new("RGBA", (_BIG, _BIG))
    draw, ground = ImageDraw.Draw(image), random_colour(rng)
    points = int(rng.integers(14, 30))
    draw.polygon(jagged(points, between(rng, 0.86, 1.0), middle=200, reach=190), fill=ground)
    ink = (255, 255, 255) if sum(ground) < 3 * 140 else (20, 20, 20)
    if rng.random() < 0.6:
        draw.ellipse((35, 35, 365, 365), outline=ink, width=5)
    _written(draw, rng, one_of(rng, _SEALS), ink, (200, 200), (250, 200))
    return image


def _stamp(rng: np.random.Generator) -> Image.Image:
    """Words in a frame, aslant."""
    image = Image.new("RGBA", (2 * _BIG, _BIG))
    draw = ImageDraw.Draw(image)
    ink = one_of(rng, ((200, 30, 30), (200, 30, 30), (255, 255, 255), (20, 20, 20), random_colour(rng)))
    said = one_of(rng, _STAMPS)
    face = font(pick_face(rng), 90.0)
    box = draw.textbbox((400, 200), said, font=face, anchor="mm")
    draw.text((400, 200), said, fill=ink, font=face, anchor="mm")
    if rng.random() < 0.8:
        around = (box[0] - 26, box[1] - 22, box[2] + 26, box[3] + 22)
        draw.rounded_rectangle(around, radius=int(rng.integers(0, 20)), outline=ink, width=int(rng.integers(6, 14)))
    return image.rotate(between(rng, -28, 28), Image.Resampling.BICUBIC, expand=True)


def _review(rng: np.random.Generator) -> Image.Image:
    image = Image.new("RGBA", (2 * _BIG, _BIG))
    draw, ink = ImageDraw.Draw(image), _ink(rng)
    stars = "★" * int(rng.integers(4, 6))
    draw.text((400, 70), stars, fill=ink, font=named_font(_SIGNS_FACE, 80), anchor="mm")
    marks = one_of(rng, ('"{}"', "\u201c{}\u201d", "'{}'"))
    _written(draw, rng, f"{marks.format(one_of(rng, _PRAISE))}\n{one_of(rng, _PAPERS)}", ink, (400, 220), (760, 190))
    return image


def _written(
    draw: ImageDraw.ImageDraw,
    rng: np.random.Generator,
    said: str,
    ink: tuple[int, int, int],
    middle: tuple[int, int],
    room: tuple[int, int],
) -> None:
    """Lines about a middle, as large as the room lets them be."""
    face, size = pick_face(rng), 110.0
    while size > 14:
        left, top, right, low = draw.multiline_textbbox((0, 0), said, font=font(face, size), spacing=4)
        if right - left <= room[0] and low - top <= room[1]:
            break
        size *= 0.92
    draw.multiline_text(middle, said, fill=ink, font=font(face, size), anchor="mm", align="center", spacing=4)
