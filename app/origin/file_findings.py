"""From what a file says of itself to findings: a generator, a source type, an editor, a screenshot."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.model.origin import OriginFinding
from app.origin.generators import find_generator
from app.origin.marks import MarkKind, NamedTool, find_tool
from app.origin.sayings import Saying
from app.origin.source_type import SourceType, read_source_type

# Fields in which a program names itself. A description is none: people write there what a picture shows.
_PROGRAM_KEYS: Final = frozenset(
    {
        "software",
        "creatortool",
        "creator tool",
        "softwareagent",
        "originatingprogram",
        "aisystemused",
        "generator",
    }
)
# Fields that name people and agencies too: only a generator's name counts there.
_CREDIT_KEYS: Final = frozenset({"credit", "source"})
_MOST_NAMED: Final = 4
_SOURCE_TYPES: Final = {SourceType.AI: "ai_source_type", SourceType.COMPOSITE: "ai_composite_source_type"}


def name_tools(sayings: Iterable[Saying]) -> list[tuple[NamedTool, str]]:
    """Each program once, with the place that names it, in the order found; a reading with a version is preferred."""
    tools: dict[str, tuple[NamedTool, str]] = {}
    for saying in sayings:
        named = _tool_of(saying)
        if named and (named.tool not in tools or (named.version and not tools[named.tool][0].version)):
            tools[named.tool] = (named, saying.where)
    return list(tools.values())


def _tool_of(saying: Saying) -> NamedTool | None:
    found = find_generator(saying)
    if found is None and saying.key in _PROGRAM_KEYS | _CREDIT_KEYS:
        found = find_tool(saying.text)
        if found and saying.key in _CREDIT_KEYS and found.kind is not MarkKind.GENERATOR:
            found = None
    elif found is None and saying.key == "usercomment" and saying.text.strip().lower() == "screenshot":
        found = find_tool("screenshot")
    return found


def findings_of_tools(tools: Iterable[tuple[NamedTool, str]]) -> Iterator[OriginFinding]:
    """At most four generators and editors each, and one screenshot."""
    by_code: dict[str, list[OriginFinding]] = {"made_by_generator": [], "edited_with": [], "screenshot": []}
    for named, where in tools:
        facts = {"tool": named.shown, "where": where}
        if named.kind is MarkKind.GENERATOR:
            by_code["made_by_generator"].append(OriginFinding("made_by_generator", facts))
        elif named.kind is MarkKind.SCREENSHOT:
            by_code["screenshot"].append(OriginFinding("screenshot", facts))
        else:
            facts["kind"] = named.kind.value
            by_code["edited_with"].append(OriginFinding("edited_with", facts))
    yield from by_code["made_by_generator"][:_MOST_NAMED]
    yield from by_code["edited_with"][:_MOST_NAMED]
    yield from by_code["screenshot"][:1]


def findings_of_source_type(sayings: Iterable[Saying]) -> Iterator[OriginFinding]:
    """The strongest thing that the file's digital source types say of a model or a screen."""
    said = [(read_source_type(saying.text), saying.where) for saying in sayings if saying.key == "digitalsourcetype"]
    kind, where = max(said, default=(SourceType.NONE, ""), key=lambda item: item[0])
    if kind in _SOURCE_TYPES:
        yield OriginFinding(_SOURCE_TYPES[kind], {"where": where})
    elif kind is SourceType.SCREEN:
        yield OriginFinding("screenshot", {"tool": "", "where": where})
