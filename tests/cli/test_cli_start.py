"""The program starts fast, helps, and refuses wrong words with the documented code."""

import subprocess
import sys

import pytest

from tests.cli.running import environment, postercheck

COMMANDS = ["check", "batch", "library", "serve", "doctor"]
LIBRARY_COMMANDS = ["import", "add", "list", "info", "remove", "disable", "enable", "verify", "rebuild"]
# pydantic is not among them: typer itself loads it for the options of a command.
HEAVY = {"cv2", "faiss", "fastapi", "uvicorn", "sqlalchemy", "alembic", "numpy", "PIL", "imagehash"}


def test_help_lists_the_commands() -> None:
    done = postercheck("--help")
    assert done.returncode == 0
    assert all(command in done.stdout for command in COMMANDS)


def test_library_help_lists_its_commands() -> None:
    done = postercheck("library", "--help")
    assert done.returncode == 0
    assert all(command in done.stdout for command in LIBRARY_COMMANDS)


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], *[[name, "--help"] for name in COMMANDS], ["library", "import", "--help"]]
)
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys\n"
        "from app.cli.main import run\n"
        f"sys.argv = ['postercheck', *{words!r}]\n"
        "try:\n    run()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        f"loaded = {HEAVY!r} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_version() -> None:
    from app import __version__

    assert postercheck("--version").stdout == f"postercheck {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["check"],
        ["check", "--nonsense", "a.jpg"],
        ["check", "a.jpg", "b.jpg", "--diff", "d.png"],
        ["check", "-", "-"],
        ["check", "a.jpg", "--fail-on", "whatever"],
        ["batch"],
        ["batch", "missing-folder"],
        ["batch", ".", "--resume"],
        ["batch", ".", "--format", "xml"],
        ["batch", ".", "--jobs", "0"],
        ["library", "add", "a.jpg"],
        ["library", "add", "a.jpg", "--label", "perhaps"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_use_ends_with_2_and_says_why(words: list[str], tmp_path) -> None:
    done = postercheck("--home", tmp_path / "home", *words, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_setting_out_of_range_is_wrong_use_and_named(tmp_path) -> None:
    done = postercheck("check", "a.jpg", cwd=tmp_path, POSTERCHECK_MAX_PIXELS="7")
    assert done.returncode == 2
    assert "max_pixels" in done.stderr
