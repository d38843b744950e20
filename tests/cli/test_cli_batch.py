"""`postercheck batch` over a real folder: formats, order, and being stopped, killed and resumed."""

import csv
import io
import json
import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.drawing import save_poster
from tests.cli.processes import count_lines, is_running, start, wait_until, workers_of
from tests.cli.running import postercheck

linux_only = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's list of processes")
COUNT = 14


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the folders `in` and `few`: pictures, a subfolder, and things that are none."""
    place = tmp_path_factory.mktemp("batch")
    for number in range(COUNT - 3):
        save_poster(place / f"in/p{number:02}.jpg", number + 1, "GLASS RIVER")
    save_poster(place / "in/sub/deep.png", 2, "GLASS RIVER")
    (place / "in/empty.jpg").touch()
    (place / "in/=cmd.png").write_text("no picture")
    (place / "in/notes.txt").write_text("ignored")
    for name in ("empty.jpg", "=cmd.png", "notes.txt", "sub/deep.png"):
        (place / "few" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(place / "in" / name, place / "few" / name)
    return place


@pytest.fixture(scope="module")
def whole(place: Path, filled_home: Path) -> list[dict[str, Any]]:
    """The rows of a run that nobody disturbed."""
    done = postercheck("--home", filled_home, "batch", "in", cwd=place)
    assert done.returncode == 1, done.stderr
    return _steady(done.stdout)


def _steady(text: str) -> list[dict[str, Any]]:
    """Rows without what differs from run to run."""
    rows = [json.loads(line) for line in text.splitlines()]
    return [{name: row[name] for name in row if name not in ("id", "checked_at", "timings_ms")} for row in rows]


def test_rows_go_to_standard_output_in_the_order_of_names(place: Path, whole: list[dict[str, Any]]) -> None:
    names = sorted(path.relative_to(place).as_posix() for path in (place / "in").glob("*.[jp][pn]g"))
    assert [row["input"] for row in whole] == [*names, "in/sub/deep.png"]
    errors = {row["input"]: row["error"]["code"] for row in whole if "error" in row}
    assert errors == {"in/empty.jpg": "not_an_image", "in/=cmd.png": "not_an_image"}
    verdicts = {row["input"]: row["verdict"] for row in whole if "verdict" in row}
    assert verdicts["in/sub/deep.png"] == "likely_official"


def test_a_check_and_a_batch_answer_alike(place: Path, filled_home: Path, whole: list[dict[str, Any]]) -> None:
    done = postercheck("--home", filled_home, "check", "in/sub/deep.png", "--json", cwd=place)
    assert _steady(done.stdout) == whole[-1:]


def test_messages_and_counts_go_to_standard_error(place: Path, filled_home: Path) -> None:
    done = postercheck("--home", filled_home, "batch", "few", "--no-recursive", "--output", "flat.jsonl", cwd=place)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "2 pictures, 1 other file ignored." in done.stderr
    assert "2 not checked" in done.stderr
    assert "\x1b" not in done.stderr, "no progress bar where nobody sees it"
    assert count_lines(place / "flat.jsonl") == 2


def test_csv_by_suffix_and_no_formula(place: Path, filled_home: Path) -> None:
    done = postercheck("--home", filled_home, "batch", ".", "-o", "../rows.csv", cwd=place / "few")
    assert done.returncode == 1, done.stderr
    rows = list(csv.DictReader(io.StringIO((place / "rows.csv").read_text())))
    assert [row["input"] for row in rows[1:]] == ["empty.jpg", "sub/deep.png"]
    assert rows[0]["input"] == "'=cmd.png"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_html_holds_thumbnails_of_both_pictures(place: Path, filled_home: Path) -> None:
    done = postercheck("--home", filled_home, "batch", "in/sub", "--output", "page.html", cwd=place)
    assert done.returncode == 0, done.stderr
    page = (place / "page.html").read_text()
    assert page.count("data:image/jpeg;base64,") == 2
    assert page.endswith("</html>\n")


def test_a_pipe_among_the_pictures_does_not_hang(tmp_path: Path, filled_home: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    done = postercheck("--home", filled_home, "batch", tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "unreadable_file"


def test_an_empty_folder_is_no_error(tmp_path: Path, filled_home: Path) -> None:
    done = postercheck("--home", filled_home, "batch", tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 pictures" in done.stderr


def test_an_older_file_is_kept(place: Path, filled_home: Path) -> None:
    (place / "kept.jsonl").write_text("older\n")
    done = postercheck("--home", filled_home, "batch", "in/sub", "-o", "kept.jsonl", cwd=place)
    assert (place / "kept.jsonl.previous").read_text() == "older\n"
    assert "kept.jsonl.previous" in done.stderr


def test_a_reader_that_leaves_early_is_no_crash(place: Path, filled_home: Path) -> None:
    process = start("--home", filled_home, "batch", "in", cwd=place)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    text = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) == 1
    assert "Traceback" not in text, text


@linux_only
def test_killed_and_resumed_it_ends_up_the_same(place: Path, filled_home: Path, whole: list[dict[str, Any]]) -> None:
    output = place / "killed.jsonl"
    words = ("--home", filled_home, "batch", "in", "--output", output.name, "--jobs", "2")
    process = start(*words, cwd=place)
    wait_until(lambda: count_lines(output) >= 3, "the first rows")
    workers = workers_of(process.pid)
    process.kill()
    process.communicate()
    held = count_lines(output)
    assert 3 <= held < COUNT, "killed half way"
    wait_until(lambda: not any(map(is_running, workers)), "the workers to end with their parent", 20)
    first_rows = output.read_bytes()
    # A row that was being written when the power went.
    output.write_bytes(first_rows[: first_rows.rindex(b"\n") + 1] + b'{"id":"c_torn","input":"in/p')
    done = postercheck(*words, "--resume", cwd=place)
    assert done.returncode == 1, done.stderr
    assert f"{held} of them done by an earlier run" in done.stderr
    assert output.read_bytes().startswith(first_rows[: first_rows.rindex(b"\n") + 1])
    assert _steady(output.read_text()) == whole
    again = postercheck(*words, "--resume", cwd=place)
    assert again.returncode == 1
    assert _steady(output.read_text()) == whole, "nothing is left to do"


def test_interrupted_it_leaves_a_usable_file_and_says_how_to_go_on(
    place: Path, filled_home: Path, whole: list[dict[str, Any]]
) -> None:
    output = place / "stopped.jsonl"
    # On a busy machine this process may wake up only when the batch is through: then once more.
    for _ in range(6):
        output.unlink(missing_ok=True)
        process = start("--home", filled_home, "batch", "in", "--output", output.name, "--jobs", "1", cwd=place)
        wait_until(lambda: count_lines(output) >= 1, "the first row")
        os.killpg(process.pid, signal.SIGINT)
        _, messages = process.communicate(timeout=60)
        if process.returncode == 130:
            break
    text = messages.decode()
    assert process.returncode == 130, text
    assert "Traceback" not in text
    rows = _steady(output.read_text())
    assert rows == whole[: len(rows)]
    command = text.strip().splitlines()[-1].split()
    assert command[-1] == "--resume"
    done = postercheck(*command[1:], cwd=place)
    assert done.returncode == 1, done.stderr
    assert _steady(output.read_text()) == whole


@linux_only
def test_a_killed_worker_costs_nothing(place: Path, filled_home: Path, whole: list[dict[str, Any]]) -> None:
    output = place / "worker.jsonl"
    process = start("--home", filled_home, "batch", "in", "--output", output.name, "--jobs", "2", cwd=place)
    wait_until(lambda: count_lines(output) >= 2, "the first rows")
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    _, messages = process.communicate(timeout=120)
    assert process.returncode == 1, messages.decode()
    assert _steady(output.read_text()) == whole


def test_resuming_into_another_format_changes_nothing(place: Path, filled_home: Path) -> None:
    output = place / "other.jsonl"
    output.write_text("dear diary\n")
    done = postercheck("--home", filled_home, "batch", "in", "--output", output, "--resume", cwd=place)
    assert done.returncode == 2
    assert output.read_text() == "dear diary\n"
