"""Scenes by the sea: lighthouses, beaches, an orchestra on the sand."""

import numpy as np

from reference_images.art.canvas import Canvas, blurred, moved, polygons, ramp, rim, smooth, strokes
from reference_images.art.faces import Face
from reference_images.art.figures import Clothes, backlit, birds, bust, standing
from reference_images.art.landscapes import disc, mountains, ridge, sea, sky
from reference_images.art.palette import gradient, rgb
from reference_images.art.textures import (
    bokeh,
    brush,
    clouds,
    fog,
    fractal,
    halo,
    mottle,
    rain,
    rays,
    specks,
    stars,
    vignette,
)


def _lighthouse(canvas: Canvas, x: float, base: float, height: float) -> None:
    wide = height * 0.12
    tower = [
        (x - wide, base),
        (x - wide * 0.6, base - height * 0.8),
        (x + wide * 0.6, base - height * 0.8),
        (x + wide, base),
    ]
    mask = polygons(canvas.size, tower)
    gx, gy = canvas.grid()
    side = np.clip(0.75 - (gx - x) / wide * 0.55, 0.1, 1.2)
    stripe = ramp(np.sin((gy - base) / height * 22), -0.12, 0.12)
    wall = rgb("#e8e0d2") * (1 - stripe[..., None]) + rgb("#a8382c") * stripe[..., None]
    stain = fractal(canvas.rng("stain"), canvas.size, (6, 40), 4)
    canvas.lay(wall * (side * (0.7 + 0.4 * stain))[..., None], mask)
    top = base - height * 0.8
    canvas.lay(
        "#1a1c22",
        polygons(
            canvas.size,
            [(x - wide * 0.95, top), (x + wide * 0.95, top), (x + wide * 0.8, top - 8), (x - wide * 0.8, top - 8)],
        ),
    )
    canvas.lay(
        "#ffe9a8",
        polygons(
            canvas.size,
            [
                (x - wide * 0.45, top - 8),
                (x + wide * 0.45, top - 8),
                (x + wide * 0.45, top - 44),
                (x - wide * 0.45, top - 44),
            ],
        ),
    )
    canvas.lay(
        "#1a1c22",
        strokes(
            canvas.size,
            [([(x + k * wide * 0.22, top - 8), (x + k * wide * 0.22, top - 44)], 2.0) for k in (-2, -1, 0, 1, 2)],
        ),
    )
    canvas.lay(
        "#7d2a22", polygons(canvas.size, [(x - wide * 0.62, top - 44), (x, top - 78), (x + wide * 0.62, top - 44)])
    )
    for row in (0.2, 0.42, 0.62):
        y = base - height * row
        canvas.lay(
            "#15161c", polygons(canvas.size, [(x - 5, y), (x + 5, y), (x + 5, y - 16), (x, y - 21), (x - 5, y - 16)])
        )
    halo(canvas, (x, top - 26), 110, "#ffdf9a", 0.95)


def _beams(canvas: Canvas, x: float, y: float) -> None:
    beams = polygons(canvas.size, [(x, y), (-80, y - 130), (-80, y + 10)], [(x, y), (700, y - 150), (700, y - 20)])
    gx, _ = canvas.grid()
    canvas.glow("#ffe7b0", 0.55 * blurred(beams, 6) * np.exp(-np.abs(gx - x) / 330))


def _rocks(canvas: Canvas, layer: str, base: float, height: float, lean: float) -> None:
    line = ridge(canvas.rng(layer), canvas.size, base, height, cell=110)
    x = np.arange(canvas.size[0])
    line = line + np.clip(np.abs(x - lean) - 60, 0, None) * 0.5
    mountains(canvas, layer + " rock", line.astype(np.float32), "#5b6670", "#0c1016", cell=80)


def salt_lantern(canvas: Canvas) -> None:
    """A lighthouse in a storm, a keeper with a lamp on the rocks."""
    sky(canvas, [(0, "#0b1626"), (0.35, "#27435c"), (0.62, "#7d8d8f"), (1, "#223040")])
    clouds(canvas, "storm", "#8ba0ab", "#101b29", cover=0.72, cell=(300, 100))
    _beams(canvas, 405, 190)
    sea(canvas, "sea", 520, "#0a1f2b", "#4f6d78", glint="#e8f4ee", path=330)
    _rocks(canvas, "cliff", 545, 40, 430)
    _lighthouse(canvas, 405, 520, 420)
    _rocks(canvas, "near", 712, 40, 170)
    keeper = standing(canvas.size, "coat", (205, 705), 150, hat=True)
    backlit(canvas, keeper, "#0d0f14", "#ffd58a", 2)
    halo(canvas, (232, 640), 60, "#ffb84d", 1.0)
    birds(canvas, "gulls", 16, (30, 120, 330, 420), "#dfe6e6", 15)
    rain(canvas, "rain", 420, "#c9dcea", 0.3)
    vignette(canvas, 0.5)


