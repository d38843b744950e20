"""Scenes inland: a western desert, kites over hills, an orchard in the snow, a county of bad weather."""

import numpy as np

from reference_images.art.canvas import Array, Canvas, Point, blurred, moved, polygons, ramp, rim, smooth, strokes
from reference_images.art.faces import Face
from reference_images.art.figures import Clothes, backlit, birds, bust, standing
from reference_images.art.landscapes import bare_tree, conifers, disc, grass, leafy_tree, mountains, ridge, sky, under
from reference_images.art.palette import gradient, rgb
from reference_images.art.textures import brush, clouds, fog, fractal, halo, mottle, rays, specks, stars, vignette

SHERIFF = Face(
    skin="#bd8257",
    hair="#6a5a4c",
    style="short",
    eyes="#6a8796",
    beard=0.9,
    yaw=0.24,
    jaw=1.08,
    light=(0.75, -0.3, 0.5),
    key="#ffd9a0",
    fill="#5a2a1c",
    edge="#ff7a3c",
    seed=41,
)
MAREN = Face(
    skin="#f0cbb2",
    hair="#b5602c",
    style="long",
    eyes="#4f7f78",
    lips="#b84a4f",
    yaw=-0.2,
    tilt=-0.05,
    smile=0.35,
    light=(-0.6, -0.5, 0.6),
    key="#f4f8ff",
    fill="#4a5f96",
    edge="#bfe0ff",
    seed=42,
)


def _mesas(canvas: Canvas, layer: str, base: float, height: float, light: str, dark: str) -> None:
    """Table mountains with layered walls."""
    rng = canvas.rng(layer)
    line = np.full(canvas.size[0], base, np.float32)
    x = np.arange(canvas.size[0])
    for _ in range(4):
        middle, wide, tall = rng.uniform(0, 600), rng.uniform(40, 110), height * rng.uniform(0.4, 1)
        line = np.minimum(line, base - tall * ramp(np.abs(x - middle), wide + 26, wide))
    line += 5 * fractal(rng, (canvas.size[0], 2), (30, 60), 4)[0]
    mask = under(canvas, line)
    _, y = canvas.grid()
    layers = 0.5 + 0.5 * np.sin(y / 4 + 5 * fractal(rng, canvas.size, (120, 30), 4))
    cracks = fractal(rng, canvas.size, (9, 90), 4)
    canvas.lay(gradient(np.clip(0.45 * layers + 0.75 * cracks - 0.1, 0, 1), [(0, dark), (1, light)]), mask)


def _cactus(canvas: Canvas, x: float, foot: float, tall: float) -> None:
    lines = [([(x, foot), (x, foot - tall)], tall * 0.16), ([(x - tall * 0.28, foot - tall * 0.8), (x - tall * 0.28,
    foot - tall * 0.45), (x, foot - tall * 0.4)], tall * 0.1),
             ([(x + tall * 0.26, foot - tall * 0.95), (x + tall * 0.26, foot - tall * 0.6), (x, foot - tall * 0.55)],
             tall * 0.1)]  # fmt: skip
    mask = strokes(canvas.size, lines)
    canvas.lay("#1f1512", mask)
    canvas.glow("#ffb060", rim(mask, 2, -1, 1))


