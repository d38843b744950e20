"""How well a library covers a title: how many references, of what trust, in which languages, how old."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.schema import fingerprints, references
from app.library.titles import make_title_key
from app.model.reference import Label, ReferenceState

# With fewer official references of a title, a picture that matches none of them may still be official: a title has
# posters in several languages and versions.
FEWEST_OFFICIAL = 2
# After half a year without a look at the source, new artwork of a running title is likely to be missing.
OLDEST = timedelta(days=180)

_ACTIVE = references.c.state == ReferenceState.ACTIVE.value
_OFFICIAL = references.c.label == Label.OFFICIAL.value
# When somebody last looked at the source; for pictures added by hand, when they came.
_SEEN = func.coalesce(func.nullif(references.c.fetched_at, ""), references.c.added_at)
_OF_TITLE = select(references.c.label, references.c.tier, references.c.language, _SEEN.label("seen")).where(
    _ACTIVE, references.c.title_key == bindparam("title_key"), references.c.title_key != ""
)


@dataclass(frozen=True, slots=True)
class TitleCoverage:
    """Active references of one title. tiers, languages: how many official ones of each; "" where it is not known.

    count: known fakes too. oldest, newest: ISO 8601, when sources of the official ones were looked at; "" without any.
    """

    title: str
    count: int
    official: int
    tiers: dict[str, int]
    languages: dict[str, int]
    oldest: str
    newest: str

    @property
    def is_thin(self) -> bool:
        """Whether so few official references say little about a picture that matches none of them."""
        return self.official < FEWEST_OFFICIAL

    def is_old(self, now: datetime) -> bool:
        """Whether nobody has looked for new artwork for a long time. now: with a time zone."""
        newest = _read_time(self.newest)
        return newest is not None and now - newest > OLDEST


@dataclass(frozen=True, slots=True)
class LibraryCoverage:
    """Of all active references. titles: how many official ones have; thin, old: how many of these are so.

    untitled: official references without a title. outdated: references that no check finds, because their fingerprint
    is of another version. without_picture: those, in any state, that came in a pack, and cannot be laid over unless a
    preview came along.
    """

    titles: int
    thin: int
    old: int
    untitled: int
    tiers: dict[str, int]
    languages: dict[str, int]
    oldest: str
    newest: str
    outdated: int
    without_picture: int


def read_title_coverage(connection: Connection, title: str) -> TitleCoverage:
    """Of one title, give or take case, punctuation or a trailing year; by an index, so that every check may ask."""
    return _cover(title, connection.execute(_OF_TITLE, {"title_key": make_title_key(title)}).all())


def read_all_titles(connection: Connection) -> tuple[TitleCoverage, ...]:
    """Every title with an active reference, by name; the name is that of its first reference."""
    columns = (references.c.title_key, references.c.title, references.c.label, references.c.tier, references.c.language)
    found = select(*columns, _SEEN.label("seen")).where(_ACTIVE, references.c.title_key != "")
    rows: dict[str, list[Any]] = {}
    for row in connection.execute(found.order_by(references.c.key)):
        rows.setdefault(row.title_key, []).append(row)
    return tuple(_cover(rows[key][0].title, rows[key]) for key in sorted(rows))


def read_coverage(connection: Connection, now: datetime) -> LibraryCoverage:
    """now: with a time zone."""
    titles = [title for title in read_all_titles(connection) if title.official]
    columns = (
        references.c.label,
        references.c.tier,
        references.c.language,
        _SEEN.label("seen"),
        references.c.title_key,
    )
    rows = connection.execute(select(*columns).where(_ACTIVE, _OFFICIAL)).all()
    whole = _cover("", rows)
    current = select(fingerprints.c.reference_key).where(fingerprints.c.version == FINGERPRINT_VERSION)
    counted = select(func.count()).select_from(references).where(_ACTIVE)
    without = select(func.count()).select_from(references).where(references.c.extension == "")
    return LibraryCoverage(
        titles=len(titles),
        thin=sum(title.is_thin for title in titles),
        old=sum(title.is_old(now) for title in titles),
        untitled=sum(not row.title_key for row in rows),
        tiers=whole.tiers,
        languages=whole.languages,
        oldest=whole.oldest,
        newest=whole.newest,
        outdated=int(connection.scalar(counted.where(references.c.key.not_in(current))) or 0),
        without_picture=int(connection.scalar(without) or 0),
    )


def _cover(title: str, rows: Sequence[Any]) -> TitleCoverage:
    official = [row for row in rows if row.label == Label.OFFICIAL.value]
    times = sorted((time, row.seen) for row in official if (time := _read_time(row.seen)) is not None)
    return TitleCoverage(
        title=title,
        count=len(rows),
        official=len(official),
        tiers=_count(row.tier or "" for row in official),
        languages=_count(row.language for row in official),
        oldest=times[0][1] if times else "",
        newest=times[-1][1] if times else "",
    )


def _count(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _read_time(text: str) -> datetime | None:
    """A stored time; one without a zone is UTC, one that is none says nothing."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
