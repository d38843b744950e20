"""`postercheck library list` and `info`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.common import HomeOption, open_library_of, say, show
from app.cli.library.coverage import COUNTS, library_facts, tell_counts, title_lines
from app.errors import WrongUse

if TYPE_CHECKING:
    from app.library.library import Library
    from app.library.query import ReferenceQuery
    from app.model.reference import Reference

_PAGE = 500

JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


def list_references(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only references with all these words.")] = "",
    label: Annotated[Literal["official", "known_fake"] | None, typer.Option(help="Only with this label.")] = None,
    state: Annotated[Literal["active", "disabled", "gone"] | None, typer.Option(help="Only in this state.")] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """List references, oldest first: id, label, state, title, path, separated by tabs."""
    from app.library.query import ReferenceQuery
    from app.model.reference import Label, ReferenceState

    query = ReferenceQuery(
        text=text,
        label=Label(label) if label else None,
        state=ReferenceState(state) if state else None,
        limit=_PAGE,
    )
    shown = 0
    with open_library_of(context) as library:
        for reference in _all_pages(library, query):
            show(_as_json(reference) if as_json else _as_line(reference))
            shown += 1
    say(f"{shown} reference{'' if shown == 1 else 's'}.")


def info(
    context: typer.Context,
    reference_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One reference.")] = None,
    titles: Annotated[
        bool, typer.Option("--titles", help="A line a title: its official references, fakes, tiers, languages, age.")
    ] = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """How much the library holds, and how well it covers its titles; with ID, everything known of one reference."""
    if titles and reference_id is not None:
        raise WrongUse("--titles is about the library as a whole: leave out the ID.")
    with open_library_of(context) as library:
        if titles:
            show("".join(title_lines(library.coverage()[1], as_json=as_json)))
            return
        facts = library_facts(library) if reference_id is None else dataclasses.asdict(library.get(reference_id))
    if as_json:
        show(json.dumps(facts, ensure_ascii=False) + "\n")
    else:
        show("".join(_fact_lines(facts)))


def _all_pages(library: Library, query: ReferenceQuery) -> Iterator[Reference]:
    while True:
        page = library.references(query)
        yield from page.items
        if page.next_cursor is None:
            return
        query = dataclasses.replace(query, cursor=page.next_cursor)


def _as_json(reference: Reference) -> str:
    return json.dumps(dataclasses.asdict(reference), ensure_ascii=False) + "\n"


def _as_line(reference: Reference) -> str:
    from app.reports.harmless import harmless

    cells = (reference.id, reference.label, reference.state, reference.title, reference.provenance.path)
    return "\t".join(harmless(cell) for cell in cells) + "\n"


def _fact_lines(facts: dict[str, object]) -> Iterator[str]:
    from app.reports.harmless import harmless

    for name, fact in facts.items():
        if name in COUNTS and isinstance(fact, dict):
            yield f"{name + ':':<16} {harmless(tell_counts(fact))}\n"
        elif isinstance(fact, dict):
            yield from _fact_lines(fact)
        elif fact not in (None, ""):
            words = {True: "yes", False: "no"}[fact] if isinstance(fact, bool) else harmless(str(fact))
            yield f"{name.replace('_', ' ') + ':':<16} {words}\n"
