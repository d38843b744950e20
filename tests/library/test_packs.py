"""A pack carries a library without its pictures: what is in it, what loading it does, and what it never does."""

import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.errors import LibraryError, PackInvalid, PictureMissing
from app.library.add import ImportOptions, NewReference, add_references
from app.library.demo import fill_with_demo
from app.library.library import DATABASE_NAME, Library
from app.library.packs.load import Signature, check_pack, load_pack
from app.library.packs.write import PackOptions, export_pack
from app.model.reference import Kind, Label, Provenance, Reference, ReferenceState, Tier

IN_PROCESS = ImportOptions(jobs=1)
WITH_PREVIEWS = PackOptions(previews=True)


@pytest.fixture
def filled(library: Library, draw: Callable[..., Path]) -> tuple[Reference, ...]:
    """Four references: found on the web in two places, by hand, a fake, and one whose licence lets it be shown."""
    found = Provenance(
        "a.jpg", "netflix", "https://www.netflix.com/tudum/a", "https://dnm.nflximg.net/a.jpg", "2026-11-01"
    )
    again = Provenance(
        "b.jpg", "tmdb", "https://www.themoviedb.org/movie/1", "https://image.tmdb.org/a.jpg", "2026-11-02"
    )
    free = Provenance("press/free.jpg", "press", note="Drawn for us. Licence: CC-BY-4.0.")
    items = [
        NewReference(draw(1), Label.OFFICIAL, "Quiet Harbour", "tt1", Kind.POSTER, "en", Tier.A, found),
        NewReference(draw(1), Label.OFFICIAL, tier=Tier.B, provenance=again, expires_at="2999-01-01T00:00:00+00:00"),
        NewReference(draw(2), Label.OFFICIAL, "Glass River", provenance=Provenance("/home/somebody/glass.jpg")),
        NewReference(draw(3), Label.KNOWN_FAKE, "Glass River 2"),
        NewReference(draw(4), Label.OFFICIAL, "Äpfel", provenance=free),
    ]
    assert add_references(library, items, IN_PROCESS).problems == ()
    return library.references().items


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """The library of somebody else, empty."""
    with Library.open(tmp_path / "other") as opened:
        yield opened


def everything(library: Library) -> dict[str, object]:
    """All rows of all tables that tell about references."""
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        tables = ("references", "fingerprints", "provenances", "conflicts", "meta")
        return {name: raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}


def test_a_loaded_library_finds_the_same_without_any_picture(
    library: Library, filled: tuple[Reference, ...], other: Library, tmp_path: Path
) -> None:
    summary = export_pack(library, tmp_path / "a.pack", PackOptions())
    assert (summary.references, summary.previews, summary.left_out) == (4, 0, 0)
    assert summary.bytes == (tmp_path / "a.pack").stat().st_size
    loaded = load_pack(other, tmp_path / "a.pack")
    assert (loaded.added, loaded.updated, loaded.unchanged, loaded.signature) == (4, 0, 0, Signature.NONE)
    assert list(other.pictures.all_files()) == []
    for before in filled:
        after = other.get(before.id)
        assert (after.label, after.title, after.title_id, after.kind, after.language, after.tier) == (
            *(before.label, before.title, before.title_id, before.kind, before.language, before.tier),
        )
        assert (after.width, after.height, after.sha256, after.added_at, after.state) == (
            *(before.width, before.height, before.sha256, before.added_at, ReferenceState.ACTIVE),
        )
        one, two = library.fingerprint(before.id), other.fingerprint(before.id)
        assert np.array_equal(one.perceptual_hash.bits, two.perceptual_hash.bits)
        assert one.perceptual_hash.detail == two.perceptual_hash.detail
        assert np.array_equal(one.local_features.keypoints, two.local_features.keypoints)
        assert np.array_equal(one.local_features.descriptors, two.local_features.descriptors)
        assert one.local_features.image_size == two.local_features.image_size
    assert other.provenances(filled[0].id) == library.provenances(filled[0].id)
    assert other.verify() == []


