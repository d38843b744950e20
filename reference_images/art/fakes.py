"""The known fakes of the demo library: fans' own art for sequels nobody announced, and official art made over."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from reference_images.art import posters
from reference_images.art.canvas import Canvas, ramp
from reference_images.art.faces import Face
from reference_images.art.figures import Clothes, backlit, bust, standing
from reference_images.art.landscapes import conifers, disc, mountains, planet, ridge, sea, sky, skyline
from reference_images.art.layouts import Poster, draw_poster
from reference_images.art.letterforms import CHISEL, SERIF
from reference_images.art.lettering import AIRY, BLACK, BOLD, PLAIN, Finish, write
from reference_images.art.palette import rgb
from reference_images.art.scenes import city, wonder
from reference_images.art.textures import clouds, halo, rays, specks, stars

STRANGE_FACE = Face(skin="#efc09c", hair="#8a5a2c", style="curly", eyes="#3f8f5a", lips="#c0505a", yaw=-0.12, smile=0.9,
                    light=(0.6, -0.5, 0.7), key="#fff4e0", fill="#5a5a6a", edge="#ffffff", seed=77)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fake:
    """A known fake: its file's name, the title it claims, how it was made, and the function that makes it."""

    name: str
    title: str
    note: str
    draw: Callable[[], Image.Image]


def _signed(image: Image.Image, handle: str) -> Image.Image:
    """With the maker's handle in a corner, as fans like it."""
    canvas = _canvas_of(image)
    write(canvas, handle, (588, 884), 17, BOLD, finish=Finish(fill="#ffffff"), align="right")
    return canvas.image()


def _canvas_of(image: Image.Image, seed: int = 900) -> Canvas:
    canvas = Canvas(seed, image.size)
    canvas.pixels = np.asarray(image.convert("RGB"), np.float32) / 255
    return canvas


def _official(poster: Poster) -> Image.Image:
    return draw_poster(poster).image


def salt_lantern_2() -> Image.Image:
    """Own art: a red lighthouse on another coast, with letters from the word processor."""
    canvas = Canvas(801)
    sky(canvas, [(0, "#ff5a7a"), (0.4, "#ffb05a"), (0.6, "#fff0a0"), (1, "#204a5a")])
    clouds(canvas, "clouds", "#ffe0f0", "#c0406a", cover=0.4)
    mountains(canvas, "far", ridge(canvas.rng("far"), canvas.size, 470, 150), "#8a6ab0", "#3a2c6a", snow=26)
    sea(canvas, "sea", 470, "#0f5a7a", "#ffb090", glint="#ffffff", path=180)
    halo(canvas, (180, 420), 140, "#fff6c0", 1.0)
    bust(canvas, STRANGE_FACE, (390, 420), 120, Clothes("#c02a3a", neckline=0.6))
    write(canvas, "THE SALT LANTERN 2", (300, 110), 52, BLACK, finish=Finish("#ffff50", outline="#c00020"))
    write(canvas, "The Storm Returns", (300, 180), 36, PLAIN, finish=Finish("#ffffff"))
    write(canvas, "COMING SOON 2027", (300, 830), 40, BOLD, finish=Finish("#ffffff", outline="#000000"))
    return _signed(canvas.image(), "@posterdreams")


def june_2() -> Image.Image:
    """Own art: the couple again by other hands, under hearts of light."""
    canvas = Canvas(802)
    sky(canvas, [(0, "#1a0f3a"), (0.5, "#7a2a8a"), (1, "#ff7ab0")])
    stars(canvas, "stars", 500, below=700)
    skyline(canvas, "city", 760, 260, "#2a124a", windows=["#ffd0f0", "#ffe8a0"], lit=0.5)
    bust(
        canvas,
        Face(
            skin="#e8bd9c",
            hair="#20140f",
            style="short",
            yaw=-0.38,
            smile=0.6,
            light=(-0.6, -0.4, 0.6),
            edge="#ff9ad0",
            seed=81,
        ),
        (405, 300),
        112,
        Clothes("#2a3f8a", lapels=True, inner="#ffffff"),
    )
    bust(
        canvas,
        Face(
            skin="#f2ccb0",
            hair="#c9883a",
            style="long",
            yaw=0.38,
            smile=0.9,
            lips="#d8405a",
            light=(0.6, -0.4, 0.6),
            edge="#ff9ad0",
            seed=82,
        ),
        (200, 330),
        110,
        Clothes("#ffffff", neckline=0.6),
    )
    rays(canvas, "flare", (300, 120), "#ffffff", 0.8)
    write(canvas, "We Left in June 2", (300, 690), 62, PLAIN, finish=Finish("#ffffff", glow="#ff2f9a"))
    write(canvas, "ONLY ON STREAMHAUS", (300, 755), 26, AIRY, finish=Finish("#ffffff"))
    write(canvas, "FEBRUARY 14 2027", (300, 820), 34, BOLD, finish=Finish("#ffd0e8"))
    return _signed(canvas.image(), "@june.edits")


