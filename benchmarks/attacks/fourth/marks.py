"""Benign, the fourth set: what people, apps and sites lay over a poster without claiming anything about the film."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth.ink import ANY, NIB, OWN, QUIET, Hand, a_hand, ink, line_of, piled, swung
from benchmarks.attacks.fourth.layers import laid, spread, told_apart
from benchmarks.attacks.fourth.spots import at_share
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, ellipse_mask, feather, rounded_mask, soft_picture
from benchmarks.attacks.values import Attacked, OtherPosters

NICKS = ("@sofa.critic", "@kinokatze", "@reelgreta", "@late_show_lou", "@thepopcornden", "@silverscreensam")
PAGES = ("filmstube.blog", "POSTERARCHIVE", "cine-wall.example", "matineeclub", "bigscreen diary", "reelroom.org")
CAPTIONS = (
    ("goosebumps. just goosebumps",), ("my sister made me", "watch this and wow"), ("put this on my wall please",),
    ("so who is crying", "with me tonight"), ("colours!!! look at them",), ("this made my monday",),
    ("i need a blanket", "and this film"),
)  # fmt: skip
FACES: tuple[Colour, ...] = ((255, 204, 51), (255, 138, 101), (129, 199, 132))
BLOCKS: tuple[tuple[Colour, Colour], ...] = (
    ((255, 255, 255), (20, 20, 22)), ((20, 20, 22), (255, 255, 255)), ((255, 214, 10), (30, 24, 0)),
    ((90, 60, 200), (255, 255, 255)),
)  # fmt: skip
MESSAGES = (
    ("Mum", "are you coming for dinner?"),
    ("Weather", "Light showers this evening"),
    ("Ben", "sent you a photo"),
)


def emoji_strewn(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Two to five round faces, thumbs or clapper boards, each 7 to 18 % of the width."""
    result, count = picture, int(rng.integers(2, 6))
    for _ in range(count):
        side = max(12, round(picture.shape[1] * rng.uniform(0.07, 0.18)))
        drawn, mask = _emoji(int(rng.integers(3)), side, FACES[int(rng.integers(3))])
        spot = at_share(picture, (side, side), *rng.uniform(0.05, 0.95, 2))
        canvas = result.copy()
        canvas[spot[1] : spot[1] + side, spot[0] : spot[0] + side] = drawn
        result = laid(result, canvas, spread(picture, mask, spot))
    return Attacked(result, note=f"{count}")


def _emoji(kind: int, side: int, tone: Colour) -> tuple[Pixels, Mask]:
    """A wide-eyed face, a thumb, a clapper board."""
    drawn = np.full((200, 200, 3), tone, np.uint8)
    mask: Mask = np.zeros((200, 200), np.float32)
    if kind == 0:
        cv2.circle(mask, (100, 100), 96, 1.0, -1, cv2.LINE_AA)
        for x in (66, 134):
            cv2.circle(drawn, (x, 84), 24, (255, 255, 255), -1, cv2.LINE_AA)
            cv2.circle(drawn, (x + 6, 88), 11, (50, 40, 40), -1, cv2.LINE_AA)
        cv2.ellipse(drawn, (100, 148), (20, 28), 0, 0, 360, (90, 40, 40), -1, cv2.LINE_AA)
    elif kind == 1:
        hand = [
            (20, 90),
            (60, 90),
            (95, 15),
            (125, 20),
            (118, 80),
            (185, 84),
            (176, 180),
            (80, 185),
            (60, 170),
            (20, 170),
        ]
        cv2.fillPoly(mask, [np.array(hand, np.int32)], 1.0, cv2.LINE_AA)
        for y in (110, 135, 160):
            cv2.line(drawn, (120, y), (180, y), (190, 130, 40), 5, cv2.LINE_AA)
    else:
        drawn[:] = (40, 42, 50)
        mask[70:185, 15:185] = 1
        cv2.fillPoly(mask, [np.array([(12, 62), (20, 24), (188, 8), (184, 46)], np.int32)], 1.0, cv2.LINE_AA)
        for x in (30, 80, 130):
            cv2.line(drawn, (x, 66), (x + 26, 6), (245, 245, 245), 14, cv2.LINE_AA)
    small = cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), np.asarray(
        cv2.resize(mask, (side, side), interpolation=cv2.INTER_AREA), np.float32
    )


