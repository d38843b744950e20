"""The batch over a real library: every picture has its row, also one that kills its process."""

from pathlib import Path
from typing import Any

import pytest

from app.batch.plan import PlannedPicture, plan_folder
from app.batch.run import BatchOptions, run_batch
from app.batch.worker import WorkerOptions
from app.checker import CheckerOptions
from app.errors import LibraryError
from app.model.report import CheckReport, SkippedInput
from tests.cli.drawing import save_poster
from tests.library.worker_tasks import die


class _Bomb:
    """In the place of a path: whoever receives it dies."""

    def __reduce__(self) -> tuple[Any, ...]:
        return die, ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(4):
        save_poster(tmp_path / f"in/p{number}.png", number)
    return tmp_path / "in"


def test_a_picture_that_kills_its_process_is_reported_and_the_others_are_checked(folder: Path, tmp_path: Path) -> None:
    pictures = list(plan_folder(folder).pictures)
    pictures.insert(2, PlannedPicture(_Bomb(), "bomb.png"))  # type: ignore[arg-type]
    options = BatchOptions(WorkerOptions(CheckerOptions(home=tmp_path / "home"), previews=True), jobs=2)
    results = list(run_batch(pictures, options))
    assert [result.item.input for result in results] == [picture.name for picture in pictures]
    bomb = results.pop(2).item
    assert isinstance(bomb, SkippedInput)
    assert bomb.error.code == "worker_died"
    for result in results:
        assert isinstance(result.item, CheckReport)
        assert result.submitted_preview is not None
        assert result.submitted_preview.startswith(b"\xff\xd8")


def test_a_library_that_cannot_be_opened_is_an_error_and_no_row(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    options = BatchOptions(WorkerOptions(CheckerOptions(home=tmp_path / "home")), jobs=1)
    with pytest.raises(LibraryError):
        list(run_batch(plan_folder(folder).pictures, options))
