"""Which pictures a benchmark folder holds, and the role each one plays."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from benchmarks.attacks.pool import stable_hash

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})
STRANGERS_ONE_IN = 10
NEW_FAKES_ONE_IN = 4

Split = Literal["tune", "test"]


@dataclass(frozen=True, slots=True)
class Poster:
    """One picture. name: its path relative to the folder, with forward slashes; titles may be empty."""

    name: str
    official: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two catalogue pictures of one title: `kept` goes into the library, `checked` is what people bring."""

    kept: Poster
    checked: Poster
    relation: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is in the library and who is not.

    library: official posters. known_fakes: fan-made ones in the library. strangers: official posters held out.
    new_fakes: fan-made posters held out. pairs: see Pair; their kept halves are in the library too.
    """

    library: tuple[Poster, ...]
    known_fakes: tuple[Poster, ...]
    strangers: tuple[Poster, ...]
    new_fakes: tuple[Poster, ...]
    pairs: tuple[Pair, ...] = field(default=())

    def imported(self) -> tuple[Poster, ...]:
        """Everything that goes into the library, each once."""
        kept = {pair.kept.name: pair.kept for pair in self.pairs}
        return (*self.library, *self.known_fakes, *kept.values())


def split_of(name: str) -> Split:
    """Tuning and testing never see the same poster."""
    return "tune" if stable_hash(f"split {name}") % 2 == 0 else "test"


def read_posters(folder: Path) -> list[Poster]:
    """From manifest.csv (path, label, title), or every picture in the folder as official."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        found = (path for path in folder.rglob("*") if path.suffix.lower() in PICTURE_SUFFIXES)
        names = sorted(path.relative_to(folder).as_posix() for path in found)
        return [Poster(name, official=True) for name in names if not name.startswith("variants/")]
    with manifest.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [Poster(row["path"], row["label"] == "official", row.get("title") or "") for row in rows]


def read_pairs(folder: Path) -> list[Pair]:
    """variants/pairs.csv, if there is one, so that no picture is both in the library and checked.

    A pair is turned round where that lets it be used, and left out where neither way does.
    """
    listing = folder / "variants" / "pairs.csv"
    if not listing.is_file():
        return []
    with listing.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    kept: set[str] = set()
    checked: set[str] = set()
    pairs = []
    for row in rows:
        for first, second in ((row["file_a"], row["file_b"]), (row["file_b"], row["file_a"])):
            if first not in checked and second not in kept:
                kept.add(first)
                checked.add(second)
                title = row["title"]
                posters = [Poster(f"variants/{name}", official=True, title=title) for name in (first, second)]
                pairs.append(Pair(posters[0], posters[1], row["relation"]))
                break
    return pairs


def share_roles(posters: Sequence[Poster], pairs: Sequence[Pair]) -> Roles:
    """Every tenth official poster and every fourth fan-made one is held out, by the hash of its name.

    Official posters whose title stands in the library under another file are no strangers and stay in.
    """
    official = sorted((p for p in posters if p.official), key=lambda p: stable_hash(p.name))
    fakes = sorted((p for p in posters if not p.official), key=lambda p: stable_hash(p.name))
    held_out = set(official[::STRANGERS_ONE_IN]) if len(official) > STRANGERS_ONE_IN else set()
    titles = {p.title for p in official if p not in held_out} | {pair.kept.title for pair in pairs}
    strangers = tuple(p for p in official if p in held_out and (not p.title or p.title not in titles))
    library = tuple(p for p in official if p not in set(strangers))
    new_fakes = tuple(fakes[::NEW_FAKES_ONE_IN])
    known = tuple(p for p in fakes if p not in set(new_fakes))
    return Roles(library, known, strangers, new_fakes, tuple(pairs))
