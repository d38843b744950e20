"""Words drawn on a picture come back as they were drawn, whole lines at a time, whatever the picture's shape."""

import logging
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest

from app.model.geometry import Box
from app.model.words import TextLine
from app.text.folding import key
from app.text.reader import TextReader
from tests.text.drawing import draw_words, ink_box

TITLE = [("PURPLE", 40, 420, 80), ("HEARTS", 40, 510, 80)]


def keys(lines: tuple[TextLine, ...]) -> list[str]:
    return [key(line.text) for line in lines if line.score >= 0.5]


def test_a_poster_is_read_from_top_to_bottom_with_its_boxes(reader: TextReader) -> None:
    lines = reader.read_poster(draw_words([("A NETFLIX FILM", 120, 60, 28), *TITLE, ("COMING SOON", 150, 690, 30)]))
    assert keys(lines) == ["ANETFLIXFILM", "PURPLE", "HEARTS", "COMINGSOON"]
    purple = lines[1].box
    assert 25 <= purple.x <= 50
    assert 415 <= purple.y <= 455
    assert 50 <= purple.height <= 95
    assert lines[1].score > 0.9


@pytest.mark.parametrize("factor", [0.7, 1.0, 2.5])
def test_boxes_are_in_pixels_of_the_picture_given(reader: TextReader, factor: float) -> None:
    size = (round(500 * factor), round(750 * factor))
    (line,) = reader.read_poster(
        draw_words([("HOMECOMING", round(60 * factor), round(300 * factor), round(60 * factor))], size)
    )
    assert key(line.text) == "HOMECOMING"
    middle = (line.box.y + line.box.height / 2) / factor
    assert 310 <= middle <= 370


def test_pieces_of_one_line_are_one_line(reader: TextReader) -> None:
    lines = reader.read_poster(draw_words([("LAST", 30, 300, 64), ("SUMMER", 240, 300, 64)]))
    assert keys(lines) == ["LASTSUMMER"]


def test_a_place_gives_the_whole_line_it_belongs_to(reader: TextReader) -> None:
    before = draw_words([("HEARTS", 40, 400, 80), ("ONLY IN CINEMAS", 140, 640, 30)])
    after = draw_words([("HEARTS", 40, 400, 80), ("2", 380, 400, 80), ("ONLY IN CINEMAS", 140, 640, 30)])
    (read,) = reader.read_place(after, ink_box(before, after))
    assert read.text.replace(" ", "") == "HEARTS2"
    assert read.box.x < 60
    assert read.box.x + read.box.width > 390


def test_a_tall_place_of_many_lines_is_looked_at_closer(reader: TextReader) -> None:
    words = ["IN THE", "MIDDLE", "OF THE", "NIGHT", "WE RUN", "AGAIN"]
    stacked = draw_words([(text, 20, 40 + 24 * row, 20) for row, text in enumerate(words)], (300, 450))
    lines = reader.read_place(stacked, Box(15, 36, 100, 152))
    assert [line.text for line in lines] == words


def test_a_number_of_its_own_is_read(reader: TextReader) -> None:
    before = draw_words(TITLE)
    for number in ("2", "3", "4", "5", "8"):
        after = draw_words([*TITLE, (number, 230, 615, 90)])
        assert keys(reader.read_place(after, ink_box(before, after))) == [number]


def test_a_place_that_shows_a_number_and_nothing_else_gives_it(reader: TextReader) -> None:
    before = draw_words(TITLE)
    after = draw_words([*TITLE, ("2", 230, 615, 90)])
    place = ink_box(before, after)
    assert keys(reader.read_number(after, place)) == ["2"]
    assert reader.read_number(before, place) == ()


def test_letters_are_no_number(reader: TextReader) -> None:
    picture = draw_words([("V", 40, 420, 80), ("HEARTS", 40, 510, 80)])
    for box in (Box(35, 430, 70, 75), Box(35, 515, 340, 80)):
        assert reader.read_number(picture, box) == ()


def test_a_place_of_two_lines_gives_both_in_order(reader: TextReader) -> None:
    assert keys(reader.read_place(draw_words(TITLE), Box(35, 420, 340, 180))) == ["PURPLE", "HEARTS"]


def test_a_place_that_touches_one_line_gives_no_other(reader: TextReader) -> None:
    assert keys(reader.read_place(draw_words(TITLE), Box(60, 445, 40, 50))) == ["PURPLE"]


def test_places_on_one_line_are_read_together_and_give_what_each_would(reader: TextReader) -> None:
    picture = draw_words([*TITLE, ("COMING", 60, 640, 40), ("SOON", 260, 640, 40)])
    boxes = (Box(260, 650, 110, 35), Box(35, 420, 300, 85), Box(60, 650, 150, 35), Box(10, 30, 40, 40))
    together = reader.read_places(picture, boxes)
    assert [keys(lines) for lines in together] == [["COMINGSOON"], ["PURPLE"], ["COMINGSOON"], []]
    assert [keys(lines) for lines in together] == [keys(reader.read_place(picture, box)) for box in boxes]
    assert reader.read_places(picture, ()) == ()


def test_a_place_without_lettering_or_outside_the_picture_is_empty(reader: TextReader) -> None:
    picture = draw_words(TITLE)
    assert keys(reader.read_place(picture, Box(200, 100, 60, 60))) == []
    for box in (Box(600, 10, 30, 30), Box(10, -90, 30, 30), Box(10, 10, 0, 30)):
        assert reader.read_place(picture, box) == ()


