"""Words read on a poster, and what they claim."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.geometry import Box


class ClaimKind(StrEnum):
    """What a piece of lettering says."""

    SEQUEL = "sequel"
    SEASON = "season"
    DATE = "date"
    NETWORK = "network"
    HANDLE = "handle"
    FAN_MADE = "fan_made"
    TEASER = "teaser"
    CREDITS = "credits"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as it was read. text: NFKC, inner spaces single. box: in pixels of the picture read. score: 0..1."""

    text: str
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """Something a line says. text: the words that say it, as read. number: sequel number, season or year, where one.

    box: of the line, in pixels of the picture read.
    """

    kind: ClaimKind
    text: str
    number: int | None
    box: Box


@dataclass(frozen=True, slots=True)
class PosterWords:
    """Everything read on one picture.

    lines: top to bottom. title: the words that seem to be the title, sequel mark included; empty when none stands out.
    claims: what the lines say, in their order. unreadable: there is lettering, but in a script the reader does not know
    or too small for it.
    """

    lines: tuple[TextLine, ...]
    title: str
    claims: tuple[Claim, ...]
    unreadable: bool


class WordsChange(StrEnum):
    """How the words of one place differ between the reference and the submitted picture."""

    NONE_READ = "none_read"
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"

    @property
    def came(self) -> bool:
        """Whether there are words now that were not there before."""
        return self in (WordsChange.ADDED, WordsChange.REPLACED)


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Words of one changed place.

    before, after: the whole lines that touch it, joined by spaces; empty when none. added: claims only in `after`.
    large: the line of `before` that is as tall as titles alone are; empty when none is, or nobody asked. sureness: how
    surely the least surely read line of `after` was read, 0..1.
    """

    change: WordsChange
    before: str
    after: str
    added: tuple[Claim, ...]
    large: str = ""
    sureness: float = 1.0
