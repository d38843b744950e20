"""Syncing pages into a library: what is taken, what is not, and what a second time does."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from app.errors import SourceUnavailable
from app.library.add import ImportOptions, NewReference, add_references
from app.library.file_lock import try_file_lock
from app.library.library import Library
from app.model.reference import Kind, Label, Provenance, ReferenceState, Tier
from app.sources.sync import SyncOptions, plan_sync
from app.sources.tudum import TudumSource
from tests.sources.conftest import options_for
from tests.sources.source_server import (
    SourceServer,
    broken_off,
    build_tudum,
    drip,
    huge,
    picture,
    redirect,
    serve,
    serve_html,
    sitemap,
    status,
    storm,
    tudum_page,
)

Run = Callable[..., object]


def everything(server: SourceServer) -> TudumSource:
    return TudumSource(server.base)


def put_page(server: SourceServer, pictures: list[str], path: str = "/tudum/quiet-harbour-0") -> TudumSource:
    """One page with these pictures, which are addresses or paths."""
    urls = [one if "://" in one else server.base + one for one in pictures]
    server.routes[path] = serve_html(tudum_page("Quiet Harbour", urls))
    return TudumSource(server.base, (server.base + path,))


def reasons(summary) -> dict[str, str]:
    return {refusal.address.rpartition("/")[2]: refusal.reason for refusal in summary.refused}


def test_everything_of_a_sitemap_is_taken_once(library: Library, server: SourceServer, run: Run) -> None:
    paths = build_tudum(server, pages=3, each=4)
    summary = run(everything(server))
    assert (summary.new, summary.unchanged, summary.refused, summary.left) == (12, 0, (), 0)
    assert summary.complete
    assert {server.full[path] for path in paths} == {1}
    reference = library.references().items[0]
    assert (reference.title, reference.tier, reference.language) == ("Quiet Harbour 0", Tier.A, "en")
    assert reference.provenance.source == "tudum"
    assert reference.provenance.page_url == f"{server.base}/tudum/quiet-harbour-0"
    assert "?r=" not in reference.provenance.image_url
    assert reference.provenance.fetched_at
    assert library.original(reference.id) == picture(0)
    assert library.verify() == []

    again = run(everything(server))
    assert (again.new, again.unchanged, again.gone) == (0, 12, 0)
    assert {server.full[path] for path in paths} == {1}
    assert server.full["/tudum/quiet-harbour-0"] == 1, "a page that did not change is not sent again"


def test_a_title_is_found_by_the_words_of_its_address(library: Library, server: SourceServer, run: Run) -> None:
    build_tudum(server, pages=3, each=2)
    summary = run(TudumSource(server.base, title="Quiet Harbour: 1"))
    assert summary.new == 2
    assert {one.title for one in library.references().items} == {"Quiet Harbour: 1"}
    assert server.asked["/tudum/quiet-harbour-2"] == 0


def test_a_limit_holds_and_the_rest_comes_with_the_next(library: Library, server: SourceServer, run: Run) -> None:
    build_tudum(server, pages=3, each=4)
    assert run(everything(server), limit=5).new == 5
    assert run(everything(server)).new == 7
    assert library.summary().references == 12


def test_robots_txt_is_followed(server: SourceServer, run: Run) -> None:
    build_tudum(server, pages=1, each=1)
    server.routes["/tudum/private"] = serve_html("hidden")
    summary = run(TudumSource(server.base, (f"{server.base}/tudum/private",)))
    assert reasons(summary) == {"private": "robots"}
    assert server.asked["/tudum/private"] == 0


def test_small_pictures_and_marks_are_no_artwork(library: Library, server: SourceServer, run: Run) -> None:
    server.routes |= {"/big.jpg": serve(picture(1)), "/small.jpg": serve(picture(2, (150, 150)))}
    source = put_page(server, ["/big.jpg", "/small.jpg", "/icons/a.jpg", "/x/avatar-1.png", "/logo.svg"])
    summary = run(source)
    assert summary.new == 1
    assert reasons(summary) == {"small.jpg": "too_little_detail"}
    assert not any(server.asked[path] for path in ("/icons/a.jpg", "/x/avatar-1.png", "/logo.svg"))


def test_shape_tells_posters_from_backdrops(library: Library, server: SourceServer, run: Run) -> None:
    server.routes |= {"/up.jpg": serve(picture(1)), "/wide.jpg": serve(picture(2, (450, 300)))}
    run(put_page(server, ["/up.jpg", "/wide.jpg"]))
    kinds = {one.provenance.path.rpartition("/")[2]: one.kind for one in library.references().items}
    assert kinds == {"up.jpg": Kind.POSTER, "wide.jpg": Kind.BACKDROP}


def test_the_same_bytes_at_two_addresses_are_one_reference(library: Library, server: SourceServer, run: Run) -> None:
    server.routes |= {"/a.jpg": serve(picture(1)), "/b.jpg": serve(picture(1))}
    summary = run(put_page(server, ["/a.jpg", "/b.jpg"]))
    assert (summary.new, summary.another_place) == (1, 1)
    (reference,) = library.references().items
    addresses = [one.provenance.image_url for one in library.provenances(reference.id)]
    assert addresses == [server.base + "/a.jpg", server.base + "/b.jpg"]


def test_bad_answers_end_in_a_line_each_and_harm_nothing_else(library: Library, server: SourceServer, run: Run) -> None:
    good = [f"/good{number}.jpg" for number in range(3)]
    server.routes |= {path: serve(picture(number)) for number, path in enumerate(good)}
    server.routes |= {
        "/loop.jpg": redirect("/loop2.jpg"),
        "/loop2.jpg": redirect("/loop.jpg"),
        "/private.jpg": redirect("http://169.254.169.254/x.jpg"),
        "/huge.jpg": huge(2 * 2**30, told=True),
        "/endless.jpg": huge(2 * 2**30, told=False),
        "/slow.jpg": drip(picture(9), 0.2, 10),
        "/cut.jpg": serve(picture(9)[:4000]),
        "/off.jpg": broken_off(picture(9)),
        "/words.jpg": serve_html("<html>Not a picture, and long enough to be none.</html>"),
        "/busy.jpg": status(503),
        "/limited.jpg": storm(2, serve(picture(5)), 429, Retry_After="0"),
        "/far.jpg": status(429, Retry_After="86400"),
    }
    pictures = [
        good[0],
        *(path for path in server.routes if path not in ("/loop2.jpg", *good)),
        *good[1:],
        "/missing.jpg",
    ]
    summary = run(put_page(server, [*pictures, "http://elsewhere.example/x.jpg"]), seconds=1.5)
    assert reasons(summary) == {
        "loop.jpg": "redirect_loop",
        "private.jpg": "address_not_allowed",
        "huge.jpg": "too_large",
        "endless.jpg": "too_large",
        "slow.jpg": "too_slow",
        "cut.jpg": "image_truncated",
        "off.jpg": "truncated",
        "words.jpg": "not_an_image",
        "busy.jpg": "busy",
        "far.jpg": "busy",
        "missing.jpg": "not_found",
        "x.jpg": "address_not_allowed",
    }
    assert all(refusal.text.endswith(".") for refusal in summary.refused)
    assert (summary.new, summary.left) == (4, 0)
    assert library.summary().references == 4
    assert library.verify() == []


def test_a_picture_that_was_refused_is_asked_for_again_next_time(
    library: Library, server: SourceServer, run: Run
) -> None:
    server.routes["/a.jpg"] = serve(b"\xff\xd8 broken")
    source = put_page(server, ["/a.jpg"])
    assert run(source).new == 0
    server.routes["/a.jpg"] = serve(picture(1))
    assert run(source).new == 1


def test_a_host_that_is_down_is_left_alone_and_the_next_run_goes_on(
    library: Library, server: SourceServer, run: Run
) -> None:
    paths = build_tudum(server, pages=1, each=12)
    calm = {path: server.routes[path] for path in paths}
    server.routes |= dict.fromkeys(paths[3:], status(503))
    summary = run(everything(server))
    assert (summary.new, len(summary.refused), summary.left) == (3, 5, 4)
    server.routes |= calm
    summary = run(everything(server))
    assert summary.resumed
    assert (summary.new, len(summary.refused), summary.left) == (7, 5, 0)
    assert run(everything(server)).new == 5
    assert max(server.full[path] for path in paths) == 1


def test_a_picture_that_left_its_page_is_gone_only_when_it_is_gone(
    library: Library, server: SourceServer, run: Run
) -> None:
    moved = f"/dnm/api/v6/{'a' * 27}/b.jpg"
    server.routes |= {path: serve(picture(seed)) for seed, path in enumerate(("/a.jpg", moved, "/c.jpg"))}
    run(put_page(server, ["/a.jpg", f"{moved}?r=1", "/c.jpg"]))
    server.routes["/c.jpg"] = status(404)
    source = put_page(server, ["/a.jpg"])
    summary = run(source)
    assert (summary.unchanged, summary.gone, summary.refused) == (1, 1, ())
    states = {one.provenance.path.rpartition("/")[2]: one.state.value for one in library.references().items}
    assert states == {"a.jpg": "active", "b.jpg": "active", "c.jpg": "gone"}
    assert library.summary().references == 2
    assert (server.asked[moved], server.full[moved]) == (2, 1), "asked whether it is there, and not sent again"
    assert run(source).gone == 0

    server.routes["/c.jpg"] = serve(picture(2))
    run(put_page(server, ["/a.jpg", "/c.jpg"]))
    assert library.summary().references == 3, "what comes back takes part again"


def test_another_picture_at_the_same_address_takes_the_place_of_the_first(
    library: Library, server: SourceServer, run: Run
) -> None:
    server.routes["/a.jpg"] = serve(picture(1))
    source = put_page(server, ["/a.jpg"])
    run(source)
    server.routes["/a.jpg"] = serve(picture(2))
    assert run(source).unchanged == 1, "a picture's address is made from the picture, so it is not asked for every day"
    summary = run(source, refresh=True)
    assert summary.new == 1
    old, new = library.references().items
    assert (old.state, new.state) == (ReferenceState.GONE, ReferenceState.ACTIVE)


def test_what_a_moderator_disabled_stays_disabled(library: Library, server: SourceServer, run: Run) -> None:
    server.routes["/a.jpg"] = serve(picture(1))
    source = put_page(server, ["/a.jpg"])
    run(source)
    library.set_state(library.references().items[0].id, ReferenceState.DISABLED)
    run(source)
    server.routes["/a.jpg"] = status(404)
    run(put_page(server, ["/b.jpg"]))
    assert library.references().items[0].state is ReferenceState.DISABLED


def test_an_official_picture_that_is_listed_as_a_fake_waits_for_a_moderator(
    library: Library, server: SourceServer, run: Run
) -> None:
    fake = NewReference(picture(1), Label.KNOWN_FAKE, "Quiet Harbour", provenance=Provenance(path="fake.jpg"))
    add_references(library, [fake], ImportOptions(jobs=1))
    server.routes["/a.jpg"] = serve(picture(1))
    summary = run(put_page(server, ["/a.jpg"]))
    assert (summary.new, summary.conflicts) == (1, 1)
    (conflict,) = library.conflicts()
    assert conflict.same_file
    assert [problem.code for problem in library.verify()] == ["label_conflict"]


def test_a_dry_run_fetches_pages_and_no_picture(library: Library, server: SourceServer, run: Run) -> None:
    paths = build_tudum(server, pages=2, each=2)
    options = SyncOptions("x")
    plan = plan_sync(library, everything(server), options_for(server), options)
    assert [one.kept for one in plan.pictures] == [False] * 4
    assert not any(server.asked[path] for path in paths)
    assert library.references().total == 0
    run(everything(server))
    plan = plan_sync(library, everything(server), options_for(server), options)
    assert [one.kept for one in plan.pictures] == [True] * 4


def test_only_one_sync_at_a_time(library: Library, server: SourceServer, run: Run) -> None:
    build_tudum(server, pages=1, each=1)
    folder = library.home / "sources"
    folder.mkdir()
    with try_file_lock(folder / "sync.lock") as mine:
        assert mine
        with pytest.raises(SourceUnavailable, match="under way"):
            run(everything(server))
    assert run(everything(server)).new == 1


def test_packed_lists_of_sitemaps_and_one_broken_among_them(server: SourceServer, run: Run) -> None:
    from gzip import compress

    from tests.sources.source_server import sitemap_index

    build_tudum(server, pages=2, each=1)
    pages = [f"{server.base}/tudum/quiet-harbour-{page}" for page in range(2)]
    server.routes |= {
        "/tudum/sitemap.xml": serve(sitemap_index([f"{server.base}/{name}" for name in ("a.xml.gz", "no", "b.xml")])),
        "/a.xml.gz": serve(compress(sitemap(pages[:1])), "application/x-gzip"),
        "/b.xml": serve(sitemap([*pages[1:], f"{server.base}/help/other", "https://elsewhere.example/tudum/x"])),
    }
    summary = run(everything(server))
    assert summary.new == 2
    assert [one.reason for one in summary.refused] == ["address_not_allowed"]


def test_pictures_that_the_library_lost_are_fetched_again(library: Library, server: SourceServer, run: Run) -> None:
    paths = build_tudum(server, pages=1, each=2)
    run(everything(server))
    reference = library.references().items[0]
    library.remove(reference.id)
    assert run(everything(server)).new == 1
    assert sorted(server.full[path] for path in paths) == [1, 2]


def test_the_list_of_things_to_do_may_be_lost(library: Library, server: SourceServer, run: Run) -> None:
    paths = build_tudum(server, pages=1, each=2)
    run(everything(server))
    (library.home / "sources/work.sqlite3").unlink()
    with closing(sqlite3.connect(library.home / "sources/work.sqlite3")) as raw:
        raw.execute("CREATE TABLE pictures (x)")
        raw.execute("PRAGMA user_version = 99")
        raw.commit()
    assert run(everything(server)).unchanged == 2
    assert {server.full[path] for path in paths} == {1}