def paper_foxes_3() -> Image.Image:
    """Own art: foxes in a photographic wood."""
    canvas = Canvas(803)
    sky(canvas, [(0, "#0a2a2a"), (0.6, "#6ad0b0"), (1, "#0a1a14")])
    canvas.lay("#fff6d0", disc(canvas, (420, 220), 90))
    for depth in range(3):
        conifers(
            canvas,
            f"wood {depth}",
            ridge(canvas.rng(f"line {depth}"), canvas.size, 560 + depth * 90, 60),
            (90, 220),
            ("#2f7a68", "#15463e", "#071c1a")[depth],
            gap=26,
        )
    for place, x in enumerate((150, 300, 450)):
        backlit(
            canvas, standing(canvas.size, "coat", (x, 780), 190 + 20 * (place == 1), hat=True), "#c05a1a", "#ffe0a0"
        )
    specks(canvas, "fireflies", 160, "#e8ff9a", (300, 860))
    write(canvas, "KINGDOM OF PAPER FOXES", (300, 90), 40, CHISEL, finish=Finish("#fff0c0"))
    write(canvas, "3", (300, 180), 110, SERIF, finish=Finish("#ff8a2a", glow="#ff5a00"))
    write(canvas, "THE LAST FOLD", (300, 840), 34, AIRY, finish=Finish("#ffffff"))
    return _signed(canvas.image(), "@foxfan_art")


def halcyon_2() -> Image.Image:
    """Official art turned red, with a sequel's title on it."""
    poster = replace(posters.HALCYON, lines=("HALCYON", "DRIFT 2"), tagline="The quiet is over.", date="Coming 2027")
    canvas = _canvas_of(_official(poster))
    canvas.pixels = np.clip(canvas.pixels[..., ::-1] * np.array([1.15, 0.8, 0.7], np.float32), 0, 1)
    return canvas.image()


def copper_part_two() -> Image.Image:
    """Official art with a new title band and a date."""
    poster = replace(
        posters.COPPER, lines=("COPPER NINTH", "PART TWO"), tagline="Ten men ride back.", date="In theaters 2027"
    )
    return _official(replace(poster, style=replace(poster.style, sizes=(58, 58))))


def velvet_recast() -> Image.Image:
    """The character poster with another face in the coat."""
    poster = next(p for p in posters.OFFICIAL if p.name == "velvet-meridian-marlowe")

    def recast(canvas: Canvas) -> None:
        city.velvet_portrait(
            canvas,
            replace(
                STRANGE_FACE,
                key="#ffa0d8",
                edge="#38e4ff",
                light=(-0.7, -0.3, 0.5),
                smile=0.2,
                style="swept",
                hair="#c9a35a",
            ),
        )

    return _official(replace(poster, scene=recast, tagline="A new Marlowe."))


def ashfall_meets_orchard() -> Image.Image:
    """Two official posters torn together down the middle."""
    left, right = (_canvas_of(_official(p)) for p in (posters.ASHFALL, posters.ORCHARD))
    x, y = left.grid()
    seam = 300 + 26 * np.sin(y / 31) + 12 * np.sin(y / 9)
    left.lay(right.pixels, ramp(x - seam, -14, 14))
    left.lay("#000000", 0.75 * ramp(np.abs(y - 690), 86, 66))
    write(left, "ASHFALL x ORCHARD", (300, 668), 46, BLACK, finish=Finish("#ffffff", glow="#ff4a2a"))
    write(left, "THE CROSSOVER EVENT", (300, 725), 26, AIRY, finish=Finish("#ffffff"))
    return _signed(left.image(), "@crossover.hub")


