"""The way in: sets a synchronisation up (lock, cache, work list, client), runs it, or only says what it would do."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import FetchFailed, SourceUnavailable
from app.library.file_lock import try_file_lock
from app.library.library import Library
from app.sources.cache import AnswerCache, now_text
from app.sources.client import NO_NETWORK, ClientOptions, PoliteClient
from app.sources.fetcher import Fetcher
from app.sources.found import Source
from app.sources.make_reference import find_original, hash_file
from app.sources.run import SyncRun
from app.sources.summary import PlannedPicture, SyncOptions, SyncPlan, SyncProgress, SyncSummary
from app.sources.work import Refusal, WorkList

__all__ = [
    "NO_NETWORK",
    "ClientOptions",
    "SyncOptions",
    "SyncPlan",
    "SyncProgress",
    "SyncSummary",
    "make_run_name",
    "plan_sync",
    "sync",
]

FOLDER = "sources"


@dataclass(frozen=True, slots=True)
class _Workshop:
    cache: AnswerCache
    client: PoliteClient
    folder: Path


def sync(
    library: Library,
    source: Source,
    client: ClientOptions,
    options: SyncOptions,
    progress: Callable[[SyncProgress], None] | None = None,
) -> SyncSummary:
    """Bring the library up to date with a source; goes on where an earlier one of the same name was stopped.

    Raises: SourceUnavailable (no access, or another synchronisation of this library is under way), WrongUse (no
    contact), LibraryError, OSError. What was done before stays.
    """
    with _workshop(library, client) as shop:
        shop.cache.tidy()
        work = WorkList(shop.folder / "work.sqlite3")
        try:
            run = work.begin(options.name, library.last_key())
            fetcher = Fetcher(shop.client, shop.cache, run.started_at, lambda sha256: _holds(library, sha256))
            return SyncRun(library, work, run, fetcher, source, options).run(progress)
        finally:
            work.close()


def plan_sync(library: Library, source: Source, client: ClientOptions, options: SyncOptions) -> SyncPlan:
    """What `sync` would take: pages and listings are fetched, no picture is, and the library stays as it is.

    Raises: as `sync`.
    """
    pictures: list[PlannedPicture] = []
    refused: list[Refusal] = []
    seen: set[str] = set()
    with _workshop(library, client) as shop:
        fetcher = Fetcher(shop.client, shop.cache, now_text(), lambda sha256: _holds(library, sha256))
        try:
            for place in source.places(fetcher):
                try:
                    found = source.look(fetcher, place).pictures
                except FetchFailed as failure:
                    refused.append(Refusal(place, failure.reason, str(failure)))
                    continue
                for one in found:
                    if one.key not in seen:
                        seen.add(one.key)
                        kept = _holds_file(library, one.file) if one.file else fetcher.is_kept(one.key)
                        pictures.append(PlannedPicture(one, kept))
                if options.limit is not None and len(pictures) >= options.limit:
                    break
        except FetchFailed as failure:
            refused.append(Refusal(source.name, failure.reason, str(failure)))
    return SyncPlan(tuple(pictures[: options.limit]), tuple(refused))


def make_run_name(source: Source, limit: int | None) -> str:
    """What tells this synchronisation from others: the source, all that was asked of it, and how much."""
    # A source is a frozen value whose repr leaves out secrets.
    asked = hashlib.sha256(f"{source!r} {limit}".encode("utf-8", "backslashreplace")).hexdigest()
    return f"{source.name} {asked[:16]}"


@contextmanager
def _workshop(library: Library, options: ClientOptions) -> Iterator[_Workshop]:
    folder = library.home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with PoliteClient(options) as client, try_file_lock(folder / "sync.lock") as mine:
        if not mine:
            raise SourceUnavailable(f"Another synchronisation of {library.home} is under way; wait for it to end.")
        yield _Workshop(AnswerCache(folder / "cache"), client, folder)


def _holds(library: Library, sha256: str) -> bool:
    return find_original(library, sha256) is not None


def _holds_file(library: Library, path: str) -> bool:
    try:
        return _holds(library, hash_file(path))
    except OSError:
        return False
