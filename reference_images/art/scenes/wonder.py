"""Scenes of the invented worlds: space, paper forests, a moth, a brass cage, an old map."""

from itertools import pairwise

import numpy as np

from reference_images.art.canvas import (
    Array,
    Canvas,
    Point,
    blurred,
    mirrored,
    moved,
    polygons,
    ramp,
    rim,
    smooth,
    strokes,
)
from reference_images.art.faces import Face
from reference_images.art.figures import Clothes, backlit, birds, bust, standing
from reference_images.art.landscapes import disc, mountains, planet, ridge, sky, under
from reference_images.art.palette import gradient, rgb
from reference_images.art.textures import brush, clouds, fractal, halo, mottle, rays, specks, stars, vignette

PILOT = Face(
    skin="#7a4a32",
    hair="#120d0c",
    style="short",
    eyes="#4a2c18",
    lips="#7d3a34",
    yaw=-0.2,
    light=(-0.7, -0.4, 0.6),
    key="#ffd9b0",
    fill="#1f4a7a",
    edge="#5fd0ff",
    seed=51,
)
KEEPER = Face(
    skin="#e2b08c",
    hair="#5a2f1c",
    style="bun",
    eyes="#3f7a5a",
    lips="#a8443c",
    yaw=0.26,
    smile=0.45,
    light=(0.6, -0.5, 0.6),
    key="#ffe2a8",
    fill="#3a4a3c",
    edge="#ffb04a",
    seed=52,
)


def _nebula(canvas: Canvas, layer: str, paint: str, cell: float, strength: float) -> None:
    noise = fractal(canvas.rng(layer), canvas.size, (cell, cell), 7, 0.6)
    canvas.glow(paint, strength * ramp(noise, 0.45, 1.0))


def halcyon_planet(canvas: Canvas) -> None:
    """An astronaut adrift before a ringed planet."""
    canvas.lay("#03060f")
    _nebula(canvas, "violet", "#5a2f9a", 300, 0.8)
    _nebula(canvas, "teal", "#1f8f9a", 220, 0.6)
    stars(canvas, "stars", 900)
    tilt, centre = -0.32, (330.0, 350.0)
    x, y = canvas.grid()
    u, v = x - centre[0], y - centre[1]
    along, across = u * np.cos(tilt) + v * np.sin(tilt), (-u * np.sin(tilt) + v * np.cos(tilt)) / 0.24
    reach = np.hypot(along, across)
    bands = np.interp(reach, np.arange(480), fractal(canvas.rng("ring"), (480, 2), (22, 44), 5)[0]).astype(np.float32)
    ring = ramp(reach, 250, 256) * ramp(reach, 400, 390) * (0.25 + 0.75 * bands)
    tone = gradient(bands, [(0, "#7a4a3a"), (0.5, "#e0b48a"), (1, "#fff0d0")])
    canvas.lay(tone, ring * (across < 0))
    planet(
        canvas, "weather", centre, 205, [(0, "#5a2c3c"), (0.4, "#c96a4a"), (0.7, "#f0b878"), (1, "#fff0d8")], bands=0.75
    )
    canvas.shade(
        "#05060f",
        0.6
        * disc(canvas, centre, 205)
        * blurred(ramp(np.abs(reach - 330), 60, 20) * (np.abs(across) > 0) * (v < 0), 5),
    )
    canvas.lay(tone, ring * (across >= 0))
    planet(canvas, "moon", (112, 560), 38, [(0, "#2c3a4a"), (1, "#b8c9d4")], bands=0.0)
    _astronaut(canvas, (300, 725), 240)
    specks(canvas, "ice", 130, "#cfefff")
    vignette(canvas, 0.4)


