"""Changed places that something is learnt from: attacked posters laid over their own originals, and what each holds.

Those of benign attacks hold an overlay, those over an edit's true boxes hold lettering or picture. Where the folder has
variants/pairs.csv, the places between two official versions of one artwork are the fourth class.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import lay_over
from app.compare.compare import ComparedReference, compare, compare_directly, place_in_query
from app.compare.regions.place_views import draw_views
from app.compare.regions.region_kind import CLASSES, shape_values
from app.compare.regions.regions import find_regions
from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.compare.shown.measure_shown import measure_shown
from app.compare.submitted import SubmittedPicture
from app.evidence.relate import SAME_ARTWORK_AGREEMENT, settles
from app.fingerprints.compute import compute_fingerprint
from app.fingerprints.working_copy import make_working_copy
from app.imaging.encode import encode_jpeg
from app.imaging.load import load_image
from app.model.comparison import ChangedRegion, Comparison
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.reference import Kind, Label, Provenance, Reference, ReferenceState
from benchmarks.attacks.encode import encode
from benchmarks.attacks.geometry import resize
from benchmarks.attacks.pool import PosterPool, random_for, read_picture
from benchmarks.attacks.values import Attack, Attacked, Expected
from benchmarks.harness.posters import Pair, read_pairs, read_posters, share_roles, split_of
from benchmarks.learnt_attacks import attacks_to_learn, is_lettering, set_of

# A place belongs to an edit when so much of its box lies in the edit's true boxes.
_BELONGS = 0.3
# Share of pictures that are found as a search finds them; of the others it is known how they lie, which takes a third
# of the time, and they are laid so many frame pixels (standard deviation) beside that.
_FOUND, _BESIDE = 0.3, 0.5
# Share of those that are made smaller and saved again; no smaller than so many pixels.
_AGAIN, _SMALLEST = 0.35, 200
# Laid over with less agreement than this, nothing is to be learnt.
_LEAST_AGREEMENT = 0.15
_FRAME = 448
_HELD_ONE_IN = 6
Found = TypeVar("Found")
VARIANT = CLASSES.index("variant")
_SAME_ART = frozenset({"language_variant_same_art", "same_art_text_or_crop_variant"})


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """n changed places. values: (n, v) float32, see shape_values. views: (n, 2, 64, 64, 8) uint8, see draw_views.

    kinds: (n,) indices into CLASSES. posters, attacks: (n,) names.
    """

    values: NDArray[np.float32]
    views: NDArray[np.uint8]
    kinds: NDArray[np.int64]
    posters: NDArray[np.str_]
    attacks: NDArray[np.str_]


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """An attacked poster laid over its own original, as a search does."""

    attack: Attack
    attacked: Attacked
    submitted: SubmittedPicture
    original: ComparedReference
    comparison: Comparison


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    values: list[float]
    views: NDArray[np.uint8]
    kind: int
    poster: str
    attack: str


def collect(folder: Path, posters: int, seed: int, share: float, jobs: int) -> Samples:
    """All samples of so many tuning posters, each under so large a share of the attacks, and of the variants."""
    names, chosen = tuning_posters(folder, posters)
    of_poster = partial(_of_poster, folder=folder, names=names, seed=seed, share=share)
    places = list(each_of(chosen, of_poster, tuning_pairs(folder), partial(_of_variant, folder=folder), jobs))
    return Samples(
        values=np.array([place.values for place in places], np.float32),
        views=np.stack([place.views for place in places]),
        kinds=np.array([place.kind for place in places]),
        posters=np.array([place.poster for place in places]),
        attacks=np.array([place.attack for place in places]),
    )


def each_of(
    posters: Sequence[str],
    of_poster: Callable[[str], Sequence[Found]],
    pairs: Sequence[Pair],
    of_pair: Callable[[Pair], Sequence[Found]],
    jobs: int,
) -> Iterator[Found]:
    """What is found on each poster, then on each pair, by so many processes; says on stderr how far that is."""
    count = 0
    # Spawned: a forked process can wait for ever for a lock that a thread of its parent held.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as workers:
        for done, found in enumerate(workers.map(of_poster, posters), start=1):
            count += len(found)
            print(f"\r{done}/{len(posters)} posters, {count} found", end="", file=sys.stderr, flush=True)
            yield from found
        for found in workers.map(of_pair, pairs):
            yield from found


def keep(samples: Samples, path: Path) -> None:
    """Store them, 65 kB each; the views, nearly all of that, in an .npy file beside it."""
    columns = _columns(samples)
    np.save(_views_beside(path), columns.pop("views"))
    np.savez(path, **columns)


def load(path: Path) -> Samples:
    """What `keep` stored. The views are read from their file when they are used, so that processes can share them."""
    views = np.load(_views_beside(path), mmap_mode="r")
    with np.load(path, allow_pickle=False) as stored:
        return Samples(views=views, **{name: stored[name] for name in stored.files})


def _views_beside(path: Path) -> Path:
    return path.with_suffix(".npy")


def _columns(samples: Samples) -> dict[str, NDArray[Any]]:
    return {field.name: getattr(samples, field.name) for field in fields(samples)}


def measure(likelihoods: NDArray[np.float64], samples: Samples) -> dict[str, float]:
    """How often the likeliest class, and a claim, are right; Brier score of the claims."""
    kinds, claim = samples.kinds, likelihoods[:, 1] + likelihoods[:, 2]
    claimed = (kinds == 1) | (kinds == 2)
    return {
        "kind_accuracy": round(float((likelihoods.argmax(axis=1) == kinds).mean()), 4),
        "claim_accuracy": round(float(((claim > 0.5) == claimed).mean()), 4),
        "claim_brier": round(float(((claim - claimed) ** 2).mean()), 4),
    }


def choose(samples: Samples, wanted: NDArray[np.bool_]) -> Samples:
    """Some of the samples."""
    return Samples(**{name: column[wanted] for name, column in _columns(samples).items()})


def without(samples: Samples, name: str | None) -> Samples:
    """All but those of one set of attacks, to see how a model does on a hand that it has not learnt from."""
    if name is None:
        return samples
    return choose(samples, np.array([set_of(attack) != name for attack in samples.attacks.tolist()]))


def evened(samples: Samples, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What each of the chosen places counts for while learning, mean 1: more where a set of attacks has few.

    With the root of how many times fewer they are, so that none is learnt by heart.
    """
    drawn = samples.kinds[chosen] != VARIANT
    sets = np.array([set_of(attack) for attack in samples.attacks[chosen].tolist()])
    weights = np.ones(len(sets))
    found, counts = np.unique(sets[drawn], return_counts=True)
    for name, count in zip(found, counts, strict=True):
        weights[drawn & (sets == name)] = np.sqrt(counts.mean() / count)
    return np.asarray(weights / weights.mean())


