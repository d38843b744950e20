"""What an import is given besides its pictures, and what it tells: its options, its progress and its summary."""

from dataclasses import dataclass, field

from app.imaging.load import ImageLimits


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """jobs: worker processes; None: one for each processor. limits: of each picture."""

    jobs: int | None = None
    limits: ImageLimits = field(default_factory=ImageLimits)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """done: items settled in whatever way. total: None when they cannot be counted. path: of the last one settled."""

    done: int
    total: int | None
    path: str


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """An item that was left out. line: in its manifest. code: stable; `UnreadableImage` codes among them."""

    path: str
    line: int | None
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of the items; the three counts and the problems add up to all of them.

    updated: known, but described differently now, or measured by an older version. unchanged: the same file and label.
    """

    added: int
    updated: int
    unchanged: int
    problems: tuple[ImportProblem, ...]
