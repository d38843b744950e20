"""The table of programs that write their names into pictures, and how a name is recognised in a text."""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

_TABLE: Final = Path(__file__).with_name("marks.csv")
# A version directly after the name: "25.1", "CC 2019", "/25.1", "v2.1".
_VERSION: Final = r"(?:(?:[ _/-](?:cc|classic|version))?[ _/-]?v?(?P<version>\d{1,4}(?:\.\d{1,4}){0,2})(?![\w@]))?"
_MOST_LOOKED_AT: Final = 1000


class MarkKind(StrEnum):
    """What a program's name in a picture means."""

    GENERATOR = "generator"
    STUDIO_EDITOR = "studio_editor"
    PHONE_EDITOR = "phone_editor"
    SCREENSHOT = "screenshot"


@dataclass(frozen=True, slots=True)
class Mark:
    """tool: the program's name as it is shown. words: any of them names it, lower case. pattern: finds them as whole
    words, with a version after it if any.

    source, as_of: who says that it writes this, and when (ISO 8601 date).
    """

    tool: str
    kind: MarkKind
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class NamedTool:
    """A program found in a text. version: empty when none stands beside the name."""

    tool: str
    kind: MarkKind
    version: str = ""

    @property
    def shown(self) -> str:
        """Name and version. Never the text it was read from, which may hold a user's or a device's name."""
        return f"{self.tool} {self.version}".rstrip()


@lru_cache(maxsize=1)
def read_marks() -> tuple[Mark, ...]:
    """The table, in its order: a narrower name stands before the wider one."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            _mark(row["tool"], row["kind"], tuple(row["words"].split("|")), (row["source"], row["as_of"]))
            for row in csv.DictReader(lines)
        )


def find_tool(text: str) -> NamedTool | None:
    """The first program of the table that `text` names."""
    seen = text[:_MOST_LOOKED_AT]
    lowered = seen.lower()
    for mark in read_marks():
        if any(word in lowered for word in mark.words) and (found := mark.pattern.search(seen)):
            return NamedTool(mark.tool, mark.kind, found["version"] or "")
    return None


def _mark(tool: str, kind: str, words: tuple[str, ...], said: tuple[str, str]) -> Mark:
    names = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{names})(?![A-Za-z]){_VERSION}", re.IGNORECASE)
    return Mark(tool, MarkKind(kind), words, pattern, *said)
