"""The list of titles that comes with the program: few, each dated, and only a start."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from app.catalogue.import_csv import RowDefaults, read_csv
from app.catalogue.import_values import ListedTitle, RefusedRow

_LIST = Path(__file__).with_name("built_in.csv")


def read_built_in() -> Iterator[ListedTitle | RefusedRow]:
    """The titles of the list; every row says its own source and date."""
    return read_csv(_LIST, RowDefaults(source="", as_of=""))


def built_in_version() -> str:
    """Another one for every change of the list."""
    return hashlib.sha256(_LIST.read_bytes()).hexdigest()[:16]
