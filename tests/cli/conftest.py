"""A home with a small library of drawn posters, made once by the real import."""

import shutil
from pathlib import Path

import pytest

from tests.cli.drawing import save_poster
from tests.cli.running import postercheck


@pytest.fixture(scope="session")
def posters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `library import` takes it: two official posters and one known fake, all drawn here."""
    folder = tmp_path_factory.mktemp("library_posters")
    save_poster(folder / "official" / "quiet-harbour.png", 1, "QUIET HARBOUR")
    save_poster(folder / "official" / "glass-river.png", 2, "GLASS RIVER")
    save_poster(folder / "known_fakes" / "glass-river-2.png", 3, "GLASS RIVER 2")
    return folder


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory, posters: Path) -> Path:
    """A home that tests only read."""
    home = tmp_path_factory.mktemp("filled") / "home"
    done = postercheck("--home", home, "library", "import", posters)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def own_home(filled_home: Path, tmp_path: Path) -> Path:
    """A copy of the filled home that a test may change."""
    return Path(shutil.copytree(filled_home, tmp_path / "home"))
