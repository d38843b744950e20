"""What the lettering itself says of who made the picture: "fan made", "concept poster", "edit by"."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.words import Claim, ClaimKind


def check_said_in_words(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for fan-made, once. Lettering in a script that the reader does not know is mentioned."""
    said = next((claim for claim in _claims(context) if claim.kind is ClaimKind.FAN_MADE), None)
    if said is not None:
        yield Evidence(code="says_fan_made", direction=Direction.FAN_MADE, facts={"words": said.text}, region=said.box)
    if context.words is not None and context.words.unreadable:
        yield Evidence(code="words_unreadable", direction=Direction.NEITHER)


def _claims(context: CheckContext) -> Iterator[Claim]:
    if context.words is not None:
        yield from context.words.claims
    best = context.best
    for region in best.comparison.regions if best else ():
        if region.read is not None:
            yield from region.read.words.added