def copper_ride(canvas: Canvas) -> None:
    """Three riders before a huge sun among table mountains."""
    sky(canvas, [(0, "#6e1d1a"), (0.3, "#c8452a"), (0.55, "#f39a45"), (0.7, "#ffd88a"), (1, "#5a2416")])
    clouds(canvas, "clouds", "#ffb273", "#8a2c22", cover=0.4, cell=(420, 40))
    sun = disc(canvas, (300, 400), 190)
    _, y = canvas.grid()
    canvas.lay(gradient((y - 210) / 380, [(0, "#fff3b8"), (1, "#ff7a2e")]), sun)
    halo(canvas, (300, 400), 320, "#ffb04a", 0.5)
    _mesas(canvas, "far", 590, 210, "#d9713c", "#8a3320")
    fog(canvas, "dust", "#ffbf7a", (470, 600, 680), 0.7)
    _mesas(canvas, "near", 660, 130, "#a8492a", "#4a1a12")
    mountains(
        canvas,
        "ground",
        ridge(canvas.rng("ground"), canvas.size, 690, 34, cell=300),
        "#8a3f22",
        "#220d0a",
        cell=40,
        rough=0.7,
    )
    for x, tall, flip in ((170, 120, False), (315, 158, False), (460, 112, True)):
        backlit(canvas, standing(canvas.size, "rider", (x, 700), tall, flip=flip), "#150a09", "#ffc873", 2)
    for x, tall in ((48, 150), (552, 110)):
        _cactus(canvas, x, 730, tall)
    birds(canvas, "buzzards", 7, (60, 90, 540, 260), "#3a0f0c", 20)
    specks(canvas, "embers", 150, "#ffd08a", (380, 800))
    brush(canvas, "brush", 0.07, (40, 3))


def copper_sheriff(canvas: Canvas) -> None:
    """The sheriff under his hat, a coin of a sun behind: the teaser."""
    canvas.lay("#1c0d0b")
    for step in range(24):
        angle = step * np.pi / 12
        wedge = [
            (300, 330),
            (300 + 900 * np.cos(angle), 330 + 900 * np.sin(angle)),
            (300 + 900 * np.cos(angle + 0.13), 330 + 900 * np.sin(angle + 0.13)),
        ]
        canvas.lay("#b4532a", 0.5 * polygons(canvas.size, wedge))
    canvas.lay("#e08a3f", disc(canvas, (300, 330), 250))
    mottle(canvas, "copper", 0.3, 50)
    bust(canvas, SHERIFF, (300, 360), 140, Clothes("#4a2c1c", inner="#c9b08a", lapels=True))
    brim = polygons(
        canvas.size,
        smooth([(60, 262), (150, 262), (300, 300), (450, 262), (540, 250), (460, 318), (300, 336), (140, 322)]),
    )
    crown = polygons(
        canvas.size,
        smooth([(178, 290), (196, 150), (250, 112), (300, 134), (352, 112), (404, 150), (424, 288), (300, 310)]),
    )
    weave = fractal(canvas.rng("felt"), canvas.size, (10, 10), 4)[..., None]
    canvas.shade("#000000", 0.6 * blurred(np.roll(brim, 34, 0), 14))
    x, _ = canvas.grid()
    felt = rgb("#6b4526") * (0.4 + 0.7 * weave) * np.clip(0.5 + (x[..., None] - 200) / 360, 0.35, 1.4)
    canvas.lay(felt, crown)
    canvas.lay("#1c110c", polygons(canvas.size, [(182, 262), (420, 262), (424, 296), (300, 312), (178, 296)]))
    canvas.lay(felt * 1.1, brim)
    canvas.glow("#ffcf8a", 0.8 * rim(brim, 3, -4) + 0.8 * rim(crown, 5, -3))
    star = [
        (
            390 + (26 if k % 2 == 0 else 11) * np.sin(k * np.pi / 5),
            660 - (26 if k % 2 == 0 else 11) * np.cos(k * np.pi / 5),
        )
        for k in range(10)
    ]
    canvas.lay("#f2c766", polygons(canvas.size, star))
    specks(canvas, "dust", 240, "#ffdba0", (300, 860))
    vignette(canvas, 0.6)


