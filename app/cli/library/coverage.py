"""What `postercheck library info` says of a library as a whole: counts, coverage, and a rebuild under way."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from app.library.coverage import TitleCoverage
    from app.library.library import Library

# Facts that count references by a value.
COUNTS: Final = ("tiers", "languages")


def library_facts(library: Library) -> dict[str, Any]:
    """By name; `coverage` holds those of the titles. rebuild: references done by a rebuild that is not complete."""
    from app.library.rebuild_stage import count_staged

    summary = dataclasses.asdict(library.summary())
    del summary["of_this_title"]
    coverage = dataclasses.asdict(library.coverage()[0])
    staged = count_staged(library.home)
    return {"home": str(library.home)} | summary | {"coverage": coverage, "rebuild": staged}


def title_lines(titles: Sequence[TitleCoverage], *, as_json: bool) -> Iterator[str]:
    """Title, official references, known fakes, tiers, languages, newest, and what is wrong, separated by tabs."""
    from app.reports.harmless import harmless

    now = datetime.now(UTC)
    for title in titles:
        if as_json:
            told = {"thin": title.is_thin, "old": title.is_old(now)}
            yield json.dumps(dataclasses.asdict(title) | told, ensure_ascii=False) + "\n"
            continue
        weak = [word for word, true in (("thin", title.is_thin), ("old", title.is_old(now))) if true]
        cells = [title.title, str(title.official), str(title.count - title.official)]
        cells += [tell_counts(title.tiers), tell_counts(title.languages), title.newest[:10], ", ".join(weak)]
        yield "\t".join(harmless(cell) for cell in cells) + "\n"


def tell_counts(counts: Mapping[str, int]) -> str:
    """ "A 12, B 3, unknown 1"; the value that is "" is not known."""
    return ", ".join(f"{name or 'unknown'} {count}" for name, count in counts.items())
