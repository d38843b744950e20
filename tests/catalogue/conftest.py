"""Catalogues for tests: the built-in one, and homes to import into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.model.title import KnownTitle, TitleKind, TitleName, TitleStatus


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def catalogue(home: Path) -> Iterator[Catalogue]:
    """The built-in list; a test may add to it."""
    with Catalogue.open(home) as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a list of titles into a file of that name."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def film(title: str, year: int | None = 2000, **facts: object) -> KnownTitle:
    """A film that was released, unless told otherwise. names: (language, name) pairs."""
    return _title(title, TitleKind.FILM, year, facts)


def series(title: str, seasons: int | None, year: int | None = 2000, **facts: object) -> KnownTitle:
    """A series with so many seasons."""
    return _title(title, TitleKind.SERIES, year, facts | {"seasons": seasons})


def _title(title: str, kind: TitleKind, year: int | None, facts: dict) -> KnownTitle:
    names = tuple(TitleName(name, language) for language, name in facts.pop("names", ()))
    given = {
        "id": "",
        "seasons": None,
        "status": TitleStatus.RELEASED,
        "source": "a test",
        "as_of": "2020-01-01",
    } | facts
    return KnownTitle(title=title, kind=kind, year=year, names=names, **given)