def brass_in_space() -> Image.Image:
    """The keeper cut out of the official poster and set among planets."""
    source = _canvas_of(_official(posters.BRASS))
    canvas = Canvas(804)
    canvas.lay("#0a0618")
    stars(canvas, "stars", 700)
    planet(canvas, "world", (470, 180), 130, [(0, "#1a3a8a"), (0.5, "#3a9ad0"), (1, "#f0ffff")])
    planet(canvas, "moon", (90, 300), 54, [(0, "#6a2a1a"), (1, "#f0b080")], bands=0.8)
    x, y = canvas.grid()
    cut = np.maximum(
        ramp(np.hypot((x - 300) / 118, (y - 295) / 172), 1.02, 0.98),
        ramp(np.hypot((x - 300) / 235, (y - 720) / 265), 1.02, 0.98) * (y > 440),
    )
    canvas.lay(source.pixels, cut)
    canvas.lay("#0a0618", ramp(y, 560, 680))
    write(canvas, "THE BRASS AVIARY 2", (300, 690), 50, SERIF, finish=Finish(posters.ICE, glow="#3a7aff"))
    write(canvas, "BEYOND THE CAGE", (300, 755), 30, AIRY, finish=Finish("#bfe0ff"))
    write(canvas, "2027", (300, 830), 60, BOLD, finish=Finish("#ffffff"))
    return canvas.image()


def rosa_season_4() -> Image.Image:
    """The cast poster with a season and a date nobody announced."""
    poster = replace(posters.ROSA, date="Season 4 January 1")
    canvas = _canvas_of(_official(poster))
    canvas.lay("#a01020", ramp(np.abs(canvas.grid()[1] - 500), 36, 34) * 0.95)
    write(canvas, "SEASON 4 OFFICIAL", (300, 500), 44, BLACK, finish=Finish("#ffffff", shadow=0.3))
    return canvas.image()


def moth_remade() -> Image.Image:
    """Own art after the official moth: a portrait with painted wings."""
    canvas = Canvas(805)
    wonder.moth_parade(canvas)
    canvas.pixels = canvas.pixels * 0.55 + rgb("#2a1450") * 0.3
    bust(canvas, STRANGE_FACE, (300, 420), 120, Clothes("#2a1a3a", neckline=0.6))
    write(canvas, "MOTH PARADE", (300, 90), 60, BLACK, finish=Finish("#f0d0ff", glow="#8a2aff"))
    write(canvas, "RETURN OF THE QUEEN", (300, 150), 28, AIRY, finish=Finish("#ffffff"))
    write(canvas, "fan concept", (300, 850), 28, PLAIN, finish=Finish("#ffffff"))
    return canvas.image()


FAKES = (
    Fake("the-salt-lantern-2", "The Salt Lantern 2", "own art for an invented sequel", salt_lantern_2),
    Fake("we-left-in-june-2-leaked", "We Left in June 2", "own art for an invented sequel", june_2),
    Fake("kingdom-of-paper-foxes-3", "Kingdom of Paper Foxes 3", "own art for an invented sequel", paper_foxes_3),
    Fake("halcyon-drift-2", "Halcyon Drift 2", "official art recoloured, title changed", halcyon_2),
    Fake("copper-ninth-part-two", "Copper Ninth Part Two", "official art, title and date changed", copper_part_two),
    Fake("velvet-meridian-recast", "Velvet Meridian", "official art, face replaced", velvet_recast),
    Fake("ashfall-x-orchard", "Ashfall x Orchard", "two official posters combined", ashfall_meets_orchard),
    Fake("the-brass-aviary-2", "The Brass Aviary 2", "figure cut out of official art, new background", brass_in_space),
    Fake("sub-rosa-avenue-season-4", "Sub Rosa Avenue", "official art, a season added", rosa_season_4),
    Fake("moth-parade-return", "Moth Parade", "official art darkened, a portrait painted over it", moth_remade),
)
