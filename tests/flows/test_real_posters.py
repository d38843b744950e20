"""A few real posters, where there are any: thirty to compare with, some passed on, some changed, some strangers."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.checker import Checker, CheckerOptions, open_checker
from app.library.add import ImportOptions, add_references
from app.library.library import Library
from app.library.new_reference import NewReference
from app.model.reference import Label, Provenance
from app.model.report import CheckReport, Relation, VerdictLabel
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.pool import PosterPool, random_for
from benchmarks.attacks.registry import attack_named

POSTERS = Path(__file__).resolve().parents[2].parent / "shared" / "posters"
needs_posters = pytest.mark.skipif(not (POSTERS / "manifest.csv").is_file(), reason="no folder of real posters")
pytestmark = needs_posters
HELD, STRANGERS = 30, 5
PASSED_ON = ("crop12", "story", "screenshot", "mirror", "filter")
CHANGED = ("number", "title_replaced", "words", "face", "season")


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Every twentieth official poster: the first thirty are held, the others are strangers."""
    with (POSTERS / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        official = [row["path"] for row in csv.DictReader(lines) if row["label"] == "official"]
    return official[:: len(official) // (HELD + STRANGERS)][: HELD + STRANGERS]


@pytest.fixture(scope="module")
def checker(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with open_checker(CheckerOptions(home=hold(names[:HELD], tmp_path_factory.mktemp("real")))) as opened:
        yield opened


def hold(names: list[str], folder: Path) -> Path:
    """A library of these posters."""
    home = folder / "home"
    with Library.open(home) as library:
        new = [NewReference(POSTERS / name, Label.OFFICIAL, provenance=Provenance(path=name)) for name in names]
        assert add_references(library, new, ImportOptions(jobs=1)).added == len(names)
    return home


def check(checker: Checker, names: list[str], name: str, attack: str) -> CheckReport:
    pool = PosterPool(POSTERS, names, without=name)
    picture = decode((POSTERS / name).read_bytes())
    made = attack_named(attack).function(picture, random_for(0, name, attack), pool)
    return checker.check(encode(made.pixels, made.saved_as), f"{name} {attack}")


@pytest.mark.parametrize("number", range(len(PASSED_ON)), ids=PASSED_ON)
def test_what_is_passed_on_is_official(checker: Checker, names: list[str], number: int) -> None:
    report = check(checker, names, names[3 + number], PASSED_ON[number])
    assert report.matches[0].reference.path == names[3 + number]
    assert report.verdict is VerdictLabel.LIKELY_OFFICIAL, report.summary


@pytest.mark.parametrize("number", range(len(CHANGED)), ids=CHANGED)
def test_what_is_changed_is_fan_made(checker: Checker, names: list[str], number: int) -> None:
    report = check(checker, names, names[12 + number], CHANGED[number])
    assert report.matches[0].reference.path == names[12 + number]
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE, report.summary


def test_strangers_are_not_in_the_library(checker: Checker, names: list[str]) -> None:
    for name in names[HELD:]:
        report = checker.check((POSTERS / name).read_bytes(), name)
        assert report.relation in {Relation.NO_MATCH, Relation.SHARED_ELEMENTS}
        assert not report.conclusive


def test_of_two_versions_the_one_that_is_shown_is_named(tmp_path: Path) -> None:
    versions = ["official/0529.jpg", "variants/0194.jpg"]
    with open_checker(CheckerOptions(home=hold(versions, tmp_path))) as opened:
        report = check(opened, versions, versions[0], "border")
    assert report.matches[0].reference.path == versions[0]
    assert report.relation is Relation.SAME_ARTWORK
