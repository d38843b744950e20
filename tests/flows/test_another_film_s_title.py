"""One film's poster with the title of another that the library holds, on a plate as captions and stickers have it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.checker import CheckerOptions, open_checker
from app.library.add import ImportOptions, NewReference, add_references
from app.model.poster_image import Pixels
from app.model.reference import Label
from app.model.report import CheckReport, Relation
from tests.support.pictures import draw_artwork, encode

SIZE = (600, 900)


def with_plate(pixels: Pixels, words: str) -> Pixels:
    picture = Image.fromarray(pixels)
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((60, 640, 540, 740), 20, fill=(250, 250, 250))
    draw.text((300, 690), words, font=ImageFont.load_default(54), fill=(20, 20, 20), anchor="mm")
    return np.asarray(picture)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CheckReport]:
    home: Path = tmp_path_factory.mktemp("titles")
    posters = {"The Salt Lantern (2019)": draw_artwork(1, SIZE), "Copper Orchard, The (2021)": draw_artwork(2, SIZE)}
    with open_checker(CheckerOptions(home=home)) as checker:
        news = []
        for number, (title, pixels) in enumerate(posters.items()):
            path = home / f"{number}.png"
            path.write_bytes(encode(pixels, "PNG"))
            news.append(NewReference(path, Label.OFFICIAL, title))
        add_references(checker.library, news, ImportOptions(jobs=1), None)
        lantern = posters["The Salt Lantern (2019)"]
        return {
            words: checker.check(encode(with_plate(lantern, words)), "p.jpg")
            for words in ("The Copper Orchard", "what a movie night", "The Salt Lantern")
        }


def test_the_other_title_is_told_by_name(reports: dict[str, CheckReport]) -> None:
    report = reports["The Copper Orchard"]
    assert report.relation is Relation.ALTERED_ARTWORK
    (reason,) = [reason for reason in report.reasons if reason.code == "another_title"]
    assert "The Copper Orchard" in reason.text
    assert reason.weight > 1
    assert "it now reads “The Copper Orchard”" in report.summary


@pytest.mark.parametrize("words", ["what a movie night", "The Salt Lantern"])
def test_other_words_and_its_own_title_are_no_other_title(reports: dict[str, CheckReport], words: str) -> None:
    assert "another_title" not in {reason.code for reason in reports[words].reasons}
