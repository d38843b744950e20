"""One JSON object a line, as the contract of the CheckReport has it."""

import json

from app.reports.format import RowSeen
from app.reports.outcome import Item, Outcome, outcome_from


def json_line(item: Item) -> str:
    """The object and a line feed."""
    return item.model_dump_json() + "\n"


def read_json_line(line: str) -> RowSeen | None:
    """What an earlier run wrote on `line`; None when it is no such line."""
    try:
        row = json.loads(line)
        name = row["input"]
        if "error" in row:
            return RowSeen(name, Outcome.SKIPPED)
        return RowSeen(name, outcome_from(row["verdict"], conclusive=row["conclusive"]))
    except (ValueError, KeyError, TypeError):
        return None
