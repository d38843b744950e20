"""What a synchronisation has still to do: its places, its pictures and what became of them, in a file of its own.

Written after the library's own commit, never before: a process killed in between finds a picture in the library that
is still on the list, and strikes it off without fetching it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from app.library.database import Database
from app.model.reference import Kind, Label, Tier
from app.sources.cache import days_ago, now_text
from app.sources.found import FoundPicture

# A run that was stopped longer ago than this is begun anew: what it found then says little today.
RESUME_DAYS = 7
_VERSION = 1
_PAGE = 200

_metadata = MetaData()
_runs = Table(
    "runs",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("finished_at", String, nullable=False),
    # The library's highest key when the run began: what comes after is new.
    Column("first_key", Integer, nullable=False),
    sqlite_autoincrement=True,
)
_places = Table(
    "places",
    _metadata,
    Column("run", Integer, primary_key=True),
    Column("place", String, primary_key=True),
    Column("reason", String, nullable=False),
    Column("text", String, nullable=False),
)
_pictures = Table(
    "pictures",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, nullable=False),
    Column("key", String, nullable=False),
    Column("found", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("text", String, nullable=False),
    Index("pictures_run_key", "run", "key", unique=True),
    Index("pictures_run_outcome", "run", "outcome"),
    sqlite_autoincrement=True,
)


class Outcome(StrEnum):
    """What became of a picture. ANOTHER_PLACE: a picture of this run, found at one more address."""

    WAITING = ""
    NEW = "new"
    UNCHANGED = "unchanged"
    ANOTHER_PLACE = "another_place"
    GONE = "gone"
    REFUSED = "refused"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A place or a picture that was not taken. reason: a code; `UnreadableImage` codes among them."""

    address: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """One synchronisation. resumed: it was begun by a process that did not finish it. previous: the finished one."""

    id: int
    started_at: str
    first_key: int
    resumed: bool
    previous: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A picture on the list."""

    id: int
    found: FoundPicture


class WorkList:
    """The file of all runs. Raises, in every method: LibraryError."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self._database.switch_to_wal()
        with self._database.writing() as connection:
            # Only a list of things to do: one of another version is begun anew.
            if connection.scalar(text("PRAGMA user_version")) != _VERSION:
                _metadata.drop_all(connection)
                connection.execute(text(f"PRAGMA user_version = {_VERSION}"))
            _metadata.create_all(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def begin(self, name: str, first_key: int) -> Run:
        """Go on with the unfinished run of this name, or begin one. first_key: the library's highest key now."""
        with self._database.writing() as connection:
            of_name = select(_runs).where(_runs.c.name == name).order_by(_runs.c.id.desc())
            done = connection.execute(of_name.where(_runs.c.finished_at != "")).first()
            open_run = connection.execute(of_name.where(_runs.c.finished_at == "")).first()
            previous = None if done is None else int(done.id)
            if open_run is not None and open_run.started_at >= days_ago(RESUME_DAYS):
                return Run(open_run.id, open_run.started_at, open_run.first_key, True, previous)
            old = select(_runs.c.id).where(_runs.c.name == name, _runs.c.id != (previous or 0))
            for table in (_places, _pictures):
                connection.execute(delete(table).where(table.c.run.in_(old)))
            connection.execute(delete(_runs).where(_runs.c.name == name, _runs.c.id != (previous or 0)))
            started = now_text()
            values = {"name": name, "started_at": started, "finished_at": "", "first_key": first_key}
            key = connection.scalar(insert(_runs).values(**values).returning(_runs.c.id))
        return Run(int(key or 0), started, first_key, False, previous)

    def finish(self, run: Run) -> None:
        """Nothing is left to do."""
        with self._database.writing() as connection:
            connection.execute(update(_runs).where(_runs.c.id == run.id).values(finished_at=now_text()))

    def is_done(self, run: Run, place: str) -> bool:
        """Whether a place was looked at."""
        found = select(_places.c.run).where(_places.c.run == run.id, _places.c.place == place)
        with self._database.reading() as connection:
            return connection.scalar(found) is not None

    def put_place(
        self, run: Run, place: str, pictures: Iterable[FoundPicture] = (), refusal: Refusal | None = None
    ) -> int:
        """Note a place that was looked at together with its pictures; how many of them were not on the list yet."""
        added = 0
        with self._database.writing() as connection:
            for found in pictures:
                row = {"run": run.id, "key": found.key, "found": _write(found)}
                empty = dict.fromkeys(("outcome", "sha256", "reason", "text"), "")
                statement = insert_or_ignore(_pictures).values(**row, **empty)
                done = connection.execute(statement.on_conflict_do_nothing(index_elements=["run", "key"]))
                added += done.rowcount
            told = {"reason": refusal.reason, "text": refusal.text} if refusal else {"reason": "", "text": ""}
            values = {"run": run.id, "place": place, **told}
            connection.execute(insert_or_ignore(_places).values(**values).on_conflict_do_nothing())
        return added

    def waiting(self, run: Run, after: int) -> Iterator[Item]:
        """Pictures that nothing became of yet, in the order they were found, after the one with that id."""
        while True:
            found = (
                select(_pictures.c.id, _pictures.c.found)
                .where(_pictures.c.run == run.id, _pictures.c.outcome == Outcome.WAITING.value, _pictures.c.id > after)
                .order_by(_pictures.c.id)
            )
            with self._database.reading() as connection:
                rows = connection.execute(found.limit(_PAGE)).all()
            if not rows:
                return
            for row in rows:
                after = row.id
                yield Item(row.id, _read(row.found))

    def get(self, item_id: int) -> FoundPicture:
        """A picture by its id, which must be on the list."""
        with self._database.reading() as connection:
            return _read(str(connection.scalar(select(_pictures.c.found).where(_pictures.c.id == item_id))))

    def settle(self, item_id: int, outcome: Outcome, sha256: str = "", refusal: Refusal | None = None) -> None:
        """Strike a picture off."""
        values = {"outcome": outcome.value, "sha256": sha256}
        if refusal is not None:
            values |= {"reason": refusal.reason, "text": refusal.text}
        with self._database.writing() as connection:
            connection.execute(update(_pictures).where(_pictures.c.id == item_id).values(**values))

    def has_new(self, run: Run, sha256: str) -> bool:
        """Whether a picture with these bytes was counted as new in this run."""
        found = select(_pictures.c.id).where(
            _pictures.c.run == run.id, _pictures.c.sha256 == sha256, _pictures.c.outcome == Outcome.NEW.value
        )
        with self._database.reading() as connection:
            return connection.scalar(found.limit(1)) is not None

    def count(self, run: Run) -> dict[Outcome, int]:
        """How many pictures of each outcome."""
        found = select(_pictures.c.outcome, func.count()).where(_pictures.c.run == run.id).group_by(_pictures.c.outcome)
        with self._database.reading() as connection:
            return {Outcome(row[0]): int(row[1]) for row in connection.execute(found)}

    def refusals(self, run: Run) -> tuple[Refusal, ...]:
        """Places, then pictures."""
        places = select(_places).where(_places.c.run == run.id, _places.c.reason != "").order_by(_places.c.place)
        refused = _pictures.c.outcome == Outcome.REFUSED.value
        pictures = select(_pictures).where(_pictures.c.run == run.id, refused).order_by(_pictures.c.id)
        with self._database.reading() as connection:
            told = [Refusal(row.place, row.reason, row.text) for row in connection.execute(places)]
            for row in connection.execute(pictures):
                found = _read(row.found)
                told.append(Refusal(found.url or found.path, row.reason, row.text))
        return tuple(told)

    def keys(self, run_id: int) -> tuple[str, ...]:
        """The pictures of a run, by key."""
        with self._database.reading() as connection:
            return tuple(connection.scalars(select(_pictures.c.key).where(_pictures.c.run == run_id)))


def _write(found: FoundPicture) -> str:
    return json.dumps(asdict(found), ensure_ascii=True)


def _read(text: str) -> FoundPicture:
    values: dict[str, Any] = json.loads(text)
    values["label"] = Label(values["label"])
    values["kind"] = Kind(values["kind"]) if values["kind"] else None
    values["tier"] = Tier(values["tier"]) if values["tier"] else None
    return FoundPicture(**values)