def held_out(samples: Samples, seed: int) -> NDArray[np.bool_]:
    """Those of one poster in six."""
    posters = np.unique(samples.posters)
    held = np.random.default_rng(seed).choice(posters, len(posters) // _HELD_ONE_IN, replace=False)
    return np.isin(samples.posters, held)


def describe(samples: Samples, seed: int) -> dict[str, object]:
    """Date and data, as they stand beside what was fitted."""
    drawn = samples.kinds != VARIANT
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "posters": len(set(samples.posters[drawn].tolist())),
        "seed": seed,
        "pairs": len(set(samples.posters[~drawn].tolist())),
        "regions": {name: int((samples.kinds == i).sum()) for i, name in enumerate(CLASSES)},
    }


def tuning_posters(folder: Path, most: int) -> tuple[tuple[str, ...], list[str]]:
    """The names of all posters of the library, and of so many pictures to attack, all of the tuning half.

    First those of the library, then the others, fan-made ones among them: what is done to one is told the same way.
    """
    everything = read_posters(folder)
    names = tuple(poster.name for poster in share_roles(everything, []).library)
    of_library = frozenset(names)
    others = (poster.name for poster in everything if poster.name not in of_library)
    return names, [name for name in (*names, *others) if split_of(name) == "tune"][:most]


