"""The benchmark's library: filled once, filled again when the posters change, never over somebody else's files."""

import cv2
import pytest

from app.library.library import Library
from benchmarks.harness.home import default_home, prepare_home
from benchmarks.harness.posters import Poster
from tests.benchmarks.drawn_posters import draw_poster


def quiet(_done, _total):
    pass


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "posters"
    folder.mkdir()
    for number in range(3):
        cv2.imwrite(str(folder / f"{number}.jpg"), draw_poster(number))
    return folder


def test_is_filled_once_and_again_when_something_changed(tmp_path, folder):
    home = tmp_path / "home"
    posters = (Poster("0.jpg", True, "Zero"), Poster("1.jpg", False))
    assert prepare_home(home, folder, posters, 1, quiet)
    with Library.open(home, create=False) as library:
        summary = library.summary()
        assert (summary.official, summary.known_fakes) == (1, 1)
        paths = {reference.provenance.path for reference in library.active_keys().values()}
    assert paths == {"0.jpg", "1.jpg"}
    assert not prepare_home(home, folder, posters, 1, quiet)
    assert prepare_home(home, folder, (*posters, Poster("2.jpg", True)), 1, quiet)
    with Library.open(home, create=False) as library:
        assert library.summary().references == 3


def test_somebody_elses_folder_is_left_alone(tmp_path, folder):
    home = tmp_path / "home"
    home.mkdir()
    (home / "precious.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="--home"):
        prepare_home(home, folder, (Poster("0.jpg", True),), 1, quiet)
    assert (home / "precious.txt").read_text() == "mine"


def test_default_home_depends_on_the_folder(tmp_path):
    assert default_home(tmp_path / "a") == default_home(tmp_path / "a")
    assert default_home(tmp_path / "a") != default_home(tmp_path / "b")
