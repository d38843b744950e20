"""The embedded index against brute force, and against a library that changes under it."""

import cmath
import math
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from app.fingerprints.compute import compute_fingerprint
from app.fingerprints.local_features import mirror_features, root_sift
from app.fingerprints.perceptual_hash import MIN_DETAIL
from app.index import embedded
from app.index.consistent_votes import places_of
from app.index.embedded import EmbeddedIndex
from app.index.feature_store import build_generation, collect, load_newest_generation
from app.index.find_candidates import NEAR_HASH, by_features, by_hash, worth_comparing
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import Library
from app.model.fingerprint import Fingerprint, LocalFeatures, PerceptualHash
from app.model.poster_image import Pixels
from app.model.reference import Label, ReferenceState
from app.model.report import FoundBy
from tests.support.pictures import as_image, draw_artwork, encode, resize

POSTERS = 14
SIZE = (240, 360)


@dataclass
class HeldFingerprints:
    """A source of fingerprints that holds what a test gives it."""

    held: dict[int, Fingerprint] = field(default_factory=dict)
    changes: int = 0

    def put(self, key: int, fingerprint: Fingerprint) -> None:
        self.held[key] = fingerprint
        self.changes += 1

    def version(self) -> int:
        return self.changes

    def hashes(self) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.float32]]:
        keys = sorted(self.held)
        bits = [self.held[key].perceptual_hash.bits for key in keys]
        details = [self.held[key].perceptual_hash.detail for key in keys]
        return np.array(keys, np.int64), np.array(bits, np.uint8).reshape(-1, 32), np.array(details, np.float32)

    def fingerprints(self, after_key: int = 0) -> Iterator[tuple[int, Fingerprint]]:
        return iter([(key, self.held[key]) for key in sorted(self.held) if key > after_key])

    def keys(self) -> frozenset[int]:
        return frozenset(self.held)


def fingerprint_of(pixels: Pixels) -> Fingerprint:
    return compute_fingerprint(as_image(pixels))


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """Building an inverted file this small with many threads is waiting for one another, on a busy machine for long."""
    import faiss  # noqa: F401 - only what is loaded can be limited

    with threadpool_limits(1):
        yield


@pytest.fixture(scope="module")
def drawn() -> dict[int, Fingerprint]:
    return {key: fingerprint_of(draw_artwork(key, SIZE)) for key in range(1, POSTERS + 1)}


@pytest.fixture
def source(drawn: dict[int, Fingerprint]) -> HeldFingerprints:
    return HeldFingerprints(dict(drawn), changes=1)


@pytest.fixture
def index(tmp_path: Path) -> EmbeddedIndex:
    return EmbeddedIndex(tmp_path / "index")


@pytest.fixture
def few_exhaustive(monkeypatch: pytest.MonkeyPatch) -> None:
    """The inverted file is used from a thousand descriptors on."""
    monkeypatch.setattr(embedded, "EXHAUSTIVE_DESCRIPTORS", 1000)