def tuning_pairs(folder: Path) -> list[Pair]:
    """The pairs of official versions of one artwork in the tuning half."""
    pairs = [pair for pair in read_pairs(folder) if pair.relation in _SAME_ART]
    return [pair for pair in pairs if split_of(pair.kept.name) == "tune"]


def lay_attacked(
    poster: str, folder: Path, names: tuple[str, ...], seed: int, attacks: Sequence[tuple[Attack, int]]
) -> Iterator[Laid]:
    """One poster under each of the attacks (and the turn, which makes it another drawing), found as by a search."""
    original, features = _original(folder / poster)
    pool = PosterPool(folder, names, poster)
    for attack, turn in attacks:
        attacked = attack.function(read_picture(folder / poster), random_for(seed + turn, poster, attack.name), pool)
        submitted = SubmittedPicture(load_image(encode(attacked.pixels, attacked.saved_as)))
        yield Laid(attack, attacked, submitted, original, _compare(submitted, original, features))


def label_regions(laid: Laid) -> Iterator[tuple[ChangedRegion, int]]:
    """Each changed region and what it holds, as an index into CLASSES; those that an edit only touches are left out."""
    for region in laid.comparison.regions:
        kind = _label(region.box, laid.attack, laid.attacked.boxes_of_change)
        if kind is not None:
            yield region, kind


def lay_variants(pair: Pair, folder: Path) -> Iterator[tuple[SubmittedPicture, ComparedReference, Comparison]]:
    """Each of two official versions laid over the other, as they are and saved again, where they fit."""
    for kept, checked in ((pair.kept.name, pair.checked.name), (pair.checked.name, pair.kept.name)):
        candidate, features = _original(folder / kept)
        for quality in (None, 50):
            data = (folder / checked).read_bytes()
            again = data if quality is None else encode_jpeg(load_image(data).pixels, quality)
            submitted = SubmittedPicture(load_image(again))
            comparison = _compare(submitted, candidate, features)
            if comparison.agreement >= SAME_ARTWORK_AGREEMENT:
                yield submitted, candidate, comparison


def _of_poster(poster: str, folder: Path, names: tuple[str, ...], seed: int, share: float) -> list[_Place]:
    import cv2
    from threadpoolctl import threadpool_limits

    cv2.setNumThreads(1)
    rng = random_for(seed, poster, "places")
    chosen = [(each, rng.random() < _FOUND) for each in attacks_to_learn() if rng.random() < share]
    searched = [each for each, search in chosen if search]
    places: list[_Place] = []
    with threadpool_limits(1):
        for laid in lay_attacked(poster, folder, names, seed, searched):
            lies = _Lies(laid.submitted, laid.comparison.homography, laid.comparison.mirrored)
            label = partial(_label, attack=laid.attack, boxes=laid.attacked.boxes_of_change)
            places += _places_of(lies, laid.original, label, laid.attack.name)
        original, _ = _original(folder / poster)
        pool = PosterPool(folder, names, poster)
        for attack, turn in (each for each, search in chosen if not search):
            chance = random_for(seed + turn, poster, attack.name)
            attacked = attack.function(read_picture(folder / poster), chance, pool)
            lies, boxes = _as_known(attacked, original, chance)
            places += _places_of(lies, original, partial(_label, attack=attack, boxes=boxes), attack.name)
    return places


def _of_variant(pair: Pair, folder: Path) -> list[_Place]:
    import cv2

    cv2.setNumThreads(1)
    places: list[_Place] = []
    for submitted, original, comparison in lay_variants(pair, folder):
        lies = _Lies(submitted, comparison.homography, comparison.mirrored)
        places += _places_of(lies, original, lambda _: VARIANT, pair.relation)
    return places


