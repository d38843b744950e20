"""What players, phones and apps show over a picture: buttons, bars, icons, counts, pointers."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import feather
from benchmarks.attacks.varied.chips import portrait
from benchmarks.attacks.varied.icons import icon
from benchmarks.attacks.varied.labels import account, count, remark
from benchmarks.attacks.varied.pieces import flat, lay, over, padded, place, shadowed
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Sheet, any_colour, apart, mixed, pick
from benchmarks.attacks.varied.signs import SIGNS, button, sign, usual_ink
from benchmarks.attacks.varied.words import letters


def big_button(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A button to play, pause or wait in the middle, or another anywhere."""
    width, height = size_of(picture)
    name = pick(rng, ["play", "play", "play", "play", "pause", "wait", *SIGNS])
    side = max(
        10, round(width * (rng.uniform(0.12, 0.45) if name in ("play", "pause", "wait") else rng.uniform(0.06, 0.16)))
    )
    piece = button(side, rng, name)
    if rng.random() < 0.65:
        x, y = (width - piece.size[0]) / 2, (height - piece.size[1]) * pick(rng, [0.5, 0.5, 0.4, rng.uniform(0.2, 0.8)])
        return lay(picture, piece, x, y)
    return lay(picture, piece, *place(picture, piece.size, rng))