def salt_lantern_teaser(canvas: Canvas) -> None:
    """Only the lamp, held up in the dark, and the eyes behind it."""
    canvas.lay("#070b12")
    mottle(canvas, "night", 0.5, 90)
    face = Face(
        skin="#c48f6c",
        hair="#4a4038",
        style="swept",
        eyes="#5f7f8c",
        beard=0.85,
        yaw=-0.28,
        light=(0.75, 0.35, 0.5),
        key="#ffc878",
        fill="#16263f",
        edge="#3d6b99",
        seed=11,
    )
    bust(canvas, face, (225, 330), 150, Clothes("#2b3238", inner="#4d4438", lapels=True))
    lamp = (430, 560)
    frame = [([(lamp[0] + k * 34, 470), (lamp[0] + k * 44, 640)], 5.0) for k in (-1, -0.35, 0.35, 1)]
    glass = polygons(canvas.size, [(396, 470), (464, 470), (474, 640), (386, 640)])
    canvas.lay(
        gradient(fractal(canvas.rng("glass"), canvas.size, (20, 40), 4), [(0, "#c8711d"), (1, "#fff0bd")]), glass
    )
    canvas.lay(
        "#17120e",
        strokes(
            canvas.size,
            [
                *frame,
                ([(382, 466), (478, 466)], 9.0),
                ([(376, 644), (484, 644)], 12.0),
                ([(396, 462), (430, 415), (464, 462)], 6.0),
            ],
        ),
    )
    halo(canvas, lamp, 250, "#ff9d3c", 0.85)
    rays(canvas, "rays", lamp, "#ffcf87", 0.7)
    specks(canvas, "salt", 260, "#ffe9c9", (120, 860))
    rain(canvas, "rain", 200, "#5b7c99", 0.2)


def june_beach(canvas: Canvas) -> None:
    """Two people on a beach at sunset, their faces in the sky above."""
    sky(canvas, [(0, "#3b4a86"), (0.25, "#b76a8f"), (0.45, "#f4a77c"), (0.6, "#ffe1a3"), (1, "#ffe1a3")])
    clouds(canvas, "clouds", "#ffd9b8", "#b8628a", cover=0.42, cell=(340, 60))
    cassia = Face(
        skin="#e9b693",
        hair="#7b4a2a",
        style="long",
        eyes="#5b7a52",
        lips="#c25a58",
        yaw=0.34,
        tilt=0.08,
        smile=0.7,
        light=(0.7, -0.2, 0.6),
        key="#ffe0b8",
        fill="#7d4a86",
        edge="#ff9a8a",
        seed=21,
    )
    emil = Face(
        skin="#d7a079",
        hair="#2c1c14",
        style="swept",
        eyes="#4a5d72",
        yaw=-0.34,
        tilt=-0.06,
        beard=0.45,
        light=(-0.7, -0.2, 0.6),
        key="#ffe0b8",
        fill="#6d4486",
        edge="#ff9a8a",
        seed=22,
    )
    bust(canvas, emil, (410, 235), 108, Clothes("#31436b", inner="#f0e6d8", lapels=True))
    bust(canvas, cassia, (205, 275), 104, Clothes("#c9615a", neckline=0.6))
    fog(canvas, "haze", "#ffd7a6", (380, 560, 680), 1.0)
    halo(canvas, (300, 545), 150, "#fff3c4", 1.0)
    sea(canvas, "sea", 545, "#355f7c", "#f0b48a", glint="#fff4cf", path=300)
    beach = ridge(canvas.rng("beach"), canvas.size, 700, 26, cell=500, octaves=3)
    mountains(canvas, "sand", beach, "#d9a878", "#8a5a44", cell=60, rough=0.5)
    for kind, x in (("coat", 520), ("dress", 556)):
        backlit(canvas, standing(canvas.size, kind, (x, 712), 96), "#251320", "#ffd9a0", 1)
    birds(canvas, "gulls", 9, (60, 420, 540, 520), "#5a3350", 9)