@dataclass(frozen=True, slots=True, eq=False)
class _Lies:
    """How a submitted picture lies on its original; homography: the original's pixels to the submitted picture's."""

    submitted: SubmittedPicture
    homography: Homography | None
    mirrored: bool


def _as_known(
    attacked: Attacked, original: ComparedReference, rng: np.random.Generator
) -> tuple[_Lies, tuple[Box, ...]]:
    """Laid where the attack put it, a little beside; some made smaller and saved again. And the boxes of change."""
    import cv2

    picture, factor = load_image(encode(attacked.pixels, attacked.saved_as)), 1.0
    if rng.random() < _AGAIN:
        longest = max(picture.width, picture.height)
        factor = min(1.0, max(rng.uniform(0.4, 1.0), _SMALLEST / longest))
        small, _ = resize(picture.pixels, round(picture.width * factor), round(picture.height * factor))
        picture = load_image(encode_jpeg(small, int(rng.integers(35, 92))))
    across, down = picture.width / attacked.pixels.shape[1], picture.height / attacked.pixels.shape[0]
    corners = picture_corners((original.reference.width, original.reference.height))
    quad = project(np.diag([across, down, 1.0]) @ attacked.place, corners)
    unit = np.sqrt(abs(cv2.contourArea(quad.astype(np.float32)))) / _FRAME
    quad += rng.normal(0, _BESIDE * unit, quad.shape)
    lies = cv2.getPerspectiveTransform(corners.astype(np.float32), quad.astype(np.float32)).astype(np.float64)
    boxes = tuple(box.scaled(across, down) for box in attacked.boxes_of_change)
    return _Lies(SubmittedPicture(picture), lies, mirrored=False), boxes


def _places_of(
    lies: _Lies, original: ComparedReference, label: Callable[[Box], int | None], attack: str
) -> Iterator[_Place]:
    """Every place that differs; none where the two hardly fit."""
    reference, pixels = original.reference, original.pixels
    if lies.homography is None or pixels is None:
        return
    size = (reference.width, reference.height)
    over = lay_over(lies.submitted.pixels(mirrored=lies.mirrored), pixels, lies.homography, size)
    laid, residual = measure_shown(over)
    found, judged = find_regions(laid, residual)
    if residual.agreement(judged) < _LEAST_AGREEMENT:
        return
    for region, views in zip(found, draw_views(laid, residual, found), strict=True):
        kind = label(place_in_query(region.box, laid, lies.submitted.size, mirrored=lies.mirrored))
        if kind is not None:
            yield _Place(shape_values(region.shape), views, kind, reference.id, attack)


def _label(box: Box, attack: Attack, boxes: Sequence[Box]) -> int | None:
    """An index into CLASSES; None for a place that an edit only touches."""
    if attack.expected is Expected.OFFICIAL:
        return 0
    inside = max((box.intersection(change) for change in boxes), default=0)
    if inside < _BELONGS * box.area:
        return None
    return 1 if is_lettering(attack) else 2


def _compare(submitted: SubmittedPicture, candidate: ComparedReference, features: LocalFeatures) -> Comparison:
    """As a search does: by key points when a direct registration does not settle the matter."""
    direct = compare_directly(submitted, candidate)
    return direct if direct is not None and settles(direct) else compare(submitted, candidate, features)


@lru_cache(maxsize=1)
def _original(path: Path) -> tuple[ComparedReference, LocalFeatures]:
    picture = load_image(path.read_bytes())
    reference = _reference(f"{path.parent.name}/{path.name}", (picture.width, picture.height))
    pixels: Pixels = make_working_copy(picture.pixels).pixels
    return ComparedReference(reference, pixels, (), None), compute_fingerprint(picture).local_features


def _reference(name: str, size: tuple[int, int]) -> Reference:
    return Reference(
        id=name,
        key=1,
        label=Label.OFFICIAL,
        title=name,
        title_id="",
        kind=Kind.POSTER,
        language="",
        tier=None,
        provenance=Provenance(),
        sha256="",
        width=size[0],
        height=size[1],
        state=ReferenceState.ACTIVE,
        added_at="",
    )
