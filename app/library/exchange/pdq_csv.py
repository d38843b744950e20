"""Lists of PDQ hashes as text: written as Meta's PDQ tools write them, read as any of ThreatExchange's tools do.

Written: `hash,quality,...` without a header, as pdq-photo-hasher prints and its index tools read it. Read: that;
`hash=...,` lines; a hash alone; `pdq HASH` (python-threatexchange's signal files); a CSV with a header that names the
column of the hashes (python-threatexchange's samples: signal_type, signal_str).
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.errors import HashListInvalid
from app.library.exchange.pdq_hash import PdqHash

# The quality under which Meta's tools leave a hash out ("pdq/README.md" of ThreatExchange: discard 49 and less).
LEAST_QUALITY = 50
_MOST_BYTES = 2**30
_HASH = re.compile(r"^(?:hash=|pdq\s+)?([0-9a-fA-F]{64})$")
# Names of the column with the hashes, in the order in which they are looked for.
_HASH_COLUMNS = ("signal_str", "hash", "pdq", "pdq_hash", "indicator", "value")
_TYPE_COLUMN = "signal_type"
_TYPES = ("pdq", "hash_pdq")


@dataclass(frozen=True, slots=True)
class ListedHash:
    """A hash of somebody's list. line: from 1. told: what else its line says, as it stands there."""

    bits: str
    line: int
    told: str


@dataclass(frozen=True, slots=True)
class HashList:
    """hashes: in their order, each once. unreliable: left out for their quality. faults: lines that are no hash."""

    hashes: tuple[ListedHash, ...]
    unreliable: int
    faults: tuple[int, ...]


def write_hashes(rows: Iterable[tuple[PdqHash, tuple[str, ...]]]) -> str:
    """The text of a list; the strings of a row come after hash and quality."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows((found.bits, found.quality, *(_on_one_line(cell) for cell in told)) for found, told in rows)
    return buffer.getvalue()


def read_hashes(path: Path) -> HashList:
    """Raises: HashListInvalid (missing, too large, not UTF-8, or without any hash)."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise HashListInvalid(f"The list {path} is larger than {_MOST_BYTES // 2**20} MB.")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise HashListInvalid(f"The list {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise HashListInvalid(f"The list {path} is not UTF-8 (see byte {error.start}).") from error
    found = _read_rows(text)
    if not found.hashes and not found.unreliable:
        raise HashListInvalid(
            f"There is no PDQ hash in {path}: a line begins with 64 hex digits, or a header names the column "
            f"({', '.join(_HASH_COLUMNS)})."
        )
    return found


def _read_rows(text: str) -> HashList:
    """1. The header, if there is one. 2. Each line."""
    rows = [(number, [cell.strip() for cell in _split(line)]) for number, line in enumerate(text.splitlines(), start=1)]
    rows = [(number, cells) for number, cells in rows if any(cells) and not cells[0].startswith("#")]
    # 1.
    column, of_type = 0, None
    if rows and not _HASH.match(rows[0][1][0]):
        names = [name.lower() for name in rows[0][1]]
        named = [names.index(name) for name in _HASH_COLUMNS if name in names]
        if named:
            column = named[0]
            of_type = names.index(_TYPE_COLUMN) if _TYPE_COLUMN in names else None
            rows = rows[1:]
    # 2.
    hashes: dict[str, ListedHash] = {}
    unreliable, faults = 0, []
    for number, cells in rows:
        if of_type is not None and of_type < len(cells) and cells[of_type].lower() not in _TYPES:
            continue
        match = _HASH.match(cells[column]) if column < len(cells) else None
        if match is None:
            faults.append(number)
        elif _quality_of(cells) < LEAST_QUALITY:
            unreliable += 1
        else:
            bits = match[1].lower()
            told = ", ".join(cell for index, cell in enumerate(cells) if cell and index != column)
            hashes.setdefault(bits, ListedHash(bits, number, told))
    return HashList(tuple(hashes.values()), unreliable, tuple(faults))


def _split(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return [line]


def _quality_of(cells: list[str]) -> int:
    """The second of three cells, as the hasher writes it; elsewhere such a number means something else."""
    for cell in cells[1:]:
        if cell.startswith("quality="):
            return int(cell[8:]) if cell[8:].isdecimal() else 100
    plain = len(cells) >= 3 and cells[1].isascii() and cells[1].isdecimal() and len(cells[1]) <= 3
    return int(cells[1]) if plain and int(cells[1]) <= 100 else 100


def _on_one_line(cell: str) -> str:
    """C++ readers know no quoted line breaks."""
    return " ".join(cell.split())
