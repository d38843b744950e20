"""What the file's metadata says of the programs that made it."""

from collections.abc import Iterator
from typing import Final

from app.evidence.context import CheckContext
from app.evidence.origin_witness import generator_code_that_counts
from app.model.evidence import Direction, Evidence
from app.model.origin import OriginFinding

# Official posters are made with studio programs too; publishers remove the name more often than fans do.
_EDITOR_STRENGTHS: Final = {"studio_editor": 0.25, "phone_editor": 1.0}


def check_metadata(context: CheckContext) -> Iterator[Evidence]:
    """A generator's own mark speaks for fan-made, an editor's name hardly, a screenshot for neither.

    Nothing said is nothing found: platforms strip metadata from official pictures as well.
    """
    yield from _of_generator("made_by_generator", context)
    yield from _of_generator("ai_source_type", context)
    yield from _of_generator("ai_composite_source_type", context)
    yield from _of_editors("edited_with", context)
    for finding in _told("screenshot", context):
        yield Evidence("screenshot", Direction.NEITHER, facts=dict(finding.facts))


def _told(code: str, context: CheckContext) -> list[OriginFinding]:
    return [finding for finding in context.origin.findings if finding.code == code]


def _of_generator(code: str, context: CheckContext) -> Iterator[Evidence]:
    """The first of the code that counts weighs; the others are named."""
    for place, finding in enumerate(_told(code, context)):
        counts = place == 0 and code == generator_code_that_counts(context)
        direction = Direction.FAN_MADE if counts else Direction.NEITHER
        yield Evidence(code, direction, 1.0 if counts else 0.0, facts=dict(finding.facts))


def _of_editors(code: str, context: CheckContext) -> Iterator[Evidence]:
    """Each is named, and the one that says most weighs."""
    editors = _told(code, context)
    strengths = [_EDITOR_STRENGTHS.get(finding.facts.get("kind", ""), 0.0) for finding in editors]
    heaviest = strengths.index(max(strengths)) if strengths else -1
    for place, (finding, strength) in enumerate(zip(editors, strengths, strict=True)):
        direction = Direction.FAN_MADE if place == heaviest else Direction.NEITHER
        yield Evidence(code, direction, strength if place == heaviest else 0.0, facts=dict(finding.facts))
