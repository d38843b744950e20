"""The summary as Markdown tables, which also read well in a terminal."""

from collections.abc import Sequence

from benchmarks.harness.calibration import Calibration
from benchmarks.harness.summary import Row, Summary

HEADINGS = (
    "slice",
    "n",
    "right reference %",
    "right verdict %",
    "conclusive %",
    "surely wrong %",
    "change found %",
    "union IoU",
    "outlined %",
    "median ms",
    "p95 ms",
    "x baseline",
)
SWEEP_GROUPS = (
    "number_width_percent",
    "crop_kept_percent",
    "jpeg_quality",
    "width_in_screenshot_percent",
    "thumbnail_pixels",
    "blur_permille",
    "number_blurred_permille",
)
LEGEND = (
    "right reference: the best match is the poster it was made of (for strangers, new fakes and other art: nothing was "
    "called the same artwork). surely wrong: a conclusive verdict that is not true, or any conclusive one where the "
    "library cannot know. change found: a reported region has an IoU of at least .3 with a true box. outlined: "
    "pictures with any changed region. x baseline: median of the check's time over the time to decode the same bytes "
    "and extract SIFT features."
)


def render(summary: Summary, heading: str, *, peers: str = "", diagram: str = "") -> str:
    """All tables under one heading. peers: their section. diagram: address of the reliability diagram, if drawn."""
    plain = [row for row in summary.slices if row.group not in SWEEP_GROUPS]
    sections = [heading, LEGEND, "### Totals", table([*summary.groups, summary.everything])]
    for group in summary.groups:
        rows = [row for row in plain if row.group == group.name]
        if rows:
            sections += [f"### {group.name}", table(rows)]
    for sweep in SWEEP_GROUPS:
        rows = [row for row in summary.slices if row.group == sweep]
        if rows:
            sections += [f"### Severity: {sweep}", table(rows)]
    if peers:
        sections.append(peers)
    if summary.calibration:
        sections += ["### Calibration", calibration_text(summary.calibration)]
        if diagram:
            sections.append(f"![Reliability diagram]({diagram})")
        sections += [bins_table(summary.calibration), groups_table(summary.calibration)]
    sections += ["### Relations given", relations_table(summary.relations)]
    return "\n\n".join(sections) + "\n"


def table(rows: Sequence[Row]) -> str:
    """One line for each row."""
    lines = [HEADINGS]
    for row in rows:
        name = row.name if row.severity is None else f"{row.severity:g}"
        lines.append(
            (
                name if not row.refused else f"{name} ({row.refused} refused)",
                str(row.count),
                _percent(row.right_reference),
                _percent(row.right_verdict),
                _percent(row.conclusive),
                _percent(row.surely_wrong),
                _percent(row.region_found),
                "" if row.union_iou is None else f"{row.union_iou:.2f}",
                _percent(row.any_region),
                _number(row.median_ms),
                _number(row.slow_ms),
                "" if row.times_baseline is None else f"{row.times_baseline:.1f}",
            )
        )
    return align(lines)


def calibration_text(calibration: Calibration) -> str:
    """Brier score, log-loss, and the parts of the Brier score."""
    c = calibration
    return (
        f"Brier score {c.brier:.4f} over {c.count} pictures, {c.by_slice:.4f} with every slice counting the same, "
        f"{c.known_art_brier:.4f} over those whose artwork is in the library; log-loss {c.log_loss:.4f} nats. "
        f"Parts of the Brier score (Murphy 1973, over ten bins): reliability {c.reliability:.4f} (0 is best) "
        f"- resolution {c.resolution:.4f} + uncertainty {c.uncertainty:.4f}."
    )


def bins_table(calibration: Calibration) -> str:
    """What was said and what was so; the interval is Wilson's, 95 %."""
    lines = [("probability_official", "n", "mean said", "really official", "95 % interval")]
    for each in calibration.bins:
        span = f"{each.low:.1f} to {each.high:.1f}"
        interval = f"{each.least:.3f} to {each.most:.3f}"
        lines.append((span, str(each.count), f"{each.said:.3f}", f"{each.official:.3f}", interval))
    return align(lines)


def groups_table(calibration: Calibration) -> str:
    """The same by class of slice."""
    lines: list[Sequence[str]] = [("group", "n", "Brier", "log-loss", "mean said", "really official")]
    for each in calibration.groups:
        figures = (each.brier, each.log_loss, each.said, each.official)
        lines.append((each.name, str(each.count), *(f"{figure:.4f}" for figure in figures)))
    return align(lines)


def relations_table(relations: dict[str, dict[str, int]]) -> str:
    """How often each relation was given in each slice, in per cent."""
    names = sorted({name for counts in relations.values() for name in counts})
    lines = [("slice", *names)]
    for name, counts in relations.items():
        total = sum(counts.values())
        lines.append((name, *(f"{100 * counts[n] / total:.0f}" if n in counts else "" for n in names)))
    return align(lines)


def align(lines: Sequence[Sequence[str]]) -> str:
    """A heading and its rows as Markdown: names to the left, numbers to the right."""
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(lines[0]))]
    drawn = []
    for line in lines:
        first, *numbers = line
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True)]
        drawn.append("| " + " | ".join(cells) + " |")
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([drawn[0], "| " + " | ".join(rule) + " |", *drawn[1:]])


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"
