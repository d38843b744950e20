"""The catalogue as everybody else sees it: open it, ask it, add to it. The modules beside this one do the work."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.catalogue import looking
from app.catalogue.import_csv import RowDefaults, read_csv
from app.catalogue.import_tmdb import read_tmdb
from app.catalogue.import_top10 import read_top10
from app.catalogue.import_values import CatalogueImportSummary, ListedTitle, Progress, RefusedRow
from app.catalogue.looking import CatalogueInfo
from app.catalogue.poster_words import rule_words
from app.catalogue.ruling import rule_text
from app.catalogue.same_title import NameMatch, find_same_title
from app.catalogue.store import Store, read_version
from app.catalogue.view import View
from app.model.title import KnownTitle, TitleRuling
from app.model.words import PosterWords

__all__ = ["Catalogue", "CatalogueImportSummary", "CatalogueInfo", "NameMatch", "RefusedRow"]


class Catalogue:
    """Titles that exist, with a source and a date for every fact.

    Without a file in the home it holds the built-in list. Thread-safe, and several processes may have the same home
    open: each question sees the newest state. Any method may raise CatalogueError when the file or the disk fails.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, home: Path) -> Self:
        """The catalogue of a home, which need not be there; nothing is read or written before the first question."""
        return cls(Store(home))

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def version(self) -> int:
        """Grows with every change that any process commits; 0 until something is imported."""
        with self._store.reading() as connection:
            return read_version(connection)

    def rule(self, words: PosterWords, known_title: str = "") -> TitleRuling | None:
        """What to say of the title that a poster's words claim; None when no title was read.

        known_title: of the library's reference that the picture shows, with or without its year: "Red (2010)".
        """
        with self._store.reading() as connection:
            return rule_words(View(connection), words, known_title)

    def rule_text(self, title_text: str, known_title: str = "") -> TitleRuling | None:
        """The same for words alone: "PURPLE HEARTS 2", "PURPLEHEARTS2", "PURPIE HEARTS II"; None without any letter.

        A text that is only a number or a part ("2", "PART TWO") is taken to stand behind `known_title`.
        """
        with self._store.reading() as connection:
            return rule_text(View(connection), title_text, known_title)

    def same_title(self, one: str, other: str) -> NameMatch | None:
        """The title that both texts name, in one language or two; None when they name none, or different ones."""
        with self._store.reading() as connection:
            return find_same_title(View(connection), one, other)

    def search(self, text: str, limit: int = 20) -> list[KnownTitle]:
        """Titles with a name like the text, likest first; the text may end in a year: "Lola (1961)"."""
        with self._store.reading() as connection:
            return looking.find_titles(connection, text, limit)

    def info(self) -> CatalogueInfo:
        """Counts of what it holds."""
        imported = self._store.is_imported()
        with self._store.reading() as connection:
            return looking.read_info(connection, imported=imported)

    def add(self, titles: Iterable[KnownTitle]) -> CatalogueImportSummary:
        """Add titles, or what is newer of known ones; a bad one is refused, its line being its place from 1.

        A title without an id is the known one of the same kind, name and year; a source's own id goes before that.
        """
        return self._store.merge(ListedTitle(place, title) for place, title in enumerate(titles, start=1))

    def import_csv(self, path: Path, as_of: str = "", progress: Progress | None = None) -> CatalogueImportSummary:
        """Add the titles of a CSV list (columns in `import_csv.KNOWN_COLUMNS`); all of them or, on an error, none.

        as_of: ISO 8601 date for rows that have none; default: the day the file was last written. Raises:
        CatalogueFileInvalid.
        """
        return self._store.merge(read_csv(path, RowDefaults(path.name, as_of or day_of(path)), progress))

    def import_top10(self, path: Path, as_of: str = "", progress: Progress | None = None) -> CatalogueImportSummary:
        """Add the titles of a Netflix Top 10 list (TSV). as_of: for lists without weeks.

        Raises: CatalogueFileInvalid.
        """
        return self._store.merge(read_top10(path, as_of or day_of(path), progress))

    def import_tmdb(self, content: bytes | dict[str, Any] | list[Any], as_of: str) -> CatalogueImportSummary:
        """Add the films and series of an answer of TMDB. as_of: the day it was asked. Raises: CatalogueFileInvalid."""
        return self._store.merge(read_tmdb(content, as_of))


def day_of(path: Path) -> str:
    """When a file was last written; a list cannot know anything newer. Importers tell when it is not there."""
    try:
        written = path.stat().st_mtime
    except OSError:
        written = 0.0
    return datetime.fromtimestamp(written, UTC).date().isoformat()
