"""Scenes in the city: a rainy neon street, portraits over towers, a cast in strips."""

import numpy as np

from reference_images.art.canvas import Canvas, blurred, polygons, ramp, rim, strokes
from reference_images.art.faces import Face
from reference_images.art.figures import Clothes, backlit, birds, bust, standing
from reference_images.art.landscapes import disc, sky, skyline
from reference_images.art.lettering import BLACK, CONDENSED, Finish, write
from reference_images.art.palette import rgb
from reference_images.art.textures import (
    bokeh,
    clouds,
    fog,
    fractal,
    halftone,
    halo,
    mottle,
    rain,
    specks,
    stars,
    vignette,
)

NEON = ["#ff4fa3", "#49e0ff", "#ffb347", "#a46bff"]
MARLOWE = Face(
    skin="#c9946f",
    hair="#191316",
    style="swept",
    eyes="#3f6f74",
    yaw=0.3,
    beard=0.55,
    light=(-0.75, -0.25, 0.5),
    key="#ff8ccf",
    fill="#124a66",
    edge="#38e4ff",
    seed=31,
)
INES = Face(
    skin="#a8714e",
    hair="#1d1113",
    style="curly",
    eyes="#5b3a20",
    lips="#a8383f",
    yaw=-0.22,
    smile=0.2,
    light=(0.7, -0.35, 0.6),
    key="#ffe6bd",
    fill="#4a2a66",
    edge="#ff8a5c",
    seed=32,
)
RHODA = Face(
    skin="#efc3a4",
    hair="#c9a05a",
    style="bob",
    eyes="#4a6f8c",
    lips="#b8343f",
    yaw=0.28,
    smile=0.0,
    light=(0.7, -0.35, 0.6),
    key="#ffe6bd",
    fill="#2c3f78",
    edge="#ff8a5c",
    seed=33,
)
TOBIAS = Face(
    skin="#8a5638",
    hair="#0f0c0c",
    style="short",
    eyes="#2f1c12",
    lips="#7d3f38",
    yaw=-0.3,
    beard=0.7,
    light=(0.7, -0.35, 0.6),
    key="#ffdcae",
    fill="#2c3f78",
    edge="#ff8a5c",
    seed=34,
)
OTTO = Face(
    skin="#dcaf90",
    hair="#b9b4ac",
    style="short",
    eyes="#6a7f86",
    yaw=0.2,
    glasses=True,
    beard=0.6,
    light=(0.7, -0.35, 0.6),
    key="#ffe6bd",
    fill="#2c3f78",
    edge="#ff8a5c",
    seed=35,
)


def _wet_street(canvas: Canvas, row: int) -> None:
    """Mirror what stands above the row into the street, broken by ripples."""
    height = canvas.size[1] - row
    rng = canvas.rng("ripple")
    sway = (14 * (fractal(rng, (canvas.size[0], height), (60, 6), 4) - 0.5)).astype(int)
    above = canvas.pixels[row - height : row][::-1]
    columns = np.clip(np.arange(canvas.size[0])[None, :] + sway * 2, 0, canvas.size[0] - 1)
    rows = np.clip(np.arange(height)[:, None] + sway, 0, height - 1)
    fade = np.linspace(0.75, 0.3, height, dtype=np.float32)[:, None, None]
    canvas.pixels[row:] = above[rows, columns] * fade + rgb("#080a14") * (1 - fade)


_EDGES = (-30, 118, 196, 243, 270)
_ROOFS = (-90, 70, 230, 345, 410)
_SIGNS = (("HOTEL", "JAZZ"), ("NOODLES", "CINEMA"), ("BAR", "PAWN"), ("24H", "CLUB"))


def _front(canvas: Canvas, step: int, side: int) -> None:
    """One house front in perspective with lit windows and a sign that hangs out over the street."""
    rng = canvas.rng(f"front {step} {side}")
    (x0, x1), (y0, y1) = _EDGES[step : step + 2], _ROOFS[step : step + 2]

    def at(x: float, y: float) -> tuple[float, float]:
        """From the front's own 0..1 to the canvas."""
        column = x0 + (x1 - x0) * x
        top, foot = y0 + (y1 - y0) * x, 690 - 24 * (step + x)
        return (600 - column if side else column), top + (foot - top) * y

    wall = polygons(canvas.size, [at(0, 0), at(1, 0.04), at(1, 1), at(0, 1)])
    tone = fractal(canvas.rng(f"wall {step} {side}"), canvas.size, (9, 30), 4)[..., None]
    canvas.lay(rgb(("#2c1248", "#3a1658", "#4d1c68", "#6a2878")[step]) * (0.5 + 0.9 * tone), wall)
    panes: dict[str, list[list[tuple[float, float]]]] = {paint: [] for paint in (*NEON, "#ffe2a8", "#160a26")}
    for row in range(13):
        for column in range(4):
            left, top = 0.08 + column * 0.23, 0.05 + row * 0.066
            paint = ["#ffe2a8", "#160a26", "#160a26", NEON[int(rng.integers(4))]][int(rng.integers(4))]
            panes[paint].append(
                [at(left, top), at(left + 0.14, top), at(left + 0.14, top + 0.042), at(left, top + 0.042)]
            )
    for paint, shapes in panes.items():
        canvas.lay(paint, 0.85 * polygons(canvas.size, *shapes))
    paint, word, size = NEON[(step + 2 * side) % 4], _SIGNS[step][side], (38, 25, 17, 12)[step]
    for place, letter in enumerate(word):
        x, y = at(0.92, 0.36)
        write(
            canvas,
            letter,
            (x, y + place * size * 1.1),
            size,
            BLACK,
            finish=Finish(fill="#fff4fb", glow=paint, shadow=0),
        )


