"""One demo library for all tests, filled once, because that takes seconds."""

from pathlib import Path

import pytest

from app.checker import CheckerOptions, open_checker
from app.settings import find_demo_folder


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as the first start leaves it: the demo library and its search index. Copied, never changed."""
    home = tmp_path_factory.mktemp("demo") / "home"
    folder = find_demo_folder()
    assert folder is not None, "the demo library is part of the source tree"
    open_checker(CheckerOptions(home=home, demo_folder=folder)).close()
    return home
