"""Lines that look as they did are known again, whatever they are read like; others are not."""

import cv2
import numpy as np
import pytest

from app.checker.same_letters import looks_alike, unchanged_lines
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.words import TextLine
from tests.support.pictures import draw_artwork

LINE = Box(60, 200, 240, 30)
PLACE = Box(40, 190, 280, 90)


def lettered(words: str, ink: tuple[int, int, int] = (250, 240, 90), shift: int = 0) -> Pixels:
    pixels = draw_artwork(12)
    pixels[LINE.y - 6 : LINE.y + LINE.height + 6, LINE.x - 6 : LINE.x + LINE.width + 6] = (30, 30, 60)
    cv2.putText(pixels, words, (LINE.x + 4, LINE.y + 24 + shift), cv2.FONT_HERSHEY_DUPLEX, 0.9, ink, 2, cv2.LINE_AA)
    return pixels


THEN = lettered("SEPTEMBER 21")


def known(now: Pixels, *before: str) -> list[str]:
    lines = [TextLine("SEPTEMBER 21", LINE, 0.95)]
    read = [TextLine(text, LINE, 0.9) for text in before]
    return [line.text for line in unchanged_lines(lines, read, PLACE, PLACE, (now, THEN))]


@pytest.mark.parametrize(
    "now",
    [THEN, (THEN * 0.4 + 90).astype(np.uint8), lettered("SEPTEMBER 21", shift=3), 255 - (255 - THEN) // 2],
    ids=["the same", "darker", "a little lower", "lighter"],
)
def test_a_line_that_looks_as_it_did_was_there_before(now: Pixels) -> None:
    assert known(now) == ["SEPTEMBER 21"]
    assert looks_alike(now[190:240], THEN[190:240])


@pytest.mark.parametrize("words", ["SEPTEMBER 24", "NOVEMBER 21", ""])
def test_a_line_with_other_letters_anywhere_was_not(words: str) -> None:
    assert known(lettered(words)) == []


def test_a_line_that_was_read_before_is_not_told_again() -> None:
    assert known(THEN, "SEPTEMBER 21") == []


def test_of_a_line_beyond_the_picture_nothing_is_known() -> None:
    outside = [TextLine("SEPTEMBER 21", Box(-500, -500, 100, 20), 0.95)]
    assert unchanged_lines(outside, [], PLACE, PLACE, (THEN, THEN)) == []


def test_of_a_line_aslant_nothing_is_known_for_its_box_holds_more_poster_than_letters() -> None:
    now = THEN.copy()
    cv2.putText(now, "PART 3", (LINE.x, LINE.y + 80), cv2.FONT_HERSHEY_DUPLEX, 0.5, (250, 250, 250), 1, cv2.LINE_AA)
    aslant = [TextLine("PART 3 WHEN", Box(LINE.x - 6, LINE.y - 40, 200, 130), 0.98)]
    assert unchanged_lines(aslant, [], PLACE, PLACE, (now, THEN)) == []
