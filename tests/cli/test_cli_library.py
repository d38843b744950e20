"""The `postercheck library` commands over real homes."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.drawing import save_poster
from tests.cli.running import postercheck


def _library(home: Path, *words: str | Path, code: int = 0, cwd: Path | None = None) -> str:
    """Standard output of a library command that ends with `code`."""
    done = postercheck("--home", home, "library", *words, cwd=cwd)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def _listed(home: Path, *words: str) -> list[dict]:
    return [json.loads(line) for line in _library(home, "list", *words, "--json").splitlines()]


def test_a_folder_is_imported_with_labels_and_titles(filled_home: Path) -> None:
    found = {(one["label"], one["title"].lower(), one["state"]) for one in _listed(filled_home)}
    assert found == {
        ("official", "quiet harbour", "active"),
        ("official", "glass river", "active"),
        ("known_fake", "glass river 2", "active"),
    }


def test_importing_again_changes_nothing(own_home: Path, posters: Path) -> None:
    before = _listed(own_home)
    done = postercheck("library", "--home", own_home, "import", posters)
    assert done.returncode == 0, done.stderr
    assert "0 added, 0 updated, 3 unchanged" in done.stderr
    assert _listed(own_home) == before


def test_a_manifest_with_a_bad_row_keeps_the_good_ones(tmp_path: Path) -> None:
    save_poster(tmp_path / "a.png", 11)
    (tmp_path / "list.csv").write_text(
        "path,label,title\na.png,official,North Light\na.png,perhaps,X\ngone.png,official,Y\n"
    )
    done = postercheck("library", "import", "list.csv", "--home", "home", cwd=tmp_path)
    assert done.returncode == 1
    assert "line 3" in done.stderr
    assert "line 4" in done.stderr
    assert [one["title"] for one in _listed(tmp_path / "home")] == ["North Light"]


@pytest.mark.parametrize("content", [None, "", "path,label,colour\na.png,official,red\n"])
def test_a_manifest_that_cannot_be_used_says_why_and_makes_no_library(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "list.csv").write_text(content)
    done = postercheck("library", "import", "list.csv", "--home", "home", cwd=tmp_path)
    assert done.returncode == 1
    assert "list.csv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()
    if content:
        assert "colour" in done.stderr


def test_add_list_info_disable_enable_remove(tmp_path: Path) -> None:
    home = tmp_path / "home"
    save_poster(tmp_path / "a.png", 21)
    (tmp_path / "b.png").write_text("no picture")
    words = [
        "--label",
        "official",
        "--title",
        "North Light",
        "--source",
        "tudum",
        "--page-url",
        "https://example.org/n",
    ]
    done = postercheck("library", "add", "a.png", "b.png", "missing.png", *words, "--home", home, cwd=tmp_path)
    assert done.returncode == 1
    assert "1 added, 0 updated, 0 unchanged, 2 not added" in done.stderr
    assert "b.png" in done.stderr
    assert "missing.png" in done.stderr

    (one,) = _listed(home)
    assert one["provenance"]["source"] == "tudum"
    assert one["provenance"]["page_url"] == "https://example.org/n"
    assert one["provenance"]["path"] == "a.png"
    line = _library(home, "list", "north")
    assert line.rstrip("\n").split("\t") == [one["id"], "official", "active", "North Light", "a.png"]
    assert _library(home, "list", "south") == ""
    assert "North Light" in _library(home, "info", one["id"])

    summary = json.loads(_library(home, "info", "--json"))
    assert (summary["references"], summary["official"], summary["demo"]) == (1, 1, False)
    _library(home, "disable", one["id"], "r_nobody", code=1)
    assert _listed(home, "--state", "active") == []
    assert json.loads(_library(home, "info", "--json"))["references"] == 0
    _library(home, "enable", one["id"])
    assert [again["id"] for again in _listed(home, "--state", "active", "--label", "official")] == [one["id"]]
    _library(home, "remove", one["id"])
    assert _listed(home) == []
    _library(home, "info", one["id"], code=1)


@pytest.mark.parametrize(
    "words",
    [["list"], ["info"], ["verify"], ["rebuild"], ["remove", "r_1"], ["disable", "r_1"], ["enable", "r_1"]],
)
def test_without_a_library_they_say_so_and_make_none(tmp_path: Path, words: list[str]) -> None:
    done = postercheck("library", *words, "--home", tmp_path / "home")
    assert done.returncode == 3
    assert "no library" in done.stderr
    assert not (tmp_path / "home").exists()


def test_library_commands_never_fill_in_the_demo(tmp_path: Path) -> None:
    save_poster(tmp_path / "a.png", 31)
    _library(tmp_path / "home", "add", tmp_path / "a.png", "--label", "known_fake")
    assert [one["label"] for one in _listed(tmp_path / "home")] == ["known_fake"]


def test_the_first_real_reference_replaces_the_demo(demo_home: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(demo_home, tmp_path / "home"))
    picture = save_poster(tmp_path / "a.png", 41)
    assert json.loads(_library(home, "info", "--json"))["demo"] is True
    _library(home, "add", picture, "--label", "official")
    summary = json.loads(_library(home, "info", "--json"))
    assert (summary["demo"], summary["references"]) == (False, 1)


def test_a_broken_library_ends_every_command_with_3(own_home: Path, posters: Path) -> None:
    for database in own_home.glob("*.sqlite3*"):
        database.write_bytes(b"this is no database, and it is long enough to be looked at" * 100)
    picture = posters / "official/glass-river.png"
    for words in (["check", picture], ["batch", posters], ["library", "list"], ["serve", "--port", "0"]):
        done = postercheck("--home", own_home, *words)
        assert done.returncode == 3, (words, done.stderr)
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith("postercheck: ")


def test_verify_finds_and_repairs_damage(own_home: Path) -> None:
    assert _library(own_home, "verify") == ""
    renditions = [path for path in own_home.rglob("*") if path.is_dir() and "rendition" in path.name]
    for folder in renditions:
        shutil.rmtree(folder)
    assert renditions, "the library keeps ready-made pictures in a folder of that name"
    found = _library(own_home, "verify", code=1)
    assert found.count("rendition_missing") == 3
    assert _library(own_home, "verify", "--fix").count("repaired") == 3
    assert _library(own_home, "verify") == ""


def test_rebuild_measures_every_reference_again(own_home: Path, posters: Path) -> None:
    import sqlite3

    database = own_home / "library.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("update fingerprints set version = version - 1")
    connection.close()
    picture = posters / "official/glass-river.png"
    assert _library(own_home, "verify", code=1).count("fingerprint_outdated") == 3
    done = postercheck("--home", own_home, "library", "rebuild")
    assert done.returncode == 0, done.stderr
    assert "3 of 3 measured anew" in done.stderr
    assert _library(own_home, "verify") == ""
    report = json.loads(postercheck("--home", own_home, "check", picture, "--json").stdout)
    assert report["verdict"] == "likely_official"


def test_rebuild_tells_of_a_picture_that_is_gone(own_home: Path) -> None:
    one = _listed(own_home)[0]
    for path in own_home.rglob(f"*{one['sha256']}*.png"):
        path.unlink()
    told = _library(own_home, "rebuild", code=1)
    assert told.startswith(f"{one['id']}\tnot_measured\t")
    assert told.count("\n") == 1
