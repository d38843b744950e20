"""A local source, a library, and ways to sync the one into the other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.imaging.load import ImageLimits
from app.library.library import Library
from app.sources.addresses import AllowedHosts
from app.sources.client import ClientOptions
from app.sources.found import Source
from app.sources.pacing import Pace
from app.sources.summary import SyncOptions, SyncSummary
from app.sources.sync import make_run_name, sync
from tests.sources.source_server import SourceServer, running_source

CONTACT = "tests@example.org"


@pytest.fixture
def server() -> Iterator[SourceServer]:
    with running_source() as running:
        yield running


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as opened:
        yield opened


def options_for(*servers: SourceServer, **changes: Any) -> ClientOptions:
    """A fast client that may ask these servers and no other."""
    values: dict[str, Any] = {
        "contact": CONTACT,
        "version": "0.0",
        "allowed": AllowedHosts((), frozenset(("127.0.0.1", one.port) for one in servers), private=True),
        "pace": Pace(1000, 1000, first_wait=0.02, longest_wait=2.0),
        "seconds": 5.0,
        "idle_seconds": 1.0,
    }
    return ClientOptions(**(values | changes))


@pytest.fixture
def run(library: Library, server: SourceServer) -> Callable[..., SyncSummary]:
    """Sync a source from the server into the library, in this process."""

    def run_once(source: Source, *, limit: int | None = None, refresh: bool = False, **client: Any) -> SyncSummary:
        options = SyncOptions(
            make_run_name(source, limit), limit, jobs=1, refresh=refresh, limits=ImageLimits(max_bytes=2**20)
        )
        return sync(library, source, options_for(server, **client), options)

    return run_once