def velvet_street(canvas: Canvas) -> None:
    """A neon street in the rain and one person walking away under an umbrella."""
    sky(canvas, [(0, "#12062a"), (0.5, "#4a1458"), (0.75, "#c23a7c"), (1, "#c23a7c")])
    skyline(canvas, "far", 560, 330, "#331a52", windows=["#ff8fc6", "#7fd7ff"], lit=0.25)
    fog(canvas, "smog", "#e0569a", (330, 520, 640), 0.55)
    for step in reversed(range(4)):
        for side in (0, 1):
            _front(canvas, step, side)
    halo(canvas, (300, 560), 150, "#ffb0d8", 0.9)
    canvas.lay("#0a0814", polygons(canvas.size, [(0, 640), (290, 572), (310, 572), (600, 640), (600, 900), (0, 900)]))
    figure = standing(canvas.size, "coat", (300, 668), 190)
    backlit(canvas, figure, "#0b0712", "#ff9fd0", 2)
    x, y = canvas.grid()
    dome = ramp(np.hypot((x - 300) / 92, (y - 492) / 62), 1.01, 0.99) * (y < 492)
    canvas.lay(rgb("#8e1230") * (0.6 + 0.5 * np.abs(np.sin((x - 300) / 19)))[..., None], dome)
    canvas.glow("#ffc2dc", rim(dome, 0, -4))
    _wet_street(canvas, 668)
    rain(canvas, "rain", 620, "#d7c8ff", 0.06)
    bokeh(canvas, "drops", 26, NEON, (600, 880))
    vignette(canvas, 0.55)


def velvet_portrait(canvas: Canvas, face: Face = MARLOWE) -> None:
    """One large face, half pink and half blue, the city in the coat."""
    canvas.lay("#140a24")
    x, y = canvas.grid()
    canvas.glow("#ff2f86", 0.5 * ramp(x, 380, 0) * ramp(y, 820, 200))
    canvas.glow("#10b5dd", 0.5 * ramp(x, 220, 600) * ramp(y, 820, 200))
    bokeh(canvas, "back", 46, NEON, (20, 560))
    body = bust(canvas, face, (300, 290), 165, Clothes("#1c1830", inner="#2b2440", lapels=True))
    before = canvas.pixels.copy()
    skyline(canvas, "coat", 900, 360, "#170d2c", windows=NEON, lit=0.3)
    canvas.pixels = before + (canvas.pixels - before) * (0.75 * ramp(y, 500, 660) * body)[..., None]
    rain(canvas, "rain", 380, "#e8dcff", 0.05)
    mottle(canvas, "dirt", 0.1, 60)
    vignette(canvas, 0.5)


def sub_rosa_main(canvas: Canvas) -> None:
    """Four faces over an avenue at dusk."""
    sky(canvas, [(0, "#2a1838"), (0.4, "#8f3a4f"), (0.66, "#f0a35c"), (1, "#3a1c2c")])
    clouds(canvas, "clouds", "#e08a6a", "#4a2440", cover=0.5, cell=(300, 60))
    for face, at, radius, cloth in (
        (OTTO, (120, 205), 70, "#4a3f38"),
        (TOBIAS, (482, 200), 74, "#2a2430"),
        (RHODA, (205, 300), 92, "#7a1f30"),
        (INES, (400, 310), 98, "#1d3a3f"),
    ):
        bust(
            canvas,
            face,
            at,
            radius,
            Clothes(cloth, inner="#e6dccb" if face in (OTTO, TOBIAS) else None, lapels=face is not INES, neckline=0.55),
        )
    fog(canvas, "dusk", "#8a3a44", (400, 600, 760), 0.9)
    skyline(canvas, "far", 640, 190, "#5a2438", windows=["#ffd08a"], lit=0.3)
    skyline(canvas, "near", 720, 150, "#1f0e1a", windows=["#ffcf7a", "#fff0c8"], lit=0.45)
    canvas.lay("#170a14", ramp(canvas.grid()[1], 716, 724))
    avenue = polygons(canvas.size, [(292, 640), (308, 640), (430, 900), (170, 900)])
    canvas.lay("#2a1520", avenue)
    rng = canvas.rng("traffic")
    lights = [
        ((x - 300) * (y - 600) / 160 + 300, y)
        for x, y in zip(rng.uniform(262, 338, 150), rng.uniform(642, 880, 150), strict=True)
    ]
    for paint, keep in (("#ff5a3c", lambda p: p[0] > 300), ("#fff3cf", lambda p: p[0] <= 300)):
        glow = strokes(canvas.size, [([p, (p[0] + 2, p[1] + 1)], 2.6) for p in lights if keep(p)])
        canvas.glow(paint, glow)
        canvas.glow(paint, blurred(glow, 5))
    vignette(canvas, 0.45)


