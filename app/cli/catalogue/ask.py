"""`postercheck catalogue search`, `info` and `claim`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.common import HomeOption, say, settings_of, show

if TYPE_CHECKING:
    from app.model.title import KnownTitle, TitleRuling

JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help='A name, also with its year: "Lola (1961)".')],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 20,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Titles with a name like the text, likest first: title, kind, status, seasons, date, source, separated by tabs."""
    from app.catalogue.catalogue import Catalogue

    with Catalogue.open(settings_of(context).home) as catalogue:
        found = catalogue.search(text, limit)
    for title in found:
        show(json.dumps(dataclasses.asdict(title), ensure_ascii=False) + "\n" if as_json else _as_line(title))
    say(f"{len(found)} title{'' if len(found) == 1 else 's'}.")


def info(context: typer.Context, as_json: JsonOption = False, home: HomeOption = None) -> None:
    """How much the catalogue holds, from whom, and how old it is."""
    from app.catalogue.catalogue import Catalogue

    place = settings_of(context).home
    with Catalogue.open(place) as catalogue:
        facts = {"home": str(place)} | dataclasses.asdict(catalogue.info())
    show(json.dumps(facts, ensure_ascii=False) + "\n" if as_json else "".join(_fact_lines(facts)))


def claim(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A title as it stands on a poster.")],
    title: Annotated[str, typer.Option(metavar="TEXT", help="The title of the artwork it stands on.")] = "",
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """What a check would say of a title: whether it exists, and who says so."""
    from app.catalogue.catalogue import Catalogue

    with Catalogue.open(settings_of(context).home) as catalogue:
        ruling = catalogue.rule_text(text, title)
    if as_json:
        show(json.dumps(None if ruling is None else dataclasses.asdict(ruling), ensure_ascii=False) + "\n")
    else:
        show("There is nothing to read in it.\n" if ruling is None else _as_sentence(ruling))


def _as_sentence(ruling: TitleRuling) -> str:
    from app.catalogue.wording import sentence_for
    from app.reports.harmless import harmless

    return harmless(sentence_for(ruling)) + "\n"


def _as_line(title: KnownTitle) -> str:
    from app.reports.harmless import harmless

    name = f"{title.title} ({title.year})" if title.year else title.title
    seasons = "" if title.seasons is None else f"{title.seasons}{'+' if title.more_seasons else ''}"
    cells = (name, title.kind, title.status, seasons, title.as_of, title.source)
    return "\t".join(harmless(cell) for cell in cells) + "\n"


def _fact_lines(facts: dict[str, object]) -> Iterator[str]:
    from app.reports.harmless import harmless

    for name, fact in facts.items():
        words = name.replace("_", " ")
        if isinstance(fact, dict):
            counts = (f"{count} {harmless(str(value)) or 'not known'}" for value, count in fact.items())
            yield f"{words + ':':<16} {', '.join(counts)}\n"
        else:
            value = {True: "yes", False: "no"}[fact] if isinstance(fact, bool) else harmless(str(fact))
            yield f"{words + ':':<16} {value}\n"
