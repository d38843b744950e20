"""One demo library for all tests of the web face, opened once; tests that break things take a copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.serving import altered_picture, make_settings, official_picture, ready_client


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo library, as the first start leaves it; not to be changed."""
    home: Path = tmp_path_factory.mktemp("filled")
    with ready_client(make_settings(home)):
        pass
    return home


@pytest.fixture
def home(filled_home: Path, tmp_path: Path) -> Path:
    """A copy of the demo library for one test."""
    return Path(shutil.copytree(filled_home, tmp_path / "home"))


@pytest.fixture(scope="session")
def client(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client for tests that only add checks."""
    home = shutil.copytree(filled_home, tmp_path_factory.mktemp("shared") / "home")
    with ready_client(make_settings(Path(home))) as client:
        yield client


@pytest.fixture(scope="session")
def official() -> bytes:
    """An official poster of the demo library."""
    return official_picture()


@pytest.fixture(scope="session")
def altered() -> bytes:
    """The same poster with a "2" added."""
    return altered_picture()
