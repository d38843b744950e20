"""One poster as data, and the way its words are set: title, billing, tagline, credit block, rating, date, brand."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image

from reference_images.art.canvas import Canvas, polygons, ramp
from reference_images.art.letterforms import SERIF, Pen
from reference_images.art.lettering import AIRY, BOLD, CONDENSED, CREDITS, ITALIC, Box, Finish, Type, lettered, write
from reference_images.art.palette import Colour
from reference_images.art.textures import grain

BRAND = "STREAMHAUS ORIGINAL"
_TITLE_FLOOR = 724  # no title reaches below this row

_CREDIT_WORDS = {
    "en": ("a", "film", "series", "production in association with", "casting by", "costume designer", "music by",
    "edited by",
           "production designer", "director of photography", "executive producers", "produced by", "written by",
           "directed by"),
    "es": ("una", "película", "serie", "producción en asociación con", "reparto", "vestuario", "música de",
    "montaje de",
           "diseño de producción", "fotografía de", "productores ejecutivos", "producida por", "escrita por",
           "dirigida por"),
    "fr": ("un", "film", "série", "production en association avec", "distribution", "costumes", "musique de",
    "montage de",
           "décors de", "image de", "producteurs exécutifs", "produit par", "écrit par", "réalisé par"),
    "de": ("ein", "Film", "Serie", "Produktion mit", "Besetzung", "Kostüm", "Musik von", "Schnitt von",
           "Szenenbild", "Kamera", "ausführende Produzenten", "produziert von", "Drehbuch von", "Regie"),
}  # fmt: skip
_CREW = ("Odalys Brandt", "Piet Varga", "Imre Solande", "Tova Lindqvarn", "Basil Okonta", "Wren Castellan",
"Noor Hallewick",
         "Jonah Feldbrook", "Mirela Das", "Cato Ashgrove", "Linnea Pryce-Moto", "Ruben Talavar", "Sunniva Koh",
         "Emeric Vale")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """How a title stands: typeface, size of each line, middle of the block, and paint."""

    face: Type | Pen = SERIF
    sizes: tuple[int, ...] = (64,)
    at: tuple[float, float] = (300, 650)
    gap: int = 18
    finish: Finish = field(default_factory=Finish)


@dataclass(frozen=True, slots=True)
class Poster:
    """Everything about one poster but the strokes of its scene. `name` is its file's name without the ending."""

    name: str
    title: str
    lines: tuple[str, ...]
    scene: Callable[[Canvas], None]
    style: Title
    seed: int
    billing: tuple[str, ...] = ()
    billing_row: float = 40
    tagline: str = ""
    tagline_at: tuple[float, float] = (300, 600)
    date: str = ""
    language: str = "en"
    series: bool = False
    credits: bool = True
    rating: str = "13"
    ink: Colour = "#e9e4da"
    accent: Colour = "#d8b26a"
    footer: Colour | None = "#000000"
    brand: str = BRAND
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished poster, and where the last line of its title stands."""

    image: Image.Image
    title_box: Box


def draw_poster(poster: Poster) -> Drawn:
    """Paint the scene, set the words, add film grain."""
    canvas = Canvas(poster.seed)
    poster.scene(canvas)
    box = set_words(canvas, poster)
    grain(canvas)
    return Drawn(canvas.image(), box)


def set_words(canvas: Canvas, poster: Poster) -> Box:
    """All the words of a poster; gives the box of the title's last line."""
    if poster.footer:
        _, y = canvas.grid()
        canvas.lay(poster.footer, 0.8 * ramp(y, 700, 890))
    box = set_title(canvas, poster.lines, poster.style)
    small = Finish(fill=poster.ink, shadow=0.5)
    if poster.tagline:
        write(canvas, poster.tagline, poster.tagline_at, 21, ITALIC, finish=small)
    for place, name in enumerate(poster.billing):
        column = 600 * (place + 0.5) / len(poster.billing)
        write(
            canvas,
            name.upper(),
            (column, poster.billing_row),
            19,
            CONDENSED,
            finish=small,
            max_width=570 / len(poster.billing),
        )
    if poster.credits:
        _set_credits(canvas, poster, small)
    if poster.date:
        write(
            canvas,
            poster.date.upper(),
            (300, 872 if poster.credits else 850),
            21,
            AIRY,
            finish=Finish(fill=poster.accent, shadow=0.5),
            max_width=420,
        )
    if poster.brand:
        write(
            canvas,
            poster.brand,
            (300, 770 if poster.credits else 815),
            13,
            AIRY,
            finish=Finish(fill=poster.accent, shadow=0.4),
        )
    return box


def set_title(canvas: Canvas, lines: tuple[str, ...], style: Title) -> Box:
    """The title's lines under one another, about the block's middle but above the small print; the last line's box."""
    sizes = [style.sizes[min(place, len(style.sizes) - 1)] for place in range(len(lines))]
    heights = [lettered(line, size, style.face).shape[0] for line, size in zip(lines, sizes, strict=True)]
    total = sum(heights) + style.gap * (len(lines) - 1)
    row = min(style.at[1] - total / 2, _TITLE_FLOOR - total)
    box: Box = (0, 0, 0, 0)
    for line, size, height in zip(lines, sizes, heights, strict=True):
        box = write(canvas, line, (style.at[0], row + height / 2), size, style.face, finish=style.finish)
        row += height + style.gap
    return box


def _set_credits(canvas: Canvas, poster: Poster, finish: Finish) -> None:
    words = _CREDIT_WORDS[poster.language]
    names = [_CREW[(poster.seed * 5 + place * 3) % len(_CREW)].upper() for place in range(12)]
    maker = (poster.brand or BRAND).split()[0]
    made = f"{maker} {words[0]} {names[0].split()[1]} {words[3]} TALLOW & REED {words[2 if poster.series else 1]}"
    rows = (
        "  ".join((made, *(n.upper() for n in poster.billing[:2]), words[4], names[1])),
        "  ".join(f"{word} {name}" for word, name in zip(words[5:10], names[2:7], strict=True)),
        "  ".join(f"{word} {name}" for word, name in zip(words[10:14], names[7:11], strict=True)),
    )
    for place, row in enumerate(rows):
        write(canvas, row, (300, 795 + 19 * place), 15, CREDITS, finish=finish, max_width=540)
    box = [(28, 858), (62, 858), (62, 886), (28, 886)]
    inner = [(30, 860), (60, 860), (60, 884), (30, 884)]
    canvas.lay(poster.ink, polygons(canvas.size, box) - polygons(canvas.size, inner))
    write(canvas, poster.rating, (45, 872), 17, BOLD, finish=finish, max_width=24)
    write(canvas, "SH", (560, 872), 20, BOLD, finish=Finish(fill=poster.accent, shadow=0))
