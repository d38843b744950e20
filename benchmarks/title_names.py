"""How often a real poster's title is found in the catalogue, and how often another one is.

    python -m benchmarks.title_names ../shared/posters --split test [--list films.csv] [--posters 40]

The catalogue is built from the names of all titled official posters of the folder's manifest.csv; --list adds names of
other films (CSV as `postercheck catalogue import` takes it), which can only be found wrongly. Each poster is read once.
The manifest's names are English: a poster in another language counts as not found. Nothing is timed but the question.
"""

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
from PIL import Image

from app.catalogue.catalogue import Catalogue
from app.catalogue.listed_names import read_listed_name
from app.model.title import KnownTitle, Ruling, TitleKind, TitleName, TitleRuling, TitleStatus
from app.text.folding import key
from app.text.parse import parse_words
from app.text.reader import TextReader
from benchmarks.attacks.pool import read_picture
from benchmarks.harness.posters import Poster, read_posters
from benchmarks.reading import is_false, known_names, pick_posters

LARGER = 400
ALL = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """One poster. outcome: right, accused (the right title, said not to exist), wrong (another title) or none."""

    poster: Poster
    larger: bool
    outcome: str
    answer: str
    false_claim: bool
    question_ms: float


def main() -> None:
    """Reads the arguments, measures, prints what went wrong and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=("tune", "test"), default="test", help="the rules were made on tune")
    parser.add_argument("--posters", type=int, default=ALL)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--list", type=Path)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    posters = pick_posters(options.folder, options.posters, options.seed, options.split)
    with tempfile.TemporaryDirectory() as home, Catalogue.open(Path(home)) as catalogue:
        catalogue.add(_listed(options.folder))
        if options.list is not None:
            catalogue.import_csv(options.list)
        reader = TextReader()
        found = [find_one(reader, catalogue, options.folder, poster) for poster in posters]
        print(render(found, f"{options.split}, {catalogue.info().titles} titles in the catalogue"))


def find_one(reader: TextReader, catalogue: Catalogue, folder: Path, poster: Poster) -> Found:
    """Read one poster and ask for its title."""
    picture = read_picture(folder / poster.name)
    size = (picture.shape[1], picture.shape[0])
    words = parse_words(reader.read_poster(picture), size)
    start = time.thread_time()
    answer = catalogue.rule(words)
    spent = 1000 * (time.thread_time() - start)
    false_claim = any(is_false(claim, poster.title) for claim in words.claims)
    with Image.open(folder / poster.name) as opened:
        larger = min(opened.size) >= LARGER
    return Found(poster, larger, _outcome(answer, poster), answer.claimed if answer else "", false_claim, spent)


def render(found: Sequence[Found], heading: str) -> str:
    """A line for each poster whose title was not found, and the sums."""
    missed = [f"{each.outcome} | {each.poster.name} | {each.poster.title} | {each.answer}" for each in found]
    lines = [line for line, each in zip(missed, found, strict=True) if each.outcome != "right" or each.false_claim]
    return "\n".join([*lines, "", heading, *_sums(found)])


def _sums(found: Sequence[Found]) -> Iterator[str]:
    for name, group in (("larger", [each for each in found if each.larger]), ("all", list(found))):
        if group:
            counts = Counter(each.outcome for each in group)
            told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(counts.items()))
            yield f"{name}: found {100 * counts['right'] / len(group):.0f} % of {len(group)} ({told})"
    yield f"posters with a false sequel or season claim: {sum(each.false_claim for each in found)}"
    yield f"median of one question: {statistics.median(each.question_ms for each in found):.0f} ms"


def _outcome(answer: TitleRuling | None, poster: Poster) -> str:
    if answer is None or answer.title is None:
        return "none"
    own = {key(name) for name in (answer.title.title, *(name.name for name in answer.title.names))}
    wanted = {key(name) for name in (*known_names(poster.title), read_listed_name(poster.title).title)}
    if not own & wanted:
        return "wrong"
    return "right" if answer.ruling is Ruling.EXISTS else "accused"


def _listed(folder: Path) -> Iterator[KnownTitle]:
    for poster in read_posters(folder):
        if poster.official and known_names(poster.title):
            listed = read_listed_name(poster.title)
            names = tuple(TitleName(name, "") for name in listed.others)
            yield KnownTitle(
                id="",
                title=listed.title,
                kind=TitleKind.FILM,
                year=listed.year,
                seasons=None,
                status=TitleStatus.RELEASED,
                names=names,
                source="manifest.csv",
                as_of="2025-01-01",
            )


if __name__ == "__main__":
    main()