def _astronaut(canvas: Canvas, foot: Point, height: float) -> None:
    body = standing(canvas.size, "suit", foot, height)
    cloth = fractal(canvas.rng("suit"), canvas.size, (12, 12), 4)
    x, y = canvas.grid()
    side = np.clip(0.9 - (x - foot[0]) / height * 2.2, 0.2, 1.25)
    canvas.lay(rgb("#d8dde2") * (side * (0.65 + 0.5 * cloth))[..., None], body)
    canvas.glow("#ffc98a", 0.9 * rim(body, -4, -3))
    seams = [
        ([(foot[0] - height * 0.17, foot[1] - height * k), (foot[0] + height * 0.17, foot[1] - height * k)], 2.2)
        for k in (0.3, 0.45, 0.6)
    ]
    canvas.lay("#6a7480", strokes(canvas.size, seams) * body)
    at = (foot[0], foot[1] - height * 0.905)
    visor = polygons(
        canvas.size,
        smooth(
            moved(
                [(-1, -0.2), (-0.7, -0.8), (0, -1), (0.7, -0.8), (1, -0.2), (0.8, 0.7), (0, 0.95), (-0.8, 0.7)],
                at,
                height * 0.085,
            )
        ),
    )
    canvas.lay(
        gradient((y - at[1]) / height * 6 + 0.5, [(0, "#2a1a4a"), (0.45, "#f0a860"), (0.6, "#fff0d0"), (1, "#20304a")]),
        visor,
    )
    pack = [
        (foot[0] - 22, foot[1] - height * 0.62),
        (foot[0] + 22, foot[1] - height * 0.62),
        (foot[0] + 22, foot[1] - height * 0.48),
        (foot[0] - 22, foot[1] - height * 0.48),
    ]
    canvas.lay("#3a434e", polygons(canvas.size, pack))
    for place, paint in enumerate(("#ff5a4a", "#5affa0", "#5ac8ff", "#ffd05a")):
        canvas.glow(paint, disc(canvas, (foot[0] - 15 + place * 10, foot[1] - height * 0.55), 3))


def halcyon_pilot(canvas: Canvas, face: Face = PILOT) -> None:
    """The pilot's face inside her helmet, a galaxy in the glass."""
    canvas.lay("#060a16")
    _nebula(canvas, "blue", "#1f5fa8", 240, 0.8)
    _nebula(canvas, "rose", "#a83f6a", 300, 0.6)
    stars(canvas, "stars", 700)
    bust(canvas, face, (300, 330), 118, Clothes("#c9d0d6", weave=0.3))
    shell, glass = disc(canvas, (300, 318), 218), disc(canvas, (300, 318), 178)
    x, y = canvas.grid()
    tone = fractal(canvas.rng("shell"), canvas.size, (8, 8), 4)
    light = np.clip(0.75 - (x - 300) / 420 - (y - 318) / 600, 0.15, 1.2) * (0.85 + 0.3 * tone)
    canvas.lay(rgb("#e4e8ea") * light[..., None], shell - glass)
    canvas.lay("#20262e", ramp(np.abs(np.hypot(x - 300, y - 318) - 180), 6, 3))
    canvas.glow("#8ad8ff", 0.45 * glass * ramp(np.hypot(x - 300, y - 318), 120, 180))
    swirl = fractal(canvas.rng("swirl"), canvas.size, (120, 50), 6)
    canvas.glow("#ffb8d8", 0.5 * glass * ramp(swirl, 0.62, 1.0) * ramp(x, 330, 470))
    canvas.glow(
        "#ffffff",
        0.8
        * glass
        * ramp(np.hypot(x - 180, y - 250) + 0.5 * (y - 250), 60, 20)
        * ramp(np.hypot(x - 300, y - 318), 150, 168),
    )
    for place, paint in enumerate(("#e2483d", "#f2c14e", "#3fa7d6")):
        canvas.lay(
            paint,
            polygons(
                canvas.size,
                [(110 + place * 26, 640), (130 + place * 26, 640), (130 + place * 26, 690), (110 + place * 26, 690)],
            ),
        )
    for s in (-1, 1):
        canvas.lay("#3a4048", disc(canvas, (300 + s * 214, 330), 30))
        canvas.lay("#8a949c", disc(canvas, (300 + s * 214, 330), 19))
    vignette(canvas, 0.45)


