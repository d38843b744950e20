"""Fits app/evidence/words/word_signs.json: what each sign of words adds to what shape and look say of a changed place.

    python -m benchmarks.fit_word_signs ../shared/posters --skip 240 --posters 20 --seed 3

Attacks posters of the tuning half that the region model has not learnt from, reads the words of the likeliest changed
places in both pictures, and fits a factor for each sign and each kind of place: the chances times the factors predict
best what the places hold. Where the folder has variants/pairs.csv, the places between two official versions are the
fourth kind. Every attack counts the same within its kind, and overlays as much as edits. Factors are held towards one:
a sign that was seen twice has little to say.

The words of places by hands that the region model has not learnt from tell more truly how sure it is: --set names one
that was left out when the model was fitted, and --use takes several stored runs together.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.checker.place_words import read_words
from app.checker.read_places import worth_reading
from app.compare.regions.region_kind import CLASSES
from app.evidence.words.word_chances import JUDGED, SIGNS_PATH
from app.evidence.words.word_signs import WordSign, sign_of
from app.model.comparison import ChangedRegion
from app.model.title import ReadPlace
from app.model.words import ChangedWords
from app.text.reader import TextReader
from benchmarks.attacks.pool import random_for
from benchmarks.harness.posters import Pair
from benchmarks.learnt_attacks import attacks_to_learn, set_of
from benchmarks.region_samples import (
    VARIANT,
    Laid,
    each_of,
    label_regions,
    lay_attacked,
    lay_variants,
    tuning_pairs,
    tuning_posters,
)

# The likeliest places of one picture are read; more would count the same words again.
_PLACES = 2
# Share of the attacks that each poster is under.
_SHARE = 0.5
# So much of each kind, as a share of all.
_KINDS = (0.47, 0.29, 0.18, 0.06)
# Squared log-factors count as so many places. Fitted on one hand's words and asked of another's, 1 and 5 do as well
# (log-loss of 4,501 places: 1,393 and 1,395).
_HELD = 2.0
_SIGNS = tuple(sign for sign in WordSign if sign not in JUDGED)


@dataclass(frozen=True, slots=True)
class Seen:
    """One place: its kind, as an index into CLASSES, the attack, what shape and look say, and what the words are."""

    kind: int
    attack: str
    chances: tuple[float, float, float, float]
    sign: WordSign


def see_poster(poster: str, folder: Path, names: tuple[str, ...], seed: int, only: str | None = None) -> list[Seen]:
    """Every place of one poster under half of the attacks; only: of that set."""
    reader = _reader()
    chance = random_for(seed, poster, "word signs")
    able = [attack for attack, turn in attacks_to_learn() if turn == 0 and only in (None, set_of(attack.name))]
    chosen = [(attack, 0) for attack in able if chance.random() < _SHARE]
    found: list[Seen] = []
    for laid in lay_attacked(poster, folder, names, seed, chosen):
        found.extend(_see(laid, reader))
    return found


def see_variant(pair: Pair, folder: Path) -> list[Seen]:
    """Every place between two official versions of one artwork."""
    reader = _reader()
    return [
        _seen(VARIANT, pair.relation, region, read_words(region, comparison, submitted, reference.pixels, reader))
        for submitted, reference, comparison in lay_variants(pair, folder)
        if reference.pixels is not None
        for region in worth_reading(comparison.regions)[:_PLACES]
    ]


def fit(seen: Sequence[Seen]) -> dict[str, list[float]]:
    """For each sign that is not judged, a factor for each of CLASSES; the likeliest of a sign's factors is 1."""
    from scipy.optimize import minimize

    seen = [place for place in seen if place.sign not in JUDGED]
    kinds = np.array([place.kind for place in seen])
    signs = np.array([_SIGNS.index(place.sign) for place in seen])
    before = np.log(np.maximum([place.chances for place in seen], 1e-6))
    weights = _weights(seen)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = flat.reshape(len(_SIGNS), len(CLASSES))
        scores = before + table[signs]
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        missed = -np.log(chances[np.arange(len(kinds)), kinds])
        slope = chances * weights[:, None]
        slope[np.arange(len(kinds)), kinds] -= weights
        down = np.zeros_like(table)
        np.add.at(down, signs, slope)
        total = float((weights * missed).sum() + _HELD / 2 * (table**2).sum())
        return total, (down + _HELD * table).ravel()

    found = minimize(loss, np.zeros(len(_SIGNS) * len(CLASSES)), jac=True, method="L-BFGS-B")
    table = found.x.reshape(len(_SIGNS), len(CLASSES))
    factors = np.exp(table - table.max(axis=1, keepdims=True))
    return {sign.value: [round(float(value), 4) for value in row] for sign, row in zip(_SIGNS, factors, strict=True)}


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--skip", type=int, default=240, help="posters that the region model has learnt from")
    parser.add_argument("--posters", type=int, default=20)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, metavar="JSON", help="store what was seen")
    parser.add_argument("--use", type=Path, nargs="+", metavar="JSON", help="fit on what was stored")
    parser.add_argument("--set", help="attacks of this set alone, as in sixth; without: of all that are learnt from")
    options = parser.parse_args()
    seen = [place for path in options.use for place in _load(path)] if options.use else list(_see_all(options))
    if options.keep:
        options.keep.write_text(json.dumps([asdict(place) for place in seen]), encoding="utf-8")
    about = {
        "made_by": "benchmarks/fit_word_signs.py",
        "date": datetime.now(UTC).date().isoformat(),
        "posters": options.posters,
        "seed": options.seed,
        "places": {name: sum(place.kind == i for place in seen) for i, name in enumerate(CLASSES)},
        "order": list(CLASSES),
    }
    stored = {"about": about, "factors": fit(seen)}
    SIGNS_PATH.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(stored, indent=1), file=sys.stderr)


def _load(path: Path) -> list[Seen]:
    stored = json.loads(path.read_text(encoding="utf-8"))
    return [Seen(each["kind"], each["attack"], tuple(each["chances"]), WordSign(each["sign"])) for each in stored]


def _weights(seen: Sequence[Seen]) -> NDArray[np.float64]:
    """Each attack the same within its kind, each kind its share, together as much as there are places."""
    lots = Counter((place.kind, place.attack) for place in seen)
    attacks = Counter(kind for kind, _ in lots)
    shares = [_KINDS[place.kind] / attacks[place.kind] / lots[place.kind, place.attack] for place in seen]
    return np.array(shares) / sum(shares) * len(seen)


def _see(laid: Laid, reader: TextReader) -> Iterator[Seen]:
    pixels = laid.original.pixels
    if pixels is None:
        return
    kinds = dict(label_regions(laid))
    for region in worth_reading(laid.comparison.regions)[:_PLACES]:
        if region in kinds:
            words = read_words(region, laid.comparison, laid.submitted, pixels, reader)
            yield _seen(kinds[region], laid.attack.name, region, words)


def _seen(kind: int, attack: str, region: ChangedRegion, words: ChangedWords) -> Seen:
    chances = region.chances
    together = (chances.overlay, chances.text, chances.picture, chances.variant)
    return Seen(kind, attack, together, sign_of(ReadPlace(words), region.shape.hue_x, region.shape.height))


def _see_all(options: argparse.Namespace) -> Iterator[Seen]:
    names, chosen = tuning_posters(options.folder, options.skip + options.posters)
    of_poster = partial(see_poster, folder=options.folder, names=names, seed=options.seed, only=options.set)
    of_pair = partial(see_variant, folder=options.folder)
    yield from each_of(chosen[options.skip :], of_poster, tuning_pairs(options.folder), of_pair, options.jobs)


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