def seek_bar(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A bar of time with a knob, codes of time, icons around it, on a dark veil or none."""
    width, height = size_of(picture)
    if rng.random() < 0.5:
        veil = np.clip(np.linspace(-rng.uniform(1, 4), 1, height), 0, 0.8).astype(np.float32)
        picture = lay(picture, flat(np.repeat(veil[:, None], width, 1), BLACK), 0, 0)
    y = round(height * pick(rng, [0.88, 0.93, 0.97, 0.985, rng.uniform(0.7, 0.98)]))
    margin, thick = round(width * rng.uniform(0, 0.08)), max(2, round(height * rng.uniform(0.004, 0.014)))
    share, hot = rng.uniform(0.05, 0.95), pick(rng, [(229, 9, 20), WHITE, any_colour(rng)])
    board = Sheet(width, 6 * thick)
    long = width / (6 * thick)
    left, right = margin / (6 * thick), long - margin / (6 * thick)
    knob = left + (right - left) * share
    board.box((left, 0.42, right, 0.58), (200, 200, 200))
    board.box((left, 0.42, knob, 0.58), hot)
    if rng.random() < 0.7:
        board.disc(knob, 0.5, rng.uniform(0.15, 0.45), None, hot)
    picture = lay(picture, board.piece(), 0, y - 3 * thick)
    side = max(8, round(width * rng.uniform(0.035, 0.07)))
    now = f"{int(rng.integers(0, 3))}:{int(rng.integers(10, 60))}:{int(rng.integers(10, 60))}"
    code = letters(pick(rng, [now, now[2:], f"{now[2:]} / {now}", f"-{now[2:]}"]), side * 0.6, rng, plain=True)
    if rng.random() < 0.75:
        at = pick(rng, [margin + 2, width - margin - code.shape[1] - 2])
        picture = lay(picture, flat(code, WHITE), at, y - 2 * thick - side)
    for number, name in enumerate(rng.permutation(list(SIGNS))[: int(rng.integers(0, 6))]):
        x = margin + number * side * 1.5 if rng.random() < 0.6 else width - margin - (number + 1) * side * 1.4
        picture = lay(picture, sign(side, rng, str(name), WHITE), x, y + 2 * thick)
    return picture


def phone_bars(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """The line of a phone with time and battery, on the picture or a strip; a bar of signs at the foot."""
    width, height = size_of(picture)
    high = max(7, round(height * rng.uniform(0.018, 0.04)))
    ink = pick(rng, [WHITE, WHITE, BLACK])
    opacity = pick(rng, [0.0, 0.35, 1.0])
    if rng.random() < 0.8:
        strip = np.full((2 * high, width), opacity, np.float32)
        picture = lay(picture, flat(strip, apart(ink, rng, 0)), 0, 0)
        clock = letters(f"{int(rng.integers(1, 24))}:{int(rng.integers(10, 60))}", high * 0.75, rng, plain=True)
        picture = lay(picture, flat(clock, ink), width * rng.uniform(0.03, 0.09), high * 0.6)
        board = Sheet(3 * high, high)
        for number in range(4):
            board.box((0.16 * number, 0.75 - 0.17 * number, 0.16 * number + 0.11, 0.95), ink)
        board.half(1.1, 0.95, (0.36, 0.7), (215, 325), ink)
        board.box((1.7, 0.2, 2.75, 0.9), mixed(ink, (128, 128, 128), 0.5), 0.12)
        board.box(
            (1.78, 0.28, 1.8 + rng.uniform(0.2, 0.85), 0.82), pick(rng, [ink, (60, 200, 90), (230, 50, 50)]), 0.08
        )
        picture = lay(picture, board.piece(), width - 3 * high - width * 0.04, high * 0.55)
    if rng.random() < 0.7:
        foot = round(high * rng.uniform(1.8, 3))
        solid = np.full((foot, width), pick(rng, [0.0, 0.5, 1.0]), np.float32)
        picture = lay(picture, flat(solid, apart(ink, rng, 0)), 0, height - foot)
        names = rng.permutation(["house", "lens", "plus", "keep", "speech", "share", "back"])[: int(rng.integers(2, 6))]
        for number, name in enumerate(names):
            x = width * (number + 0.5) / len(names) - high / 2
            picture = lay(picture, sign(high, rng, str(name), ink), x, height - foot / 2 - high / 2)
        if rng.random() < 0.4:
            thin = max(2, high // 5)
            picture = lay(picture, flat(np.ones((thin, width // 3), np.float32), ink), width / 3, height - thin - 2)
    return picture


def side_column(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Like, talk, share and keep down a side with counts, a picture of the account, a caption beside."""
    width, height = size_of(picture)
    side = max(9, round(width * rng.uniform(0.06, 0.13)))
    step, ink = round(side * rng.uniform(1.4, 2.2)), usual_ink(rng)
    x = pick(rng, [width - side * 1.3, width - side * 1.3, side * 0.3])
    y = height * rng.uniform(0.3, 0.6)
    if rng.random() < 0.6:
        picture = lay(picture, portrait(side, rng), x, y - step)
    for name in rng.permutation(["heart", "speech", "share", "keep", "dots", "thumb"])[: int(rng.integers(2, 6))]:
        piece = icon(side, rng, str(name)) if name in ("heart", "thumb") else sign(side, rng, str(name), ink)
        picture = lay(picture, shadowed(piece, rng) if rng.random() < 0.5 else piece, x, y)
        words = letters(count(rng), side * 0.3, rng, plain=True)
        picture = lay(picture, flat(words, ink), x + (side - words.shape[1]) / 2, y + side * 1.05)
        y += step
    if rng.random() < 0.6:
        for row, text in enumerate((account(rng), remark(rng)[:28])[: int(rng.integers(1, 3))]):
            words = letters(text, side * 0.4, rng, plain=True)[:, : round(width * 0.75)]
            piece = padded(flat(words, WHITE), 2)
            shade = flat(feather(piece.cover, 1.0), BLACK)
            picture = lay(picture, over(piece, shade), side * 0.3, height * rng.uniform(0.86, 0.88) + row * side * 0.6)
    return picture


def signs(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Single signs in the corners: back, close, more, sound, a pointer, a dot that says it is being recorded."""
    width, height = size_of(picture)
    for _ in range(int(rng.integers(1, 5))):
        side = max(8, round(width * rng.uniform(0.05, 0.13)))
        if rng.random() < 0.15:
            board = Sheet(4 * side, side)
            board.disc(0.4, 0.5, 0.28, None, (235, 20, 30))
            board.stamp(letters(pick(rng, ["REC", "LIVE", "00:12"]), side * 0.5, rng, plain=True), 1.9, 0.5, WHITE)
            piece = board.piece()
        else:
            piece = button(side, rng, pick(rng, tuple(SIGNS)))
        spots = [(0.03 * width, 0.03 * width), (0.94 * width - piece.size[0], 0.03 * width),
                 (0.03 * width, 0.97 * height - side), (0.94 * width - piece.size[0], 0.97 * height - side),
                 place(picture, piece.size, rng)]  # fmt: skip
        picture = lay(picture, piece, *pick(rng, spots))
    return picture
