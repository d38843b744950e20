""" "Purple Hearts" with a 2: in every form in which such a poster goes round, it is called out, named and dated."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.checker import Checker, CheckerOptions, open_checker
from app.library.add import ImportOptions, NewReference, add_references
from app.model.poster_image import Pixels
from app.model.reference import Label
from app.model.report import CheckReport, Relation, VerdictLabel
from tests.support.pictures import draw_artwork, encode, resize

WIDTH, HEIGHT = 600, 900
CLAIM = "Purple Hearts 2"
# Of the fact in the built-in list of titles.
AS_OF = "2024-07-29"


def poster(seed: int, lines: tuple[tuple[str, int, int], ...]) -> Pixels:
    """Drawn artwork over a dark foot with lettering: (words, height in pixels, y) for each line."""
    pixels = draw_artwork(seed, (WIDTH, HEIGHT))
    pixels[640:] = (24, 18, 46)
    picture = Image.fromarray(pixels)
    draw = ImageDraw.Draw(picture)
    for words, high, y in lines:
        draw.text((WIDTH / 2, y), words, font=ImageFont.load_default(high), fill=(246, 238, 220), anchor="mm")
    return np.asarray(picture)


def titled(seed: int, title: str, high: int = 62) -> Pixels:
    return poster(seed, ((title, high, 720), ("A film by Nobody You Know", 24, 830)))


def screenshot(pixels: Pixels) -> Pixels:
    """The poster in an app: a bar above, buttons and a line of words below."""
    height, width = pixels.shape[:2]
    screen = Image.new("RGB", (width + 60, round((width + 60) * 2.1)), (12, 12, 16))
    draw = ImageDraw.Draw(screen)
    draw.ellipse((30, 90, 80, 140), fill=(200, 120, 40))
    draw.text((100, 102), "some.account", font=ImageFont.load_default(26), fill="white")
    screen.paste(Image.fromarray(pixels), (30, 170))
    draw.text((30, 190 + height), "leaked?? I am crying", font=ImageFont.load_default(28), fill="white")
    return np.asarray(screen)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    home: Path = tmp_path_factory.mktemp("purple")
    with open_checker(CheckerOptions(home=home)) as opened:
        known = (
            ("purple.png", titled(1, "PURPLE HEARTS"), "Purple Hearts"),
            ("other.png", titled(2, "SLOW RIVER"), ""),
        )
        news = []
        for name, pixels, title in known:
            (home / name).write_bytes(encode(pixels, "PNG"))
            news.append(NewReference(home / name, Label.OFFICIAL, title))
        add_references(opened.library, news, ImportOptions(jobs=1), None)
        yield opened


def assert_called_out(report: CheckReport) -> None:
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE
    (reason,) = [reason for reason in report.reasons if reason.code == "title_not_announced"]
    assert CLAIM in reason.text
    assert AS_OF in reason.text
    assert reason.weight > 1


def test_a_number_added_to_the_known_artwork(checker: Checker) -> None:
    report = checker.check(encode(titled(1, "PURPLE HEARTS 2")), "p.jpg")
    assert report.relation is Relation.ALTERED_ARTWORK
    assert report.conclusive
    assert_called_out(report)
    assert any("HEARTS 2" in (region.words_after or "") for region in report.matches[0].changed_regions)


def test_art_of_its_own(checker: Checker) -> None:
    report = checker.check(encode(titled(7, "PURPLE HEARTS 2")), "p.jpg")
    assert report.relation is not Relation.SAME_ARTWORK
    assert_called_out(report)
    assert report.text.title is not None
    assert "2" in report.text.title


@pytest.mark.parametrize("seed", [1, 7])
def test_a_screenshot_of_it(checker: Checker, seed: int) -> None:
    assert_called_out(checker.check(encode(screenshot(titled(seed, "PURPLE HEARTS 2")), quality=85), "p.jpg"))


@pytest.mark.parametrize("seed", [1, 7])
def test_passed_on_small(checker: Checker, seed: int) -> None:
    small = resize(titled(seed, "PURPLE HEARTS 2"), 300, 450)
    assert_called_out(checker.check(encode(small, quality=70), "p.jpg"))


FOOT = ("A film by Nobody You Know", 24, 880)
WAYS = {
    "roman": (("PURPLE HEARTS II", 62, 720), FOOT),
    "in words": (("PURPLE HEARTS: PART TWO", 44, 720), FOOT),
    "lower case": (("purple hearts 2", 62, 720), FOOT),
    "over two lines": (("PURPLE", 64, 700), ("HEARTS 2", 64, 770), FOOT),
    "the part below": (("PURPLE HEARTS", 62, 700), ("PART TWO", 44, 770), FOOT),
    "the number below": (("PURPLE HEARTS", 62, 700), ("2", 64, 780), FOOT),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("width", [600, 240])
def test_however_the_claim_is_set(checker: Checker, way: str, width: int) -> None:
    picture = resize(poster(7, WAYS[way]), width, round(1.5 * width))
    assert_called_out(checker.check(encode(picture, quality=85), "p.jpg"))


@pytest.mark.parametrize("way", ["roman", "in words", "lower case"])
def test_however_it_is_set_on_the_known_artwork(checker: Checker, way: str) -> None:
    (title, _, _), _ = WAYS[way]
    high = 44 if len(title) > 20 else 62
    picture = poster(1, ((title, high, 720), ("A film by Nobody You Know", 24, 830)))
    assert_called_out(checker.check(encode(picture, quality=85), "p.jpg"))


def test_a_plain_sequel_is_the_second_part(checker: Checker) -> None:
    lines = (("PURPLE HEARTS", 62, 700), ("THE SEQUEL", 44, 770), FOOT)
    assert_called_out(checker.check(encode(poster(9, lines), quality=85), "p.jpg"))


def test_the_real_poster_is_official_and_nobody_reads_it(checker: Checker) -> None:
    report = checker.check(encode(titled(1, "PURPLE HEARTS"), quality=70), "p.jpg")
    assert (report.verdict, report.relation) == (VerdictLabel.LIKELY_OFFICIAL, Relation.SAME_ARTWORK)
    assert report.conclusive
    assert report.timings_ms["text"] < 1.0
    assert report.text.lines == []


def test_the_same_title_in_another_language_is_another_official_version(checker: Checker) -> None:
    report = checker.check(encode(titled(1, "CORAZONES MALHERIDOS", 44), quality=85), "p.jpg")
    assert report.relation is Relation.OFFICIAL_VARIANT
    assert report.verdict is VerdictLabel.LIKELY_OFFICIAL
    assert report.conclusive
    (reason,) = [reason for reason in report.reasons if reason.code == "language_variant"]
    assert "CORAZONES" in reason.text


def test_a_language_nobody_lists_is_not_sure(checker: Checker) -> None:
    report = checker.check(encode(titled(1, "SYDÄMET VIOLETIT", 52), quality=85), "p.jpg")
    assert not (report.verdict is VerdictLabel.LIKELY_OFFICIAL and report.conclusive)


@pytest.mark.parametrize("title", ["PURPLE HEARTS 2", "PURPLE HEARTS"])
def test_another_version_in_the_library_does_not_hide_the_claim(tmp_path: Path, title: str) -> None:
    """Both versions hold the artwork; the one whose words were not read must not win for that."""
    with open_checker(CheckerOptions(home=tmp_path)) as checker:
        news = []
        for name, high in (("poster.png", 62), ("wide.png", 54), ("small.png", 44)):
            (tmp_path / name).write_bytes(encode(titled(1, "PURPLE HEARTS", high), "PNG"))
            news.append(NewReference(tmp_path / name, Label.OFFICIAL, "Purple Hearts"))
        add_references(checker.library, news, ImportOptions(jobs=1), None)
        report = checker.check(encode(titled(1, title)), "p.jpg")
    if title == "PURPLE HEARTS":
        assert report.verdict is VerdictLabel.LIKELY_OFFICIAL
        assert report.conclusive
    else:
        assert_called_out(report)
        assert report.relation is Relation.ALTERED_ARTWORK
