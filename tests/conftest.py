"""What tests of several rooms share."""

import shutil
from pathlib import Path

import pytest

from app.library.demo import fill_with_demo
from app.library.library import Library

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home filled with the demo library; tests only copy it."""
    home = tmp_path_factory.mktemp("demo") / "home"
    with Library.open(home) as library:
        summary = fill_with_demo(library, ROOT / "reference_images")
    assert summary.problems == ()
    return home


@pytest.fixture(scope="module")
def demo_copy(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of this module's own, filled with the demo library."""
    return Path(shutil.copytree(demo_home, tmp_path_factory.mktemp("copy") / "home"))