_FOX = [(-1, 0), (-0.86, -0.3), (-0.5, -0.52), (0.1, -0.55), (0.42, -0.72), (0.5, -1.12), (0.62, -0.92), (0.74,
-1.12), (0.86, -0.8),
        (1.16, -0.62), (0.98, -0.52), (0.7, -0.5), (0.62, -0.3), (0.6, 0), (0.5, 0), (0.46, -0.26), (0, -0.24), (-0.3,
        -0.22),
        (-0.42, 0), (-0.54, 0), (-0.52, -0.26), (-0.8, 0.02), (-1.3, 0.16), (-1.5, 0.02), (-1.25, -0.05)]  # fmt: skip


def _paper(canvas: Canvas, layer: str, mask: Array, paint: str) -> None:
    """A sheet of cut paper with its shadow and fibres."""
    fibre = fractal(canvas.rng(layer), canvas.size, (22, 3), 4)[..., None]
    canvas.shade("#000000", 0.55 * np.clip(np.roll(blurred(mask, 9), 7, 0) - mask, 0, 1))
    canvas.lay(rgb(paint) * (0.86 + 0.28 * fibre), mask)
    canvas.glow("#ffffff", 0.35 * rim(mask, -1, -2, 0.7))


def paper_foxes(canvas: Canvas) -> None:
    """Layers of cut paper: a forest in a frame of leaves, three foxes, a red moon."""
    canvas.lay("#f3e3c3")
    mottle(canvas, "sheet", 0.08, 20)
    _paper(canvas, "moon", disc(canvas, (300, 260), 130), "#d8472f")
    _paper(canvas, "moon ring", disc(canvas, (300, 260), 96), "#e8683f")
    tones = ("#e0b98a", "#b98a6a", "#7d6a6a", "#4a5a62", "#2c4048", "#16262c")
    for depth, tone in enumerate(tones):
        line = ridge(canvas.rng(f"line {depth}"), canvas.size, 430 + depth * 72, 70, cell=200, octaves=4)
        rng = canvas.rng(f"trees {depth}")
        firs = []
        for x in np.arange(rng.uniform(0, 40), 600, 62 - depth * 3):
            if depth > 2 and 170 < x < 440:
                continue
            foot, tall = float(line[int(x)]) + 14, rng.uniform(70, 120) + depth * 16
            for tier in range(4):
                wide, top = tall * (0.1 + tier * 0.065), foot - tall + tier * tall * 0.22
                firs.append([(x, top), (x + wide, top + tall * 0.34), (x - wide, top + tall * 0.34)])
        _paper(canvas, f"wood {depth}", np.maximum(under(canvas, line), polygons(canvas.size, *firs)), tone)
        if depth in (2, 3, 4):
            at, size, flip = (((210, 570), 50, 1), ((390, 640), 66, -1), ((250, 705), 86, 1))[depth - 2]
            outline = smooth(moved(_FOX, at, (flip * size, size)), 4)
            _paper(canvas, f"fox {depth}", polygons(canvas.size, outline), "#e2702c")
            tip = smooth(moved([(-1.5, 0.02), (-1.22, -0.03), (-1.12, 0.1), (-1.3, 0.16)], at, (flip * size, size)), 4)
            _paper(
                canvas,
                f"tip {depth}",
                polygons(
                    canvas.size,
                    tip,
                    smooth(
                        moved([(0.7, -0.5), (0.9, -0.62), (1.16, -0.62), (0.98, -0.52)], at, (flip * size, size)), 4
                    ),
                ),
                "#fbf0dc",
            )
            canvas.lay("#1c1412", disc(canvas, (at[0] + flip * size * 0.8, at[1] - size * 0.7), 2.6))
    leaves = []
    rng = canvas.rng("leaves")
    for _ in range(150):
        edge = rng.uniform(-1, 1)
        x, y = (
            (rng.choice([0, 600]) + rng.normal(0, 34), 450 + 450 * edge)
            if rng.random() < 0.7
            else (rng.uniform(0, 600), rng.normal(0, 26))
        )
        turn, size = rng.uniform(0, 6.3), rng.uniform(12, 26)
        leaves.append(
            [
                (x + size * np.cos(turn), y + size * np.sin(turn)),
                (x + size * 0.35 * np.cos(turn + 1.57), y + size * 0.35 * np.sin(turn + 1.57)),
                (x - size * np.cos(turn), y - size * np.sin(turn)),
                (x - size * 0.35 * np.cos(turn + 1.57), y - size * 0.35 * np.sin(turn + 1.57)),
            ]
        )
    _paper(canvas, "leaves a", polygons(canvas.size, *leaves[:80]), "#8a2f2a")
    _paper(canvas, "leaves b", polygons(canvas.size, *leaves[80:]), "#1f3a3c")


