"""One row a picture for spreadsheets; no cell can be taken for a formula, and no row is longer than one line."""

import csv
import io

from app.model.report import CheckReport, SkippedInput
from app.reports.format import RowSeen
from app.reports.harmless import harmless
from app.reports.outcome import Item, Outcome, outcome_from
from app.reports.wording import by_strength

COLUMNS = (
    "input",
    "verdict",
    "conclusive",
    "confidence",
    "probability_official",
    "relation",
    "summary",
    "reasons",
    "reference_title",
    "reference_label",
    "reference_path",
    "reference_source",
    "reference_page_url",
    "changed_share",
    "changed_regions",
    "demo_library",
    "sha256",
    "checked_at",
    "error_code",
    "error_text",
)

# Spreadsheets take a cell that begins so for a formula, the wide forms of East Asian keyboards included.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


def csv_header() -> str:
    """The names of the columns as one line."""
    return _line(COLUMNS)


def csv_row(item: Item) -> str:
    """One line with its line feed; every cell quoted."""
    cells = _skipped_cells(item) if isinstance(item, SkippedInput) else _report_cells(item)
    return _line([cells.get(column, "") for column in COLUMNS])


def csv_cell(text: str) -> str:
    """`text` as a cell shows it: no control characters, and an apostrophe before what would be a formula."""
    shown = harmless(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA_STARTS) else shown


def read_csv_row(line: str) -> RowSeen | None:
    """What an earlier run wrote on `line`; None when it is no such row."""
    try:
        cells = next(csv.reader([line], strict=True))
        row = dict(zip(COLUMNS, cells, strict=True))
        if row["error_code"]:
            return RowSeen(row["input"], Outcome.SKIPPED)
        conclusive = {"true": True, "false": False}[row["conclusive"]]
        return RowSeen(row["input"], outcome_from(row["verdict"], conclusive=conclusive))
    except (csv.Error, ValueError, KeyError, StopIteration):
        return None


def _report_cells(report: CheckReport) -> dict[str, str]:
    cells = {
        "input": csv_cell(report.input),
        "verdict": report.verdict.value,
        "conclusive": str(report.conclusive).lower(),
        "confidence": f"{report.confidence:.3f}",
        "probability_official": f"{report.probability_official:.3f}",
        "relation": report.relation.value,
        "summary": csv_cell(report.summary),
        "reasons": csv_cell(" | ".join(reason.text for reason in by_strength(report))),
        "demo_library": str(report.library.demo).lower(),
        "sha256": report.sha256,
        "checked_at": report.checked_at.isoformat(),
    }
    if report.matches:
        match = report.matches[0]
        cells |= {
            "reference_title": csv_cell(match.reference.title),
            "reference_label": csv_cell(match.reference.label),
            "reference_path": csv_cell(match.reference.path),
            "reference_source": csv_cell(match.reference.source),
            "reference_page_url": csv_cell(match.reference.page_url),
            "changed_share": f"{match.changed_share:.4f}",
            "changed_regions": str(len(match.changed_regions)),
        }
    return cells


def _skipped_cells(skipped: SkippedInput) -> dict[str, str]:
    return {
        "input": csv_cell(skipped.input),
        "error_code": csv_cell(skipped.error.code),
        "error_text": csv_cell(skipped.error.text),
    }


def _line(cells: tuple[str, ...] | list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
