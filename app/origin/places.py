"""The known places of the web: hosts and accounts, kept as data with who says so and when."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


class PlaceKind(StrEnum):
    """What a picture found there may be."""

    OFFICIAL = "official"
    TRADE_PAPER = "trade_paper"
    FAN_SITE = "fan_site"
    ELSEWHERE = "elsewhere"


class Imitated(StrEnum):
    """How a host's name is guarded.

    Against every likeness; against letters of the same shape; against the whole name inside another host; not at all.
    Each includes those after it.
    """

    LIKENESS = "likeness"
    SHAPE = "shape"
    WHOLE = "whole"
    NO = "no"


@dataclass(frozen=True, slots=True)
class KnownHost:
    """host: lower case. with_subdomains: whether every name under it counts too. source, as_of: who says so, when."""

    host: str
    with_subdomains: bool
    kind: PlaceKind
    name: str
    imitated: Imitated
    source: str
    as_of: str

    def holds(self, host: str) -> bool:
        """Whether `host` is this place; none of those that are known has other letters than ASCII in its subdomains."""
        below = self.with_subdomains and host.isascii() and host.endswith(f".{self.host}")
        return host == self.host or below


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """A verified account. handle: lower case, without "@". titles: it speaks for; empty for all of the publisher's."""

    platform: str
    handle: str
    who: str
    role: str
    titles: str
    source: str
    as_of: str


@lru_cache(maxsize=1)
def read_hosts() -> tuple[KnownHost, ...]:
    """The table of hosts."""
    return tuple(
        KnownHost(
            host=row["host"],
            with_subdomains={"exact": False, "subdomains": True}[row["match"]],
            kind=PlaceKind(row["kind"]),
            name=row["name"],
            imitated=Imitated(row["imitated"]),
            source=row["source"],
            as_of=row["as_of"],
        )
        for row in _read("hosts.csv")
    )


@lru_cache(maxsize=1)
def read_accounts() -> tuple[KnownAccount, ...]:
    """The table of accounts."""
    return tuple(KnownAccount(**row) for row in _read("accounts.csv"))


def find_host(host: str) -> KnownHost | None:
    """The known place that `host` is; the longest name when several fit."""
    fitting = [known for known in read_hosts() if known.holds(host)]
    return max(fitting, key=lambda known: len(known.host), default=None)


def _read(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