def sub_rosa_strips(canvas: Canvas) -> None:
    """The same cast in four slanting strips of one colour each, printed in dots."""
    strips = (("#d8433b", INES), ("#e9a63a", TOBIAS), ("#2f7f86", RHODA), ("#4a3f7a", OTTO))
    x, y = canvas.grid()
    for place, (paint, face) in enumerate(strips):
        strip = Canvas(canvas.seed + place + 1)
        strip.lay(paint)
        strip.lay("#000000", 0.35 * ramp(y, 300, 800))
        halftone(
            strip,
            "#1a1018",
            9,
            np.clip(ramp(y, 200, 900) * 0.6 + 0.15 * fractal(strip.rng("dots"), strip.size, (80, 80)), 0, 0.75),
        )
        middle = 75 + 150 * place
        bust(
            strip,
            face,
            (middle + 8, 300 + (36 if place % 2 else -30)),
            96,
            Clothes("#17131c", inner="#e6dccb", lapels=True),
        )
        tone = strip.pixels.mean(-1, keepdims=True)
        strip.pixels = 0.45 * strip.pixels + 0.55 * tone * (0.4 + 1.1 * rgb(paint))
        edge = x + (y - 450) * 0.11
        canvas.lay(strip.pixels, ramp(edge, 150 * place - 1, 150 * place + 1) if place else 1.0)
        if place:
            canvas.lay("#f6ecd8", ramp(np.abs(edge - 150 * place), 4, 2.5))
    canvas.lay("#120c14", ramp(y, 560, 640) * 0.93)
    mottle(canvas, "print", 0.16, 12)


def tin_comet(canvas: Canvas) -> None:
    """A fairground at night under a green comet: the scene of a title that is in no library."""
    sky(canvas, [(0, "#04121c"), (0.5, "#0d3a44"), (0.75, "#2f7a6a"), (1, "#0c1a1c")])
    stars(canvas, "stars", 500, below=560)
    canvas.glow("#b8ffd0", 0.8 * blurred(polygons(canvas.size, [(120, 190), (126, 178), (600, 20), (600, 130)]), 12))
    halo(canvas, (124, 184), 70, "#eafff0", 1.0)
    rim_points = [(330 + 150 * np.cos(a), 470 + 150 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 25)]
    spokes = [([(330, 470), p], 1.6) for p in rim_points]
    canvas.lay(
        "#d8c9a0",
        strokes(
            canvas.size, [(rim_points, 4.0), *spokes, ([(330, 470), (250, 690)], 8.0), ([(330, 470), (410, 690)], 8.0)]
        ),
    )
    for place, p in enumerate(rim_points[:-1:2]):
        canvas.lay(("#e2483d", "#f2b63c", "#3fa7a0")[place % 3], disc(canvas, p, 12))
        halo(canvas, p, 22, "#ffd98a", 0.8)
    for place, x in enumerate((40, 140, 480, 570)):
        tent = [(x - 62, 700), (x - 50, 640), (x, 570), (x + 50, 640), (x + 62, 700)]
        gx, _ = canvas.grid()
        stripe = ramp(np.sin((gx - x) / 5), -0.2, 0.2)[..., None]
        canvas.lay(
            rgb("#b8322f") * stripe + rgb("#eadfc2") * (1 - stripe),
            polygons(canvas.size, tent) * (0.9 if place % 2 else 1),
        )
    bokeh(canvas, "bulbs", 30, ["#ffdf9a", "#ff9a6a", "#9affd0"], (560, 720))
    canvas.lay("#071012", polygons(canvas.size, [(0, 690), (600, 690), (600, 900), (0, 900)]))
    for kind, x, tall in (("dress", 250, 120), ("coat", 300, 134), ("coat", 215, 92)):
        backlit(canvas, standing(canvas.size, kind, (x, 738), tall), "#050a0c", "#ffe0a0", 2)
    birds(canvas, "bats", 6, (40, 260, 200, 400), "#021014", 10)
    write(canvas, "ADMIT ONE", (140, 560), 15, CONDENSED, finish=Finish(fill="#ffe9b0", glow="#ff9a4a"))
    specks(canvas, "dust", 220, "#c8ffe0", (150, 760))
    vignette(canvas, 0.5)
