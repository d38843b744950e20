"""Several whole posters on one picture: put together they are a composite; on a page they are just shown."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.checker import Checker, CheckerOptions, open_checker
from app.library.add import ImportOptions, NewReference, add_references
from app.model.poster_image import Pixels
from app.model.reference import Label
from app.model.report import Relation, VerdictLabel
from tests.support.pictures import SIZE, draw_artwork, encode, resize

WIDTH, HEIGHT = SIZE
SEEDS = (61, 62, 63, 64)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    home: Path = tmp_path_factory.mktemp("several")
    with open_checker(CheckerOptions(home=home)) as opened:
        news = []
        for seed in SEEDS:
            (home / f"{seed}.png").write_bytes(encode(draw_artwork(seed), "PNG"))
            news.append(NewReference(home / f"{seed}.png", Label.OFFICIAL, f"Film {seed}"))
        add_references(opened.library, news, ImportOptions(jobs=1), None)
        yield opened


def shrunk(seed: int) -> Pixels:
    return resize(draw_artwork(seed), WIDTH // 2, HEIGHT // 2)


def faint(pixels: Pixels) -> Pixels:
    """With so little contrast that its key points are the weakest."""
    return (pixels * 0.35 + 90).astype(np.uint8)


def test_four_whole_posters_put_together_are_a_composite_that_names_them_all(checker: Checker) -> None:
    panels = [shrunk(seed) for seed in SEEDS]
    panels[2], panels[3] = faint(panels[2]), faint(panels[3])
    grid = np.vstack([np.hstack(panels[:2]), np.hstack(panels[2:])])
    report = checker.check(encode(grid, quality=88), "p.jpg")
    assert report.relation is Relation.COMPOSITE
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE
    assert {match.reference.title for match in report.matches} == {f"Film {seed}" for seed in SEEDS}


def test_whole_posters_on_a_page_are_just_shown(checker: Checker) -> None:
    page = np.full((1500, 900, 3), 24, np.uint8)
    for seed, (x, y) in zip(SEEDS[:3], ((40, 200), (330, 200), (620, 200)), strict=True):
        page[y : y + 360, x : x + 240] = resize(draw_artwork(seed), 240, 360)
    report = checker.check(encode(page, quality=88), "p.jpg")
    assert report.relation is Relation.SAME_ARTWORK
    assert report.verdict is VerdictLabel.LIKELY_OFFICIAL


def test_four_panels_that_somebody_posted_are_a_composite_on_the_page_too(checker: Checker) -> None:
    page = np.full((1600, 800, 3), 24, np.uint8)
    panels = [resize(draw_artwork(seed), 240, 360) for seed in SEEDS]
    for panel, (x, y) in zip(panels, ((150, 300), (394, 300), (150, 664), (394, 664)), strict=True):
        page[y : y + 360, x : x + 240] = panel
    report = checker.check(encode(page, quality=88), "p.jpg")
    assert report.relation is Relation.COMPOSITE
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE
    # None of them takes the page's ground.
    whole = 240 * 360 / (1600 * 800)
    assert [part.share for part in report.parts] == pytest.approx([whole] * 4, rel=0.35)


def test_small_faint_panels_are_found_by_what_they_show(checker: Checker) -> None:
    """Of 120 pixels, with a bar between them: too few key points for any but the first."""
    page = np.full((1600, 800, 3), 24, np.uint8)
    panels = [resize(draw_artwork(SEEDS[0]), 120, 180), *(faint(resize(draw_artwork(n), 120, 180)) for n in SEEDS[1:])]
    for panel, (x, y) in zip(panels, ((150, 300), (274, 300), (150, 484), (274, 484)), strict=True):
        page[y : y + 180, x : x + 120] = panel
    report = checker.check(encode(page, quality=88), "p.jpg")
    assert report.relation is Relation.COMPOSITE
    assert {match.reference.title for match in report.matches} == {f"Film {seed}" for seed in SEEDS}


@pytest.mark.parametrize(
    ("gap", "relation"), [(0, Relation.COMPOSITE), (8, Relation.SAME_ARTWORK)], ids=["touching", "apart"]
)
def test_posters_that_touch_in_a_row_are_one_strip(checker: Checker, gap: int, relation: Relation) -> None:
    page = np.full((1500, 900, 3), 24, np.uint8)
    for number, seed in enumerate(SEEDS[:3]):
        x = 60 + number * (240 + gap)
        page[400:760, x : x + 240] = resize(draw_artwork(seed), 240, 360)
    assert checker.check(encode(page, quality=88), "p.jpg").relation is relation


def test_two_rows_of_two_on_a_shelf_are_just_shown(checker: Checker) -> None:
    page = np.full((1600, 800, 3), 24, np.uint8)
    for seed, (x, y) in zip(SEEDS, ((150, 300), (430, 300), (150, 740), (430, 740)), strict=True):
        page[y : y + 360, x : x + 240] = resize(draw_artwork(seed), 240, 360)
    report = checker.check(encode(page, quality=88), "p.jpg")
    assert report.verdict is VerdictLabel.LIKELY_OFFICIAL
