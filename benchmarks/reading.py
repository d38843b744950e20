"""How well words are read: titles found, sequel claims that are false, drawn sequel marks that are named.

    python -m benchmarks.reading ../shared/posters --posters 40 --seed 1

Takes official posters with a known title from the folder's manifest.csv, larger ones first, reads each as it is, then
draws a "2" and a "PART TWO" behind the title in its height and colours and reads the whole poster and the place again.
The manifest's titles are English: a poster that shows its title in another language counts as not found.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
from PIL import Image
from rapidfuzz import fuzz

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from app.model.words import Claim, ClaimKind, PosterWords, TextLine
from app.text.change import compare_words
from app.text.claims.find_claims import find_claims
from app.text.folding import key
from app.text.parse import parse_words
from app.text.reader import TextReader
from app.text.title_line import choose_title
from benchmarks.attacks.lettering import pick_face, words_of_height, words_of_width
from benchmarks.attacks.paint import Mask, feather, mask_box, paste
from benchmarks.attacks.places import lettering_colour
from benchmarks.attacks.pool import random_for, read_picture, stable_hash
from benchmarks.harness.posters import Poster, Split, read_posters, split_of

LARGE = 600
FOUND = 85.0
MARKS = ("2", "PART TWO")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Reading:
    """One poster. false: sequel and season claims that its known title does not make. named: by mark, in the whole
    poster's words and at the place; empty when no title was found to draw behind."""

    poster: Poster
    words: PosterWords
    in_title: bool
    in_lines: bool
    false: tuple[Claim, ...]
    named: dict[str, tuple[bool, bool]]
    poster_ms: float
    place_ms: tuple[float, ...]


def read_one(reader: TextReader, poster: Poster, folder: Path, seed: int) -> Reading:
    """Everything measured on one poster."""
    picture = read_picture(folder / poster.name)
    size = (picture.shape[1], picture.shape[0])
    lines, poster_ms = _timed(partial(reader.read_poster, picture))
    words = parse_words(lines, size)
    names = known_names(poster.title)
    title = choose_title(words.lines, words.claims)
    named: dict[str, tuple[bool, bool]] = {}
    place_ms: list[float] = []
    for mark in MARKS:
        if not title:
            break
        rng = random_for(seed, poster.name, mark)
        drawn, place = draw_behind(picture, title, mark, rng)
        whole = parse_words(reader.read_poster(drawn), size)
        before, _ = _timed(partial(reader.read_place, picture, place))
        after, milliseconds = _timed(partial(reader.read_place, drawn, place))
        place_ms.append(milliseconds)
        named[mark] = (_names_two(whole.claims), _names_two(compare_words(before, after).added))
    return Reading(
        poster,
        words,
        any(holds_title(name, words.title) for name in names),
        any(holds_title(name, "".join(line.text for line in words.lines)) for name in names),
        tuple(claim for claim in words.claims if is_false(claim, poster.title)),
        named,
        poster_ms,
        tuple(place_ms),
    )


def known_names(title: str) -> list[str]:
    """A manifest title's names: without the year, with its article in front, other names in brackets on their own."""
    title = re.sub(r"\s*\([\d\s]*\)\s*$", "", title)
    names = [re.sub(r"\s*\(.*", "", title), *re.findall(r"\(([^()]*)\)", title)]
    names = [re.sub(r"^(.*), (The|A|An|La|Le|Les|El|Das|Der|Die)$", r"\2 \1", name) for name in names]
    return [name.replace("a.k.a. ", "") for name in names if len(key(name)) > 1]


def holds_title(name: str, read: str) -> bool:
    """Whether the name stands in what was read, but for a letter in seven; spaces and accents make no difference."""
    wanted, there = key(name), key(read)
    return len(there) >= 0.7 * len(wanted) and fuzz.partial_ratio(wanted, there) >= FOUND


def is_false(claim: Claim, title: str) -> bool:
    """Whether a sequel or season is claimed that the known title does not name."""
    if claim.kind not in (ClaimKind.SEQUEL, ClaimKind.SEASON):
        return False
    own = find_claims([TextLine(name, Box(0, 0, 300, 40), 1.0) for name in known_names(title)])
    said = claim.number is not None and str(claim.number) in re.findall(r"\d+", title)
    return not said and key(claim.text) not in key(title) and not any(claim.number == each.number for each in own)