def june_letters(canvas: Canvas) -> None:
    """A car on a summer road seen through a torn paper edge: the other artwork."""
    sky(canvas, [(0, "#5fb3c9"), (0.4, "#c8e6dc"), (0.62, "#fdf0cf"), (1, "#fdf0cf")])
    clouds(canvas, "clouds", "#ffffff", "#93bfcd", cover=0.4, cell=(200, 90))
    for place, (light, dark) in enumerate((("#8fb0a0", "#5f8f94"), ("#7fa067", "#44705c"), ("#d9b45a", "#8f8a3c"))):
        mountains(
            canvas,
            f"hill {place}",
            ridge(canvas.rng(f"line {place}"), canvas.size, 470 + 60 * place, 70, cell=260, octaves=4),
            light,
            dark,
            cell=60,
            rough=0.45,
        )
    road = polygons(
        canvas.size,
        smooth([(292, 560), (306, 560), (350, 620), (330, 700), (520, 900), (100, 900), (270, 700), (305, 620)]),
    )
    tar = fractal(canvas.rng("tar"), canvas.size, (5, 5), 3)
    canvas.lay(gradient(tar, [(0, "#4b4a52"), (1, "#77757c")]), road)
    canvas.lay(
        "#f6e7b0",
        strokes(
            canvas.size,
            [([(305, 620), (312, 645)], 3.0), ([(313, 670), (308, 705)], 4.0), ([(306, 735), (305, 790)], 6.0)],
        ),
    )
    car = smooth(
        [(-1, 0), (-1, -0.35), (-0.75, -0.45), (-0.5, -0.85), (0.5, -0.85), (0.75, -0.45), (1, -0.35), (1, 0)], 4
    )
    body = polygons(canvas.size, moved(car, (300, 690), (62, 66)))
    canvas.lay("#c8402f", body)
    canvas.glow("#ffd9c0", rim(body, -3, -4) * 0.9)
    canvas.lay(
        "#bfe3ea",
        polygons(
            canvas.size, moved([(-0.5, -0.45), (-0.38, -0.78), (0.38, -0.78), (0.5, -0.45)], (300, 690), (62, 66))
        ),
    )
    canvas.lay(
        "#26181c",
        polygons(
            canvas.size,
            *(
                moved(
                    smooth([(-0.1, -0.45), (-0.08, -0.68), (0.08, -0.68), (0.1, -0.45)]), (300 + s * 14, 690), (62, 66)
                )
                for s in (-1, 1)
            ),
        ),
    )
    canvas.lay(
        "#1c1416",
        polygons(
            canvas.size,
            *(
                [(300 + s * 50 - 9, 684), (300 + s * 50 + 9, 684), (300 + s * 50 + 9, 704), (300 + s * 50 - 9, 704)]
                for s in (-1, 1)
            ),
        ),
    )
    canvas.lay("#fff2c2", disc(canvas, (260, 668), 6) + disc(canvas, (340, 668), 6))
    bokeh(canvas, "light", 16, ["#fff3c9", "#ffd7a0"], (40, 420))
    tear = ridge(canvas.rng("tear"), canvas.size, 160, 46, cell=70)
    _, y = canvas.grid()
    paper = np.clip(tear[None, :] - y, 0, 1)
    canvas.shade("#3a2a20", 0.5 * blurred(paper, 7))
    canvas.lay(gradient(fractal(canvas.rng("fibre"), canvas.size, (30, 4), 4), [(0, "#efe2c4"), (1, "#fbf5e4")]), paper)
    brush(canvas, "brush", 0.05)


def low_tide(canvas: Canvas) -> None:
    """Music stands and players on wet sand at night, a cello as large as the moon behind them."""
    sky(canvas, [(0, "#08101f"), (0.4, "#1d3a5a"), (0.58, "#5a8aa0"), (1, "#16283a")])
    stars(canvas, "stars", 380, below=480)
    halo(canvas, (300, 290), 330, "#7fb6d9", 0.7)
    moon = disc(canvas, (300, 290), 205)
    craters = fractal(canvas.rng("moon"), canvas.size, (90, 90), 6)
    canvas.lay(gradient(craters, [(0, "#9fb2b8"), (0.5, "#dfe6dc"), (1, "#fffdf0")]), moon)
    half = [
        (0, -1),
        (0.06, -0.98),
        (0.05, -0.42),
        (0.3, -0.4),
        (0.38, -0.2),
        (0.26, -0.02),
        (0.22, 0.1),
        (0.34, 0.3),
        (0.48, 0.55),
        (0.36, 0.8),
        (0, 0.86),
    ]
    cello = polygons(
        canvas.size,
        smooth([*moved(half, (300, 320), 240), *reversed(moved([(-x, y) for x, y in half[1:-1]], (300, 320), 240))]),
    )
    wood = fractal(canvas.rng("wood"), canvas.size, (9, 120), 5)
    canvas.lay(gradient(wood, [(0, "#3a1509"), (0.6, "#8a3c16"), (1, "#d27a33")]), cello)
    canvas.glow("#ffd2a0", rim(cello, -6, -4) * 0.8)
    canvas.lay(
        "#120907",
        strokes(
            canvas.size,
            [
                *(([(300 + k * 5, 100), (300 + k * 7, 470)], 1.3) for k in (-1.5, -0.5, 0.5, 1.5)),
                ([(272, 470), (328, 470)], 7.0),
                ([(250, 370), (258, 400), (252, 440)], 4.0),
                ([(350, 370), (342, 400), (348, 440)], 4.0),
            ],
        ),
    )
    sea(canvas, "sea", 540, "#0b1a28", "#5e8798", glint="#e4f6ff", path=300)
    for place, x in enumerate((70, 150, 232, 372, 452, 530)):
        player = standing(canvas.size, "dress" if place % 2 else "coat", (x, 720), 128, flip=x > 300)
        backlit(canvas, player, "#070a12", "#bfe2f2", 1 if x < 300 else -1)
        stand_x = x + (26 if x < 300 else -26)
        canvas.lay(
            "#070a12",
            strokes(
                canvas.size,
                [([(stand_x, 722), (stand_x, 655)], 2.2), ([(stand_x - 13, 662), (stand_x + 13, 646)], 7.0)],
            ),
        )
    fog(canvas, "mist", "#9cc0cf", (500, 600, 720), 0.6)
    vignette(canvas, 0.4)
