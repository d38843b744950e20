"""`postercheck check` as a person and a script use it."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.drawing import draw_poster, save_poster
from tests.cli.running import postercheck


def _lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_an_official_poster_in_words(filled_home: Path, posters: Path) -> None:
    done = postercheck("check", posters / "official/quiet-harbour.png", "--home", filled_home)
    assert done.returncode == 0, done.stderr
    assert "LIKELY OFFICIAL" in done.stdout
    assert "quiet-harbour.png" in done.stdout
    assert "\x1b" not in done.stdout, "no colour where nobody sees it"
    assert "demo" not in done.stdout


def test_several_pictures_give_one_json_line_each_in_their_order(filled_home: Path, posters: Path) -> None:
    names = ["known_fakes/glass-river-2.png", "official/glass-river.png"]
    done = postercheck("--home", filled_home, "check", *names, "--json", cwd=posters)
    assert done.returncode == 0, done.stderr
    reports = _lines(done.stdout)
    assert [report["input"] for report in reports] == names
    assert [report["verdict"] for report in reports] == ["likely_fan_made", "likely_official"]


def test_home_stands_before_or_after_the_command_or_in_the_environment(filled_home: Path, posters: Path) -> None:
    picture = posters / "official/glass-river.png"
    for words, env in [
        (["--home", filled_home, "check", picture, "--json"], {}),
        (["check", picture, "--json", "--home", filled_home], {}),
        (["--home", "/nowhere", "check", picture, "--json", "--home", filled_home], {}),
        (["check", picture, "--json"], {"POSTERCHECK_HOME": str(filled_home)}),
    ]:
        done = postercheck(*words, **env)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["library"]["references"] == 3


def test_standard_input_is_a_picture_too(filled_home: Path, posters: Path) -> None:
    data = (posters / "official/glass-river.png").read_bytes()
    done = postercheck("check", "-", "--json", "--home", filled_home, stdin=data)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["input"], report["verdict"]) == ("-", "likely_official")


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(filled_home: Path, posters: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_text("no picture")
    good = posters / "official/glass-river.png"
    done = postercheck("check", "missing.png", "notes.jpg", good, "--json", "--home", filled_home, cwd=tmp_path)
    assert done.returncode == 1
    missing, notes, checked = _lines(done.stdout)
    assert missing["input"] == "missing.png"
    assert missing["error"]["code"] == "unreadable_file"
    assert notes["error"]["code"] == "not_an_image"
    assert checked["verdict"] == "likely_official"
    assert "missing.png: not checked." in done.stderr
    words = postercheck("check", "missing.png", "--home", filled_home, cwd=tmp_path)
    assert (words.returncode, words.stdout) == (1, "")


@pytest.mark.parametrize(("picture", "code"), [("known_fakes/glass-river-2.png", 4), ("official/glass-river.png", 0)])
def test_fail_on_is_for_scripts(filled_home: Path, posters: Path, picture: str, code: int) -> None:
    done = postercheck("check", posters / picture, "--fail-on", "likely_fan_made", "--home", filled_home)
    assert done.returncode == code, done.stderr


def test_diff_draws_a_sheet(filled_home: Path, tmp_path: Path) -> None:
    picture = draw_poster(1, "QUIET HARBOUR 2")
    picture.save(tmp_path / "changed.png")
    done = postercheck("check", "changed.png", "--diff", "sheet.png", "--home", filled_home, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.format == "PNG"
        assert sheet.width > sheet.height * 0.9, "pictures stand side by side"
    assert "sheet.png" in done.stderr


def test_diff_without_a_reference_or_a_place_to_write_says_so(filled_home: Path, posters: Path, tmp_path: Path) -> None:
    save_poster(tmp_path / "stranger.png", 99)
    done = postercheck("check", "stranger.png", "--diff", "sheet.png", "--home", filled_home, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout, "the answer is given all the same"
    assert "sheet.png was not drawn" in done.stderr
    done = postercheck(
        "check", posters / "official/glass-river.png", "--diff", tmp_path / "no/sheet.png", "--home", filled_home
    )
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_a_file_name_cannot_steer_the_terminal(filled_home: Path, tmp_path: Path) -> None:
    name = "\x1b]0;owned\x07[red]x\u202e.png"
    save_poster(tmp_path / name, 2, "GLASS RIVER")
    done = postercheck("check", name, "missing\x1b[2J.png", "--home", filled_home, cwd=tmp_path)
    assert done.returncode == 1
    for text in (done.stdout, done.stderr):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "\\x1b]0;owned\\x07[red]x\\u202e.png" in done.stdout


def test_an_empty_home_is_filled_with_the_demo_and_says_so(tmp_path: Path) -> None:
    save_poster(tmp_path / "any.png", 5)
    done = postercheck("check", "any.png", "--home", "home", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "demo" in done.stdout
    report = json.loads(postercheck("check", "any.png", "--json", "--home", "home", cwd=tmp_path).stdout)
    assert report["library"]["demo"] is True
    assert report["library"]["references"] > 0
