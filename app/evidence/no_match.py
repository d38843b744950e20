"""Nothing in the library accounts for the picture."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.comparison import PICTURE_MISSING
from app.model.evidence import Direction, Evidence
from app.model.report import Relation


def check_no_match(context: CheckContext) -> Iterator[Evidence]:
    """Leans fan-made, weakly: the library never holds everything. Shared logos and lettering say nothing."""
    library = context.library
    if context.relation is Relation.SHARED_ELEMENTS and context.best is not None:
        reference = context.best.comparison.reference
        fingerprint_only = context.best.comparison.failure == PICTURE_MISSING
        yield Evidence(
            code="known_by_fingerprint" if fingerprint_only else "shared_elements",
            direction=Direction.NEITHER,
            facts={"title": reference.title},
            reference_id=reference.id,
        )
    if context.unmatched:
        yield Evidence(
            code="not_in_library",
            direction=Direction.FAN_MADE,
            facts={
                "references": f"{library.references:,}",
                "of_this_title": "" if library.of_this_title is None else str(library.of_this_title),
            },
        )
