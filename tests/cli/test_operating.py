"""What the operator reads and builds fits the program: settings table, Dockerfile, .dockerignore."""

import json
import re
import shlex
from fnmatch import fnmatch

from app.settings import Settings
from tests.cli.dockerfile import ROOT, image_instructions
from tests.cli.running import postercheck


def _copied() -> list[str]:
    """What the Dockerfile copies from the source tree."""
    words = [shlex.split(rest) for name, rest in image_instructions() if name == "COPY" and "--from" not in rest]
    return [word.removeprefix("./") for line in words for word in line[:-1]]


def test_the_settings_table_is_the_settings() -> None:
    table = re.findall(
        r"^\| `POSTERCHECK_(\w+)` \| (.*?) \| (.*) \|$", (ROOT / "docs/operating.md").read_text(), re.MULTILINE
    )
    assert [name.lower() for name, _, _ in table] == list(Settings.model_fields)
    for name, default, meaning in table:
        field = Settings.model_fields[name.lower()]
        assert meaning == field.description
        if field.default_factory is None:
            value = field.default
            shown = str(value).lower() if isinstance(value, bool) else "(empty)" if value in ("", None) else str(value)
            assert default == shown, name


def test_everything_the_image_copies_exists_and_is_not_ignored() -> None:
    patterns = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    copied = _copied()
    assert {"app", "pyproject.toml", "constraints.txt", "reference_images"} <= set(copied)
    for name in copied:
        assert (ROOT / name).exists(), name
        ignored = False
        for pattern in patterns:
            if fnmatch(name, pattern.removeprefix("!")):
                ignored = not pattern.startswith("!")
        assert not ignored, name


def test_the_image_installs_what_the_build_needs() -> None:
    copied = _copied()
    project = (ROOT / "pyproject.toml").read_text()
    readme = re.search(r'^readme = "(.*)"', project, re.MULTILINE)
    assert readme is not None
    assert readme[1] in copied
    installs = [rest for name, rest in image_instructions() if name == "RUN" and "pip install" in rest]
    assert len(installs) == 1
    assert "--constraint constraints.txt" in installs[0]


def test_the_image_runs_as_nobody_special_on_its_port_and_volume() -> None:
    last_stage = dict(image_instructions())
    assert last_stage["USER"] not in ("root", "0")
    assert last_stage["EXPOSE"] == str(Settings.model_fields["port"].default)
    assert f"POSTERCHECK_HOME={last_stage['VOLUME']}" in last_stage["ENV"]


def test_the_images_command_is_one_the_program_takes() -> None:
    words = json.loads(dict(image_instructions())["CMD"])
    assert words[0] == "postercheck"
    done = postercheck(*words[1:], "--help")
    assert done.returncode == 0, done.stderr
    assert words[1:] == ["serve", "--host", "0.0.0.0"]