def _kite(canvas: Canvas, layer: str, at: Point, size: float, turn: float, paints: tuple[str, str]) -> None:
    def spun(points: list[Point]) -> list[Point]:
        c, s = np.cos(turn), np.sin(turn)
        return moved([(float(x * c - y * s), float(x * s + y * c)) for x, y in points], at, size)

    for place, shape in enumerate(
        (
            [(0, -1), (0.62, -0.2), (0, 0)],
            [(0, -1), (-0.62, -0.2), (0, 0)],
            [(0.62, -0.2), (0, 1), (0, 0)],
            [(-0.62, -0.2), (0, 1), (0, 0)],
        )
    ):
        tone = (1.0, 0.8, 0.72, 0.9)[place]
        canvas.lay(
            rgb(paints[place in (1, 2)]) * tone, polygons(canvas.size, spun([*shape[:2], shape[2], (0.0, -0.2)]))
        )
    tail = spun([(0.1 * np.sin(k * 1.3), 1 + k * 0.16) for k in range(12)])
    canvas.lay("#5a3a3a", strokes(canvas.size, [(tail, 1.4)]))
    bows = [[tail[k], (tail[k][0] + 7, tail[k][1] - 4), (tail[k][0] + 7, tail[k][1] + 4)] for k in range(1, 12, 2)]
    canvas.lay(paints[0], polygons(canvas.size, *bows))
    child = (318.0, 655.0)
    sag = [
        (at[0] + (child[0] - at[0]) * t, at[1] + (child[1] - at[1]) * t + 60 * np.sin(np.pi * t))
        for t in np.linspace(0, 1, 14)
    ]
    canvas.lay("#6a5550", 0.7 * strokes(canvas.size, [(sag, 0.8)]))


def thirteen_kites(canvas: Canvas) -> None:
    """Thirteen kites in a windy sky and the children who hold them on a hill."""
    sky(canvas, [(0, "#2f86b8"), (0.4, "#8fcbd6"), (0.7, "#f5e6c0"), (1, "#f5e6c0")])
    clouds(canvas, "clouds", "#ffffff", "#8fb6c9", cover=0.55, cell=(230, 110))
    paints = ("#d9412f", "#f2b134", "#2a6f97", "#6a994e", "#8e4585", "#f28482", "#1b998b")
    rng = canvas.rng("kites")
    for place in range(13):
        at = (70 + (place * 167) % 470 + rng.uniform(-20, 20), 70 + place * 33 + rng.uniform(-12, 12))
        _kite(
            canvas,
            f"kite {place}",
            at,
            24 + place * 1.9,
            rng.uniform(-0.6, 0.6),
            (paints[place % 7], paints[(place * 3 + 2) % 7]),
        )
    for place, (light, dark) in enumerate((("#9dbb7a", "#5f8f6a"), ("#8aa84a", "#4a7438"))):
        line = ridge(canvas.rng(f"hill {place}"), canvas.size, 640 + 60 * place, 70, cell=330, octaves=4)
        mountains(canvas, f"turf {place}", line, light, dark, cell=50, rough=0.4)
    for kind, x, tall in (("dress", 268, 74), ("coat", 318, 92), ("dress", 352, 66), ("coat", 398, 84)):
        backlit(canvas, standing(canvas.size, kind, (x, 716), tall), "#2a2530", "#fff0c0", -1)
    grass(canvas, "grass", (690, 900), 1500, ["#3d6a2f", "#7fa648", "#c2c46a", "#2c4f2a"], 34)
    brush(canvas, "brush", 0.08, (30, 6))


