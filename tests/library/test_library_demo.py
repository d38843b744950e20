"""The demo library: only into nothing, once, and gone with the first real reference."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import ManifestInvalid
from app.library.add import ImportOptions, NewReference, add_references
from app.library.demo import fill_with_demo
from app.library.import_manifest import read_manifest
from app.library.library import Library
from app.model.reference import Label, Provenance, ReferenceState

IN_PROCESS = ImportOptions(jobs=1)

FILL = """
import sys
from pathlib import Path
from app.library.demo import fill_with_demo
from app.library.library import Library

if __name__ == "__main__":
    with Library.open(Path(sys.argv[1])) as library:
        print(fill_with_demo(library, Path(sys.argv[2])).added)
"""


@pytest.fixture
def demo_folder(tmp_path: Path, make_manifest: Callable[..., Path]) -> Path:
    make_manifest(range(5))
    return tmp_path


def test_an_empty_library_is_filled_once(library: Library, demo_folder: Path) -> None:
    assert fill_with_demo(library, demo_folder).added == 5
    assert library.summary().demo is True
    version = library.version()
    assert version == 1
    assert fill_with_demo(library, demo_folder).added == 0
    assert library.version() == version


def test_a_library_with_anything_in_it_stays_as_it_is(
    library: Library, demo_folder: Path, draw: Callable[..., Path]
) -> None:
    add_references(library, [NewReference(draw(9), Label.OFFICIAL)], IN_PROCESS)
    library.set_state(library.references().items[0].id, ReferenceState.DISABLED)
    assert fill_with_demo(library, demo_folder).added == 0
    assert library.summary().demo is False


def test_the_first_real_reference_replaces_the_demo_in_one_step(
    library: Library, demo_folder: Path, draw: Callable[..., Path]
) -> None:
    fill_with_demo(library, demo_folder)
    version = library.version()
    add_references(library, [NewReference(draw(9), Label.OFFICIAL, "Real")], IN_PROCESS)
    summary = library.summary()
    assert [item.title for item in library.references().items] == ["Real"]
    assert (summary.references, summary.demo, summary.version) == (1, False, version + 1)
    assert len(list(library.pictures.all_files())) == 2
    assert library.verify() == []


def test_an_import_that_adds_nothing_leaves_the_demo(library: Library, demo_folder: Path) -> None:
    fill_with_demo(library, demo_folder)
    (demo_folder / "words.jpg").write_text("no picture")
    bad = [
        NewReference(demo_folder / "words.jpg", Label.OFFICIAL),
        NewReference(b"", Label.OFFICIAL),
        NewReference(b"x", Label.OFFICIAL, provenance=Provenance(page_url="ftp://x")),
    ]
    assert add_references(library, bad, IN_PROCESS).added == 0
    assert library.summary().demo is True
    assert library.summary().references == 5


def test_importing_the_demo_folder_makes_it_real(library: Library, demo_folder: Path) -> None:
    fill_with_demo(library, demo_folder)
    summary = add_references(library, read_manifest(demo_folder).good, IN_PROCESS)
    assert (summary.added, summary.unchanged) == (5, 0)
    assert library.summary().demo is False
    assert library.summary().references == 5
    assert library.verify() == []


def test_removing_the_demo_by_hand_ends_it(library: Library, demo_folder: Path) -> None:
    fill_with_demo(library, demo_folder)
    for reference in library.references().items:
        library.remove(reference.id)
    assert library.summary().demo is False


def test_processes_that_fill_at_once_do_not_collide(
    home: Path, demo_folder: Path, start_python: Callable[..., Any]
) -> None:
    processes = [start_python(FILL, home, demo_folder) for _ in range(3)]
    added = []
    for process in processes:
        output, trouble = process.communicate(timeout=120)
        assert process.returncode == 0, trouble
        added.append(int(output))
    assert sorted(added) == [0, 0, 5]
    with Library.open(home) as library:
        assert library.summary().references == 5
        assert library.summary().demo is True


def test_an_import_that_overtakes_the_demo_wins(
    library: Library, demo_folder: Path, draw: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The real reference arrives after the demo has been read and before it is written.
    import app.library.demo as demo

    def read_late(folder: Path) -> Any:
        add_references(library, [NewReference(draw(9), Label.OFFICIAL, "Real")], IN_PROCESS)
        return read_manifest(folder)

    monkeypatch.setattr(demo, "read_manifest", read_late)
    assert fill_with_demo(library, demo_folder).added == 0
    assert [item.title for item in library.references().items] == ["Real"]
    assert {problem.code for problem in library.verify(fix=True)} == {"orphan_file"}


def test_a_folder_that_is_no_demo_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ManifestInvalid):
        fill_with_demo(library, tmp_path / "nothing")