def paper_fox_mask(canvas: Canvas) -> None:
    """One folded fox mask, large, on patterned paper."""
    canvas.lay("#1f4a4c")
    x, y = canvas.grid()
    scales = np.hypot((x + (np.floor(y / 22) % 2) * 22) % 44 - 22, y % 22 - 22)
    canvas.lay("#2f6a66", ramp(np.abs(scales - 16), 2.2, 1.0))
    canvas.lay("#17383c", ramp(np.abs(scales - 9), 2.2, 1.0))
    mottle(canvas, "sheet", 0.15, 30)
    facets: tuple[tuple[list[Point], str], ...] = (
        ([(0, -0.45), (0.4, -0.5), (0.95, -1.25), (0.98, -0.2), (0.55, 0.2), (0.12, 0.85), (0, 0.95)], "#e06a2a"),
        ([(0.4, -0.5), (0.95, -1.25), (0.72, -0.42)], "#2a1a1a"),
        ([(0.98, -0.2), (0.55, 0.2), (0.3, 0.5), (0.95, 0.2)], "#fbeeda"),
        ([(0.55, 0.2), (0.12, 0.85), (0, 0.95), (0, 0.55), (0.25, 0.25)], "#f7e3c8"),
        ([(0, -0.45), (0.16, -0.1), (0, 0.5)], "#f28a3f"),
        ([(0.22, -0.06), (0.62, -0.2), (0.5, 0.06)], "#161010"),
        ([(0, 0.78), (0.12, 0.8), (0, 0.97)], "#161010"),
    )  # fmt: skip
    for place, (shape, paint) in enumerate(facets):
        for s in (-1, 1):
            mask = polygons(canvas.size, moved([(s * a, b) for a, b in shape], (300, 340), 225))
            _paper(canvas, f"facet {place} {s}", mask, paint)
            canvas.shade("#3a1a10", 0.22 * mask * (s > 0))
    for s in (-1, 1):
        canvas.lay("#f2c14e", disc(canvas, (300 + s * 98, 326), 9))
        canvas.lay(
            "#f2c14e",
            strokes(
                canvas.size,
                [
                    (
                        moved([(s * 0.66, 0.18 + k * 0.09), (s * (1.15 + k * 0.05), 0.1 + k * 0.16)], (300, 340), 225),
                        2.6,
                    )
                    for k in range(3)
                ],
            ),
        )
    specks(canvas, "confetti", 160, "#f2c14e")
    vignette(canvas, 0.4)