def orchard(canvas: Canvas) -> None:
    """A woman's face over a frozen orchard; the fruit is glass."""
    sky(canvas, [(0, "#27406b"), (0.4, "#7d9cc4"), (0.65, "#dfe9f2"), (1, "#c9d8e6")])
    clouds(canvas, "clouds", "#eef5ff", "#4a6a9a", cover=0.5, cell=(280, 80))
    bust(canvas, MAREN, (300, 270), 150, Clothes("#5a6f9a", neckline=0.6))
    fog(canvas, "breath", "#dfeaf5", (430, 620, 780), 1.0)
    mountains(
        canvas,
        "snowfield",
        ridge(canvas.rng("field"), canvas.size, 660, 26, cell=400, octaves=3),
        "#f4f8ff",
        "#a9bcd6",
        cell=50,
        rough=0.4,
    )
    rng = canvas.rng("rows")
    fruit: dict[str, list[tuple[Point, float]]] = {"#d8324a": [], "#f2b84a": [], "#58c0c9": []}
    for depth in range(4):
        for x in np.arange(20 + depth * 12, 600, 150 - depth * 14):
            foot = (float(x + rng.uniform(-12, 12)), 640 + depth * 38.0)
            tall = 95 + depth * 38
            canvas.lay(
                ("#7d8aa6", "#5d6884", "#434a66", "#2a2c44")[depth],
                strokes(canvas.size, bare_tree(rng, foot, tall, depth=6)),
            )
            for _ in range(9):
                spot = (float(foot[0] + rng.normal(0, tall * 0.2)), float(foot[1] - tall * rng.uniform(0.45, 0.95)))
                fruit[("#d8324a", "#f2b84a", "#58c0c9")[int(rng.integers(3))]].append((spot, 2.6 + depth))
    for paint, balls in fruit.items():
        canvas.lay(paint, strokes(canvas.size, [([(x - 0.1, y), (x + r, y)], 2 * r) for (x, y), r in balls]))
        canvas.glow(
            "#ffffff",
            0.9
            * strokes(canvas.size, [([(x, y - r * 0.4), (x + r * 0.4, y - r * 0.4)], r * 0.5) for (x, y), r in balls]),
        )
    specks(canvas, "snow", 420, "#ffffff")
    vignette(canvas, 0.35)


def orchard_summer(canvas: Canvas) -> None:
    """Rows of trees in late light and a small figure with a basket: the other artwork."""
    sky(canvas, [(0, "#e8a24a"), (0.35, "#f7d794"), (0.6, "#fff1cf"), (1, "#fff1cf")])
    rays(canvas, "sun", (470, 150), "#fff3c4", 0.7)
    halo(canvas, (470, 150), 120, "#fffbe6", 1.0)
    mountains(
        canvas,
        "hills",
        ridge(canvas.rng("hills"), canvas.size, 500, 70, cell=280, octaves=4),
        "#b8b06a",
        "#7a8a5a",
        cell=50,
        rough=0.4,
    )
    mountains(canvas, "floor", np.full(600, 520, np.float32), "#8a9a3a", "#4a6430", cell=40, rough=0.4)
    for depth in range(5):
        for side in (-1, 1):
            spread = 46 + depth**1.6 * 30
            foot = (300 + side * spread, 540 + depth * 52.0)
            leafy_tree(canvas, f"tree {depth} {side}", foot, 110 + depth * 58, "#e8d06a", "#1f4a2c")
    backlit(canvas, standing(canvas.size, "dress", (300, 668), 128), "#7a2430", "#fff0b8", 2)
    grass(canvas, "grass", (650, 900), 1100, ["#2f5a2a", "#8aa03c", "#d8c45a"], 30)
    brush(canvas, "brush", 0.1, (14, 8))


def _house(canvas: Canvas, x: float, base: float, scale: float) -> None:
    def at(points: list[Point]) -> list[Point]:
        return moved(points, (x, base), scale)

    wall = polygons(
        canvas.size,
        at([(-1, 0), (-1, -1.1), (1, -1.1), (1, 0)]),
        at([(-1.15, -1.05), (-0.45, -1.8), (0.3, -1.05)]),
        at([(0.2, -1), (0.2, -2.1), (0.75, -2.1), (0.75, -1)]),
        at([(0.1, -2.05), (0.47, -2.75), (0.85, -2.05)]),
    )
    planks: Array = fractal(canvas.rng("planks"), canvas.size, (60, 3), 3)[..., None]
    canvas.lay(rgb("#1d1214") * (0.5 + planks), wall)
    canvas.glow("#ff5a2a", 0.5 * rim(wall, 3, -3))
    panes = [
        at([(a, b), (a + 0.26, b), (a + 0.26, b - 0.42), (a, b - 0.42)])
        for a, b in ((-0.75, -0.25), (-0.2, -0.25), (0.5, -0.25), (-0.6, -1.1), (0.35, -1.4))
    ]
    lit = polygons(canvas.size, *panes)
    canvas.lay("#ffb04a", lit)
    canvas.glow("#ff8a2a", blurred(lit, 12))
    bars = [([((p[0][0] + p[1][0]) / 2, p[0][1]), ((p[0][0] + p[1][0]) / 2, p[2][1])], 2.0) for p in panes]
    canvas.lay("#1d1214", strokes(canvas.size, bars))


