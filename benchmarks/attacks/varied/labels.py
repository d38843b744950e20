"""Words on plates: badges, tags, bursts, and the names, counts and remarks that they show."""

import string

import numpy as np

from benchmarks.attacks import phrases
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.paint import Mask, rounded_mask
from benchmarks.attacks.varied.faces import star_points
from benchmarks.attacks.varied.icons import icon
from benchmarks.attacks.varied.pieces import edged, flat, lay
from benchmarks.attacks.varied.shapes import Piece, Sheet, any_colour, apart, blended, pick, vivid
from benchmarks.attacks.varied.words import letters

SHOUTS = (
    "HD", "4K", "NEW", "LIVE", "18+", "TOP 10", "HOT", "WOW", "OMG", "LOL", "FREE", "SALE", "VIP", "16+", "UHD", "VOTE",
    "BEST", "#1", "SWIPE UP", "LINK IN BIO", "DUB", "SUB", "CAM", "FULL HD", "1080p", "HDR", "PG-13", "R",
    "TRENDING", "MUST SEE", "SPOILER", "YES", "NO", "REPOST", "SAVE", "FOLLOW", "AD", "Sponsored", "GIF", "5.1", "ESP",
    "cute", "soon", "mood", "same", "slay", "real?", "my pick", "tonight", "so good", "finally", "hello", "why",
)  # fmt: skip


PLACES = ("London", "New York", "home", "Cinema City", "Paris, France", "Los Angeles", "Berlin", "my room", "Theatre 5")


SONGS = ("Blue Night - Ava", "original sound", "love song", "Theme (remix)", "Slow Dance", "Run - The Kites")


def account(rng: np.random.Generator) -> str:
    """The name of somebody, or of a site."""
    made = "".join(rng.choice(list(string.ascii_lowercase + "aeiou_."), int(rng.integers(5, 13))))
    known = pick(rng, phrases.HANDLES + phrases.NAMES)
    return pick(rng, [f"@{made}", f"@{made}{int(rng.integers(100))}", f"{made}.com", f"u/{made}", made, known])


def count(rng: np.random.Generator) -> str:
    """A number as apps write it."""
    value = rng.uniform(1, 900)
    return pick(rng, [f"{value:.1f}K", f"{value:.0f}", f"{value / 90:.1f}M", f"{value:.0f}k", f"{value * 9:,.0f}"])


def remark(rng: np.random.Generator) -> str:
    """A few words somebody wrote."""
    words = pick(rng, phrases.REMARKS + phrases.LINES)
    return words if rng.random() < 0.5 else " ".join(words.split()[: int(rng.integers(2, 6))])


def plated(words: Mask, ink: Colour, ground: Colour, rng: np.random.Generator, sign: Piece | None = None) -> Piece:
    """Words, and a sign before them, on a plate of some roundness, fill, edge and opacity."""
    high = words.shape[0]
    pad = max(2, round(high * rng.uniform(0.25, 0.8)))
    first = sign.size[0] + pad // 2 if sign else 0
    width, height = words.shape[1] + 2 * pad + first, max(high, sign.size[1] if sign else 0) + 2 * pad
    cover = rounded_mask((width, height), round(height * pick(rng, [0.0, 0.12, 0.25, 0.5])))
    piece = flat(cover, ground)
    if rng.random() < 0.25:
        piece = Piece(blended((width, height), (ground, any_colour(rng)), rng), cover)
    board = lay(piece.pixels, flat(words, ink), pad + first, (height - high) // 2)
    if sign:
        board = lay(board, sign, pad, (height - sign.size[1]) // 2)
    piece = Piece(board, cover * np.float32(pick(rng, [1.0, 1.0, 0.85, 0.6])))
    return edged(piece, apart(ground, rng, 0.5), max(1, height // 16)) if rng.random() < 0.2 else piece


def chip(high: int, rng: np.random.Generator) -> Piece:
    """A badge, a hashtag, a place, a song, a name, a rating, a link: on a plate."""
    ground = any_colour(rng)
    ink = apart(ground, rng)
    sign, words = None, pick(rng, SHOUTS)
    match int(rng.integers(7)):
        case 0:
            words, sign = pick(rng, PLACES), icon(high, rng, "pin")
        case 1:
            words, sign = pick(rng, SONGS), icon(high, rng, "note")
        case 2:
            words = "#" + pick(
                rng, ["movie", "love", "fyp", "filmtok", "netflix", "poster", "mood", "weekend", "viral"]
            )
        case 3:
            words, sign = (
                pick(rng, [f"{rng.uniform(4, 10):.1f}", f"{rng.uniform(4, 10):.1f}/10", count(rng)]),
                icon(high, rng),
            )
        case 4:
            words = account(rng)
        case _:
            pass
    return plated(letters(words, high * rng.uniform(0.6, 1.0), rng, plain=rng.random() < 0.6), ink, ground, rng, sign)


def burst(high: int, rng: np.random.Generator) -> Piece:
    """A star or a disc with a word in it."""
    board = Sheet(high, high)
    ground = vivid(rng) if rng.random() < 0.6 else any_colour(rng)
    tips = int(rng.integers(8, 24))
    if rng.random() < 0.75:
        board.area(star_points(0.5, 0.5, 0.49, rng.uniform(0.33, 0.44), tips), ground)
    else:
        board.disc(0.5, 0.5, 0.48, None, ground)
        board.arc(0.5, 0.5, (0.42, 0.42), (0, 360), apart(ground, rng), 0.02)
    words = pick(rng, ["SALE", "NEW!", "-50%", "WOW", "HOT", "BOOM", "FREE", "$9.99", "TOP", "2x1", "NOW", "POW!"])
    mask = letters(words, high * rng.uniform(0.16, 0.26), rng, heavy=True)[:, : int(high * 0.8)]
    board.stamp(mask, 0.5, 0.5, apart(ground, rng, 0.3))
    return board.piece()


def tag(high: int, rng: np.random.Generator) -> Piece:
    """A price tag with a hole."""
    board = Sheet(2 * high, high)
    ground = any_colour(rng)
    board.area([(0.05, 0.5), (0.45, 0.05), (1.95, 0.05), (1.95, 0.95), (0.45, 0.95)], ground)
    board.disc(0.36, 0.5, 0.08, None, apart(ground, rng))
    words = pick(rng, ["$5", "€4.99", "SALE", "$12.50", "-30%", "£3", "rent", "buy"])
    board.stamp(letters(words, high * 0.45, rng)[:, : int(1.3 * high)], 1.2, 0.5, apart(ground, rng))
    return board.piece()
