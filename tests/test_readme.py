"""What the README tells people to type works, and prints what the README shows."""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.drawing import save_poster
from tests.cli.running import PROGRAM, environment
from tests.web.serving import make_settings, running_server

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
_COMMANDS = [line.partition("  #")[0].strip() for block in _BLOCKS for line in block.splitlines()]
OFFLINE = [line for line in _COMMANDS if line.startswith(".venv/bin/postercheck ")]
OVER_HTTP = [line for line in _COMMANDS if line.startswith("curl ")]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TARGETS = [line for line in _COMMANDS if line.startswith("make ")]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the commands name."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("sequel-added.jpg", "face-replaced.jpg", "reshared-copy.jpg"):
        (folder / "examples").mkdir(exist_ok=True)
        shutil.copy(ROOT / "examples" / name, folder / "examples" / name)
    save_poster(folder / "my-posters/official/some-film.jpg", 1, "SOME FILM")
    save_poster(folder / "my-posters/known_fakes/some-film-2.jpg", 2, "SOME FILM 2")
    return folder


@pytest.fixture(scope="module")
def home(demo_home: Path, clone: Path) -> Path:
    return Path(shutil.copytree(demo_home, clone / "home"))


def _run(line: str, folder: Path, home: Path) -> "subprocess.CompletedProcess[str]":
    script = line.replace(".venv/bin/postercheck", shlex.quote(str(PROGRAM)))
    env = environment(POSTERCHECK_HOME=str(home))
    return subprocess.run(["/bin/sh", "-c", script], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_every_command_is_one_that_is_tried_here() -> None:
    assert len(OFFLINE) >= 8
    assert sorted(_COMMANDS) == sorted(OFFLINE + OVER_HTTP + TARGETS)


@pytest.mark.parametrize("line", OFFLINE)
def test_commands_work(line: str, clone: Path, home: Path) -> None:
    done = _run(line, clone, home)
    assert done.returncode == 0, done.stderr
    for written in re.findall(r"(?:--diff|--output) (\S+)", line):
        assert (clone / written).stat().st_size > 500


def test_the_first_check_gives_the_answer_that_is_shown(clone: Path, demo_home: Path, tmp_path: Path) -> None:
    shown = re.search(r"^```text\n(╭.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert shown is not None
    home = Path(shutil.copytree(demo_home, tmp_path / "home"))
    printed = _run(next(line for line in OFFLINE if " check " in line), clone, home).stdout
    assert _answer(printed) == _answer(shown[1])
    assert {line.split(":")[0] for line in printed.splitlines()} >= {"Why", "Compared with", "Note"}


def test_the_call_over_http_answers_with_the_report(clone: Path, demo_home: Path, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("no curl on this machine")
    (line,) = OVER_HTTP
    home = Path(shutil.copytree(demo_home, tmp_path / "home"))
    with running_server(make_settings(home)) as address:
        done = _run(line.replace("http://127.0.0.1:8000", address).replace("curl ", "curl -sS "), clone, home)
    assert json.loads(done.stdout)["verdict"] == "likely_fan_made", done.stderr


@pytest.mark.parametrize("line", TARGETS)
def test_targets_are_in_the_makefile(line: str) -> None:
    assert re.search(rf"^{line.split()[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))]
    for link in links:
        assert link.startswith("https://") or (page.parent / link).exists(), link


def _answer(text: str) -> list[str]:
    """The verdict with its summary: what stands before the reasons, but for figures and the spaces after them."""
    lines = text.strip().partition("\nWhy\n")[0].splitlines()
    return [re.sub(r"\s+", " ", re.sub(r"\d+(\.\d+)?", "#", line)).strip() for line in lines]