def draw_behind(picture: Pixels, title: Sequence[TextLine], mark: str, rng: np.random.Generator) -> tuple[Pixels, Box]:
    """The mark behind the title's last line, or below it where no room is left, and where its ink is.

    A number is as tall as the letters, PART TWO two thirds; both in a bold face and a colour of the title.
    """
    width, height = picture.shape[1], picture.shape[0]
    last, whole = title[-1].box, surround([line.box for line in title])
    tall = max(12.0, 0.75 * last.height * (1.0 if len(mark) == 1 else 0.66))
    face = pick_face(rng)
    mask = words_of_height(mark, face, min(tall, height * 0.2))
    if mask.shape[1] > 0.9 * width:
        mask = words_of_width(mark, face, 0.9 * width)
    gap = round(0.35 * tall)
    x, y = last.x + last.width + gap, last.y + (last.height - mask.shape[0]) // 2
    if x + mask.shape[1] > width - 2:
        x, y = whole.x + (whole.width - mask.shape[1]) // 2, whole.y + whole.height + gap
        if y + mask.shape[0] > height - 2:
            y = max(2, whole.y - gap - mask.shape[0])
    x = int(np.clip(x, 2, max(2, width - 2 - mask.shape[1])))
    ground = Box(x, y, mask.shape[1], mask.shape[0])
    return _put(picture, mask, ground, lettering_colour(picture, last, ground, rng))


def main() -> None:
    """Reads the arguments, measures, prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posters", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--skip", type=int, default=0, help="leave out the first ones, to measure in parts")
    parser.add_argument("--split", choices=("tune", "test"), default="test", help="the rules were made on tune")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    reader, readings = TextReader(), []
    count = options.skip + options.posters
    for poster in pick_posters(options.folder, count, options.seed, options.split)[options.skip :]:
        readings.append(read_one(reader, poster, options.folder, options.seed))
        print(f"\r{len(readings)} posters", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(render(readings, f"seed {options.seed}, {options.split}: {len(readings)} posters"))


def pick_posters(folder: Path, count: int, seed: int, split: Split) -> list[Poster]:
    """Titled official posters in an order of the seed's, those of at least LARGE pixels first."""
    posters = (poster for poster in read_posters(folder) if split_of(poster.name) == split)
    titled = [poster for poster in posters if poster.official and known_names(poster.title)]
    titled.sort(key=lambda poster: stable_hash(f"{seed} {poster.name}"))
    return sorted(titled, key=lambda poster: not _is_large(folder / poster.name))[:count]


def _is_large(path: Path) -> bool:
    with Image.open(path) as picture:
        return max(picture.size) >= LARGE


def render(readings: Sequence[Reading], heading: str) -> str:
    """A line for each poster, and the sums."""
    rows = [
        "| poster | known title | title chosen | found | 2 | PART TWO | false claims |",
        "|---|---|---|---|---|---|---|",
    ]
    for each in readings:
        found = "title" if each.in_title else "lines" if each.in_lines else "no"
        marks = [_told(each.named.get(mark)) for mark in MARKS]
        false = ", ".join(claim.text for claim in each.false)
        names = f"{each.poster.name} | {each.poster.title} | {each.words.title}"
        rows.append(f"| {names} | {found} | {' | '.join(marks)} | {false} |")
    return "\n".join([*rows, "", heading, *_sums(readings)])


def _sums(readings: Sequence[Reading]) -> Iterator[str]:
    yield f"title in the words chosen {_share(each.in_title for each in readings)}"
    yield f"title in any line {_share(each.in_title or each.in_lines for each in readings)}"
    yield f"posters with a false sequel or season claim: {sum(bool(each.false) for each in readings)}"
    drawn = [each for each in readings if each.named]
    for mark in MARKS:
        whole, place = (_share(each.named[mark][way] for each in drawn) for way in (0, 1))
        yield f"{mark} drawn behind the title, named in the whole poster's words {whole}, at its place {place}"
    poster_ms = statistics.median(each.poster_ms for each in readings)
    place_ms = statistics.median(ms for each in readings for ms in each.place_ms)
    yield f"median of one thread: poster {poster_ms:.0f} ms, place {place_ms:.0f} ms"


def _told(named: tuple[bool, bool] | None) -> str:
    return (
        "" if named is None else " ".join(word for word, is_so in zip(("poster", "place"), named, strict=True) if is_so)
    )


def _share(values: Iterable[bool]) -> str:
    told = list(values)
    return f"{100 * sum(told) / max(1, len(told)):.0f} % of {len(told)}"


def _names_two(claims: Sequence[Claim]) -> bool:
    return any(claim.kind is ClaimKind.SEQUEL and claim.number == 2 for claim in claims)


def _put(picture: Pixels, mask: Mask, ground: Box, colour: tuple[int, int, int]) -> tuple[Pixels, Box]:
    drawn = paste(picture, colour, feather(mask, 0.45), ground.x, ground.y)
    ink = mask_box(mask)
    return drawn, Box(ground.x + ink.x - 3, ground.y + ink.y - 3, ink.width + 6, ink.height + 6)


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.thread_time()
    result = work()
    return result, 1000 * (time.thread_time() - start)


if __name__ == "__main__":
    main()