def ashfall_house(canvas: Canvas) -> None:
    """A lone house under a burning sky, dead trees, ash."""
    sky(canvas, [(0, "#1a0606"), (0.3, "#5a100c"), (0.6, "#c43a18"), (0.75, "#f0803a"), (1, "#1a0806")])
    clouds(canvas, "smoke", "#b8402a", "#170505", cover=0.75, cell=(240, 130))
    rays(canvas, "fire", (330, 600), "#ff7a2e", 0.6)
    conifers(canvas, "wood", ridge(canvas.rng("wood line"), canvas.size, 620, 24), (40, 110), "#3a0f0c", gap=11)
    mountains(
        canvas,
        "hill",
        ridge(canvas.rng("hill"), canvas.size, 650, 50, cell=420, octaves=4),
        "#3a1a14",
        "#0c0505",
        cell=50,
        rough=0.6,
    )
    _house(canvas, 330, 650, 88)
    rng = canvas.rng("trees")
    for foot, tall, lean in (((80.0, 720.0), 470, 0.08), ((545.0, 730.0), 560, -0.1)):
        canvas.lay("#0d0606", strokes(canvas.size, bare_tree(rng, foot, tall, lean, 8)))
    backlit(canvas, standing(canvas.size, "dress", (210, 690), 74), "#f0e2d8", "#ffffff", 1, texture=0.2)
    birds(canvas, "crows", 22, (80, 120, 540, 420), "#0a0404", 15)
    specks(canvas, "ash", 300, "#d8b8a8")
    vignette(canvas, 0.5)


def ashfall_teaser(canvas: Canvas) -> None:
    """A pale wood in fog with something tall among the trunks."""
    sky(canvas, [(0, "#d8d4cc"), (0.5, "#b9b3aa"), (1, "#6f6862")])
    rng = canvas.rng("trunks")
    for depth in range(5):
        tone = ("#b3ada4", "#918a82", "#6a635d", "#413b38", "#1c1817")[depth]
        for _ in range(8 - depth):
            x = rng.uniform(-10, 610)
            if depth > 2 and 190 < x < 410:
                continue
            wide = 6 + depth * 7
            bark = fractal(canvas.rng(f"bark {depth}"), canvas.size, (4, 34), 4)[..., None]
            trunk = strokes(
                canvas.size,
                [
                    ([(x, 700 + depth * 45), (x + rng.normal(0, 6), 350), (x + rng.normal(0, 10), -20)], wide),
                    *bare_tree(rng, (x, 330.0), 330, rng.normal(0, 0.5), 4),
                ],
            )
            canvas.lay(rgb(tone) * (0.8 + 0.4 * bark), trunk)
        fog(canvas, f"fog {depth}", "#cfc9c0", (300, 720, 1100), 0.62)
        if depth == 2:
            thing = standing(canvas.size, "coat", (300, 760), 430)
            horns = [
                ([(300 + s * 12, 345), (300 + s * 40, 300), (300 + s * 34, 250), (300 + s * 62, 215)], 8.0)
                for s in (-1, 1)
            ]
            horns += [([(300 + s * 38, 290), (300 + s * 72, 270)], 5.0) for s in (-1, 1)]
            canvas.lay("#2c2624", 0.9 * np.maximum(blurred(thing, 1.5), strokes(canvas.size, horns)))
    canvas.lay("#b3120c", disc(canvas, (291, 357), 3.4) + disc(canvas, (309, 357), 3.4))
    specks(canvas, "ash", 340, "#f2efe9")
    stars(canvas, "motes", 60)
    mottle(canvas, "print", 0.08, 30)
