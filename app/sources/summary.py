"""What a synchronisation is asked to do, and what it tells in the end."""

from dataclasses import dataclass, field

from app.imaging.load import ImageLimits
from app.sources.found import FoundPicture
from app.sources.work import Refusal


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """name: of this synchronisation; what has the same name is resumed. limit: at most so many pictures; None: all.

    jobs: processes that measure pictures. refresh: ask for every picture whether it changed. limits: of each picture.
    """

    name: str
    limit: int | None = None
    jobs: int | None = None
    refresh: bool = False
    limits: ImageLimits = field(default_factory=ImageLimits)


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """done: pictures settled, in whatever way; found: pictures on the list so far. place: looked at last."""

    done: int
    found: int
    place: str


@dataclass(frozen=True, slots=True)
class SyncSummary:
    """What became of the pictures of a run, its earlier parts included if it was resumed.

    new, unchanged: references added, and known before. another_place: pictures of this run found at one more address.
    gone: withdrawn by their source, now with a tombstone. expired: ids of references deleted because their time was
    over. refused: not taken. left: not tried because a host did not answer any more; the next run goes on with them.
    conflicts: pictures that wait for a moderator because they are listed as official and as known fakes.
    """

    resumed: bool
    new: int
    unchanged: int
    another_place: int
    gone: int
    expired: tuple[str, ...]
    refused: tuple[Refusal, ...]
    left: int
    conflicts: int

    @property
    def complete(self) -> bool:
        """Whether everything that was found was taken."""
        return not self.refused and not self.left


@dataclass(frozen=True, slots=True)
class PlannedPicture:
    """One line of a dry run. kept: it would not be fetched, as it is here already."""

    found: FoundPicture
    kept: bool


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """What a run would do."""

    pictures: tuple[PlannedPicture, ...]
    refused: tuple[Refusal, ...]