def moth_parade(canvas: Canvas) -> None:
    """A great ornamented moth over a procession with lanterns."""
    sky(canvas, [(0, "#0f1a14"), (0.5, "#2c4030"), (0.8, "#8a8a4a"), (1, "#14180f")])
    stars(canvas, "stars", 240, below=500, tint="#f2e8b0")
    halo(canvas, (300, 300), 330, "#d8c878", 0.6)
    upper = smooth(
        [(0.04, -0.3), (0.4, -0.85), (1.15, -1.02), (1.2, -0.7), (0.95, -0.25), (0.5, 0.05), (0.05, 0.08)], 10
    )
    lower = smooth(
        [(0.04, 0.02), (0.5, 0.06), (0.82, 0.3), (0.78, 0.72), (0.5, 1.1), (0.36, 0.82), (0.2, 0.6), (0.04, 0.35)], 10
    )
    x, y = canvas.grid()
    u, v = np.abs(x - 300) / 230, (y - 310) / 230
    dust = fractal(canvas.rng("dust"), canvas.size, (5, 5), 3)
    for shape, centre, stops in (
        (lower, (0.48, 0.5), [(0, "#f2d49a"), (0.4, "#a8402f"), (0.7, "#3a1a1f"), (1, "#d8a860")]),
        (upper, (0.72, -0.55), [(0, "#fff0c0"), (0.35, "#c87a3a"), (0.65, "#4a2a24"), (1, "#e0bc7a")]),
    ):
        mask = polygons(canvas.size, *(moved([(s * a, b) for a, b in shape], (300, 310), 230) for s in (-1, 1)))
        reach = np.hypot(u - centre[0], v - centre[1])
        wave = 0.5 + 0.5 * np.sin(reach * 26 + 2.5 * np.sin(np.arctan2(v - centre[1], u - centre[0]) * 9) * reach)
        canvas.shade("#000000", 0.5 * blurred(mask, 12))
        canvas.lay(gradient(np.clip(0.7 * wave + 0.4 * dust * np.hypot(u, v), 0, 1), stops), mask)
        veins = [
            (moved([(s * 0.05, 0.0), (s * (0.3 + 0.14 * k) * 1.1, centre[1] * (1.5 - 0.28 * k))], (300, 310), 230), 1.6)
            for s in (-1, 1)
            for k in range(5)
        ]
        canvas.lay("#2a1512", 0.7 * strokes(canvas.size, veins) * mask)
        eye = mask * ramp(reach, 0.17, 0.16)
        canvas.lay(
            gradient(
                reach / 0.17, [(0, "#0c0c14"), (0.4, "#16384a"), (0.55, "#8ad0c8"), (0.7, "#f7e8b0"), (1, "#1a0f0f")]
            ),
            eye,
        )
        canvas.glow("#ffe8b0", 0.5 * rim(mask, 0, -3))
    body = polygons(
        canvas.size,
        smooth(
            moved(mirrored([(0, -0.5), (0.07, -0.42), (0.08, -0.2), (0.1, 0), (0.08, 0.4), (0, 0.75)]), (300, 310), 230)
        ),
    )
    fur = fractal(canvas.rng("fur"), canvas.size, (14, 3), 3)
    canvas.lay(gradient(fur, [(0, "#3a2418"), (1, "#f0d8a8")]), body)
    canvas.lay(
        "#f0d8a8",
        strokes(
            canvas.size,
            [(moved([(s * 0.03, -0.45), (s * 0.12, -0.7), (s * 0.3, -0.85)], (300, 310), 230), 4.0) for s in (-1, 1)],
        ),
    )
    mountains(
        canvas,
        "ground",
        ridge(canvas.rng("ground"), canvas.size, 700, 24, cell=300),
        "#3a3a20",
        "#0c0f0a",
        cell=40,
        rough=0.5,
    )
    for place, place_x in enumerate(range(30, 600, 52)):
        figure = standing(
            canvas.size,
            "dress" if place % 3 else "coat",
            (place_x, 716 + (place % 2) * 8),
            92 + (place % 3) * 12,
            hat=place % 3 == 0,
        )
        backlit(canvas, figure, "#0c0d0a", "#f2d98a", 1)
        canvas.lay("#1a140c", strokes(canvas.size, [([(place_x + 16, 690), (place_x + 18, 608)], 2.0)]))
        canvas.lay("#ffd27a", disc(canvas, (place_x + 18, 606), 7))
        halo(canvas, (place_x + 18, 606), 34, "#ffb84a", 0.9)
    vignette(canvas, 0.45)


