"""A piece of artwork pasted over a poster like a sticker: from elsewhere in it, or from another poster."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.checker import Checker, CheckerOptions, open_checker
from app.library.add import ImportOptions, NewReference, add_references
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.reference import Label
from app.model.report import CheckReport, VerdictLabel
from tests.support.pictures import draw_artwork, encode

SIZE = (600, 900)


def drawn(seed: int) -> Pixels:
    """With a grain, as photographs have it: something to tell in every part."""
    noise = np.random.default_rng(seed).integers(-50, 50, (SIZE[1] // 5, SIZE[0] // 5, 1))
    return np.clip(draw_artwork(seed, SIZE) + np.kron(noise, np.ones((5, 5, 1), int)), 0, 255).astype(np.uint8)


OWN, OTHER = drawn(31), drawn(32)
TAKEN, PUT = Box(330, 90, 170, 190), (60, 560)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    home: Path = tmp_path_factory.mktemp("pieces")
    with open_checker(CheckerOptions(home=home)) as opened:
        news = []
        for title, pixels in (("The Salt Lantern", OWN), ("Copper Orchard", OTHER)):
            (home / f"{title}.png").write_bytes(encode(pixels, "PNG"))
            news.append(NewReference(home / f"{title}.png", Label.OFFICIAL, title))
        add_references(opened.library, news, ImportOptions(jobs=1), None)
        yield opened


def with_piece_of(pixels: Pixels) -> Pixels:
    """Round, with a white edge, as people cut stickers out."""
    piece = pixels[TAKEN.y : TAKEN.y + TAKEN.height, TAKEN.x : TAKEN.x + TAKEN.width]
    below, right = np.mgrid[-1 : 1 : TAKEN.height * 1j, -1 : 1 : TAKEN.width * 1j]
    out = np.hypot(right, below)[..., None]
    picture = OWN.copy()
    place = picture[PUT[1] : PUT[1] + TAKEN.height, PUT[0] : PUT[0] + TAKEN.width]
    place[:] = np.where(out < 0.88, piece, np.where(out < 1, 255, place))
    return picture


def reasons(report: CheckReport) -> dict[str, str]:
    return {reason.code: reason.text for reason in report.reasons}


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_piece_of_another_poster_is_named(checker: Checker, mirrored: bool) -> None:
    picture = with_piece_of(OTHER)
    report = checker.check(encode(picture[:, ::-1] if mirrored else picture, quality=85), "p.jpg")
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE
    assert "of Copper Orchard" in reasons(report)["taken_from_other"]


def test_a_piece_of_the_poster_itself_is_a_copy(checker: Checker) -> None:
    report = checker.check(encode(with_piece_of(OWN), quality=85), "p.jpg")
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE
    assert "copied over what belongs there" in reasons(report)["copied_within"]


def test_what_neither_poster_has_is_told_by_its_look(checker: Checker) -> None:
    told = reasons(checker.check(encode(with_piece_of(drawn(90)), quality=85), "p.jpg"))
    assert not {"copied_within", "taken_from_other"} & set(told)
