"""`postercheck library sync`: what is printed, what is refused, and how it ends."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.processes import start, wait_until
from tests.cli.running import Done, environment, postercheck
from tests.sources.source_server import (
    SourceServer,
    Tmdb,
    build_tudum,
    picture,
    running_source,
    serve,
    status,
)

CONTACT = "tests@example.org"


@pytest.fixture
def server() -> Iterator[SourceServer]:
    with running_source() as running:
        yield running


def sync(home: Path, *words: str | Path, **env: str) -> Done:
    return postercheck("--home", home, "library", "sync", *words, **({"POSTERCHECK_CONTACT": CONTACT} | env))


def sync_tudum(home: Path, server: SourceServer, *words: str | Path, **env: str) -> Done:
    return sync(home, "tudum", "--all", "--base", server.base, "--allow-private", "--rate", "500", *words, **env)


def counts(text: str) -> dict[str, int]:
    """The table of a summary: names stand in the first 22 columns, numbers in the next 8."""
    return {line[:22].strip(): int(line[22:30]) for line in text.splitlines()}


def test_a_sync_a_second_one_and_a_dry_run_between(tmp_path: Path, server: SourceServer) -> None:
    paths = build_tudum(server, pages=2, each=2)
    server.routes[paths[3]] = serve(b"not a picture")
    plan = sync_tudum(tmp_path, server, "--dry-run")
    assert plan.returncode == 0, plan.stderr
    assert plan.stdout.count("fetch\tA\tQuiet Harbour") == 4
    assert plan.stdout.endswith("4 would be fetched, 0 are here already.\n")
    assert not any(server.asked[path] for path in paths)

    done = sync_tudum(tmp_path, server)
    assert done.returncode == 1, done.stderr
    assert counts(done.stdout) == {"new": 3, "unchanged": 0, "gone": 0, "refused": 1, "not_an_image": 1}
    assert f"{server.base}{paths[3]}?r=f1: not taken (not_an_image)." in done.stderr

    server.routes[paths[3]] = serve(picture(3))
    done = sync_tudum(tmp_path, server, "--json")
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)
    assert (summary["new"], summary["unchanged"], summary["complete"]) == (1, 3, True)
    # The pictures came from this machine, and verify says that no tier A comes from there; nothing else is wrong.
    told = postercheck("--home", tmp_path, "library", "verify").stdout.splitlines()
    assert {line.split("\t")[1] for line in told} == {"provenance_doubtful"}


def test_the_first_real_pictures_take_the_place_of_the_demo(
    tmp_path: Path, demo_home: Path, server: SourceServer
) -> None:
    home = Path(shutil.copytree(demo_home, tmp_path / "home"))
    build_tudum(server, pages=1, each=2)
    assert sync_tudum(home, server).returncode == 0
    info = json.loads(postercheck("--home", home, "library", "info", "--json").stdout)
    assert (info["references"], info["demo"]) == (2, False)


def test_tmdb_with_a_token_from_the_environment(tmp_path: Path, server: SourceServer) -> None:
    tmdb = Tmdb(server)
    tmdb.put("tv/5", "Glass River", posters=[tmdb.image(1, votes=2), tmdb.image(2, language="de")])
    words = ("tmdb", "--id", "tv:5", "--language", "de", "--language", "en", "--base", server.base)
    words += ("--image-base", server.base, "--allow-private")
    done = sync(tmp_path, *words, POSTERCHECK_TMDB_TOKEN=tmdb.token)
    assert done.returncode == 0, done.stderr
    assert counts(done.stdout)["new"] == 2
    assert "not endorsed or certified by TMDB" in done.stderr
    assert tmdb.token not in done.stdout + done.stderr
    refused = sync(tmp_path, *words, "--refresh", POSTERCHECK_TMDB_TOKEN="another")
    assert refused.returncode == 1
    assert "POSTERCHECK_TMDB_TOKEN" in refused.stderr
    assert "another" not in refused.stderr.replace("Another", "")


def test_a_folder_and_a_list(tmp_path: Path, server: SourceServer) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(picture(1))
    home = tmp_path / "home"
    done = sync(home, "folder", folder, "--label", "official", "--tier", "A", POSTERCHECK_CONTACT="")
    assert (done.returncode, counts(done.stdout)["new"]) == (0, 1), done.stderr
    (folder / "a.jpg").unlink()
    done = sync(home, "folder", folder, "--label", "official", "--tier", "A")
    assert counts(done.stdout)["gone"] == 1

    server.routes |= {"/fake.jpg": serve(picture(2)), "/gone.jpg": status(404)}
    listed = tmp_path / "list.txt"
    listed.write_text(f"{server.base}/fake.jpg\tSome Film 2\n{server.base}/gone.jpg\n")
    private = sync(home, "urls", listed, "--label", "known_fake")
    assert private.returncode == 1
    assert counts(private.stdout)["private_address"] == 2
    assert not server.asked
    done = sync(home, "urls", listed, "--label", "known_fake", "--allow-private")
    assert counts(done.stdout) == {"new": 1, "unchanged": 0, "gone": 0, "refused": 1, "not_found": 1}
    listing = postercheck("--home", home, "library", "list", "--label", "known_fake").stdout
    assert "Some Film 2" in listing


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("tudum",), "--all"),
        (("tudum", "--all", "--title", "x"), "--all"),
        (("tudum", "--all", "--base", "ftp://x"), "ftp://x"),
        (("tmdb", "--id", "movie/1"), "POSTERCHECK_TMDB_TOKEN"),
        (("tmdb",), "--network"),
    ],
)
def test_wrong_use_says_what_is_missing(tmp_path: Path, words: tuple[str, ...], hint: str) -> None:
    done = sync(tmp_path, *words)
    assert done.returncode == 2
    assert hint in done.stderr


def test_nothing_is_asked_without_a_contact(tmp_path: Path, server: SourceServer) -> None:
    done = sync_tudum(tmp_path, server, POSTERCHECK_CONTACT="")
    assert done.returncode == 2
    assert "--contact" in done.stderr
    assert not server.asked


def test_a_private_address_needs_to_be_allowed(tmp_path: Path, server: SourceServer) -> None:
    done = sync(tmp_path, "tudum", "--all", "--base", server.base)
    assert done.returncode == 1
    assert not server.asked


def test_ctrl_c_says_that_the_same_command_goes_on(tmp_path: Path, server: SourceServer) -> None:
    # Slow enough that the keys are pressed amid the work on a busy machine too.
    paths = build_tudum(server, pages=1, each=10, pause=1.5)
    words = ("--home", tmp_path, "library", "sync", "tudum", "--all", "--base", server.base, "--allow-private")
    process = start(*words, "--contact", CONTACT, "--jobs", "1", cwd=tmp_path)
    wait_until(lambda: len(server.full) >= 4, "the first pictures")
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"The same command goes on" in told
    assert b"Traceback" not in told
    done = subprocess.run(process.args, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Went on with a sync" in done.stdout
    # The one on its way when the keys were pressed may come twice.
    assert 10 <= sum(server.full[path] for path in paths) <= 11
