"""What every check may look at."""

from dataclasses import dataclass

from app.model.comparison import Comparison
from app.model.reference import LibrarySummary
from app.model.report import Relation


@dataclass(frozen=True, slots=True, eq=False)
class RelatedReference:
    """A comparison and what it amounts to."""

    comparison: Comparison
    relation: Relation


@dataclass(frozen=True, slots=True, eq=False)
class CheckContext:
    """One picture under examination.

    related: every compared reference, best account first. relation: of the picture as a whole.
    same_file: ids of references whose file is the submitted file, byte for byte.
    """

    related: tuple[RelatedReference, ...]
    relation: Relation
    library: LibrarySummary
    same_file: frozenset[str]

    @property
    def best(self) -> RelatedReference | None:
        """The reference that accounts best for the picture, if any was found to have something to do with it."""
        return self.related[0] if self.related else None