def test_the_same_library_gives_the_same_bytes_wherever_it_is(
    library: Library, filled: tuple[Reference, ...], other: Library, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.pack" for number in range(3)]
    export_pack(library, paths[0], WITH_PREVIEWS)
    export_pack(library, paths[1], WITH_PREVIEWS)
    load_pack(other, paths[0])
    export_pack(other, paths[2], WITH_PREVIEWS)
    assert paths[0].read_bytes() == paths[1].read_bytes() == paths[2].read_bytes()


def test_whole_paths_of_somebodys_machine_stay_there(
    library: Library, filled: tuple[Reference, ...], other: Library, tmp_path: Path
) -> None:
    export_pack(library, tmp_path / "a.pack", PackOptions())
    load_pack(other, tmp_path / "a.pack")
    assert [other.get(one.id).provenance.path for one in filled][1] == "glass.jpg"
    with zipfile.ZipFile(tmp_path / "a.pack") as archive:
        assert b"somebody" not in archive.read("references.jsonl")


def test_loading_again_changes_nothing(
    library: Library, filled: tuple[Reference, ...], other: Library, tmp_path: Path
) -> None:
    export_pack(library, tmp_path / "a.pack", WITH_PREVIEWS)
    load_pack(other, tmp_path / "a.pack")
    before = everything(other)
    again = load_pack(other, tmp_path / "a.pack")
    assert (again.added, again.updated, again.unchanged) == (0, 0, 4)
    assert everything(other) == before
    assert load_pack(library, tmp_path / "a.pack").unchanged == 4


def test_what_the_library_says_itself_stays(
    library: Library, filled: tuple[Reference, ...], other: Library, draw: Callable[..., Path], tmp_path: Path
) -> None:
    mine = NewReference(draw(1), Label.OFFICIAL, "My Title", provenance=Provenance("mine.jpg"), tier=Tier.A)
    add_references(other, [mine, NewReference(draw(3), Label.KNOWN_FAKE)], IN_PROCESS)
    other.set_state(filled[2].id, ReferenceState.DISABLED)
    export_pack(library, tmp_path / "a.pack", PackOptions())
    summary = load_pack(other, tmp_path / "a.pack")
    assert (summary.added, summary.updated, summary.unchanged) == (2, 1, 1)
    known = other.get(filled[0].id)
    assert (known.title, known.title_id, known.provenance.path) == ("My Title", "tt1", "mine.jpg")
    assert [one.provenance.source for one in other.provenances(known.id)] == ["", "netflix", "tmdb"]
    assert other.has_rendition(known.id)
    assert other.get(filled[2].id).state is ReferenceState.DISABLED


def test_a_reference_without_its_picture_says_so_until_the_picture_comes(
    library: Library, filled: tuple[Reference, ...], other: Library, draw: Callable[..., Path], tmp_path: Path
) -> None:
    export_pack(library, tmp_path / "a.pack", PackOptions())
    load_pack(other, tmp_path / "a.pack")
    one = filled[1]
    assert not other.has_rendition(one.id)
    for ask in (other.rendition, other.original):
        with pytest.raises(PictureMissing, match="pack"):
            ask(one.id)
    summary = add_references(other, [NewReference(draw(2), Label.OFFICIAL)], IN_PROCESS)
    assert (summary.added, summary.updated) == (0, 1)
    assert other.has_rendition(one.id)
    assert other.original(one.id) == draw(2).read_bytes()
    assert other.get(one.id).title == "Glass River"
    assert other.verify() == []


def test_a_picture_that_comes_with_the_other_label_serves_both(
    library: Library, filled: tuple[Reference, ...], other: Library, draw: Callable[..., Path], tmp_path: Path
) -> None:
    export_pack(library, tmp_path / "a.pack", PackOptions())
    load_pack(other, tmp_path / "a.pack")
    add_references(other, [NewReference(draw(2), Label.KNOWN_FAKE)], IN_PROCESS)
    assert other.original(filled[1].id) == draw(2).read_bytes()
    assert [problem.code for problem in other.verify()] == ["label_conflict"]
    (fake,) = [item for item in other.references().items if item.sha256 == filled[1].sha256 and item.id != filled[1].id]
    other.remove(fake.id)
    assert other.verify(fix=True) == []
    assert other.has_rendition(filled[1].id)


def test_previews_go_along_only_where_a_licence_allows_it(
    library: Library, filled: tuple[Reference, ...], other: Library, tmp_path: Path
) -> None:
    assert export_pack(library, tmp_path / "a.pack", WITH_PREVIEWS).previews == 1
    with zipfile.ZipFile(tmp_path / "a.pack") as archive:
        assert [name for name in archive.namelist() if name.startswith("previews/")] == [f"previews/{filled[3].id}.jpg"]
    assert load_pack(other, tmp_path / "a.pack").previews == 1
    assert [other.has_rendition(one.id) for one in filled] == [False, False, False, True]
    assert np.array_equal(other.rendition(filled[3].id), library.rendition(filled[3].id))
    assert other.verify() == []


def test_demo_disabled_and_withdrawn_references_stay_at_home(
    library: Library, filled: tuple[Reference, ...], tmp_path: Path, make_manifest: Callable[..., Path]
) -> None:
    library.set_state(filled[0].id, ReferenceState.DISABLED)
    library.set_state(filled[1].id, ReferenceState.GONE)
    assert export_pack(library, tmp_path / "a.pack", PackOptions()).references == 2
    with Library.open(tmp_path / "demo") as demo:
        fill_with_demo(demo, make_manifest(range(2)).parent)
        with pytest.raises(LibraryError, match="nothing to export"):
            export_pack(demo, tmp_path / "b.pack", PackOptions())
        assert not (tmp_path / "b.pack").exists()
        assert load_pack(demo, tmp_path / "a.pack").added == 2
        assert not demo.summary().demo
        assert demo.summary().references == 2
        assert demo.verify() == []


def test_an_expired_place_is_not_passed_on(library: Library, filled: tuple[Reference, ...], tmp_path: Path) -> None:
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute("UPDATE provenances SET expires_at = '2020-01-01T00:00:00+00:00' WHERE source = 'tmdb'")
        raw.commit()
    export_pack(library, tmp_path / "a.pack", PackOptions())
    with zipfile.ZipFile(tmp_path / "a.pack") as archive:
        rows = [json.loads(line) for line in archive.read("references.jsonl").splitlines()]
    assert [place["source"] for row in rows if row["id"] == filled[0].id for place in row["places"]] == ["netflix"]


def test_what_lacks_a_fingerprint_of_this_version_is_left_out_and_counted(
    library: Library, filled: tuple[Reference, ...], tmp_path: Path
) -> None:
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute("UPDATE fingerprints SET version = 0 WHERE reference_key = ?", (filled[0].key,))
        raw.commit()
    summary = export_pack(library, tmp_path / "a.pack", PackOptions())
    assert (summary.references, summary.left_out) == (3, 1)


def test_checking_a_pack_needs_no_library(library: Library, filled: tuple[Reference, ...], tmp_path: Path) -> None:
    export_pack(library, tmp_path / "a.pack", PackOptions())
    assert check_pack(tmp_path / "a.pack").signature is Signature.NONE
    with pytest.raises(PackInvalid, match="no file"):
        check_pack(tmp_path / "b.pack")


_LOAD_AND_DIE = """
import os, sys
from pathlib import Path
from app.library import writing
from app.library.library import Library
from app.library.packs import load

done = 0
insert = load.insert_reference

def insert_and_die(*arguments, **options):
    global done
    done += 1
    if done == 3:
        os.kill(os.getpid(), 9)
    return insert(*arguments, **options)

load.insert_reference = insert_and_die
with Library.open(Path(sys.argv[1])) as library:
    load.load_pack(library, Path(sys.argv[2]))
"""


def test_a_killed_load_leaves_the_library_as_it_was(
    library: Library,
    filled: tuple[Reference, ...],
    other: Library,
    draw: Callable[..., Path],
    tmp_path: Path,
    start_python: Callable[..., "object"],
) -> None:
    add_references(other, [NewReference(draw(9), Label.OFFICIAL, "Mine")], IN_PROCESS)
    before = everything(other)
    export_pack(library, tmp_path / "a.pack", PackOptions())
    process = start_python(_LOAD_AND_DIE, other.home, tmp_path / "a.pack")
    assert process.wait(60) == -9
    assert everything(other) == before
    assert load_pack(other, tmp_path / "a.pack").added == 4
    assert other.verify() == []
