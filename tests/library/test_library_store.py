"""What the library says of its references, and how it changes them."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.errors import LibraryError, LibraryMissing, ReferenceNotFound, WrongUse
from app.fingerprints.compute import compute_fingerprint
from app.imaging.load import load_image
from app.library.add import ImportOptions, NewReference, add_references
from app.library.import_manifest import read_manifest
from app.library.library import Library, ReferenceQuery
from app.library.rows import fingerprint_values, to_fingerprint
from app.library.writing import make_reference_id
from app.model.fingerprint import Fingerprint, LocalFeatures, PerceptualHash
from app.model.reference import Kind, Label, Provenance, ReferenceState, Tier

IN_PROCESS = ImportOptions(jobs=1)


@pytest.fixture
def filled(library: Library, make_manifest: Callable[..., Path]) -> Library:
    """Twelve references: nine official, three known fakes."""
    add_references(library, read_manifest(make_manifest(range(12))).good, IN_PROCESS)
    return library


def test_reference_keeps_what_it_was_given(library: Library, draw: Callable[..., Path]) -> None:
    provenance = Provenance(
        "official/a.jpg", "tudum", "https://example.org/a", "https://example.org/a.jpg", "2026-01-02", "first"
    )
    new = NewReference(draw(1), Label.OFFICIAL, "Äpfel", "tt1", Kind.BACKDROP, "de", Tier.A, provenance)
    assert add_references(library, [new], IN_PROCESS).added == 1

    (found,) = library.references().items
    assert (found.title, found.title_id, found.kind, found.language, found.tier) == (
        *("Äpfel", "tt1", Kind.BACKDROP, "de", Tier.A),
    )
    assert found.provenance == provenance
    assert (found.width, found.height, found.state) == (200, 300, ReferenceState.ACTIVE)
    assert found.id == make_reference_id(found.sha256, Label.OFFICIAL)
    assert library.get(found.id) == found
    assert library.find_by_sha256(found.sha256) == [found]
    assert library.original(found.id) == draw(1).read_bytes()


def test_reference_id_is_the_same_everywhere() -> None:
    # Golden: packs and reports outside name references by it.
    assert make_reference_id("ab" * 32, Label.OFFICIAL) == "r_aef23e853cca1e38"
    assert make_reference_id("ab" * 32, Label.KNOWN_FAKE) == "r_a1f6dc791fb1cc0f"


def test_tier_defaults_to_the_label(library: Library, draw: Callable[..., Path]) -> None:
    add_references(
        library,
        [NewReference(draw(1), Label.OFFICIAL), NewReference(draw(2), Label.KNOWN_FAKE)],
        IN_PROCESS,
    )
    assert [item.tier for item in library.references().items] == [None, Tier.K]


def test_fingerprints_come_back_bit_for_bit(filled: Library) -> None:
    for key, stored in filled.fingerprints():
        reference = filled.active_keys()[key]
        fresh = compute_fingerprint(load_image(filled.original(reference.id)))
        assert_same(stored, fresh)
        assert_same(filled.fingerprint(reference.id), fresh)


def test_fingerprint_without_key_points_round_trips() -> None:
    features = LocalFeatures(np.zeros((0, 4), np.float32), np.zeros((0, 128), np.uint8), (7, 9))
    fresh = Fingerprint("ab", PerceptualHash(np.arange(32, dtype=np.uint8), 0.1), features, 3)
    values = fingerprint_values(fresh)
    assert_same(to_fingerprint(("ab", *values.values())), fresh)


def test_fingerprints_after_a_key(filled: Library) -> None:
    keys = [key for key, _ in filled.fingerprints()]
    assert keys == sorted(keys)
    assert len(keys) == 12
    assert [key for key, _ in filled.fingerprints(after_key=keys[8])] == keys[9:]


def test_hashes_agree_with_fingerprints(filled: Library) -> None:
    keys, bits, details = filled.hashes()
    whole = list(filled.fingerprints())
    assert (keys.dtype, bits.dtype, details.dtype) == (np.int64, np.uint8, np.float32)
    assert bits.shape == (12, 32)
    for row, (key, fingerprint) in enumerate(whole):
        assert keys[row] == key
        assert np.array_equal(bits[row], fingerprint.perceptual_hash.bits)
        assert details[row] == np.float32(fingerprint.perceptual_hash.detail)


def test_hashes_of_an_empty_library(library: Library) -> None:
    keys, bits, details = library.hashes()
    assert (keys.shape, bits.shape, details.shape) == ((0,), (0, 32), (0,))


def test_rendition_is_small_and_like_the_original(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [NewReference(draw(5, size=(800, 1200)), Label.OFFICIAL)], IN_PROCESS)
    (reference,) = library.references().items
    rendition = library.rendition(reference.id)
    assert rendition.dtype == np.uint8
    assert rendition.shape == (640, 427, 3)
    # Colour order and place: the mean of each quarter is that of the original.
    original = load_image(library.original(reference.id)).pixels
    for half in (slice(None, 320), slice(320, None)):
        double = slice(None, 600) if half.start is None else slice(600, None)
        assert np.allclose(rendition[half].mean(axis=(0, 1)), original[double].mean(axis=(0, 1)), atol=1.5)


def test_state_changes_count_and_show(filled: Library) -> None:
    reference = filled.references().items[0]
    before = filled.version()
    filled.set_state(reference.id, ReferenceState.DISABLED)
    assert filled.version() == before + 1
    assert reference.key not in filled.active_keys()
    assert filled.summary().references == 11
    assert filled.get(reference.id).state is ReferenceState.DISABLED
    # Still there for the index, which is not built again for it.
    assert reference.key in filled.hashes()[0]
    filled.set_state(reference.id, ReferenceState.DISABLED)
    assert filled.version() == before + 1
    filled.set_state(reference.id, ReferenceState.ACTIVE)
    assert filled.active_keys()[reference.key] == reference


def test_active_references_are_read_once_for_each_version(filled: Library) -> None:
    kept = filled.active_keys()
    assert filled.active_keys() is kept
    with Library.open(filled.home) as other:
        other.remove(filled.references().items[0].id)
    assert list(filled.active_keys()) == list(kept)[1:]


def test_remove_takes_row_fingerprint_and_files(filled: Library) -> None:
    reference = filled.references().items[0]
    before = filled.version()
    filled.remove(reference.id)
    assert filled.version() == before + 1
    assert reference.key not in filled.hashes()[0]
    assert not list(filled.home.rglob(f"{reference.sha256}*"))
    for call in (filled.get, filled.fingerprint, filled.rendition, filled.original, filled.remove):
        with pytest.raises(ReferenceNotFound, match=reference.id):
            call(reference.id)
    with pytest.raises(ReferenceNotFound):
        filled.set_state(reference.id, ReferenceState.ACTIVE)


def test_keys_are_never_used_again(filled: Library, draw: Callable[..., Path]) -> None:
    last = filled.references().items[-1]
    filled.remove(last.id)
    add_references(filled, [NewReference(draw(99), Label.OFFICIAL)], IN_PROCESS)
    assert filled.references().items[-1].key > last.key


def test_same_file_with_both_labels_shares_its_files(library: Library, draw: Callable[..., Path]) -> None:
    both = [NewReference(draw(1), Label.OFFICIAL), NewReference(draw(1), Label.KNOWN_FAKE)]
    assert add_references(library, both, IN_PROCESS).added == 2
    official, fake = library.references().items
    library.remove(official.id)
    assert library.original(fake.id) == draw(1).read_bytes()
    assert library.verify() == []


def test_pages_follow_each_other(filled: Library) -> None:
    whole = filled.references().items
    seen, cursor = [], None
    while True:
        page = filled.references(ReferenceQuery(limit=5, cursor=cursor))
        assert page.total == 12
        seen += page.items
        cursor = page.next_cursor
        if cursor is None:
            break
    assert tuple(seen) == whole
    assert filled.references(ReferenceQuery(limit=12)).next_cursor is None


@pytest.mark.parametrize(
    "query",
    [
        ReferenceQuery(limit=0),
        ReferenceQuery(limit=1001),
        ReferenceQuery(cursor="x"),
        ReferenceQuery(cursor="-1"),
        ReferenceQuery(cursor="²"),
        ReferenceQuery(cursor=""),
        ReferenceQuery(cursor="9" * 30),
    ],
)
def test_impossible_pages_are_refused(filled: Library, query: ReferenceQuery) -> None:
    with pytest.raises(WrongUse):
        filled.references(query)


def test_search_and_filters(library: Library, draw: Callable[..., Path]) -> None:
    add_references(
        library,
        [
            NewReference(draw(1), Label.OFFICIAL, "Élite", "tt1", provenance=Provenance("a/x.jpg", "tudum")),
            NewReference(draw(2), Label.OFFICIAL, "Elite 100%", "tt2", provenance=Provenance("a/y.jpg")),
            NewReference(draw(3), Label.KNOWN_FAKE, "Élite fake", provenance=Provenance("b/z.jpg")),
        ],
        IN_PROCESS,
    )

    def found(**asked: object) -> list[str]:
        page = library.references(ReferenceQuery(**asked))  # type: ignore[arg-type]
        assert page.total == len(page.items)
        return [item.title for item in page.items]

    assert found(text="éLITE") == ["Élite", "Élite fake"]
    assert found(text="fake élite") == ["Élite fake"]
    assert found(text="tudum") == ["Élite"]
    assert found(text="tt2") == ["Elite 100%"]
    assert found(text="a/") == ["Élite", "Elite 100%"]
    assert found(text="0%") == ["Elite 100%"]
    assert found(text="É_ite") == []
    assert found(text=library.references().items[2].id) == ["Élite fake"]
    assert found(label=Label.KNOWN_FAKE) == ["Élite fake"]
    library.set_state(library.references().items[0].id, ReferenceState.GONE)
    assert found(state=ReferenceState.GONE) == ["Élite"]
    assert found(state=ReferenceState.ACTIVE, label=Label.OFFICIAL) == ["Elite 100%"]


def test_summary_counts_this_title(library: Library, draw: Callable[..., Path]) -> None:
    titles = ["Dangerous Minds (1995)", "dangerous minds", "Dangerous Minds 2", "Spider-Man: No Way"]
    items = [NewReference(draw(seed), Label.OFFICIAL, title) for seed, title in enumerate(titles)]
    items.append(NewReference(draw(9), Label.KNOWN_FAKE, "Dangerous Minds"))
    add_references(library, items, IN_PROCESS)
    summary = library.summary()
    assert (summary.references, summary.official, summary.known_fakes) == (5, 4, 1)
    assert summary.of_this_title is None
    assert summary.demo is False
    assert library.summary("  ").of_this_title is None
    assert library.summary("DANGEROUS MINDS!").of_this_title == 2
    assert library.summary("Spider Man - no way (2021)").of_this_title == 1
    assert library.summary("Nobody").of_this_title == 0


def test_words_that_are_an_official_poster_s_title_are_known(library: Library, draw: Callable[..., Path]) -> None:
    titles = [(Label.OFFICIAL, "Beach, The (2000)"), (Label.KNOWN_FAKE, "Dangerous Minds 2"), (Label.OFFICIAL, "")]
    add_references(library, [NewReference(draw(seed), *labelled) for seed, labelled in enumerate(titles)], IN_PROCESS)
    for held in ("The Beach", "THE BEACH", "Beach, the", "the beach (1999)"):
        assert library.holds_title(held)
    for other in ("Beach", "The Beach 2", "Dangerous Minds 2", "", "The"):
        assert not library.holds_title(other)
    library.set_state(library.references().items[0].id, ReferenceState.GONE)
    assert not library.holds_title("The Beach")


def test_a_missing_library_is_not_made_when_not_wanted(home: Path) -> None:
    with pytest.raises(LibraryMissing, match="no library"):
        Library.open(home, create=False)
    assert not home.exists()


def test_another_process_sees_a_new_version(filled: Library, start_python: Callable[..., "object"]) -> None:
    reference = filled.references().items[0]
    script = (
        "import sys; from pathlib import Path; from app.library.library import Library\n"
        "from app.model.reference import ReferenceState\n"
        "with Library.open(Path(sys.argv[1]), create=False) as library:\n"
        "    library.set_state(sys.argv[2], ReferenceState.DISABLED); print(library.version())"
    )
    before = filled.version()
    output, trouble = start_python(script, filled.home, reference.id).communicate(timeout=60)
    assert int(output) == before + 1 == filled.version(), trouble
    assert reference.key not in filled.active_keys()


def test_many_threads_read_while_one_writes(filled: Library, draw: Callable[..., Path]) -> None:
    news = [NewReference(draw(seed), Label.OFFICIAL) for seed in range(50, 60)]
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                summary = filled.summary()
                assert summary.references == summary.official + summary.known_fakes
                assert len(list(filled.fingerprints())) >= 12
                filled.rendition(filled.references().items[0].id)
        except BaseException as error:  # noqa: BLE001 - raised again in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for new in news:
        add_references(filled, [new], IN_PROCESS)
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert filled.summary().references == 22


def test_a_lost_rendition_is_made_again_a_lost_original_is_an_error(filled: Library) -> None:
    reference = filled.references().items[0]
    path = filled.pictures.rendition_path(reference.sha256)
    whole = filled.rendition(reference.id)
    path.write_bytes(path.read_bytes()[:200])
    assert np.array_equal(filled.rendition(reference.id), whole)
    path.unlink()
    assert np.array_equal(filled.rendition(reference.id), whole)
    assert path.is_file()
    path.unlink()
    (original,) = (filled.home / "pictures").rglob(f"{reference.sha256}.jpg")
    original.unlink()
    for call in (filled.rendition, filled.original):
        with pytest.raises(LibraryError, match="is missing"):
            call(reference.id)


def assert_same(one: Fingerprint, other: Fingerprint) -> None:
    assert (one.sha256, one.version) == (other.sha256, other.version)
    assert one.perceptual_hash.bits.tobytes() == other.perceptual_hash.bits.tobytes()
    assert one.perceptual_hash.detail == other.perceptual_hash.detail
    for name in ("keypoints", "descriptors"):
        first, second = getattr(one.local_features, name), getattr(other.local_features, name)
        assert (first.dtype, first.shape) == (second.dtype, second.shape)
        assert first.tobytes() == second.tobytes()
    assert one.local_features.image_size == other.local_features.image_size