def reshared(key: int) -> dict[str, Pixels]:
    """The same poster as it comes back: smaller, a half, turned."""
    artwork = draw_artwork(key, SIZE)
    return {
        "smaller": resize(artwork, 160, 240),
        "half": np.ascontiguousarray(artwork[: SIZE[1] // 2]),
        "turned": np.ascontiguousarray(np.rot90(artwork)),
    }


def votes_by_brute_force(features: LocalFeatures, held: dict[int, Fingerprint]) -> dict[int, float]:
    """Three nearest descriptors of all references for each feature; a pair that is alike points at a centre."""
    wanted = root_sift(features.descriptors)
    indexed = {key: held[key].local_features.strongest(400) for key in held}
    rows_of = [(key, row) for key, lot in indexed.items() for row in range(len(lot))]
    everything = root_sift(np.concatenate([lot.descriptors for lot in indexed.values()]))
    pointing: dict[int, list[tuple[float, float, complex, complex]]] = {}
    for number, likeness in enumerate(wanted @ everything.T):
        for found in np.argsort(-likeness, kind="stable")[:3]:
            if likeness[found] > 0.7:
                key, row = rows_of[found]
                to_x, to_y, size, turn = (float(value) for value in places_of(indexed[key])[row])
                x, y, width, angle = (float(value) for value in features.keypoints[number])
                side, turned = width / size, cmath.exp(1j * math.radians(angle - 360 * turn))
                centre = complex(x, y) + side * turned * complex(to_x, to_y)
                pointing.setdefault(key, []).append((float(likeness[found]) - 0.7, side, turned, centre))
    votes = {
        key: heaviest_by_brute_force(sorted(lot, key=lambda item: -item[0])[:100]) for key, lot in pointing.items()
    }
    return {key: vote for key, vote in votes.items() if vote > 0}


def heaviest_by_brute_force(lot: list[tuple[float, float, complex, complex]]) -> float:
    """Of all votes, the one that those agreeing with it weigh most for; with its own weight."""
    best, most = 0.0, 0.0
    for one in lot:
        support = 0.0
        for other in lot:
            if other is one:
                continue
            near = abs(math.log2(one[1] / other[1])) < 0.7
            alike = (one[2] * other[2].conjugate()).real > 0.85
            together = abs(one[3] - other[3]) < 0.2 * min(one[1], other[1])
            support += other[0] if near and alike and together else 0.0
        if support > most:
            best, most = support + one[0], support
    return best


def first_by_features(index: EmbeddedIndex, pixels: Pixels) -> int:
    return index.find_by_features(fingerprint_of(pixels).local_features, 6)[0].key


hash_lists = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(data=hash_lists, wanted=st.binary(min_size=32, max_size=32), limit=st.integers(1, 14), near=st.integers(0, 256))
def test_near_hashes_are_those_of_brute_force(data: list[bytes], wanted: bytes, limit: int, near: int) -> None:
    nothing = LocalFeatures(np.zeros((0, 4), np.float32), np.zeros((0, 128), np.uint8), (100, 100))
    source = HeldFingerprints()
    for key, bits in enumerate(data, start=1):
        source.put(key, Fingerprint("", PerceptualHash(np.frombuffer(bits, np.uint8), 50.0), nothing, 1))
    index = EmbeddedIndex(Path("never-written"))
    index.refresh(source, source.keys())
    found = index.find_near_hashes(PerceptualHash(np.frombuffer(wanted, np.uint8), 50.0), limit, near)
    slow = sorted(
        (sum((a ^ b).bit_count() for a, b in zip(bits, wanted, strict=True)), key)
        for key, bits in enumerate(data, start=1)
    )
    assert [(match.distance, match.key) for match in found] == [pair for pair in slow if pair[0] <= near][:limit]


def test_votes_are_those_of_brute_force(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys())
    for key in (1, 5, 9):
        for pixels in reshared(key).values():
            features = fingerprint_of(pixels).local_features
            slow = votes_by_brute_force(features, source.held)
            found = index.find_by_features(features, POSTERS)
            assert {match.key: match.votes for match in found} == pytest.approx(slow, rel=0.02, abs=0.1)
            assert [match.votes for match in found] == sorted((match.votes for match in found), reverse=True)
            assert found[0].key == key


@pytest.mark.usefixtures("few_exhaustive")
def test_the_inverted_file_puts_the_right_reference_first(
    index: EmbeddedIndex, source: HeldFingerprints, tmp_path: Path
) -> None:
    index.refresh(source, source.keys())
    assert load_newest_generation(tmp_path / "index") is not None
    for key in range(1, POSTERS + 1):
        for name, pixels in reshared(key).items():
            assert first_by_features(index, pixels) == key, (key, name)


@pytest.mark.usefixtures("few_exhaustive")
def test_a_stored_generation_is_read_by_the_next_process(
    index: EmbeddedIndex, source: HeldFingerprints, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.refresh(source, source.keys())
    monkeypatch.setattr(embedded, "build_generation", lambda *_: pytest.fail("it was built again"))
    later = EmbeddedIndex(tmp_path / "index")
    later.refresh(source, source.keys())
    for key in (2, 7):
        assert first_by_features(later, reshared(key)["smaller"]) == key


@pytest.mark.usefixtures("few_exhaustive")
def test_what_comes_after_a_generation_is_found_too(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys())
    source.put(POSTERS + 1, fingerprint_of(draw_artwork(POSTERS + 1, SIZE)))
    index.refresh(source, source.keys())
    assert first_by_features(index, reshared(POSTERS + 1)["half"]) == POSTERS + 1
    assert first_by_features(index, reshared(3)["half"]) == 3


@pytest.mark.usefixtures("few_exhaustive")
@pytest.mark.parametrize(
    "damage", ["cut", "garbage", "owners missing", "owners short", "places short", "empty folder", "odd name"]
)
def test_a_damaged_generation_is_built_again(source: HeldFingerprints, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "index"
    EmbeddedIndex(folder).refresh(source, source.keys())
    (generation,) = folder.glob("placed-*")
    vectors, owners = generation / "vectors.faiss", generation / "owners.npy"
    places = generation / "places.npy"
    match damage:
        case "cut":
            vectors.write_bytes(vectors.read_bytes()[:5000])
        case "garbage":
            vectors.write_bytes(b"not an index at all" * 50)
        case "owners missing":
            owners.unlink()
        case "owners short":
            np.save(owners, np.load(owners)[:-1])
        case "places short":
            np.save(places, np.load(places)[:-1])
        case "empty folder":
            vectors.unlink()
            owners.unlink()
        case _:
            shutil.move(generation, folder / "placed-half-written")
            (folder / "building-left-over").mkdir()
    later = EmbeddedIndex(folder)
    later.refresh(source, source.keys())
    assert first_by_features(later, reshared(4)["smaller"]) == 4
    again = load_newest_generation(folder)
    assert again is not None
    assert len(again.owners) == again.engine.ntotal


def test_two_processes_may_store_the_same_generation_at_once(drawn: dict[int, Fingerprint], tmp_path: Path) -> None:
    collected = collect((key, drawn[key]) for key in (1, 2, 3))
    wrong: list[Exception] = []

    def build() -> None:
        try:
            for _ in range(4):
                build_generation(tmp_path, collected)
        except Exception as error:  # noqa: BLE001 - told by the main thread
            wrong.append(error)

    builders = [threading.Thread(target=build) for _ in range(3)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert wrong == []
    stored = load_newest_generation(tmp_path)
    assert stored is not None
    assert len(stored.owners) == len(collected.owners)
    assert [path.name for path in tmp_path.iterdir()] == ["placed-3"]


def test_one_reference_is_enough(index: EmbeddedIndex, drawn: dict[int, Fingerprint]) -> None:
    source = HeldFingerprints({1: drawn[1]}, changes=1)
    index.refresh(source, source.keys())
    assert first_by_features(index, reshared(1)["half"]) == 1
    (match,) = index.find_near_hashes(drawn[1].perceptual_hash, 4, 0)
    assert (match.key, match.distance) == (1, 0)


def test_an_empty_index_finds_nothing_and_an_unready_one_says_so(
    index: EmbeddedIndex, drawn: dict[int, Fingerprint]
) -> None:
    with pytest.raises(RuntimeError):
        index.find_by_features(drawn[1].local_features, 6)
    index.refresh(HeldFingerprints(), frozenset())
    assert index.find_by_features(drawn[1].local_features, 6) == []
    assert index.find_near_hashes(drawn[1].perceptual_hash, 4, 256) == []


def test_hashes_of_plain_pictures_match_nothing(index: EmbeddedIndex, drawn: dict[int, Fingerprint]) -> None:
    plain = PerceptualHash(drawn[1].perceptual_hash.bits, MIN_DETAIL - 1)
    source = HeldFingerprints({1: Fingerprint("", plain, drawn[1].local_features, 1), 2: drawn[2]}, changes=1)
    index.refresh(source, source.keys())
    assert index.find_near_hashes(plain, 4, 256) == []
    assert [match.key for match in index.find_near_hashes(drawn[1].perceptual_hash, 4, 256)] == [2]


def test_a_picture_without_features_gets_no_votes(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys())
    plain = fingerprint_of(np.full((200, 200, 3), 200, np.uint8))
    assert index.find_by_features(plain.local_features, 6) == []


def test_what_is_not_active_is_not_found(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys() - {3})
    wanted = fingerprint_of(reshared(3)["smaller"])
    assert all(match.key != 3 for match in index.find_by_features(wanted.local_features, POSTERS))
    assert all(match.key != 3 for match in index.find_near_hashes(wanted.perceptual_hash, POSTERS, 256))
    index.refresh(source, source.keys())
    assert index.find_by_features(wanted.local_features, 6)[0].key == 3


def test_candidates_are_ranked_and_mirror_images_told(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys())
    flipped = fingerprint_of(np.ascontiguousarray(draw_artwork(6, SIZE)[:, ::-1])).local_features
    voted = by_features(index, flipped, mirror_features(flipped), FoundBy.LOCAL_FEATURES)
    assert (voted[0].key, voted[0].mirrored) == (6, True)
    plain = mirror_features(flipped)
    voted = by_features(index, plain, flipped, FoundBy.LOCAL_FEATURES)
    assert (voted[0].key, voted[0].mirrored) == (6, False)
    assert voted == sorted(voted, key=lambda candidate: -candidate.votes)
    chosen = worth_comparing(voted, {6})
    assert all(candidate.key != 6 for candidate in chosen)
    assert worth_comparing(voted, set())[0].key == 6
    assert worth_comparing([], set()) == []


def test_a_near_hash_makes_a_candidate_and_a_far_one_does_not(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys())
    (found,) = by_hash(index, fingerprint_of(reshared(8)["smaller"]).perceptual_hash)
    assert found.key == 8
    assert found.hash_distance is not None
    assert found.hash_distance <= NEAR_HASH
    assert by_hash(index, fingerprint_of(draw_artwork(99, SIZE)).perceptual_hash) == []


@pytest.mark.usefixtures("few_exhaustive")
def test_queries_go_on_while_others_refresh(index: EmbeddedIndex, source: HeldFingerprints) -> None:
    index.refresh(source, source.keys())
    wanted = {key: fingerprint_of(reshared(key)["smaller"]).local_features for key in (1, 2, 3, 4)}
    extra = [fingerprint_of(draw_artwork(key, SIZE)) for key in range(100, 112)]
    wrong: list[object] = []
    done = threading.Event()

    def ask(key: int) -> None:
        try:
            while not done.is_set():
                found = index.find_by_features(wanted[key], 6)
                if not found or found[0].key != key:
                    wrong.append(found)
        except Exception as error:  # noqa: BLE001 - told by the main thread
            wrong.append(error)

    askers = [threading.Thread(target=ask, args=(key,)) for key in wanted]
    for asker in askers:
        asker.start()
    for number, fingerprint in enumerate(extra):
        source.put(200 + number, fingerprint)
        index.refresh(source, source.keys())
    done.set()
    for asker in askers:
        asker.join()
    assert wrong == []


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as opened:
        add(opened, 1)
        add(opened, 2)
        yield opened


def add(library: Library, seed: int) -> str:
    reference = NewReference(encode(draw_artwork(seed, SIZE), "PNG"), Label.OFFICIAL, f"Title {seed}")
    assert add_references(library, [reference], ImportOptions(jobs=1)).added == 1
    return max(library.active_keys().items())[1].id


def refresh(index: EmbeddedIndex, library: Library) -> None:
    index.refresh(library, frozenset(library.active_keys()))


def found_title(index: EmbeddedIndex, library: Library, seed: int) -> str:
    """The title with the most votes, and all of them are of references that the library has active."""
    features = fingerprint_of(reshared(seed)["smaller"]).local_features
    titles = [library.active_keys()[match.key].title for match in index.find_by_features(features, POSTERS)]
    return titles[0]


def test_what_another_instance_adds_is_seen(index: EmbeddedIndex, library: Library) -> None:
    refresh(index, library)
    assert found_title(index, library, 3) != "Title 3"
    with Library.open(library.home) as other:
        add(other, 3)
    refresh(index, library)
    assert found_title(index, library, 3) == "Title 3"


def test_what_is_disabled_or_removed_is_gone_and_what_is_enabled_is_back(
    index: EmbeddedIndex, library: Library
) -> None:
    reference = next(item for item in library.active_keys().values() if item.title == "Title 1")
    refresh(index, library)
    assert found_title(index, library, 1) == "Title 1"
    library.set_state(reference.id, ReferenceState.DISABLED)
    refresh(index, library)
    assert found_title(index, library, 1) != "Title 1"
    library.set_state(reference.id, ReferenceState.ACTIVE)
    refresh(index, library)
    assert found_title(index, library, 1) == "Title 1"
    library.remove(reference.id)
    refresh(index, library)
    assert found_title(index, library, 1) != "Title 1"
    assert found_title(index, library, 2) == "Title 2"


@pytest.mark.usefixtures("few_exhaustive")
def test_a_key_that_went_and_came_back_with_another_picture_is_that_picture(
    index: EmbeddedIndex, library: Library, tmp_path: Path
) -> None:
    """The newest reference is removed and another one added: nothing may be found under the old one's features."""
    for seed in range(3, 9):
        last = add(library, seed)
    refresh(index, library)
    library.remove(last)
    add(library, 50)
    refresh(index, library)
    assert found_title(index, library, 50) == "Title 50"
    assert found_title(index, library, 8) != "Title 8"
    later = EmbeddedIndex(tmp_path / "index")
    refresh(later, library)
    assert found_title(later, library, 50) == "Title 50"
