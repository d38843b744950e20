"""Walks all manifests of a content credential, from the newest back through its ingredients."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.origin.marks import MarkKind, NamedTool, find_tool
from app.origin.source_type import SourceType, read_source_type

_MOST_MANIFESTS: Final = 200
_MOST_NODES: Final = 50_000
_SOURCE_KEY: Final = "digitalsourcetype"
_AGENT_KEYS: Final = frozenset({"softwareAgent", "softwareAgents", "claim_generator", "claim_generator_info"})
_EDITORS: Final = frozenset({MarkKind.STUDIO_EDITOR, MarkKind.PHONE_EDITOR})


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the manifests say together.

    source: a model's part in the picture. inherited: only an earlier manifest says so. tools: programs named, newest
    manifest first.
    """

    source: SourceType = SourceType.NONE
    inherited: bool = False
    tools: tuple[NamedTool, ...] = ()


def read_lineage(store: Mapping[str, Any]) -> Lineage:
    """From the reader's report of one manifest store.

    A picture whose parent was made by a model is so too, whatever was done to it since; one that only contains such a
    picture is a composite. A manifest that nothing refers to counts as contained.
    """
    source, inherited = SourceType.NONE, False
    tools: dict[str, NamedTool] = {}
    for place, (manifest, is_parent) in enumerate(_walk(store)):
        said, named = _read_manifest(manifest)
        if not is_parent:
            said = min(said, SourceType.COMPOSITE)
        if said > source:
            source, inherited = said, place > 0
        for tool in named:
            if is_parent or tool.kind is MarkKind.GENERATOR:
                tools.setdefault(tool.tool, tool)
    return Lineage(source, inherited, tuple(tools.values()))


def _walk(store: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Every manifest once, the active one first, with whether only parents lead to it."""
    manifests = store.get("manifests")
    if not isinstance(manifests, Mapping):
        return
    waiting, seen = [(str(store.get("active_manifest")), True)], set[str]()
    while waiting and len(seen) < _MOST_MANIFESTS:
        label, is_parent = waiting.pop(0)
        manifest = manifests.get(label)
        if label in seen or not isinstance(manifest, Mapping):
            continue
        seen.add(label)
        yield manifest, is_parent
        ingredients = [item for item in manifest.get("ingredients") or [] if isinstance(item, Mapping)]
        # A parent's line is followed first, so that a manifest reached both ways counts as the parent that it is.
        ingredients.sort(key=_is_parent, reverse=True)
        waiting = [
            *((str(item.get("active_manifest")), is_parent and _is_parent(item)) for item in ingredients),
            *waiting,
        ]
    for label, manifest in list(manifests.items())[:_MOST_MANIFESTS]:
        if label not in seen and isinstance(manifest, Mapping):
            yield manifest, False


def _is_parent(ingredient: Mapping[str, Any]) -> bool:
    return ingredient.get("relationship") == "parentOf"


def _read_manifest(manifest: Mapping[str, Any]) -> tuple[SourceType, list[NamedTool]]:
    """The strongest source type and the programs of one manifest, its ingredients left out."""
    own = {key: value for key, value in manifest.items() if key != "ingredients"}
    source, tools = SourceType.NONE, []
    for key, value in _leaves(own):
        if key.rpartition(":")[2].lower() == _SOURCE_KEY:
            source = max(source, read_source_type(value))
        elif key in _AGENT_KEYS and (tool := find_tool(value.replace("_", " "))):
            tools.append(tool)
    if source is SourceType.NONE and any(tool.kind is MarkKind.GENERATOR for tool in tools):
        # A generator that signs without saying how: it made at least a part, and all of it if no editor is named.
        edited = any(tool.kind in _EDITORS for tool in tools)
        source = SourceType.COMPOSITE if edited else SourceType.AI
    return source, tools


def _leaves(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    """Every text inside with the name it stands under; `{"name": .., "version": ..}` stands under the outer name."""
    waiting: list[tuple[str, Any]] = [("", value)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        name, node = waiting.pop()
        if isinstance(node, str):
            yield name, node
        elif isinstance(node, list):
            waiting.extend((name, item) for item in node)
        elif isinstance(node, Mapping) and name in _AGENT_KEYS:
            yield name, f"{node.get('name', '')} {node.get('version', '')}"
        elif isinstance(node, Mapping):
            waiting.extend((str(key), item) for key, item in node.items())
