"""How well titles are covered, what is doubtful of where pictures come from, and which are held twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.library.add import ImportOptions, NewReference, add_references
from app.library.coverage import FEWEST_OFFICIAL, OLDEST
from app.library.library import Library
from app.library.packs.load import load_pack
from app.library.packs.write import PackOptions, export_pack
from app.model.reference import Label, Provenance, ReferenceState, Tier
from tests.library.conftest import draw_picture

NETFLIX = "https://www.netflix.com/tudum/articles/quiet-harbour"


def new(picture: Path, title: str = "", label: Label = Label.OFFICIAL, **values: Any) -> NewReference:
    place = {name: values.pop(name) for name in ("source", "page_url", "image_url", "fetched_at") if name in values}
    return NewReference(picture, label, title, provenance=Provenance(picture.name, **place), **values)


def add(library: Library, *items: NewReference) -> None:
    assert add_references(library, items, ImportOptions(jobs=1)).problems == ()


def test_a_titles_coverage_counts_what_takes_part(library: Library, draw: Callable[..., Path]) -> None:
    a_day = {"fetched_at": "2026-11-01T10:00:00+00:00"}
    add(
        library,
        new(draw(1), "Quiet Harbour", tier=Tier.A, language="en", source="netflix", **a_day),
        new(draw(2), "Quiet Harbour (2026)", tier=Tier.B, language="de", source="tmdb", fetched_at="2026-06-01"),
        new(draw(3), "quiet harbour", fetched_at="2026-01-01T00:00:00Z"),
        new(draw(4), "Quiet Harbour", Label.KNOWN_FAKE),
        new(draw(5), "Quiet Harbour"),
        new(draw(6), "Glass River"),
    )
    library.set_state(library.references().items[4].id, ReferenceState.DISABLED)
    found = library.title_coverage("QUIET  HARBOUR")
    assert (found.count, found.official) == (4, 3)
    assert found.tiers == {"": 1, "A": 1, "B": 1}
    assert found.languages == {"": 1, "de": 1, "en": 1}
    assert (found.oldest, found.newest) == ("2026-01-01T00:00:00Z", "2026-11-01T10:00:00+00:00")
    assert not found.is_thin
    nothing = library.title_coverage("Another Film")
    assert (nothing.count, nothing.official, nothing.newest, nothing.is_thin) == (0, 0, "", True)
    assert library.title_coverage("").count == 0


def test_few_official_references_are_thin_and_fakes_do_not_help(library: Library, draw: Callable[..., Path]) -> None:
    add(library, *(new(draw(seed), "One") for seed in range(FEWEST_OFFICIAL - 1)))
    add(library, *(new(draw(10 + seed), "One", Label.KNOWN_FAKE) for seed in range(3)))
    assert library.title_coverage("One").is_thin
    add(library, new(draw(20), "One"))
    assert not library.title_coverage("One").is_thin


def test_age_is_that_of_the_newest_look_at_a_source(library: Library, draw: Callable[..., Path]) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    add(library, new(draw(1), "Old", fetched_at=(now - OLDEST - timedelta(hours=1)).isoformat()))
    add(library, new(draw(2), "New", fetched_at=(now - OLDEST + timedelta(hours=1)).isoformat()))
    add(library, new(draw(3), "By Hand"))
    assert library.title_coverage("Old").is_old(now)
    assert not library.title_coverage("New").is_old(now)
    assert not library.title_coverage("By Hand").is_old(datetime.now(UTC)), "it came today"
    assert not library.title_coverage("Never Heard Of").is_old(now), "nothing is not old"


def test_coverage_of_the_whole_library(library: Library, draw: Callable[..., Path], tmp_path: Path) -> None:
    add(
        library,
        new(draw(1), "Quiet Harbour", tier=Tier.A, source="netflix", language="en", fetched_at="2020-01-01"),
        new(draw(2), "Quiet Harbour", tier=Tier.A, source="netflix", language="de", fetched_at="2020-01-01"),
        new(draw(3), "Glass River"),
        new(draw(4)),
        new(draw(5), "Only A Fake", Label.KNOWN_FAKE),
    )
    whole, titles = library.coverage()
    assert [(title.title, title.official, title.count) for title in titles] == [
        ("Glass River", 1, 1),
        ("Only A Fake", 0, 1),
        ("Quiet Harbour", 2, 2),
    ]
    assert (whole.titles, whole.thin, whole.old, whole.untitled) == (2, 1, 1, 1)
    assert (whole.tiers, whole.languages) == ({"": 2, "A": 2}, {"": 2, "de": 1, "en": 1})
    assert (whole.oldest, whole.outdated, whole.without_picture) == ("2020-01-01", 0, 0)
    export_pack(library, tmp_path / "a.pack", PackOptions())
    with Library.open(tmp_path / "other") as other:
        load_pack(other, tmp_path / "a.pack")
        assert other.coverage()[0].without_picture == 5
        assert other.title_coverage("Quiet Harbour").is_old(datetime.now(UTC)), "a pack makes nothing younger"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"tier": Tier.A}, "no source"),
        ({"tier": Tier.B}, "no source"),
        ({"tier": Tier.A, "source": "netflix", "page_url": "https://example.org/p"}, "its page https://example.org/p"),
        ({"tier": Tier.A, "page_url": NETFLIX, "image_url": "https://nflximg.net.example.org/a.jpg"}, "its address"),
        ({"tier": Tier.A, "source": "x", "page_url": "https://www.netfl1x.com/tudum"}, "no place of Netflix"),
        ({"tier": Tier.A, "source": "x", "page_url": "https://netflix.com@example.org/"}, "no place of Netflix"),
        ({"tier": Tier.A, "page_url": NETFLIX, "image_url": "https://dnm.nflximg.net/api/v6/a.jpg"}, None),
        ({"tier": Tier.A, "source": "press kit"}, None),
        ({"tier": Tier.B, "source": "tmdb", "page_url": "https://www.themoviedb.org/movie/1"}, None),
        ({"tier": Tier.F, "page_url": "https://example.org/p"}, None),
        ({}, None),
    ],
)
def test_a_tier_has_to_fit_where_the_picture_comes_from(
    library: Library, draw: Callable[..., Path], values: dict[str, Any], told: str | None
) -> None:
    add(library, new(draw(1), "A Film", **values))
    found = library.doubts()
    assert library.verify() == []
    assert [problem.code for problem in found] == ([] if told is None else ["provenance_doubtful"])
    if told is not None:
        assert told in found[0].text
        assert found[0].reference_id == library.references().items[0].id
        assert not found[0].remark


def test_the_same_picture_twice_is_a_remark(library: Library, draw: Callable[..., Path], tmp_path: Path) -> None:
    draw_picture(1).save(tmp_path / "again.jpg", quality=85)
    draw_picture(1).save(tmp_path / "other.png")
    add(
        library,
        new(draw(1), "One"),
        new(draw(2), "One"),
        new(tmp_path / "again.jpg", "ONE"),
        new(tmp_path / "other.png", "Two"),
    )
    first, _, again, _ = library.references().items
    (remark,) = library.doubts()
    assert (remark.code, remark.reference_id, remark.remark, remark.fixed) == ("near_duplicate", again.id, True, False)
    assert first.id in remark.text
    library.set_state(again.id, ReferenceState.DISABLED)
    assert library.doubts() == []
