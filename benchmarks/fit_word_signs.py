"""Counts app/evidence/word_signs.json: how often each sign of words is read over each kind of changed place.

    python -m benchmarks.fit_word_signs ../shared/posters --posters 40 --seed 5

Attacks the tuning half of the library's posters as fit_region_model does, reads the words of the changed places in both
pictures, and counts. Where the folder has variants/pairs.csv, the places between two official versions are the fourth
kind. Every attack counts the same within its kind; one sign in a hundred is added to each, as unseen is not impossible.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.checker.place_words import read_words
from app.compare.region_kind import CLASSES
from app.evidence.word_signs import JUDGED, SIGNS_PATH, WordSign, sign_of
from app.model.title import ReadPlace
from app.text.reader import TextReader
from benchmarks.fit_region_model import VARIANT, label_regions, lay_attacked, lay_variants, tuning_pairs, tuning_posters
from benchmarks.harness.posters import Pair

# The largest places of one picture are read; more would count the same words again.
_PLACES = 2
_UNSEEN = 0.01
_SIGNS = tuple(sign for sign in WordSign if sign not in JUDGED)


Count = tuple[int, str, str]
"""Kind, attack and sign of one place."""


def count_poster(poster: str, folder: Path, names: tuple[str, ...], seed: int) -> list[Count]:
    """Every place of one poster under every attack."""
    reader = _reader()
    found = []
    for laid in lay_attacked(poster, folder, names, seed):
        for region, kind in list(label_regions(laid))[:_PLACES]:
            words = read_words(region, laid.comparison, laid.submitted, laid.original.pixels, reader)
            found.append((kind, laid.attack.name, sign_of(ReadPlace(words), region.shape.hue_x).value))
    return found


def count_variant(pair: Pair, folder: Path) -> list[Count]:
    """Every place between two official versions of one artwork."""
    reader = _reader()
    found = []
    for submitted, reference, comparison in lay_variants(pair, folder):
        for region in comparison.regions[:_PLACES]:
            words = read_words(region, comparison, submitted, reference.pixels, reader)
            found.append((VARIANT, pair.relation, sign_of(ReadPlace(words), region.shape.hue_x).value))
    return found


def likelihoods(counts: list[Count]) -> dict[str, list[float]]:
    """For each sign, how likely it is over each of CLASSES."""
    by_attack: dict[tuple[int, str], list[str]] = defaultdict(list)
    for kind, attack, sign in counts:
        by_attack[kind, attack].append(sign)
    table: dict[str, list[float]] = {sign.value: [] for sign in _SIGNS}
    for kind in range(len(CLASSES)):
        lots = [lot for (of_kind, _), lot in by_attack.items() if of_kind == kind]
        for sign, row in table.items():
            share = sum(lot.count(sign) / len(lot) for lot in lots) / max(1, len(lots))
            row.append(round((share + _UNSEEN) / (1 + _UNSEEN * len(_SIGNS)), 4))
    return table


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posters", type=int, default=40)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    counts = list(_count_all(options))
    about = {
        "made_by": "benchmarks/fit_word_signs.py",
        "date": datetime.now(UTC).date().isoformat(),
        "posters": options.posters,
        "seed": options.seed,
        "places": {name: sum(kind == i for kind, _, _ in counts) for i, name in enumerate(CLASSES)},
        "order": list(CLASSES),
    }
    stored = {"about": about, "likelihoods": likelihoods(counts)}
    SIGNS_PATH.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(stored, indent=1), file=sys.stderr)


def _count_all(options: argparse.Namespace) -> Iterator[Count]:
    names, chosen = tuning_posters(options.folder, options.posters)
    with ProcessPoolExecutor(options.jobs) as workers:
        work = partial(count_poster, folder=options.folder, names=names, seed=options.seed)
        for done, found in enumerate(workers.map(work, chosen), start=1):
            print(f"\r{done}/{len(chosen)} posters", end="", file=sys.stderr, flush=True)
            yield from found
        for found in workers.map(partial(count_variant, folder=options.folder), tuning_pairs(options.folder)):
            yield from found


_held: list[TextReader] = []


def _reader() -> TextReader:
    """One for each process."""
    import cv2

    if not _held:
        cv2.setNumThreads(1)
        _held.append(TextReader())
    return _held[0]


if __name__ == "__main__":
    main()
