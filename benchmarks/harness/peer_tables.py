"""The product and its peers as Markdown tables, and where the product is ahead, level or behind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.harness.peers import OURS, Answer, PeerRun
from benchmarks.harness.tables import align

Measure = Callable[[Answer], bool | None]
MEASURES: tuple[tuple[str, Measure], ...] = (
    ("reference", lambda answer: answer.right_reference),
    ("verdict", lambda answer: answer.right_verdict),
    ("both", lambda answer: answer.right_both),
)
LEGEND = (
    "Every tool was given the same files in the same run, each with its recommended setting. In each cell: right "
    "reference / right verdict / both, in per cent. A tool that only finds copies says *official* when the picture "
    "matches an official reference, and *not official* when it matches a known fake or nothing; where two readings are "
    "possible it gets the kinder one (the right reference among its five best matches counts; the product's first has "
    "to be right). So on an edited poster it is right about the verdict exactly when it fails to recognise the poster: "
    "*both* is what somebody who asks needs. For strangers and other art, *reference* and *both* mean that nothing was "
    "named; for recomposed posters, what they were composed from may be. *Lead*: the product's *both* less that of the "
    "best peer, in points."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Names of slices by how the product stands in one measure against the best peer of each slice."""

    ahead: tuple[str, ...]
    level: tuple[str, ...]
    behind: tuple[str, ...]


def render_peers(run: PeerRun) -> str:
    """The section of the report."""
    sections = ["### Ahead of every peer?", LEGEND, _tools(run), *_standings(run)]
    for by in ("group", "slice"):
        sections.append(_table(run, by))
    return "\n\n".join(sections)


def standing(run: PeerRun, measure: Measure) -> Standing:
    """Slice by slice; a slice in which the measure has no meaning is left out."""
    ahead: list[str] = []
    level: list[str] = []
    behind: list[str] = []
    for name in dict.fromkeys(answer.slice for answer in run.answers):
        shares = {tool: _share(run, tool, ("slice", name), measure) for tool in run.asked}
        mine = shares.pop(OURS)
        others = [share for share in shares.values() if share is not None]
        if mine is None or not others:
            continue
        (ahead if mine > max(others) else level if mine == max(others) else behind).append(name)
    return Standing(tuple(ahead), tuple(level), tuple(behind))


def _standings(run: PeerRun) -> list[str]:
    lines = []
    for name, measure in MEASURES:
        found = standing(run, measure)
        text = f"*{name}*: ahead of every peer in {len(found.ahead)} slices, level with the best in {len(found.level)}"
        text += f", behind it in {len(found.behind)}"
        lines.append(text + (f" ({', '.join(found.behind)})." if found.behind else "."))
    return ["\n".join(f"- {line}" for line in lines)]


def _tools(run: PeerRun) -> str:
    lines: list[tuple[str, ...]] = [("peer", "setting", "version", "library s", "ms a picture")]
    for tool in run.tools:
        if tool.missing is None:
            lines.append((tool.name, tool.setting, tool.version, f"{tool.learn_seconds:.0f}", f"{tool.picture_ms:.0f}"))
        else:
            lines.append((tool.name, tool.setting, "not installed", "", ""))
    return align(lines)


def _table(run: PeerRun, by: str) -> str:
    lines: list[Sequence[str]] = [(by, "n", *run.asked, "lead")]
    for name in dict.fromkeys(getattr(answer, by) for answer in run.answers):
        cells, shown = [], {}
        for tool in run.asked:
            shares = [_share(run, tool, (by, name), each) for _, each in MEASURES]
            cells.append(" / ".join("-" if share is None else f"{100 * share:.0f}" for share in shares))
            shown[tool] = shares[-1]
        count = sum(answer.tool == OURS and getattr(answer, by) == name for answer in run.answers)
        mine = shown.pop(OURS)
        others = [share for share in shown.values() if share is not None]
        lead = f"{100 * (mine - max(others)):+.0f}" if others and mine is not None else ""
        lines.append((name, str(count), *cells, lead))
    return align(lines)


def _share(run: PeerRun, tool: str, where: tuple[str, str], measure: Measure) -> float | None:
    """where: slice or group, and its name."""
    by, name = where
    told = [measure(answer) for answer in run.answers if answer.tool == tool and getattr(answer, by) == name]
    known = [value for value in told if value is not None]
    return sum(known) / len(known) if known else None
