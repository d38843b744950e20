"""Syncing TMDB: which pictures, with which trust, for how long, and what becomes of those it deletes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.errors import SourceUnavailable, WrongUse
from app.library.library import Library
from app.model.reference import Kind, ReferenceState, Tier
from app.sources.cache import AnswerCache, now_text
from app.sources.client import PoliteClient
from app.sources.fetcher import Fetcher
from app.sources.tmdb import TmdbAccess, TmdbChoice, TmdbSource, fetch_details, read_id
from app.sources.tudum import TudumSource
from tests.sources.conftest import options_for
from tests.sources.source_server import SourceServer, Tmdb, picture, serve, serve_html, tudum_page

Run = Callable[..., Any]
TOKEN = "secret-token"


@pytest.fixture
def tmdb(server: SourceServer) -> Tmdb:
    """A film with three posters, a backdrop and a logo."""
    made = Tmdb(server, TOKEN)
    made.put(
        "movie/1",
        "Quiet Harbour",
        posters=[
            made.image(1, votes=7),
            made.image(2),
            made.image(3, language="de"),
            made.image(4, language=None, votes=1),
        ],
        backdrops=[made.image(5, "backdrops", language=None)],
        logos=[made.image(6, "logos"), {"file_path": "/logo.svg", "iso_639_1": "en"}],
    )
    return made


def source_of(server: SourceServer, *, token: str = TOKEN, **choice: Any) -> TmdbSource:
    return TmdbSource(TmdbAccess(token, server.base, server.base), TmdbChoice(**({"ids": ("movie/1",)} | choice)))


def test_pictures_in_the_languages_asked_for(library: Library, tmdb: Tmdb, server: SourceServer, run: Run) -> None:
    assert run(source_of(server)).new == 5
    query = next(query for query in server.queries if query.startswith("/3/movie/1?"))
    assert "include_image_language=en%2Cnull" in query
    assert "append_to_response=images%2Calternative_titles%2Ctranslations%2Cexternal_ids" in query
    found = {one.provenance.path.rpartition("/")[2]: one for one in library.references().items}
    told = {name[6:10]: (one.kind, one.language, one.tier) for name, one in found.items()}
    assert told == {
        "0001": (Kind.POSTER, "en", Tier.B),
        "0002": (Kind.POSTER, "en", Tier.C),
        "0004": (Kind.POSTER, "", Tier.B),
        "0005": (Kind.BACKDROP, "", Tier.C),
        "0006": (Kind.LOGO, "en", Tier.C),
    }
    one = found["poster0001.jpg"]
    assert (one.title, one.title_id, one.provenance.page_url) == (
        *("Quiet Harbour", "tmdb:movie/1"),
        "https://www.themoviedb.org/movie/1",
    )
    assert one.provenance.image_url == f"{server.base}/t/p/w780/poster0001.jpg"
    assert "/t/p/w500/" in found["poster0006.jpg"].provenance.image_url


def test_votes_that_come_raise_the_tier(library: Library, tmdb: Tmdb, server: SourceServer, run: Run) -> None:
    run(source_of(server, kinds=("posters",)))
    tmdb.titles["movie/1"]["images"]["posters"][1]["vote_count"] = 3
    summary = run(source_of(server, kinds=("posters",)))
    assert (summary.new, summary.unchanged, summary.gone) == (0, 3, 0)
    assert {one.tier for one in library.references().items} == {Tier.B}


def test_deleted_pictures_leave_a_tombstone_and_come_back_if_they_do(
    library: Library, tmdb: Tmdb, server: SourceServer, run: Run
) -> None:
    run(source_of(server))
    posters = tmdb.titles["movie/1"]["images"]["posters"]
    deleted = posters.pop(0)
    assert run(source_of(server)).gone == 1
    (gone,) = (one for one in library.references().items if one.state is ReferenceState.GONE)
    assert gone.provenance.path.endswith("poster0001.jpg")
    assert library.provenances(gone.id)[0].gone_at
    assert library.verify() == []
    posters.insert(0, deleted)
    summary = run(source_of(server))
    assert (summary.unchanged, summary.gone) == (5, 0)
    assert library.summary().references == 5
    assert server.full["/t/p/w780/poster0001.jpg"] == 1


def test_asking_for_less_declares_nothing_gone(library: Library, tmdb: Tmdb, server: SourceServer, run: Run) -> None:
    run(source_of(server, languages=("en", "", "de")))
    assert library.summary().references == 6
    assert run(source_of(server, languages=("de",), kinds=("posters",))).gone == 0
    assert library.summary().references == 6


def test_a_title_that_tmdb_deleted_takes_its_pictures_along(
    library: Library, tmdb: Tmdb, server: SourceServer, run: Run
) -> None:
    run(source_of(server))
    del tmdb.titles["movie/1"]
    summary = run(source_of(server))
    assert (summary.gone, summary.refused) == (5, ())
    assert library.summary().references == 0
    assert [one.reason for one in run(source_of(server, ids=("movie/9",))).refused] == ["not_found"]


def test_titles_by_name_network_and_company(library: Library, tmdb: Tmdb, server: SourceServer, run: Run) -> None:
    for number in (11, 12, 13):
        tmdb.put(f"tv/{number}", f"Glass River {number}", posters=[tmdb.image(20 + number)])
    tmdb.put("movie/14", "Glass River", posters=[tmdb.image(50)])
    found = [
        {"media_type": "movie", "id": 14, "title": "Glass  River"},
        {"media_type": "tv", "id": 12, "name": "Glass River Two"},
        {"media_type": "person", "id": 13, "name": "Glass River"},
    ]
    tmdb.listing("/3/search/multi", [found])
    tmdb.listing("/3/discover/tv", [[{"id": 11}, {"id": 12}], [{"id": 12}, {"id": 13}]])
    tmdb.listing("/3/discover/movie", [[{"id": 14}]])
    tmdb.listing("/3/search/company", [[{"id": 5, "name": "Quiet Films"}, {"id": 6, "name": "Glass"}]])
    assert run(source_of(server, ids=(), title="GLASS RIVER")).new == 1
    assert server.asked["/3/tv/12"] == 0
    assert run(source_of(server, ids=(), network=213)).new == 3
    assert server.asked["/3/tv/12"] == 1
    assert any("with_networks=213&page=2" in query for query in server.queries)
    summary = run(source_of(server, ids=(), company="glass"))
    assert (summary.new, summary.unchanged) == (0, 4)
    assert any("with_companies=6" in query for query in server.queries)


def test_a_title_that_nobody_knows_is_said_to_be_unknown(tmdb: Tmdb, server: SourceServer, run: Run) -> None:
    tmdb.listing("/3/search/multi", [[]])
    (refusal,) = run(source_of(server, ids=(), title="Nothing")).refused
    assert refusal.reason == "not_found"
    assert "Nothing" in refusal.text


def test_a_refused_token_stops_at_once_and_is_written_nowhere(
    library: Library, tmdb: Tmdb, server: SourceServer, run: Run
) -> None:
    with pytest.raises(SourceUnavailable, match="POSTERCHECK_TMDB_TOKEN") as raised:
        run(source_of(server, token="wrong-token"))
    assert "wrong-token" not in str(raised.value)
    assert server.asked["/3/movie/1"] == 1
    run(source_of(server))
    assert all(TOKEN not in query for query in server.queries)
    pictures = [headers for headers, path in zip(server.seen, server.order, strict=True) if path.startswith("/t/")]
    assert pictures
    assert not any("authorization" in headers for headers in pictures)
    for path in library.home.rglob("*"):
        if path.is_file():
            assert TOKEN.encode() not in path.read_bytes(), path
    assert TOKEN not in repr(source_of(server))


def test_after_180_days_a_picture_is_asked_for_again_or_deleted(
    library: Library, tmdb: Tmdb, server: SourceServer, run: Run
) -> None:
    run(source_of(server))
    (first, *_) = library.references().items
    (record,) = library.provenances(first.id)
    kept = datetime.fromisoformat(record.expires_at) - datetime.fromisoformat(record.provenance.fetched_at)
    assert kept == timedelta(days=180)

    _make_older(library, days=181)
    assert [problem.code for problem in library.verify()] == ["expired"] * 5
    tmdb.titles["movie/1"]["images"]["posters"] = tmdb.titles["movie/1"]["images"]["posters"][:1]
    summary = run(source_of(server))
    assert (summary.unchanged, summary.gone, len(summary.expired)) == (3, 2, 2)
    assert library.references().total == 3
    assert library.verify() == []
    assert server.full["/t/p/w780/poster0001.jpg"] == 1, "asked whether it changed, which it did not"
    assert server.asked["/t/p/w780/poster0001.jpg"] == 2


def test_repairing_deletes_what_may_not_be_kept(library: Library, tmdb: Tmdb, server: SourceServer, run: Run) -> None:
    run(source_of(server))
    stored = library.references().items[0]
    _make_older(library, days=181)
    assert {(problem.code, problem.fixed) for problem in library.verify(fix=True)} == {("expired", True)}
    assert library.references().total == 0
    assert not list(library.home.rglob(f"{stored.sha256}*"))


def test_the_best_source_stands_in_front_and_the_others_are_kept(
    library: Library, tmdb: Tmdb, server: SourceServer, run: Run
) -> None:
    run(source_of(server, kinds=("posters",)))
    server.routes |= {
        "/key.jpg": serve(picture(2)),
        "/tudum/x": serve_html(tudum_page("Quiet Harbour", [f"{server.base}/key.jpg"])),
    }
    summary = run(TudumSource(server.base, (f"{server.base}/tudum/x",)))
    assert (summary.new, summary.unchanged) == (0, 1)
    (reference,) = (one for one in library.references().items if one.provenance.source == "tudum")
    assert (reference.tier, reference.title_id) == (Tier.A, "tmdb:movie/1")
    assert [one.provenance.source for one in library.provenances(reference.id)] == ["tmdb", "tudum"]
    _make_older(library, days=181)
    tmdb.titles["movie/1"]["images"]["posters"] = []
    summary = run(source_of(server, kinds=("posters",)))
    assert len(summary.expired) == 2
    assert [one.id for one in library.references().items] == [reference.id]
    assert library.get(reference.id).state is ReferenceState.ACTIVE
    assert [one.provenance.source for one in library.provenances(reference.id)] == ["tudum"]


def test_details_of_a_title_for_the_catalogue(tmdb: Tmdb, server: SourceServer, tmp_path: Path) -> None:
    tmdb.titles["movie/1"]["translations"] = {"translations": [{"iso_639_1": "de", "data": {"title": "Stiller Hafen"}}]}
    with PoliteClient(options_for(server)) as client:
        fetcher = Fetcher(client, AnswerCache(tmp_path / "cache"), now_text(), lambda _sha256: False)
        details = fetch_details(fetcher, TmdbAccess(TOKEN, server.base, server.base), "movie/1")
    assert details["translations"]["translations"][0]["data"]["title"] == "Stiller Hafen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("movie/851644", "movie/851644"),
        ("tv:456", "tv/456"),
        ("TV/007", "tv/7"),
        ("https://www.themoviedb.org/movie/851644-purple-hearts", "movie/851644"),
    ],
)
def test_ids_of_titles(text: str, expected: str) -> None:
    assert read_id(text) == expected


@pytest.mark.parametrize("text", ["", "851644", "movie/", "person/1", "movie/x", "movie/../tv/1"])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(WrongUse):
        read_id(text)


def _make_older(library: Library, days: int) -> None:
    """As if all that was fetched from TMDB had been fetched so many days before."""
    with closing(sqlite3.connect(library.home / "library.sqlite3")) as raw:
        rows = raw.execute("SELECT id, expires_at FROM provenances WHERE expires_at != ''").fetchall()
        for row, moment in rows:
            earlier = (datetime.fromisoformat(moment) - timedelta(days=days)).isoformat(timespec="seconds")
            raw.execute("UPDATE provenances SET expires_at = ? WHERE id = ?", (earlier, row))
        raw.commit()
    cache = AnswerCache(library.home / "sources/cache")
    records = [one for item in library.references().items for one in library.provenances(item.id)]
    for url in {one.provenance.image_url for one in records}:
        kept = cache.read(url)
        if kept is not None:
            earlier = (datetime.fromisoformat(kept.checked_at) - timedelta(days=days)).isoformat()
            cache.write(replace(kept, checked_at=earlier))
