"""PDQ hashes are the ones that other tools compute, and lists of them are read as those tools write them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.errors import HashListInvalid
from app.library.add import ImportOptions, NewReference, add_references
from app.library.exchange.match_pdq import MATCH_DISTANCE, hash_references, match_hashes
from app.library.exchange.pdq_csv import read_hashes, write_hashes
from app.library.exchange.pdq_hash import PdqHash, compute_pdq_hash
from app.library.library import Library
from app.model.reference import Label
from tests.library.conftest import draw_picture
from tests.support.pictures import draw_artwork, resize

ONE, TWO, THREE = "0f" * 32, "a5" * 32, "c3" * 32


def distance(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def by_definition(pixels: np.ndarray) -> tuple[str, int]:
    """The algorithm once more, one value at a time: box sums by hand, one cosine after the other."""
    picture = pixels @ np.array([0.299, 0.587, 0.114])
    for _ in range(2):
        for turned in (True, False):
            lines = picture if turned else picture.T
            window = (lines.shape[1] + 127) // 128
            half = (window + 2) // 2
            smooth = np.empty_like(lines)
            for at in range(lines.shape[1]):
                smooth[:, at] = lines[:, max(0, at - window + half) : at + half].mean(axis=1)
            picture = smooth if turned else smooth.T
    height, width = picture.shape
    small = np.array(
        [[picture[int((i + 0.5) * height / 64), int((j + 0.5) * width / 64)] for j in range(64)] for i in range(64)]
    )
    steps = [*np.diff(small, axis=0).ravel(), *np.diff(small, axis=1).ravel()]
    quality = min(100, sum(abs(int(step * 100 / 255)) for step in steps) // 90)
    waves = [[np.cos(np.pi / 128 * (k + 1) * (2 * n + 1)) for n in range(64)] for k in range(16)]
    values = [float(np.array(waves[i]) @ small @ np.array(waves[j])) for i in range(16) for j in range(16)]
    median = sorted(values)[127]
    return f"{sum((value > median) << place for place, value in enumerate(values)):064x}", quality


@pytest.mark.parametrize("size", [(360, 540), (333, 217), (64, 64), (1000, 40), (129, 128)])
def test_a_hash_is_what_its_definition_says(size: tuple[int, int]) -> None:
    pixels = draw_artwork(1, size) if min(size) > 100 else resize(draw_artwork(1), *size)
    bits, quality = by_definition(pixels)
    found = compute_pdq_hash(pixels)
    assert distance(found.bits, bits) <= 2, "rounding may turn a value that lies on the median"
    assert abs(found.quality - quality) <= 1


def test_half_the_bits_are_set_and_a_plain_picture_has_no_quality() -> None:
    assert int(compute_pdq_hash(draw_artwork(2)).bits, 16).bit_count() == 128
    assert compute_pdq_hash(draw_artwork(2)).quality == 100
    assert compute_pdq_hash(np.full((300, 200, 3), 90, np.uint8)).quality == 0


def test_a_copy_is_near_and_a_stranger_far() -> None:
    hashes = [
        compute_pdq_hash(pixels).bits
        for pixels in (draw_artwork(1), resize(draw_artwork(1), 180, 270), draw_artwork(2))
    ]
    assert distance(hashes[0], hashes[1]) <= 16
    assert distance(hashes[0], hashes[2]) > 80


READABLE = {
    "the hasher's lines": f"{ONE},100,a b.jpg\n{TWO},50,b.jpg\n",
    "its detailed lines": f"hash={ONE},norm=128,delta=0,quality=100,filename=a.jpg\nhash={TWO},quality=90\n",
    "hashes alone": f"{ONE}\n\n{TWO}",
    "in capitals, from a spreadsheet": f"\ufeff{ONE.upper()}\r\n{TWO}\r\n",
    "signal files": f"pdq {ONE}\npdq {TWO}\n",
    "signal files with other signals": f"signal_type,signal_str\npdq,{ONE}\nvideo_md5,{'0' * 32}\nPDQ,{TWO}\n",
    "sample signals": f"collab,signal_type,signal_str,category,tags\nx,pdq,{ONE},WORTH,\ny,pdq,{TWO},WORTH,\n",
    "matcher's samples": f"{ONE},2880742865368386,2020-07-31T18:47:52+0000,some tags\n{TWO},99,2020-07-31,\n",
    "a header of one": f"pdq\n{ONE}\n{TWO}\n{ONE}\n",
    "a remark": f"# list of June\n{ONE}\n{TWO}\n",
}


@pytest.mark.parametrize("name", READABLE)
def test_lists_are_read_as_other_tools_write_them(name: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(READABLE[name], encoding="utf-8", newline="")
    found = read_hashes(tmp_path / "list.csv")
    assert [one.bits for one in found.hashes] == [ONE, TWO]
    assert (found.unreliable, found.faults) == (0, ())


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    lines = [f"{ONE},49,a.jpg", f"hash={TWO},quality=3", f"{THREE},50,c.jpg,more", "md5,12", ONE[:-1], f'"{ONE}']
    (tmp_path / "list.csv").write_text("\n".join(lines))
    found = read_hashes(tmp_path / "list.csv")
    assert [(one.bits, one.line, one.told) for one in found.hashes][:1] == [(THREE, 3, "50, c.jpg, more")]
    assert found.unreliable == 2
    assert found.faults[:2] == (4, 5)


@pytest.mark.parametrize("content", [None, b"", b"title,year\nX,2020\n", b"\xff\xfe\x00", b"\x00" * 200])
def test_a_file_without_hashes_is_refused(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(HashListInvalid, match=r"list\.csv"):
        read_hashes(tmp_path / "list.csv")


def test_what_is_written_can_be_read_by_tools_without_quotes_in_the_way(tmp_path: Path) -> None:
    text = write_hashes([(PdqHash(ONE, 100), ("r_1", "official", "A\nB, C")), (PdqHash(TWO, 7), ("r_2", "x", ""))])
    assert text.splitlines()[0].split(",")[:3] == [ONE, "100", "r_1"]
    assert len(text.splitlines()) == 2
    (tmp_path / "list.csv").write_text(text)
    found = read_hashes(tmp_path / "list.csv")
    assert [one.bits for one in found.hashes] == [ONE]
    assert found.unreliable == 1


def test_references_on_a_list_are_found_and_nothing_is_changed(
    library: Library, draw: Callable[..., Path], tmp_path: Path
) -> None:
    items = [NewReference(draw(1), Label.OFFICIAL, "One"), NewReference(draw(2), Label.KNOWN_FAKE, "Two")]
    add_references(library, [*items, NewReference(draw(3), Label.OFFICIAL)], ImportOptions(jobs=1))
    version = library.version()
    copies = [compute_pdq_hash(np.asarray(draw_picture(seed).resize((150, 225)))) for seed in (1, 2, 50)]
    (tmp_path / "list.csv").write_text(write_hashes((one, (f"copy {n}",)) for n, one in enumerate(copies)))
    matches = list(match_hashes(hash_references(library), read_hashes(tmp_path / "list.csv")))
    assert [(match.reference.title, match.listed.line) for match in matches] == [("One", 1), ("Two", 2)]
    assert all(match.distance <= MATCH_DISTANCE for match in matches)
    assert [match.contradicts(Label.KNOWN_FAKE) for match in matches] == [True, False]
    assert [match.contradicts(None) for match in matches] == [False, False]
    assert library.version() == version


def test_a_reference_without_a_picture_has_no_hash(library: Library, draw: Callable[..., Path]) -> None:
    add_references(
        library, [NewReference(draw(1), Label.OFFICIAL), NewReference(draw(2), Label.OFFICIAL)], ImportOptions(jobs=1)
    )
    one, two = library.references().items
    for path in (*library.home.rglob(f"{one.sha256}.*"), *(library.home / "pictures").rglob(f"{two.sha256}.*")):
        path.unlink()
    found = list(hash_references(library))
    assert found[0].hash is None
    assert found[1].hash is not None, "the rendition is enough"