def _gear(canvas: Canvas, at: Point, radius: float, teeth: int, paint: str) -> None:
    angles = np.linspace(0, 2 * np.pi, teeth * 4, endpoint=False)
    outline = [
        (at[0] + r * np.cos(a), at[1] + r * np.sin(a))
        for a, r in zip(angles, [radius, radius, radius * 0.86, radius * 0.86] * teeth, strict=True)
    ]
    holes = [
        disc(canvas, (at[0] + radius * 0.5 * np.cos(k * 1.257), at[1] + radius * 0.5 * np.sin(k * 1.257)), radius * 0.2)
        for k in range(5)
    ]
    mask = np.clip(polygons(canvas.size, outline) - sum(holes) - disc(canvas, at, radius * 0.12), 0, 1)
    tone = fractal(canvas.rng("brass"), canvas.size, (18, 18), 5)
    canvas.shade("#000000", 0.5 * np.roll(blurred(mask, 5), 5, 0))
    canvas.lay(rgb(paint) * (0.55 + 0.8 * tone[..., None]), mask)
    canvas.glow("#ffe8b0", 0.7 * rim(mask, -2, -2, 0.8))


def brass_aviary(canvas: Canvas, face: Face = KEEPER) -> None:
    """The keeper before a cage of brass, wheels and birds about her."""
    sky(canvas, [(0, "#16302c"), (0.5, "#3f6a52"), (1, "#1c2418")])
    mottle(canvas, "patina", 0.35, 70)
    halo(canvas, (300, 300), 320, "#d8b868", 0.7)
    for at, radius, teeth, paint in (
        ((70, 110), 100, 18, "#8a6a2c"),
        ((540, 160), 120, 22, "#a87a34"),
        ((40, 420), 80, 14, "#6a5a2c"),
        ((572, 440), 92, 16, "#8a5a2c"),
        ((200, 40), 54, 12, "#b8924a"),
    ):
        _gear(canvas, at, radius, teeth, paint)
    bars = [
        (
            [
                (300 + np.sin(a) * 215 * np.sin(t), 330 - 290 * np.cos(t) if t < 1.57 else 330 + (t - 1.57) * 230)
                for t in np.linspace(0.02, 2.9, 30)
            ],
            4.5,
        )
        for a in np.linspace(-1.57, 1.57, 13)
    ]
    rings = [
        ([(300 + 215 * np.cos(t), row + 22 * np.sin(t)) for t in np.linspace(0, 6.3, 60)], 6.0)
        for row in (330, 480, 620)
    ]
    cage = strokes(canvas.size, [*bars, *rings])
    canvas.lay("#c8963f", cage)
    canvas.glow("#fff0c0", rim(cage, -1, -1, 0.7))
    bust(canvas, face, (300, 330), 112, Clothes("#3a5a48", inner="#efe0c0", lapels=True))
    front = strokes(canvas.size, [*bars[::4], rings[2]])
    canvas.lay("#e0b050", front * (canvas.grid()[1] > 470))
    birds(canvas, "flock", 16, (40, 60, 560, 640), "#f0c860", 34)
    birds(canvas, "far flock", 26, (40, 60, 560, 560), "#10201a", 15)
    rays(canvas, "sun", (300, 20), "#fff0c0", 0.5)
    specks(canvas, "feathers", 120, "#f7e3a8")
    vignette(canvas, 0.5)


