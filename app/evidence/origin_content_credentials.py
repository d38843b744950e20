"""What the file's content credentials say, and whether they hold."""

from collections.abc import Iterator
from typing import Final

from app.evidence.context import CheckContext
from app.evidence.origin_witness import generator_code_that_counts
from app.model.evidence import Direction, Evidence

# Who would claim a generator falsely? Still, credentials that do not hold say less.
_STRENGTH_IF_BROKEN: Final = 0.7
_BROKEN: Final = frozenset({"altered", "invalid"})


def check_content_credentials(context: CheckContext) -> Iterator[Evidence]:
    """An official signer speaks for official, a generator and a file changed after signing for fan-made.

    A trusted signer is known by name, no more; an untrusted one could be anybody.
    """
    yield from _of_state("credentials_official", Direction.OFFICIAL, context)
    yield from _of_state("credentials_trusted", Direction.NEITHER, context)
    yield from _of_state("credentials_valid_untrusted", Direction.NEITHER, context)
    yield from _of_state("credentials_altered", Direction.FAN_MADE, context)
    yield from _of_state("credentials_invalid", Direction.NEITHER, context)
    yield from _of_state("credentials_unreadable", Direction.NEITHER, context)
    yield from _of_generator("credentials_ai", context)
    yield from _of_generator("credentials_composite", context)


def _of_state(code: str, direction: Direction, context: CheckContext) -> Iterator[Evidence]:
    for finding in context.origin.findings:
        if finding.code == code:
            yield Evidence(code, direction, facts=dict(finding.facts))


def _of_generator(code: str, context: CheckContext) -> Iterator[Evidence]:
    for finding in context.origin.findings:
        if finding.code == code and code == generator_code_that_counts(context):
            strength = _STRENGTH_IF_BROKEN if finding.facts.get("state") in _BROKEN else 1.0
            yield Evidence(code, Direction.FAN_MADE, strength, facts=dict(finding.facts))
        elif finding.code == code:
            yield Evidence(code, Direction.NEITHER, 0.0, facts=dict(finding.facts))