def corner_mark(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A page's small see-through name in a corner."""
    words = str(rng.choice(PAGES))
    mask = ink(words, a_hand(rng, QUIET), (picture.shape[1] * rng.uniform(0.2, 0.34), picture.shape[0] * 0.04))
    spot = at_share(picture, (mask.shape[1], mask.shape[0]), float(rng.choice([0, 1])), float(rng.choice([0, 1])))
    whole = spread(picture, mask, spot)
    return Attacked(
        laid(picture, told_apart(picture, whole, (255, 255, 255), rng), whole * np.float32(0.65)), note=words
    )


def mark_over_all(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A page's name once, large and faint, aslant over the whole picture, embossed or plain."""
    words = str(rng.choice(PAGES))
    wide = picture.shape[1] * rng.uniform(0.8, 1.0)
    flat = ink(
        words, a_hand(rng, (Hand(OWN, "swollen"), Hand("DejaVuSansMono-Bold.ttf", "hollow"))), (wide, wide * 0.25)
    )
    mask = swung(flat, rng.uniform(20, 50) * rng.choice([-1, 1]))
    whole = spread(picture, mask, at_share(picture, (mask.shape[1], mask.shape[0]), 0.5, rng.uniform(0.4, 0.6)))
    faint = whole * np.float32(rng.uniform(0.18, 0.36))
    if rng.random() < 0.5:
        step = max(1, picture.shape[1] // 300)
        return Attacked(
            laid(laid(picture, (0, 0, 0), np.roll(faint, (step, step), (0, 1))), (255, 255, 255), faint), note=words
        )
    return Attacked(laid(picture, (255, 255, 255), faint, "screen"), note=words)


def nick_aslant(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """An account's @name, a little turned, anywhere, on a plate or with a shadow."""
    words = str(rng.choice(NICKS))
    flat = ink(words, a_hand(rng, (*QUIET, Hand(OWN, "swollen"))), (picture.shape[1] * rng.uniform(0.24, 0.42), 60))
    pad = max(2, flat.shape[0] // 2)
    degrees = rng.uniform(-14, 14)
    letters = swung(np.pad(flat, pad), degrees)
    spot = at_share(picture, (letters.shape[1], letters.shape[0]), rng.uniform(0.2, 0.8), rng.uniform(0.1, 0.95))
    plate = spread(picture, swung(rounded_mask((flat.shape[1] + 2 * pad, flat.shape[0] + 2 * pad), pad), degrees), spot)
    below = laid(picture, (20, 20, 24), plate * np.float32(rng.choice([0.0, 0.6, 0.9])))
    whole = spread(picture, letters, spot)
    return Attacked(laid(below, told_apart(below, whole, (255, 255, 255), rng), whole), note=words)


def caption_on_blocks(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A sentence in one or two lines, each on its own rounded block, as story apps set it."""
    lines = one_of(rng, CAPTIONS)
    plate_tone, tone = one_of(rng, BLOCKS)
    size = picture.shape[1] * rng.uniform(0.045, 0.065)
    across, down = rng.uniform(0.35, 0.65), rng.uniform(0.12, 0.88)
    result = picture
    for number, line in enumerate(lines):
        letters = line_of(line, size, strong=True)
        pad = max(3, round(size * 0.35))
        padded = np.pad(letters, pad)
        spot = at_share(
            picture,
            (padded.shape[1], padded.shape[0]),
            across,
            down + number * padded.shape[0] * 0.92 / picture.shape[0],
        )
        result = laid(result, plate_tone, spread(picture, rounded_mask((padded.shape[1], padded.shape[0]), pad), spot))
        result = laid(result, tone, spread(picture, padded, spot))
    return Attacked(result, note=" ".join(lines))


def play_disc_and_bar(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A ring with a triangle in the middle, and a thin progress line with a knob along the foot."""
    width, height = size_of(picture)
    radius = round(width * rng.uniform(0.08, 0.15))
    middle = (width // 2, round(height * rng.uniform(0.42, 0.58)))
    dim = laid(picture, (0, 0, 0), np.full((height, width), rng.uniform(0.0, 0.35), np.float32))
    disc: Mask = np.zeros((height, width), np.float32)
    cv2.circle(disc, middle, radius, float(rng.uniform(0.3, 0.8)), -1, cv2.LINE_AA)
    result = laid(dim, ((0, 0, 0), (235, 50, 60), (30, 120, 240))[int(rng.integers(3))], disc)
    sign: Mask = np.zeros((height, width), np.float32)
    tip = [(middle[0] - radius * 0.35, middle[1] - radius * 0.5), (middle[0] - radius * 0.35, middle[1] + radius * 0.5),
           (middle[0] + radius * 0.55, middle[1])]  # fmt: skip
    cv2.fillPoly(sign, [np.rint(np.array(tip)).astype(np.int32)], 1.0, cv2.LINE_AA)
    cv2.circle(sign, middle, radius, 1.0, max(1, radius // 14), cv2.LINE_AA)
    y, edge = round(height * rng.uniform(0.93, 0.98)), round(width * 0.04)
    knob = edge + round((width - 2 * edge) * rng.uniform(0.05, 0.9))
    cv2.line(sign, (edge, y), (width - edge, y), 0.45, max(1, height // 220), cv2.LINE_AA)
    cv2.line(sign, (edge, y), (knob, y), 1.0, max(2, height // 180), cv2.LINE_AA)
    cv2.circle(sign, (knob, y), max(3, width // 70), 1.0, -1, cv2.LINE_AA)
    return Attacked(laid(result, (255, 255, 255), sign))


def doodled_on(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Marks by a finger on a screen: a wavy underline, a lopsided heart, stars, a scribble."""
    width, height = size_of(picture)
    tones: tuple[Colour, ...] = ((255, 59, 110), (0, 230, 180), (255, 235, 59), (255, 255, 255))
    lines: Mask = np.zeros((height, width), np.float32)
    thick = max(2, round(width * rng.uniform(0.008, 0.014)))
    for kind in rng.choice(4, int(rng.integers(1, 4)), replace=False):
        middle, reach = rng.uniform((0.2, 0.15), (0.8, 0.85)) * (width, height), width * rng.uniform(0.07, 0.16)
        turn = np.linspace(0, 2 * np.pi, 60)
        if kind == 0:
            path = np.stack([np.linspace(-1.6, 1.6, 60), 0.12 * np.sin(4 * turn)], axis=1)
        elif kind == 1:
            path = np.stack(
                [np.sin(turn) ** 3, -(0.81 * np.cos(turn) - 0.31 * np.cos(2 * turn) - 0.12 * np.cos(3 * turn))], axis=1
            )
        elif kind == 2:
            points = turn[::6] * 2.4
            path = np.stack([np.sin(points), -np.cos(points)], axis=1)[:6]
        else:
            path = np.stack([np.linspace(-1, 1, 60) + 0.25 * np.cos(7 * turn), 0.5 * np.sin(7 * turn)], axis=1)
        path = path + rng.normal(0, 0.02, path.shape)
        cv2.polylines(lines, [np.rint(path * reach + middle).astype(np.int32)], False, 1.0, thick, cv2.LINE_AA)
    return Attacked(laid(picture, tones[int(rng.integers(4))], lines))


def banner_at_head(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A phone's message sliding in over the head of the poster on a frosted plate."""
    width, height = size_of(picture)
    who, what = one_of(rng, MESSAGES)
    wide, high = round(width * 0.94), max(26, round(width * rng.uniform(0.15, 0.19)))
    spot = ((width - wide) // 2, round(height * rng.uniform(0.01, 0.03)))
    dark = bool(rng.random() < 0.5)
    plate = spread(picture, rounded_mask((wide, high), high // 4), spot)
    blurred = np.asarray(cv2.GaussianBlur(resize(picture, 64, 96)[0], (0, 0), 4), np.uint8)
    frost, _ = resize(blurred, width, height)
    result = laid(picture, laid(frost, (30, 30, 34) if dark else (246, 246, 248), np.full_like(plate, 0.75)), plate)
    side = max(12, round(high * 0.62))
    icon = soft_picture((side, side), rng)
    at = (spot[0] + (high - side) // 2, spot[1] + (high - side) // 2)
    canvas = result.copy()
    canvas[at[1] : at[1] + side, at[0] : at[0] + side] = icon
    result = laid(result, canvas, spread(picture, rounded_mask((side, side), side // 4), at))
    tone: Colour = (245, 245, 247) if dark else (16, 16, 18)
    x = at[0] + side + side // 4
    room = spot[0] + wide - x - 4
    for number, words in enumerate((who, what)):
        letters = line_of(words, high * 0.26, strong=number == 0)[:, :room]
        result = laid(result, tone, spread(picture, letters, (x, spot[1] + round(high * (0.14 + 0.4 * number)))))
    return Attacked(result, note=who)


def pointer_left(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A mouse arrow or a hand's dot with a tip beside it, as on a grabbed screen."""
    unit = picture.shape[1] * rng.uniform(0.0035, 0.006)
    x, y = rng.uniform((0.1, 0.1), (0.85, 0.85)) * size_of(picture)
    arrow = np.array([(0, 0), (0, 17), (4, 13.5), (7, 20), (9.5, 19), (6.6, 12.6), (12, 12.5)]) * unit + (x, y)
    there = np.rint(arrow).astype(np.int32)
    result = picture.copy()
    white = bool(rng.random() < 0.5)
    cv2.fillPoly(result, [there], (255, 255, 255) if white else (0, 0, 0), cv2.LINE_AA)
    cv2.polylines(result, [there], True, (0, 0, 0) if white else (255, 255, 255), max(1, round(unit)), cv2.LINE_AA)
    if rng.random() < 0.4:
        letters = np.pad(line_of(str(rng.choice(["Open image", "Zoom in", "Poster"])), max(9, 13 * unit)), 3)
        spot = (round(x + 14 * unit), round(y + 18 * unit))
        result = laid(result, (255, 255, 235), spread(picture, np.ones_like(letters), spot))
        result = laid(result, (20, 20, 20), spread(picture, letters, spot))
    return Attacked(result)


def recorder_over(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A screen recorder's red dot and running time, a frame of corners, a battery."""
    width, height = size_of(picture)
    lines: Mask = np.zeros((height, width), np.float32)
    edge, arm, thick = round(width * 0.05), round(width * 0.1), max(1, width // 160)
    for x, step in ((edge, arm), (width - edge, -arm)):
        for y, down in ((edge, arm), (height - edge, -arm)):
            cv2.line(lines, (x, y), (x + step, y), 1.0, thick)
            cv2.line(lines, (x, y), (x, y + down), 1.0, thick)
    cell = (width - edge - round(width * 0.12), edge + round(width * 0.03))
    cv2.rectangle(lines, cell, (cell[0] + round(width * 0.08), cell[1] + round(width * 0.04)), 1.0, thick)
    result = laid(picture, (255, 255, 255), lines)
    time = f"REC 00:{int(rng.integers(10, 60))}:{int(rng.integers(10, 60))}"
    letters = line_of(time, max(9.0, width * 0.045), strong=True)
    spot = (edge + round(width * 0.075), edge + round(width * 0.02))
    result = laid(laid(result, (0, 0, 0), feather(spread(picture, letters, spot), 2) * 0.6), (255, 255, 255),
                  spread(picture, letters, spot))  # fmt: skip
    dot = max(6, round(width * 0.04))
    return Attacked(
        laid(
            result,
            (235, 20, 30),
            spread(picture, ellipse_mask((dot, dot), 0.02), (edge + dot // 2, spot[1] + dot // 5)),
        )
    )


def note_stuck_on(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A yellow or pink paper note with a handwritten remark, stuck on askew."""
    side = max(40, round(picture.shape[1] * rng.uniform(0.2, 0.3)))
    remark = (("so", "good"), ("for", "anna"), ("call", "mum"), ("buy", "popcorn"))[int(rng.integers(4))]
    words = piled(
        [ink(line, a_hand(rng, (Hand(NIB), ANY[-1])), (side * 0.7, side * 0.22)) for line in remark], side // 10
    )
    paper: Mask = np.ones((side, side), np.float32)
    letters: Mask = np.zeros((side, side), np.float32)
    y, x = (side - words.shape[0]) // 2, (side - words.shape[1]) // 2
    letters[y : y + words.shape[0], x : x + words.shape[1]] = words
    degrees = rng.uniform(-12, 12)
    paper, letters = swung(paper, degrees), swung(letters, degrees)
    spot = at_share(picture, (paper.shape[1], paper.shape[0]), *rng.uniform(0.12, 0.88, 2))
    whole = spread(picture, paper, spot)
    shade = feather(np.roll(whole, (3, 3), (0, 1)), 3) * np.float32(0.45)
    tone: Colour = (255, 240, 130) if rng.random() < 0.6 else (255, 170, 200)
    result = laid(laid(picture, (0, 0, 0), shade), tone, whole)
    return Attacked(laid(result, (40, 40, 70), spread(picture, letters, spot)), note=" ".join(remark))
