"""One picture found in several places: which place stands in front, what sources withdraw, what may be kept."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

import app.library.migrate
from app.library.add import ImportOptions, NewReference, add_references
from app.library.database import Database
from app.library.keeping import mark_file_gone, mark_gone, read_expired, read_listed, remove_expired
from app.library.library import DATABASE_NAME, Library
from app.model.reference import Label, Provenance, Reference, ReferenceState, Tier

IN_PROCESS = ImportOptions(jobs=1)
WHEN = "2026-11-23T10:00:00+00:00"


def found(picture: Path, source: str, tier: Tier | None = None, **values: Any) -> NewReference:
    """A picture as a source on the web gives it."""
    place = Provenance(
        path=f"{source}.jpg",
        source=source,
        page_url=f"https://{source}.example/page",
        image_url=values.pop("image_url", f"https://{source}.example/a.jpg"),
        fetched_at=values.pop("fetched_at", WHEN),
    )
    return NewReference(picture, Label.OFFICIAL, values.pop("title", ""), tier=tier, provenance=place, **values)


def only(library: Library) -> Reference:
    (reference,) = library.references().items
    return reference


def sources_of(library: Library) -> list[str]:
    return [one.provenance.source for one in library.provenances(only(library).id)]


def test_a_better_source_comes_to_the_front_whatever_the_order(
    library: Library, tmp_path: Path, draw: Callable[..., Path]
) -> None:
    items = [
        found(draw(1), "catalogue", Tier.C, title="Catalogue's Title", language="en"),
        found(draw(1), "netflix", Tier.A, title="Netflix's Title"),
        found(draw(1), "votes", Tier.B, title="Voters' Title", title_id="t1"),
    ]
    for number, order in enumerate(((0, 1, 2), (2, 1, 0), (1, 0, 2))):
        with Library.open(tmp_path / str(number)) as one:
            for index in order:
                add_references(one, [items[index]], IN_PROCESS)
            reference = only(one)
            assert (reference.tier, reference.title, reference.provenance.source) == (
                Tier.A,
                "Netflix's Title",
                "netflix",
            )
            assert (reference.language, reference.title_id) == ("en", "t1"), (
                "what the best one leaves open is filled in"
            )
            assert sorted(sources_of(one)) == ["catalogue", "netflix", "votes"]
            assert one.summary("netflixs title").of_this_title == 1


def test_all_places_of_one_run_are_kept(library: Library, draw: Callable[..., Path]) -> None:
    items = [found(draw(1), "tmdb", Tier.C, image_url=f"https://tmdb.example/{number}.jpg") for number in range(3)]
    summary = add_references(library, [*items, items[0]], IN_PROCESS)
    assert (summary.added, summary.updated, summary.unchanged) == (1, 2, 1)
    assert len(sources_of(library)) == 3
    assert add_references(library, items, IN_PROCESS).unchanged == 3


def test_an_import_by_hand_and_a_source_stand_beside_each_other(library: Library, draw: Callable[..., Path]) -> None:
    by_hand = NewReference(draw(1), Label.OFFICIAL, "By Hand", provenance=Provenance(path="mine.jpg"))
    add_references(library, [by_hand], IN_PROCESS)
    add_references(library, [found(draw(1), "tmdb", Tier.B)], IN_PROCESS)
    assert (only(library).tier, only(library).title) == (Tier.B, "By Hand")
    assert sources_of(library) == ["", "tmdb"]
    assert add_references(library, [by_hand], IN_PROCESS).unchanged == 1


def test_fan_art_does_not_come_before_an_import_by_hand(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [NewReference(draw(1), Label.OFFICIAL)], IN_PROCESS)
    add_references(library, [found(draw(1), "fans", Tier.F)], IN_PROCESS)
    assert only(library).tier is None


def test_a_picture_that_was_merely_asked_for_again_is_no_news(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [found(draw(1), "tmdb", Tier.B, expires_at="2027-01-01T00:00:00+00:00")], IN_PROCESS)
    version = library.version()
    later = found(
        draw(1), "tmdb", Tier.B, fetched_at="2026-12-01T00:00:00+00:00", expires_at="2027-02-01T00:00:00+00:00"
    )
    assert add_references(library, [later], IN_PROCESS).unchanged == 1
    assert library.version() == version
    (record,) = library.provenances(only(library).id)
    assert (record.expires_at, record.provenance.fetched_at) == (later.expires_at, later.provenance.fetched_at)


def test_a_withdrawn_picture_takes_part_in_no_check(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [found(draw(1), "tmdb", Tier.B)], IN_PROCESS)
    assert [one.image_url for one in read_listed(library.database, "tmdb", "https://tmdb.example/page")] == [
        "https://tmdb.example/a.jpg"
    ]
    version = library.version()
    assert mark_gone(library.database, "tmdb", "https://tmdb.example/a.jpg", WHEN) == 1
    assert only(library).state is ReferenceState.GONE
    assert library.active_keys() == {}
    assert library.version() == version + 1
    assert read_listed(library.database, "tmdb", "https://tmdb.example/page") == ()
    assert mark_gone(library.database, "tmdb", "https://tmdb.example/a.jpg", WHEN) == 0
    add_references(library, [found(draw(1), "tmdb", Tier.B)], IN_PROCESS)
    assert only(library).state is ReferenceState.ACTIVE
    assert library.provenances(only(library).id)[0].gone_at == ""


def test_what_another_source_still_lists_stays_active(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [found(draw(1), "netflix", Tier.A), found(draw(1), "tmdb", Tier.B)], IN_PROCESS)
    mark_gone(library.database, "netflix", "https://netflix.example/a.jpg", WHEN)
    reference = only(library)
    assert (reference.state, reference.tier, reference.provenance.source) == (ReferenceState.ACTIVE, Tier.B, "tmdb")


def test_a_disabled_reference_gets_a_tombstone_and_stays_disabled(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [found(draw(1), "tmdb")], IN_PROCESS)
    library.set_state(only(library).id, ReferenceState.DISABLED)
    assert mark_gone(library.database, "tmdb", "https://tmdb.example/a.jpg", WHEN) == 1
    assert only(library).state is ReferenceState.DISABLED


def test_a_replaced_picture_is_marked_and_its_successor_is_not(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [found(draw(1), "tmdb"), found(draw(2), "tmdb")], IN_PROCESS)
    first, second = library.references().items
    assert mark_gone(library.database, "tmdb", "https://tmdb.example/a.jpg", WHEN, but=second.sha256) == 1
    assert [one.state.value for one in library.references().items] == ["gone", "active"]
    assert first.key < second.key


def test_a_file_that_vanished(library: Library, draw: Callable[..., Path]) -> None:
    new = NewReference(draw(1), Label.OFFICIAL, provenance=Provenance(path="a.jpg", source="press"))
    add_references(library, [new], IN_PROCESS)
    assert mark_file_gone(library.database, "press", "b.jpg", WHEN) == 0
    assert mark_file_gone(library.database, "press", "a.jpg", WHEN) == 1
    assert only(library).state is ReferenceState.GONE


def test_time_that_is_over_takes_the_provenance_and_the_last_one_the_picture(
    library: Library, draw: Callable[..., Path]
) -> None:
    soon, late = "2026-12-01T00:00:00+00:00", "2027-12-01T00:00:00+00:00"
    items = [
        found(draw(1), "tmdb", Tier.B, expires_at=soon),
        found(draw(1), "netflix", Tier.A),
        found(draw(2), "tmdb", expires_at=soon, image_url="https://tmdb.example/2.jpg"),
        found(draw(3), "tmdb", expires_at=late, image_url="https://tmdb.example/3.jpg"),
    ]
    add_references(library, items, IN_PROCESS)
    one, two, three = library.references().items
    now = "2026-12-02T00:00:00+00:00"
    assert [item.id for item in read_expired(library.database, now)] == [one.id, two.id]
    assert [item.id for item in remove_expired(library.database, library.pictures, now)] == [two.id]
    assert [item.id for item in library.references().items] == [one.id, three.id]
    assert [record.provenance.source for record in library.provenances(one.id)] == ["netflix"]
    assert not list(library.pictures.originals.rglob(f"{two.sha256}*"))
    assert library.verify() == []


@pytest.mark.parametrize("expires_at", ["tomorrow", "2026-13-01"])
def test_an_expiry_is_a_time(library: Library, draw: Callable[..., Path], expires_at: str) -> None:
    (problem,) = add_references(library, [found(draw(1), "tmdb", expires_at=expires_at)], IN_PROCESS).problems
    assert problem.code == "invalid_value"
    assert "expires_at" in problem.text


def test_a_library_of_the_first_version_gets_its_provenances(home: Path, draw: Callable[..., Path]) -> None:
    with Library.open(home) as library:
        add_references(library, [found(draw(1), "tmdb", Tier.B), NewReference(draw(2), Label.KNOWN_FAKE)], IN_PROCESS)
        before = library.references().items
    _rewrite_in_first_version(home / DATABASE_NAME)
    with Library.open(home) as library:
        assert library.references().items == before
        for reference in before:
            (record,) = library.provenances(reference.id)
            assert (record.provenance, record.tier) == (reference.provenance, reference.tier)
        assert library.verify() == []
        add_references(library, [NewReference(draw(2), Label.OFFICIAL)], IN_PROCESS)
        assert len(library.conflicts()) == 1


def _rewrite_in_first_version(path: Path) -> None:
    """The same references in the tables that the first version of the program made."""
    newer = path.with_name("newer.sqlite3")
    path.rename(newer)
    database = Database(path)
    with database.writing() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(app.library.migrate.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    database.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("ATTACH ? AS newer", (str(newer),))
        for table in ("references", "fingerprints"):
            columns = ", ".join(f'"{row[1]}"' for row in raw.execute(f'PRAGMA main.table_info("{table}")'))
            raw.execute(f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM newer."{table}"')
        raw.commit()
    newer.unlink()
