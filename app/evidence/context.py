"""What every check may look at."""

from dataclasses import dataclass, field

from app.library.coverage import TitleCoverage
from app.model.comparison import Comparison
from app.model.composite import CompositePart
from app.model.geometry import Box
from app.model.origin import Origin
from app.model.reference import LibrarySummary
from app.model.report import Relation
from app.model.title import TitleRuling
from app.model.words import PosterWords


@dataclass(frozen=True, slots=True, eq=False)
class RelatedReference:
    """A comparison and what it amounts to."""

    comparison: Comparison
    relation: Relation


@dataclass(frozen=True, slots=True, eq=False)
class CheckContext:
    """One picture under examination.

    related: every compared reference, best account first. relation: of the picture as a whole.
    same_file: ids of references whose file is the submitted file, byte for byte. origin: what the file and its finder
    say. words: read on the whole picture; None when nobody needed to. ruling: what the catalogue says of the title.
    coverage: how well the library holds the title in question; None where no title is known. beside: where a picture
    that the library does not know stands beside an official poster, and in_panels: the poster is one of the panels that
    the picture is laid out in; see look_beside for both.
    parts: of a composite, as split_composite tells them with the picture at hand; empty when nobody split it.
    """

    related: tuple[RelatedReference, ...]
    relation: Relation
    library: LibrarySummary
    same_file: frozenset[str]
    origin: Origin = field(default_factory=Origin)
    words: PosterWords | None = None
    ruling: TitleRuling | None = None
    parts: tuple[CompositePart, ...] = ()
    coverage: TitleCoverage | None = None
    beside: Box | None = None
    in_panels: bool = False

    @property
    def best(self) -> RelatedReference | None:
        """The reference that accounts best for the picture, if any was found to have something to do with it."""
        return self.related[0] if self.related else None

    @property
    def unmatched(self) -> bool:
        """Whether no reference is the picture's artwork; elements in common are none."""
        return self.relation in (Relation.NO_MATCH, Relation.SHARED_ELEMENTS)
