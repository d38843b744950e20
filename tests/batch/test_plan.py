"""Which files a batch looks at, in which order and under which names."""

import os
from pathlib import Path

import pytest

from app.batch.plan import plan_folder
from app.errors import WrongUse


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    names = [
        "b.JPG",
        "a.png",
        "notes.txt",
        ".hidden.jpg",
        "._a.png",
        "deep/er/c.webp",
        "deep/d.bmp",
        ".cache/e.jpg",
        "README",
    ]
    for name in names:
        path = Path("posters") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return Path("posters")


def test_pictures_are_sorted_and_named_as_typed(folder: Path) -> None:
    plan = plan_folder(folder)
    assert [one.name for one in plan.pictures] == [
        "posters/a.png",
        "posters/b.JPG",
        "posters/deep/d.bmp",
        "posters/deep/er/c.webp",
    ]
    assert plan.ignored == 4, "two notes, two hidden files; a hidden folder is not entered"


def test_without_recursion_only_the_folder_itself(folder: Path) -> None:
    assert [one.name for one in plan_folder(folder, recursive=False).pictures] == ["posters/a.png", "posters/b.JPG"]


def test_here_and_absolute_folders_are_named_as_typed_too(folder: Path, tmp_path: Path) -> None:
    assert plan_folder(Path()).pictures[0].name == "posters/a.png"
    assert plan_folder(tmp_path / "posters").pictures[0].name == f"{tmp_path.as_posix()}/posters/a.png"


def test_a_name_that_is_no_text_can_be_reported(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.jpg")).touch()
    planned = plan_folder(folder).pictures
    odd = next(one for one in planned if "xff" in one.name)
    assert odd.name == "posters/\\xff.jpg"
    assert odd.path.exists()


@pytest.mark.parametrize("name", ["missing", "posters/a.png"])
def test_what_is_no_folder_is_wrong_use(folder: Path, name: str) -> None:
    with pytest.raises(WrongUse, match="not a folder"):
        plan_folder(Path(name))


def test_a_broken_link_is_planned_so_that_somebody_hears_of_it(folder: Path) -> None:
    (folder / "gone.jpg").symlink_to(folder / "nowhere.jpg")
    assert "posters/gone.jpg" in [one.name for one in plan_folder(folder).pictures]
