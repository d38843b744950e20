"""The one list of checks."""

from collections.abc import Callable, Iterator

from app.evidence.changed_places import check_changed_places
from app.evidence.claimed_title import check_claimed_title
from app.evidence.composite import check_composite
from app.evidence.context import CheckContext
from app.evidence.known_fake import check_known_fake
from app.evidence.no_match import check_no_match
from app.evidence.origin_content_credentials import check_content_credentials
from app.evidence.origin_found_where import check_found_where
from app.evidence.origin_metadata import check_metadata
from app.evidence.said_in_words import check_said_in_words
from app.evidence.same_artwork import check_same_artwork
from app.model.evidence import Evidence

Check = Callable[[CheckContext], Iterator[Evidence]]

CHECKS: tuple[Check, ...] = (
    check_same_artwork,
    check_changed_places,
    check_composite,
    check_known_fake,
    check_no_match,
    check_claimed_title,
    check_said_in_words,
    check_metadata,
    check_content_credentials,
    check_found_where,
)


def gather(context: CheckContext) -> list[Evidence]:
    """Run every check."""
    return [evidence for check in CHECKS for evidence in check(context)]
