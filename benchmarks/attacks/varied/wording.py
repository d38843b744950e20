"""What a claim says: numbers, parts, seasons, dates, makers, lines, names, titles."""

import string
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks.attacks import phrases
from benchmarks.attacks.varied.shapes import pick

FIRST = (
    "EMMA",
    "JACK",
    "SOFIA",
    "NOAH",
    "ZENDAYA",
    "TOM",
    "ANA",
    "CHRIS",
    "LILY",
    "RYAN",
    "JENNA",
    "OMAR",
    "IDRIS",
    "KATE",
)


LAST = ("STONE", "HOLLAND", "CARTER", "ORTEGA", "EVANS", "RIVERA", "BLAKE", "COLE", "ELBA", "REED", "PRATT", "WOLFE")


MAKERS = (
    "NETFLIX", "A NETFLIX FILM", "ONLY ON NETFLIX", "hulu", "max", "HBO", "A24", "PIXAR", "MARVEL", "Disney+",
    "Prime Video",
    "apple tv+", "DC", "LUCASFILM", "Paramount+", "PEACOCK", "STARZ", "Universal", "DREAMWORKS", "BLUMHOUSE", "AMC",
)  # fmt: skip


LINES = (
    "the story is not over", "this time it is personal", "every ending has a beginning", "she is back",
    "love never dies", "they thought it was finished", "the final battle begins", "nobody is safe", "one last time",
    "from the makers of the first", "a new hero will rise", "fear returns", "the truth comes home", "family is forever",
)  # fmt: skip


ADDED = (
    "THE SEQUEL", "RETURNS", "FOREVER", "RELOADED", "REBORN", "THE MOVIE", "AGAIN", "THE SERIES", "ORIGINS",
    "UNLEASHED",
    "REVENGE", "LEGACY", "IN LOVE", "THE END", "RISING", "STRIKES BACK", "& FRIENDS", "IN SPACE", "AT WAR", "3D",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed, and how high it is at least and at most, as shares of the poster's height."""

    words: str
    high: tuple[float, float]
    near_title: float = 0.6


def _number(rng: np.random.Generator) -> Claim:
    number = int(rng.integers(2, 10))
    return Claim(
        pick(rng, [str(number), str(number), "2", "3", f"{number}.0", f"#{number}", f"{number}D"]), (0.035, 0.16), 0.8
    )


def _roman(rng: np.random.Generator) -> Claim:
    return Claim(pick(rng, ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]), (0.03, 0.13), 0.8)


def _part(rng: np.random.Generator) -> Claim:
    number = pick(rng, [str(int(rng.integers(2, 10))), "TWO", "THREE", "II", "III", "IV", "FINAL", "ONE"])
    name = pick(rng, ["PART", "Part", "VOL.", "Volume", "CHAPTER", "Chapter", "BOOK", "EPISODE", "ROUND", "PHASE"])
    return Claim(f"{name} {number}", (0.016, 0.06))


def _season(rng: np.random.Generator) -> Claim:
    number = int(rng.integers(2, 9))
    words = pick(
        rng, [f"SEASON {number}", f"Season {number}", f"S{number}", f"THE COMPLETE SEASON {number}", *phrases.SEASONS]
    )
    return Claim(words, (0.016, 0.055))


def _added(rng: np.random.Generator) -> Claim:
    return Claim(pick(rng, ADDED + phrases.PARTS), (0.018, 0.07), 0.85)


def _date(rng: np.random.Generator) -> Claim:
    day, month, year = int(rng.integers(1, 29)), int(rng.integers(1, 13)), int(rng.integers(2025, 2031))
    name = pick(
        rng, ["JANUARY", "MARCH", "MAY", "JUNE", "JULY", "AUGUST", "OCTOBER", "NOVEMBER", "DECEMBER", "SUMMER", "FALL"]
    )
    made = (f"{day}.{month}.{year}", f"{name} {day}", f"{name} {year}", str(year), f"IN THEATERS {name} {day}",
            f"Coming {year}", "COMING SOON", "Coming soon", f"Only in cinemas {name}", "IN CINEMAS NOW")  # fmt: skip
    return Claim(pick(rng, made + phrases.DATES), (0.014, 0.05), 0.4)


def _maker(rng: np.random.Generator) -> Claim:
    return Claim(pick(rng, MAKERS), (0.016, 0.06), 0.3)


def _tagline(rng: np.random.Generator) -> Claim:
    return Claim(pick(rng, LINES), (0.014, 0.034), 0.3)


def _actor(rng: np.random.Generator) -> Claim:
    name = f"{pick(rng, FIRST)} {pick(rng, LAST)}"
    return Claim(
        pick(rng, [name, name, f"WITH {name}", f"starring {name.title()}", f"AND {name}"]), (0.016, 0.045), 0.25
    )


def _title(rng: np.random.Generator) -> Claim:
    made = "".join(rng.choice(list(string.ascii_uppercase), int(rng.integers(3, 9))))
    return Claim(pick(rng, [*phrases.TITLES, made]), (0.04, 0.11), 0.4)


WORDED: dict[str, Callable[[np.random.Generator], Claim]] = {
    "number": _number, "number_again": _number, "roman": _roman, "part": _part, "season": _season, "added": _added,
    "date": _date, "maker": _maker, "tagline": _tagline, "actor": _actor, "title": _title,
}  # fmt: skip
