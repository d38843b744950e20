"""Where the user says that the picture was found: it supports, and never proves."""

from collections.abc import Iterator
from typing import Final

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.origin import OriginFinding

# People of the cast pass on what fans made, too.
_STRENGTH_OF_PERSON: Final = 0.7
# Platforms find a post by its number and take any account's name in front of it.
_STRENGTH_OF_POST: Final = 0.5


def check_found_where(context: CheckContext) -> Iterator[Evidence]:
    """One finding at most, and none when the user named no place."""
    yield from _of_place("found_official", Direction.OFFICIAL, context)
    yield from _of_place("found_trade_paper", Direction.OFFICIAL, context)
    yield from _of_place("found_fan_site", Direction.FAN_MADE, context)
    yield from _of_place("found_lookalike", Direction.FAN_MADE, context)
    yield from _of_place("found_elsewhere", Direction.NEITHER, context)
    yield from _of_place("source_url_invalid", Direction.NEITHER, context)


def _of_place(code: str, direction: Direction, context: CheckContext) -> Iterator[Evidence]:
    for finding in context.origin.findings:
        if finding.code == code:
            yield Evidence(code, direction, _strength(finding), facts=dict(finding.facts))


def _strength(finding: OriginFinding) -> float:
    strength = 1.0
    if finding.facts.get("by", "publisher") != "publisher":
        strength *= _STRENGTH_OF_PERSON
    if finding.facts.get("post") == "yes":
        strength *= _STRENGTH_OF_POST
    return strength
