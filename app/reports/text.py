"""A report for a person at a terminal: the verdict at a glance, then why, and what it was compared with."""

import io
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from app.model.report import CheckReport, ReportMatch, ReportReason, VerdictLabel
from app.reports.harmless import harmless
from app.reports.outcome import VERDICT_WORDS, Outcome, outcome_of
from app.reports.wording import (
    by_strength,
    doubt,
    library_notes,
    match_sentence,
    part_sentence,
    percent,
    region_sentence,
    strength,
)

_SIGNS = {Outcome.OFFICIAL: "✔", Outcome.FAN_MADE: "✘", Outcome.NOT_CONCLUSIVE: "?"}
_STYLES = {Outcome.OFFICIAL: "bold green", Outcome.FAN_MADE: "bold red", Outcome.NOT_CONCLUSIVE: "bold yellow"}
_REASON_STYLES = {VerdictLabel.LIKELY_OFFICIAL: "green", VerdictLabel.LIKELY_FAN_MADE: "red", "neither": "dim"}
_SUPPORTS = {VerdictLabel.LIKELY_OFFICIAL: "official", VerdictLabel.LIKELY_FAN_MADE: "fan-made", "neither": "neither"}
_REGIONS_LISTED = 8


def report_text(report: CheckReport, *, width: int = 100, colour: bool = False) -> str:
    """The report as lines of at most `width` columns; with `colour`, styled by escape sequences of its own."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(report):
        console.print(part)
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))


def _parts(report: CheckReport) -> list[RenderableType]:
    parts: list[RenderableType] = [_headline(report), Text(harmless(report.summary))]
    if not report.conclusive:
        parts.append(Text(doubt(report), style="yellow"))
    if report.reasons:
        parts += [_title("Why"), _reasons(by_strength(report))]
    if report.matches:
        parts += [_title("Compared with"), *(_match(match) for match in report.matches[:1])]
    if len(report.matches) > 1:
        others = "; ".join(_reference_name(match) for match in report.matches[1:])
        parts.append(Padding(Text(f"Also alike: {others}", style="dim"), (0, 0, 0, 2)))
    if report.parts:
        parts += [_title("Its parts"), _list(f"{part.letter}. {part_sentence(part)}" for part in report.parts)]
    if report.text.lines:
        parts += [_title("Words read"), _list(harmless(line.text) for line in report.text.lines)]
    for note in library_notes(report):
        parts += [Text(), Text(f"Note: {note}", style="yellow")]
    return [*parts, Text()]


def _headline(report: CheckReport) -> Panel:
    outcome = outcome_of(report)
    words = VERDICT_WORDS[report.verdict]
    if outcome is Outcome.NOT_CONCLUSIVE:
        verdict, sure = "NOT CONCLUSIVE", f"leans {words.removeprefix('likely ')}, {percent(report.confidence)}"
    else:
        verdict, sure = words.upper(), f"{percent(report.confidence)} sure"
    line = Text.assemble((f"{_SIGNS[outcome]} {verdict}", _STYLES[outcome]), "   ", sure)
    name = Text(harmless(report.input), style="dim", overflow="fold")
    return Panel(Group(line, name), border_style=_STYLES[outcome].removeprefix("bold "))


def _title(words: str) -> Padding:
    return Padding(Text(words, style="bold"), (1, 0, 0, 0))


def _reasons(reasons: list[ReportReason]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for reason in reasons:
        style = _REASON_STYLES[reason.supports]
        table.add_row(Text(_SUPPORTS[reason.supports], style=style), strength(reason), Text(harmless(reason.text)))
    return Padding(table, (0, 0, 0, 2))


def _list(lines: Iterable[str]) -> Padding:
    return Padding(Group(*(Text(line) for line in lines)), (0, 0, 0, 2))


def _match(match: ReportMatch) -> Padding:
    reference = match.reference
    lines = [Text.assemble((_reference_name(match), "bold"), f": {match_sentence(match)}")]
    facts = (
        ("source", reference.source + (f" (tier {reference.tier})" if reference.tier else "")),
        ("page", reference.page_url),
        ("file", reference.path),
        ("id", reference.id),
    )
    lines += [
        Text(f"{name}: {harmless(value)}", style="dim", overflow="fold") for name, value in facts if value.strip()
    ]
    regions = match.told_regions
    for number, region in enumerate(regions[:_REGIONS_LISTED], start=1):
        lines.append(Text(f"{number}. {region_sentence(region)}"))
    hidden = len(regions) - _REGIONS_LISTED
    if hidden > 0:
        lines.append(Text(f"and {hidden} smaller", style="dim"))
    return Padding(Group(*lines), (0, 0, 0, 2))


def _reference_name(match: ReportMatch) -> str:
    reference = match.reference
    return f"{harmless(reference.title or reference.path or reference.id)} ({reference.label.replace('_', ' ')})"