def cartographer(canvas: Canvas) -> None:
    """An old map whose coastline is a man's profile; ships, compass, a route in red."""
    noise = fractal(canvas.rng("parchment"), canvas.size, (160, 160), 6)
    canvas.lay(gradient(noise, [(0, "#b98f58"), (0.5, "#dcc08a"), (1, "#efdcb0")]))
    land = fractal(canvas.rng("coast"), canvas.size, (34, 34), 5)
    profile = smooth(
        [
            (360, -20),
            (255, 60),
            (205, 150),
            (196, 220),
            (176, 262),
            (128, 330),
            (136, 350),
            (170, 360),
            (158, 386),
            (172, 398),
            (160, 420),
            (186, 440),
            (184, 486),
            (230, 520),
            (312, 516),
            (330, 620),
            (620, 640),
            (620, -20),
        ],
        10,
    )
    mask = polygons(canvas.size, profile)
    mask = ramp(blurred(mask, 5) + 0.35 * (land - 0.5), 0.46, 0.54)
    canvas.lay(gradient(land, [(0, "#6f7f4a"), (0.5, "#a8a05a"), (1, "#c9a86a")]), 0.75 * mask)
    for step in range(1, 6):
        wide = blurred(mask, 4.0 * step)
        canvas.lay("#3a5a6a", 0.5 / step * ramp(np.abs(wide - 0.12), 0.035, 0.01) * (1 - mask))
    canvas.lay("#3a2414", ramp(np.abs(blurred(mask, 1.2) - 0.5), 0.3, 0.1))
    rng = canvas.rng("marks")
    peaks: list[tuple[list[Point], float]] = []
    for _ in range(120):
        x, y, tall = rng.uniform(0, 590), rng.uniform(20, 620), rng.uniform(9, 20)
        if mask[int(y), int(x)] > 0.9 and np.hypot(x - 236, y - 268) > 34:
            peaks += [
                ([(x - tall * 0.7, y), (x, y - tall), (x + tall * 0.7, y)], 1.6),
                ([(x, y - tall), (x + 2, y - tall * 0.4), (x + 5, y)], 1.1),
            ]
    canvas.lay("#4a2f1a", strokes(canvas.size, peaks))
    eye = [
        ([(205, 272), (228, 256), (256, 262), (264, 272)], 3.0),
        ([(210, 276), (234, 284), (260, 274)], 2.0),
        ([(196, 240), (226, 228), (268, 240)], 5.0),
    ]
    canvas.lay("#3a2414", strokes(canvas.size, eye))
    canvas.lay("#2f5a6a", disc(canvas, (230, 269), 8.5))
    canvas.lay("#1a0f0a", disc(canvas, (230, 269), 4.0))
    grid = [([(0, k), (600, k)], 0.8) for k in range(0, 900, 75)] + [
        ([(k, 0), (k, 900)], 0.8) for k in range(0, 600, 75)
    ]
    canvas.lay("#6a4a2c", 0.4 * strokes(canvas.size, grid))
    for step in range(32):
        angle, reach = step * np.pi / 16, (60 if step % 8 == 0 else 44 if step % 4 == 0 else 26)
        tip = (88 + reach * np.sin(angle), 560 - reach * np.cos(angle))
        canvas.lay(
            "#8a2f20" if step % 8 == 0 else "#3a2414",
            polygons(
                canvas.size,
                [
                    tip,
                    (88 + 7 * np.cos(angle), 560 + 7 * np.sin(angle)),
                    (88 - 7 * np.cos(angle), 560 - 7 * np.sin(angle)),
                ],
            ),
        )
    route = [
        (60.0, 200.0),
        (90, 260),
        (70, 330),
        (100, 410),
        (60, 470),
        (140, 600),
        (280, 640),
        (420, 590),
        (470, 470),
        (430, 330),
        (500, 200),
    ]
    dashes: list[tuple[list[Point], float]] = []
    for start, end in pairwise(route):
        for share in (0.0, 0.5):
            leg = [
                (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in (share, share + 0.25)
            ]
            dashes.append((leg, 3.2))
    canvas.lay(
        "#a8241a", strokes(canvas.size, [*dashes, ([(490, 190), (510, 210)], 5.0), ([(510, 190), (490, 210)], 5.0)])
    )
    clouds(canvas, "tea", "#8a6030", "#5a3a1c", cover=0.12, cell=(140, 140))
    brush(canvas, "crease", 0.06, (200, 3))
    vignette(canvas, 0.55)
