"""Syncing a folder that somebody else fills, and a list of addresses."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import ManifestInvalid
from app.library.library import Library
from app.model.reference import Label, ReferenceState, Tier
from app.sources.folder import FolderSource
from app.sources.url_list import UrlListSource, hosts_of, read_url_list
from tests.sources.source_server import SourceServer, picture, serve, status

Run = Callable[..., Any]


def put(folder: Path, name: str, seed: int) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture(seed))
    return path


def test_a_folder_is_followed(library: Library, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "press"
    for number, name in enumerate(("a.jpg", "deep/b.jpg", "c.jpg", ".hidden.jpg")):
        put(folder, name, number)
    (folder / "notes.txt").write_text("no picture")
    (folder / "broken.jpg").write_text("no picture either")
    source = FolderSource(folder, "press", Label.OFFICIAL, tier=Tier.A)
    summary = run(source)
    assert summary.new == 3
    assert [(one.address, one.reason) for one in summary.refused] == [("broken.jpg", "not_an_image")]
    assert {one.tier for one in library.references().items} == {Tier.A}

    (folder / "broken.jpg").unlink()
    (folder / "c.jpg").unlink()
    (folder / "a.jpg").rename(folder / "moved.jpg")
    put(folder, "d.jpg", 9)
    summary = run(source)
    assert (summary.new, summary.unchanged, summary.gone, summary.refused) == (1, 2, 1, ())
    states = {one.provenance.path: one.state for one in library.references().items}
    assert states == {
        "moved.jpg": ReferenceState.ACTIVE,
        "deep/b.jpg": ReferenceState.ACTIVE,
        "c.jpg": ReferenceState.GONE,
        "d.jpg": ReferenceState.ACTIVE,
    }


def test_a_sorted_folder_gives_the_labels(library: Library, run: Run, tmp_path: Path) -> None:
    put(tmp_path / "posters", "official/a.jpg", 1)
    put(tmp_path / "posters", "known_fakes/a-2.jpg", 2)
    run(FolderSource(tmp_path / "posters", "posters", tier=Tier.C))
    assert {(one.label, one.tier) for one in library.references().items} == {
        (Label.OFFICIAL, Tier.C),
        (Label.KNOWN_FAKE, Tier.K),
    }


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    with pytest.raises(ManifestInvalid, match="no folder"):
        run(FolderSource(tmp_path / "nowhere", "x", Label.OFFICIAL))


def test_a_folder_that_vanished_whole_declares_nothing_gone(library: Library, run: Run, tmp_path: Path) -> None:
    put(tmp_path / "press", "a.jpg", 1)
    source = FolderSource(tmp_path / "press", "press", Label.OFFICIAL)
    run(source)
    shutil.rmtree(tmp_path / "press")
    with pytest.raises(ManifestInvalid):
        run(source)
    assert library.summary().references == 1


def list_of(server: SourceServer, *paths: str, **values: Any) -> UrlListSource:
    return UrlListSource(tuple((server.base + path, "") for path in paths), "urls", **values)


def test_a_list_is_asked_every_time_whether_something_changed(library: Library, server: SourceServer, run: Run) -> None:
    server.routes |= {"/a.jpg": serve(picture(1)), "/b.jpg": serve(picture(2)), "/c.jpg": serve(picture(3))}
    source = list_of(server, "/a.jpg", "/b.jpg", "/c.jpg", title="Quiet Harbour", tier=Tier.C)
    assert run(source).new == 3
    server.routes["/b.jpg"] = status(410)
    server.routes["/c.jpg"] = serve(picture(4))
    summary = run(source)
    assert (summary.new, summary.unchanged, summary.gone, summary.refused) == (1, 1, 1, ())
    assert server.asked["/a.jpg"] == 2
    assert server.full["/a.jpg"] == 1
    assert library.summary("quiet harbour").of_this_title == 2


def test_a_server_that_cannot_say_what_changed_is_not_asked_for_everything(server: SourceServer, run: Run) -> None:
    server.routes["/a.jpg"] = serve(picture(1), etag=False)
    run(list_of(server, "/a.jpg"))
    assert run(list_of(server, "/a.jpg")).unchanged == 1
    assert server.full["/a.jpg"] == 1


def test_an_address_that_fell_off_the_list_is_not_gone(library: Library, server: SourceServer, run: Run) -> None:
    server.routes |= {"/a.jpg": serve(picture(1)), "/b.jpg": serve(picture(2))}
    run(list_of(server, "/a.jpg", "/b.jpg"))
    assert run(list_of(server, "/a.jpg")).gone == 0
    assert library.summary().references == 2


def test_reading_a_list(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# fakes\nhttps://a.example/x.jpg\tSome  Film 2\n\n  http://b.example:81/y.png  \nno address\n")
    lines = read_url_list(path)
    assert lines == (("https://a.example/x.jpg", "Some Film 2"), ("http://b.example:81/y.png", ""), ("no address", ""))
    assert hosts_of(lines) == {("a.example", 443), ("b.example", 81)}
    path.write_text("# nothing\n")
    with pytest.raises(ManifestInvalid):
        read_url_list(path)
    with pytest.raises(ManifestInvalid):
        read_url_list(tmp_path / "missing.txt")


def test_a_line_that_is_no_address_is_refused_with_its_text(server: SourceServer, run: Run) -> None:
    source = UrlListSource((("no address", ""),), "urls")
    (refusal,) = run(source).refused
    assert (refusal.address, refusal.reason) == ("no address", "address_not_allowed")
