"""One client for most tests of the web face; tests that break things take a copy of the demo library."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.serving import altered_picture, composite_picture, make_settings, official_picture, ready_client


@pytest.fixture
def home(demo_home: Path, tmp_path: Path) -> Path:
    """A copy of the demo library for one test."""
    return Path(shutil.copytree(demo_home, tmp_path / "home"))


@pytest.fixture(scope="session")
def client(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client for tests that only add checks."""
    home = shutil.copytree(demo_home, tmp_path_factory.mktemp("shared") / "home")
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


@pytest.fixture(scope="session")
def composite() -> bytes:
    """Two halves of two official posters of the demo library."""
    return composite_picture()
