"""Small drawn things as people put them over pictures: hearts, flames, hands, skulls, food, film things, signs."""

from collections.abc import Callable

import numpy as np

from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.varied.animals import animal
from benchmarks.attacks.varied.faces import drop_points, smiley, star_points
from benchmarks.attacks.varied.goods import (
    balloon,
    bell,
    burger,
    cake,
    camera,
    clapper,
    cup,
    fruit,
    gift,
    ice,
    lock,
    pin,
    pizza,
    popcorn,
    reel,
    rocket,
    ticket,
    trophy,
)
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, Sheet, any_colour, apart, mixed, pick, vivid
from benchmarks.attacks.varied.symbols import (
    arrow,
    crown,
    flame,
    flower,
    ghost,
    hand,
    heart,
    skull,
    sparkle,
    star,
    thumb,
)
from benchmarks.attacks.varied.typefaces import emoji
from benchmarks.attacks.varied.words import letters

Icon = Callable[[Sheet, Colour, np.random.Generator], None]


def _mark(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    """A tick or a cross, bare, on a disc, or in a ring or box."""
    way, ink = rng.random(), colour
    if way < 0.35:
        board.disc(0.5, 0.5, 0.46, None, colour)
        ink = apart(colour, rng, 0)
    elif way < 0.5:
        board.box((0.06, 0.06, 0.94, 0.94), colour, rng.uniform(0.05, 0.3))
        ink = apart(colour, rng, 0)
    elif way < 0.65:
        board.arc(0.5, 0.5, (0.45, 0.45), (0, 360), colour, 0.07)
    elif way < 0.75:
        board.area(star_points(0.5, 0.5, 0.48, 0.4, 10), colour)
        ink = apart(colour, rng, 0)
    thick = rng.uniform(0.07, 0.14)
    if rng.random() < 0.5:
        board.line([(0.26, 0.52), (0.44, 0.7), (0.76, 0.32)], ink, thick)
    else:
        board.line([(0.28, 0.28), (0.72, 0.72)], ink, thick)
        board.line([(0.72, 0.28), (0.28, 0.72)], ink, thick)


def _sign(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    """Question and exclamation marks, a hundred, letters that shout."""
    words = pick(rng, ["?", "!", "??", "!!", "?!", "100", "OK", "XD", "18", "#", "@", "+", "%", "Zz", "A", "lol", "W"])
    mask = letters(words, board.image.height / board.finer * (0.8 if len(words) == 1 else 0.4), rng, heavy=True)
    if rng.random() < 0.4:
        board.disc(0.5, 0.5, 0.48, None, apart(colour, rng))
    board.stamp(mask[:, : round(board.scale / board.finer)], 0.5, 0.5, colour)


def _lightning(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area(
        [(0.6, 0.03), (0.2, 0.56), (0.46, 0.56), (0.34, 0.97), (0.8, 0.38), (0.53, 0.38)],
        pick(rng, [(255, 210, 0), colour]),
    )


def _sun(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    rays = int(rng.integers(7, 15))
    if rng.random() < 0.4:
        board.disc(0.5, 0.5, 0.42, None, colour)
        if rng.random() < 0.6:
            for x, y in rng.uniform(0.3, 0.7, (4, 2)):
                board.disc(x, y, rng.uniform(0.03, 0.09), None, mixed(colour, BLACK, 0.2))
        return
    board.area(star_points(0.5, 0.5, 0.48, rng.uniform(0.25, 0.38), rays), colour)
    board.disc(0.5, 0.5, 0.26, None, mixed(colour, WHITE, rng.uniform(0, 0.6)))


def _cloud(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    fog = pick(rng, [WHITE, (200, 210, 225), colour])
    for x in np.linspace(0.22, 0.78, 5):
        board.disc(x, 0.55 + rng.uniform(-0.12, 0.05), rng.uniform(0.13, 0.22), None, fog)
    board.box((0.1, 0.52, 0.9, 0.76), fog, 0.12)
    if rng.random() < 0.3:
        for x in (0.3, 0.5, 0.7):
            board.line([(x, 0.8), (x - 0.05, 0.94)], (80, 160, 240), 0.03)


def _drop(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for x in (0.5,) if rng.random() < 0.5 else (0.25, 0.55, 0.8):
        board.area(drop_points(x, rng.uniform(0.45, 0.55), 0.2), colour)


def _note(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    double = rng.random() < 0.5
    xs = (0.25, 0.68) if double else (0.4,)
    for x in xs:
        board.disc(x, 0.8, 0.13, 0.1, colour)
        board.line([(x + 0.11, 0.8), (x + 0.11, 0.2)], colour, 0.05)
    board.line([(xs[0] + 0.11, 0.2), (xs[-1] + 0.11 if double else 0.75, 0.2 if double else 0.4)], colour, 0.09)


def _eye(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for x in (0.5,) if rng.random() < 0.4 else (0.27, 0.73):
        board.disc(x, 0.5, 0.22, 0.26, WHITE)
        board.disc(x + rng.uniform(-0.08, 0.08), 0.5, 0.11, None, pick(rng, [colour, (30, 30, 30)]))
        board.disc(x, 0.5, 0.05, None, BLACK)


def _lips(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    red = pick(rng, [(220, 20, 60), (190, 20, 70), colour])
    upper = [(0.05, 0.5), (0.36, 0.28), (0.5, 0.36), (0.64, 0.28), (0.95, 0.5)]
    board.area([*upper, (0.66, 0.74), (0.5, 0.78), (0.34, 0.74)], red)
    board.line([(0.1, 0.5), (0.4, 0.47), (0.6, 0.47), (0.9, 0.5)], mixed(red, BLACK, 0.5), 0.03)


def _gem(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    board.area([(0.22, 0.18), (0.78, 0.18), (0.97, 0.42), (0.5, 0.95), (0.03, 0.42)], colour)
    board.area([(0.34, 0.42), (0.66, 0.42), (0.5, 0.95)], mixed(colour, WHITE, 0.5))
    board.area([(0.22, 0.18), (0.5, 0.18), (0.34, 0.42), (0.03, 0.42)], mixed(colour, WHITE, 0.3))


def _rainbow(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    for number in range(int(rng.integers(4, 7))):
        radius = 0.46 - number * 0.055
        board.arc(0.5, 0.75, (radius, radius), (180, 360), vivid(rng, number * 0.13), 0.06)


def _bubble(board: Sheet, colour: Colour, rng: np.random.Generator) -> None:
    side = pick(rng, [0.25, 0.75])
    board.box((0.04, 0.1, 0.96, 0.74), colour, rng.uniform(0.08, 0.32))
    board.area([(side - 0.12, 0.7), (side + 0.12, 0.7), (side + rng.uniform(-0.2, 0.2), 0.97)], colour)
    ink = apart(colour, rng, 0.2)
    if rng.random() < 0.5:
        for x in (0.28, 0.5, 0.72):
            board.disc(x, 0.42, 0.06, None, ink)
    else:
        words = pick(rng, ["wow", "OMG", "hi", "No", "yes!", "lol", "Me:", "ok", "..?", "ugh", "BOO", "haha"])
        board.stamp(
            letters(words, board.scale / board.finer * 0.22, rng)[:, : int(board.scale / board.finer * 0.84)],
            0.5,
            0.42,
            ink,
        )


ICONS: dict[str, Icon] = {
    "heart": heart, "flame": flame, "star": star, "sparkle": sparkle, "thumb": thumb, "hand": hand,
    "skull": skull, "ghost": ghost, "crown": crown, "flower": flower, "popcorn": popcorn, "reel": reel,
    "camera": camera, "clapper": clapper, "ticket": ticket, "arrow": arrow, "mark": _mark, "sign": _sign,
    "lightning": _lightning, "sun": _sun, "cloud": _cloud, "drop": _drop, "note": _note, "pin": pin, "bell": bell,
    "lock": lock, "gift": gift, "balloon": balloon, "cake": cake, "pizza": pizza, "burger": burger, "ice": ice,
    "fruit": fruit, "cup": cup, "eye": _eye, "lips": _lips, "gem": _gem, "rocket": rocket, "rainbow": _rainbow,
    "trophy": trophy, "bubble": _bubble,
}  # fmt: skip


def icon(side: int, rng: np.random.Generator, name: str | None = None) -> Piece:
    """A drawn thing, a named one or any, in its own colours or any; lit from a side now and then."""
    name = pick(rng, tuple(ICONS)) if name is None else name
    board = Sheet(side, side)
    colour = any_colour(rng) if rng.random() < 0.6 else pick(rng, [(230, 30, 60), (255, 200, 0), (60, 150, 240)])
    ICONS[name](board, colour, rng)
    if rng.random() < 0.5:
        board.shine(rng)
    return board.piece()


def any_sticker(side: int, rng: np.random.Generator) -> Piece:
    """An emoji; or a face, an animal or a thing drawn by hand."""
    if rng.random() < 0.5 and (found := emoji(side, rng)):
        return found
    way = rng.random()
    return smiley(side, rng) if way < 0.35 else animal(side, rng) if way < 0.45 else icon(side, rng)
