"""A sync that is killed and started again makes the same library as one that is not, and fetches nothing twice."""

import subprocess
from pathlib import Path

from app.library.library import Library
from tests.cli.running import environment
from tests.sources.interrupted import count_references, random_waits, sync_command, sync_with_kills, told_of
from tests.sources.source_server import build_tudum, running_source

PICTURES = 40
KILLS = 4


def test_killed_and_resumed_is_the_same_as_one_run(tmp_path: Path) -> None:
    with running_source() as server:
        paths = build_tudum(server, pages=4, each=PICTURES // 4, pause=0.02)
        broken = sync_with_kills(
            sync_command(server, tmp_path / "broken"), tmp_path / "broken", random_waits(7, KILLS, 1.5), last_after=3
        )
        fetched = sum(server.full[path] for path in paths)
        whole = sync_command(server, tmp_path / "whole")
        done = subprocess.run(whole, env=environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert broken.kills == KILLS
    assert any(0 < kept < PICTURES for kept in broken.kept_at_kill), broken.kept_at_kill
    assert "Went on with a sync" in broken.summary
    assert f"{'new':<22}{PICTURES:>8}" in broken.summary
    assert count_references(tmp_path / "broken") == PICTURES
    assert told_of(tmp_path / "broken") == told_of(tmp_path / "whole")
    # The one picture on its way at the moment of a kill may come twice; whatever had arrived does not.
    assert PICTURES <= fetched <= PICTURES + KILLS
    with Library.open(tmp_path / "broken") as library:
        assert library.verify() == []
    assert not list((tmp_path / "broken/sources").rglob("*.tmp"))