def test_a_line_set_on_its_side_is_read(reader: TextReader) -> None:
    lying = draw_words([("CITIZEN KANE", 60, 80, 60)], (500, 220))
    for turns in (1, 3):
        assert "CITIZENKANE" in keys(reader.read_poster(np.ascontiguousarray(np.rot90(lying, turns))))


@pytest.mark.parametrize("shape", [(1, 3000), (3000, 1), (48, 48), (1, 1), (700, 31), (40, 2500)])
def test_plain_pictures_of_any_shape_hold_no_words(reader: TextReader, shape: tuple[int, int]) -> None:
    plain = np.full((*shape, 3), 90, np.uint8)
    assert keys(reader.read_poster(plain)) == []
    assert keys(reader.read_place(plain, Box(0, 0, shape[1], shape[0]))) == []


@pytest.mark.parametrize("degrees", [45, -45])
def test_a_ribbon_is_read_across_its_corner(reader: TextReader, degrees: int) -> None:
    ribbon = draw_words([("OFFICIAL SEQUEL", 100, 380, 44)])[360:460, 60:560]
    side = 640
    turn = cv2.getRotationMatrix2D((ribbon.shape[1] / 2, ribbon.shape[0] / 2), degrees, 0.9)
    turn[:, 2] += (side - ribbon.shape[1]) / 2, (side - ribbon.shape[0]) / 2
    picture = np.asarray(cv2.warpAffine(ribbon, turn, (side, side), borderValue=(120, 110, 90)), np.uint8)
    box = Box(150, 150, 340, 340)
    (line,) = reader.read_aslant(picture, box)
    assert key(line.text) == "OFFICIALSEQUEL"
    assert line.box == box


def test_nothing_runs_across_a_plain_place_or_one_outside_the_picture(reader: TextReader) -> None:
    plain = np.full((300, 200, 3), 90, np.uint8)
    assert reader.read_aslant(plain, Box(0, 0, 100, 100)) == ()
    assert reader.read_aslant(plain, Box(400, 0, 100, 100)) == ()


def test_rows_of_one_sign_are_a_pattern_and_not_words(reader: TextReader) -> None:
    lines = reader.read_poster(draw_words([("* " * 12, 20, 100 + 60 * i, 60) for i in range(5)]))
    assert not [line for line in lines if line.score >= 0.5 and set(line.text) <= set("* ")]


def test_an_outlined_box_is_a_button_and_not_a_word(reader: TextReader) -> None:
    pixels = np.full((300, 400, 3), 255, np.uint8)
    pixels[120:180, 170:222] = 20
    pixels[127:173, 177:215] = 255
    assert keys(reader.read_place(pixels, Box(160, 110, 72, 80))) in ([], [""])


def test_the_pictures_are_not_written_to(reader: TextReader) -> None:
    picture = draw_words(TITLE)
    kept = picture.copy()
    picture.setflags(write=False)
    reader.read_poster(picture)
    reader.read_place(picture, Box(35, 500, 300, 90))
    assert np.array_equal(picture, kept)


def test_many_threads_share_one_reader_and_load_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.text import reader as module

    made: list[threading.Thread] = []

    class Counted(module.OcrEngine):
        def __init__(self) -> None:
            made.append(threading.current_thread())
            super().__init__()

    monkeypatch.setattr(module, "OcrEngine", Counted)
    shared = TextReader()
    assert made == []
    words = ["LOVE AGAIN", "SHADOW CITY", "RED HORIZON", "TWO HEARTS"]
    pictures = [draw_words([(text, 40, 300, 60)]) for text in words] * 2
    with ThreadPoolExecutor(4) as threads:
        read = list(threads.map(lambda picture: keys(shared.read_place(picture, Box(60, 310, 200, 50))), pictures))
    assert read == [[key(text)] for text in words] * 2
    assert len(made) == 1


def test_reading_says_nothing_on_either_output_and_leaves_no_log_handler() -> None:
    script = (
        "import logging, numpy as np\n"
        "from app.text.reader import TextReader\n"
        "assert not logging.getLogger().handlers\n"
        "TextReader().read_poster(np.full((200, 200, 3), 200, np.uint8))\n"
        "assert not logging.getLogger('RapidOCR').handlers and not logging.getLogger().handlers\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert logging.getLogger("app.text").handlers == []


def test_the_models_are_not_imported_before_they_are_needed() -> None:
    script = (
        "import sys\nfrom app.text.parse import parse_words\nfrom app.text.reader import TextReader\nTextReader()\n"
        "assert not {'rapidocr', 'onnxruntime', 'cv2'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)


def test_memory_stays_bounded_over_many_readings_of_different_sizes(reader: TextReader) -> None:
    sizes = [(200 + 37 * i % 700, 300 + 91 * i % 900) for i in range(1, 61)]

    def read_all(part: list[tuple[int, int]]) -> None:
        for width, height in part:
            picture = draw_words([("LOVE AGAIN", 20, height // 2, 40)], (width, height))
            reader.read_place(picture, Box(20, height // 2, min(width - 20, 200), 45))

    read_all(sizes[:30])
    settled = _resident_megabytes()
    read_all(sizes[30:] + sizes[:30])
    assert _resident_megabytes() - settled < 60


def _resident_megabytes() -> float:
    with open("/proc/self/statm", encoding="ascii") as facts:  # noqa: PTH123 - a path of the running system
        return int(facts.read().split()[1]) * 4096 / 2**20
