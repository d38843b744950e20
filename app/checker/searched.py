"""What a search works with, and a candidate compared with its help."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.compare.compare import ComparedReference, compare
from app.compare.submitted import SubmittedPicture
from app.errors import PictureMissing
from app.index.contract import Index
from app.index.find_candidates import Candidate
from app.library.library import Library
from app.model.comparison import Comparison
from app.model.poster_image import Pixels
from app.model.reference import Reference
from app.model.report import FoundBy


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """What a search works with. references: the active ones by key, as the index knows them.

    never: ids of references that a moderator has ruled out for this picture.
    """

    library: Library
    index: Index
    references: Mapping[int, Reference]
    never: frozenset[str] = frozenset()

    def usable(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Those that may be compared."""
        known = ((candidate, self.references.get(candidate.key)) for candidate in candidates)
        return [candidate for candidate, reference in known if reference is not None and reference.id not in self.never]


def compare_candidate(submitted: SubmittedPicture, candidate: Candidate, where: Searched) -> Comparison:
    """Compare by key points."""
    compared = compared_reference(candidate, where, submitted)
    return compare(submitted, compared, where.library.fingerprint(compared.reference.id).local_features)


def compared_reference(candidate: Candidate, where: Searched, submitted: SubmittedPicture) -> ComparedReference:
    """With the reference's pixels; of one that came without a picture, only the very same file tells them."""
    reference = where.references[candidate.key]
    pixels: Pixels | None = None
    try:
        pixels = where.library.rendition(reference.id)
    except PictureMissing:
        if FoundBy.SAME_FILE in candidate.found_by:
            pixels = submitted.image.pixels
    return ComparedReference(
        reference, pixels, candidate.found_by, candidate.hash_distance, mirrored=candidate.mirrored
    )
