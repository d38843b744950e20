"""`library export`, `load`, and what `info` and `verify` say of a library's health."""

import json
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from tests.cli.drawing import draw_poster, save_poster
from tests.cli.running import postercheck


def library(home: Path, *words: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = postercheck("--home", home, "library", *words)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="session")
def pack(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packs") / "posters.pack"
    assert "3 references" in library(filled_home, "export", path).stderr
    return path


def test_a_pack_goes_from_home_to_home(filled_home: Path, pack: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert "as it should be" in library(home, "load", pack, "--check-only").stderr
    assert not home.exists()
    done = library(home, "load", pack)
    assert "3 added, 0 updated, 0 unchanged" in done.stderr
    assert "Warning: the pack is not signed" in done.stderr
    assert "0 added, 0 updated, 3 unchanged" in library(home, "load", pack).stderr
    there, here = (library(one, "list", "--json").stdout for one in (filled_home, home))
    ids = [{json.loads(line)["id"] for line in listed.splitlines()} for listed in (there, here)]
    assert ids[0] == ids[1]
    assert library(home, "verify").stdout == ""
    assert json.loads(library(home, "info", "--json").stdout)["coverage"]["without_picture"] == 3
    assert "0 of 0 measured anew" in library(home, "rebuild").stderr


def test_only_what_the_trusted_key_signed_is_taken(filled_home: Path, pack: Path, tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    private, public = tmp_path / "key.pem", tmp_path / "public.pem"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    library(filled_home, "export", tmp_path / "signed.pack", "--sign", private)
    home = tmp_path / "home"
    assert "not signed" in library(home, "load", pack, "--trusted-key", public, code=1).stderr
    assert not home.exists()
    assert (
        "Signed by the trusted key" in library(home, "load", tmp_path / "signed.pack", "--trusted-key", public).stderr
    )
    assert "no public key" in library(home, "load", pack, "--trusted-key", private, code=2).stderr


def test_a_broken_pack_is_told_and_makes_no_library(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pack").write_bytes(pack.read_bytes()[:-50])
    assert "damaged" in library(tmp_path / "home", "load", tmp_path / "broken.pack", code=1).stderr
    assert "no file" in library(tmp_path / "home", "load", tmp_path / "none.pack", code=1).stderr
    assert not (tmp_path / "home").exists()


def test_there_is_nothing_to_export_from_a_demo(demo_home: Path, tmp_path: Path) -> None:
    assert "nothing to export" in library(demo_home, "export", tmp_path / "a.pack", code=1).stderr
    assert not (tmp_path / "a.pack").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["export"],
        ["load"],
        ["export", "a.pack", "--pdq", "a.csv"],
        ["export", "--pdq", "a.csv", "--with-previews"],
        ["load", "a.pack", "--label", "official"],
        ["load", "--pdq", "a.csv", "--check-only"],
    ],
)
def test_words_that_do_not_go_together(filled_home: Path, words: list[str]) -> None:
    assert "postercheck: " in library(filled_home, *words, code=2).stderr


def test_pdq_hashes_go_out_and_come_in(filled_home: Path, tmp_path: Path) -> None:
    table = tmp_path / "hashes.csv"
    assert "3 hashes" in library(filled_home, "export", "--pdq", table).stderr
    rows = [line.split(",") for line in table.read_text().splitlines()]
    assert {(len(row[0]), row[1], row[3]) for row in rows} == {(64, "100", "official"), (64, "100", "known_fake")}
    done = library(filled_home, "load", "--pdq", table)
    assert "3 hashes, 3 references on the list. Nothing was changed." in done.stderr
    assert [line.split("\t")[1] for line in done.stdout.splitlines()] == ["0", "0", "0"]
    done = library(filled_home, "load", "--pdq", table, "--label", "known_fake", code=1)
    assert sorted(line.split("\t")[3] for line in done.stdout.splitlines()) == ["agrees", "contradicts", "contradicts"]
    table.write_text("no,hash\n")
    assert "no PDQ hash" in library(filled_home, "load", "--pdq", table, code=1).stderr


def test_info_tells_how_well_titles_are_covered(own_home: Path) -> None:
    told = library(own_home, "info").stdout
    assert "titles:          2\n" in told
    assert "thin:            2\n" in told
    assert "languages:       unknown 2\n" in told
    lines = [line.split("\t") for line in library(own_home, "info", "--titles").stdout.splitlines()]
    assert [(line[0].lower(), line[1], line[2], line[6]) for line in lines] == [
        ("glass river", "1", "0", "thin"),
        ("glass river 2", "0", "1", "thin"),
        ("quiet harbour", "1", "0", "thin"),
    ]
    (one, *_) = library(own_home, "info", "--titles", "--json").stdout.splitlines()
    assert json.loads(one)["thin"] is True
    library(own_home, "info", "r_1", "--titles", code=2)


def test_verify_names_doubts_and_remarks(own_home: Path, tmp_path: Path) -> None:
    draw_poster(2, "GLASS RIVER").save(tmp_path / "again.jpg", quality=80)
    library(own_home, "add", tmp_path / "again.jpg", "--label", "official", "--title", "Glass River")
    assert "\tnear_duplicate\t" in (done := library(own_home, "verify")).stdout
    assert "Nothing is wrong" in done.stderr
    table = tmp_path / "list.csv"
    save_poster(tmp_path / "b.png", 9)
    table.write_text("path,label,tier,page_url\nb.png,official,A,https://example.org/b\n")
    library(own_home, "import", table)
    assert "\tprovenance_doubtful\t" in library(own_home, "verify", code=1).stdout
