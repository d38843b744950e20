"""From content credentials to findings: whether they hold, what a model had to do with it, which editors are named."""

from collections.abc import Iterator

from app.model.origin import OriginFinding
from app.origin.content_credentials import Credentials
from app.origin.marks import MarkKind, NamedTool
from app.origin.source_type import SourceType

_WHERE = "content credentials"


def findings_of_credentials(credentials: Credentials) -> Iterator[OriginFinding]:
    """One finding of the credentials' state, and one of a model's part when there is one."""
    facts = {"signer": credentials.signer} if credentials.signer else {}
    yield OriginFinding(f"credentials_{credentials.state.value}", facts)
    lineage = credentials.lineage
    if lineage.source in (SourceType.AI, SourceType.COMPOSITE):
        code = "credentials_ai" if lineage.source is SourceType.AI else "credentials_composite"
        generators = [tool.shown for tool in lineage.tools if tool.kind is MarkKind.GENERATOR]
        yield OriginFinding(
            code,
            {
                "tool": generators[0] if generators else "",
                "inherited": "yes" if lineage.inherited else "no",
                "state": credentials.state.value,
            },
        )


def editors_of_credentials(credentials: Credentials) -> list[tuple[NamedTool, str]]:
    """The editors that the credentials name, with the place. Their generators are said by the finding of a model."""
    return [(tool, _WHERE) for tool in credentials.lineage.tools if tool.kind is not MarkKind.GENERATOR]
