"""Packs that are damaged, forged or for another version change nothing, and the reason is told in a sentence."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from app.errors import PackInvalid, WrongUse
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import Library
from app.library.packs.load import Signature, load_pack
from app.library.packs.sign import name_of, read_signing_key, read_trusted_key
from app.library.packs.write import PackOptions, export_pack
from app.model.reference import Label, Provenance

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three references, one with a preview."""
    from tests.library.conftest import draw_picture

    folder = tmp_path_factory.mktemp("packs")
    items = []
    for seed in range(3):
        draw_picture(seed).save(folder / f"{seed}.jpg")
        place = Provenance(f"{seed}.jpg", note="licence: CC0-1.0" if seed == 0 else "")
        items.append(NewReference(folder / f"{seed}.jpg", Label.OFFICIAL, f"Title {seed}", provenance=place))
    with Library.open(folder / "home") as library:
        add_references(library, items, ImportOptions(jobs=1))
        export_pack(library, folder / "good.pack", PackOptions(previews=True))
    return folder / "good.pack"


@pytest.fixture
def key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def read(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, members: Members, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def vouched(members: Members, **changes: Any) -> Members:
    """With a manifest that gives the right sizes and checksums: what somebody who forges a pack would do."""
    manifest = json.loads(members["manifest.json"]) | changes
    others = {name: data for name, data in members.items() if not name.startswith("manifest.")}
    manifest["members"] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in others.items()
    }
    return {**others, "manifest.json": json.dumps(manifest).encode()}


def with_rows(members: Members, change: Callable[[list[dict[str, Any]]], object]) -> Members:
    rows = [json.loads(line) for line in members["references.jsonl"].splitlines()]
    change(rows)
    data = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    return vouched({**members, "references.jsonl": data})


def with_array(members: Members, name: str, change: Callable[[np.ndarray], np.ndarray | None]) -> Members:
    array = np.load(io.BytesIO(members[name])).copy()
    changed = change(array)
    buffer = io.BytesIO()
    np.save(buffer, array if changed is None else changed, allow_pickle=True)
    return vouched({**members, name: buffer.getvalue()})


def set_item(array: np.ndarray, place: Any, value: Any) -> None:
    array[place] = value


def as_objects(array: np.ndarray) -> np.ndarray:
    """Of the same length, but pickled."""
    return np.array([list(row) for row in array] + [None], dtype=object)[:-1]


FORGERIES: dict[str, tuple[Callable[[Members], Members], str]] = {
    "a row with another id": (
        lambda m: with_rows(m, lambda rows: rows[0].update(id="r_" + "0" * 16)),
        "id that does not",
    ),
    "rows in another order": (lambda m: with_rows(m, lambda rows: rows.reverse()), "order of their ids"),
    "the same row twice": (lambda m: with_rows(m, lambda rows: rows.__setitem__(1, rows[0])), "twice"),
    "a label that is none": (lambda m: with_rows(m, lambda rows: rows[1].update(label="maybe")), "line 2"),
    "an unknown field": (lambda m: with_rows(m, lambda rows: rows[0].update(key=7)), "line 1"),
    "a script for an address": (
        lambda m: with_rows(m, lambda rows: rows[0]["places"][0].update(page_url="javascript:alert(1)")),
        "page_url",
    ),
    "tier K for an official picture": (
        lambda m: with_rows(m, lambda rows: rows[0]["places"][0].update(tier="K")),
        "Tier K",
    ),
    "no place at all": (lambda m: with_rows(m, lambda rows: rows[0].update(places=[])), "places"),
    "a row too many": (lambda m: with_rows(m, lambda rows: rows.append(rows[0])), "more than it should"),
    "a row too few": (lambda m: with_rows(m, lambda rows: rows.pop()), "too long, or cut off"),
    "half a letter": (
        lambda m: vouched({**m, "references.jsonl": m["references.jsonl"].replace(b"Title 1", b"\\ud800")}),
        "references.jsonl",
    ),
    "a pickled array": (lambda m: with_array(m, "hashes.npy", as_objects), "hashes.npy"),
    "a longer array": (lambda m: with_array(m, "hashes.npy", lambda a: np.vstack([a, a])), "hashes.npy"),
    "another type of number": (lambda m: with_array(m, "keypoints.npy", lambda a: a.view("<i4")), "shape or type"),
    "columns for rows": (lambda m: with_array(m, "keypoints.npy", lambda a: np.asfortranarray(a)), "shape or type"),
    "no number": (lambda m: with_array(m, "keypoints.npy", lambda a: set_item(a, (0, 0), np.nan)), "cannot be"),
    "a point far outside": (lambda m: with_array(m, "keypoints.npy", lambda a: set_item(a, (0, 0), 9e9)), "cannot be"),
    "more features than there are": (
        lambda m: with_array(m, "feature_counts.npy", lambda a: set_item(a, 0, 2000)),
        "too early",
    ),
    "fewer than none": (lambda m: with_array(m, "feature_counts.npy", lambda a: set_item(a, 0, -1)), "cannot be one"),
    "nothing to find it by": (
        lambda m: with_array(
            with_array(m, "details.npy", lambda a: set_item(a, 0, 0)), "feature_counts.npy", lambda a: set_item(a, 0, 0)
        ),
        "cannot be one",
    ),
    "another picture's preview": (
        lambda m: vouched({name: read_other_preview() if "previews" in name else data for name, data in m.items()}),
        "not a small picture",
    ),
    "a preview that is no picture": (
        lambda m: vouched({name: b"<svg/>" if "previews" in name else data for name, data in m.items()}),
        "not a small picture",
    ),
    "a preview without a licence": (
        lambda m: with_rows(m, lambda rows: [row["places"][0].update(note="") for row in rows]),
        "licence",
    ),
    "a preview of nothing": (
        lambda m: vouched({name.replace("r_", "../r_"): data for name, data in m.items()}),
        "belongs to none",
    ),
    "a stranger among the members": (lambda m: vouched({**m, "run.py": b"print()"}), "run.py"),
    "a member that no manifest knows": (lambda m: {**m, "more.txt": b"."}, "more.txt"),
    "a member less": (lambda m: {name: data for name, data in m.items() if name != "details.npy"}, "details.npy"),
    "a changed byte": (lambda m: {**m, "descriptors.npy": m["descriptors.npy"][:-1] + b"\x07"}, "checksum"),
    "more references than there are": (lambda m: vouched(m, references=4), "hashes.npy"),
    "a forged count": (lambda m: vouched(m, references=10**12), "references"),
    "a newer format": (lambda m: vouched(m, format_version=2), "format version 2"),
    "newer fingerprints": (lambda m: vouched(m, fingerprint_version=99), "install the newer postercheck"),
    "older fingerprints": (lambda m: vouched(m, fingerprint_version=0), "ask for one made anew"),
    "something else": (lambda m: vouched(m, format="photo-album"), "no library pack"),
    "no manifest": (lambda m: {name: data for name, data in m.items() if name != "manifest.json"}, "manifest.json"),
    "a manifest of brackets": (lambda m: {**m, "manifest.json": b"[" * 100_000}, "manifest.json"),
}


def read_other_preview() -> bytes:
    from app.library.pictures import encode_rendition
    from tests.library.conftest import draw_picture

    return encode_rendition(np.asarray(draw_picture(77)))


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_pack_changes_nothing(name: str, pack: Path, library: Library, tmp_path: Path) -> None:
    forge, told = FORGERIES[name]
    forged = write(tmp_path / "forged.pack", forge(read(pack)))
    with pytest.raises(PackInvalid, match=told):
        load_pack(library, forged)
    assert library.references().total == 0
    assert library.version() == 0
    assert list(library.pictures.all_files()) == []


def test_the_forgeries_are_refused_for_what_is_forged(pack: Path, library: Library, tmp_path: Path) -> None:
    assert load_pack(library, write(tmp_path / "same.pack", vouched(read(pack)))).added == 3


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
def test_a_file_that_is_cut_off_is_no_pack(pack: Path, library: Library, tmp_path: Path, share: float) -> None:
    data = pack.read_bytes()
    (tmp_path / "cut.pack").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(PackInvalid, match="damaged"):
        load_pack(library, tmp_path / "cut.pack")


def test_no_flipped_bit_goes_unnoticed(pack: Path, library: Library, tmp_path: Path) -> None:
    data = pack.read_bytes()
    for place in np.linspace(0, len(data) - 1, 60).astype(int):
        flipped = bytearray(data)
        flipped[place] ^= 0x10
        (tmp_path / "flipped.pack").write_bytes(flipped)
        try:
            load_pack(library, tmp_path / "flipped.pack")
        except PackInvalid:
            assert library.references().total == 0
        else:
            # A bit of a date or of an attribute, which no reader looks at.
            assert read(tmp_path / "flipped.pack") == read(pack)
            for reference in library.references().items:
                library.remove(reference.id)


def test_a_bomb_is_refused_before_it_is_unpacked(pack: Path, library: Library, tmp_path: Path) -> None:
    members = read(pack)
    members["descriptors.npy"] += bytes(200_000_000)
    bomb = write(tmp_path / "bomb.pack", vouched(members))
    assert bomb.stat().st_size < 2_000_000
    with pytest.raises(PackInvalid, match="as long as so many references need"):
        load_pack(library, bomb)


def test_members_packed_in_another_way_are_refused(pack: Path, library: Library, tmp_path: Path) -> None:
    with pytest.raises(PackInvalid, match="packed in a way"):
        load_pack(library, write(tmp_path / "lzma.pack", read(pack), zipfile.ZIP_LZMA))


def test_a_signed_pack_is_known_by_its_key(
    pack: Path, library: Library, tmp_path: Path, key: Ed25519PrivateKey
) -> None:
    signed, other = sign(pack, tmp_path, key), Ed25519PrivateKey.generate()
    assert load_pack(library, signed).signature is Signature.NOT_CHECKED
    summary = load_pack(library, signed, key.public_key())
    assert (summary.signature, summary.signed_by) == (Signature.TRUSTED, name_of(key.public_key()))
    with pytest.raises(PackInvalid, match=f"{name_of(key.public_key())} signed it; yours is"):
        load_pack(library, signed, other.public_key())
    with pytest.raises(PackInvalid, match="not signed"):
        load_pack(library, pack, key.public_key())


@pytest.mark.parametrize(
    "forge",
    [
        lambda m: {**m, "manifest.json": m["manifest.json"].replace(b"rights", b"wrongs")},
        lambda m: {**m, "manifest.sig": bytes(64)},
        lambda m: {**m, "manifest.sig": m["manifest.sig"][:-1]},
        lambda m: {**m, "manifest.sig": m["manifest.sig"] + bytes(1)},
        lambda m: {**with_rows(m, lambda rows: rows[0].update(title="Fake")), "manifest.sig": m["manifest.sig"]},
    ],
)
def test_a_signature_vouches_for_every_byte(
    forge: Callable[[Members], Members], pack: Path, library: Library, tmp_path: Path, key: Ed25519PrivateKey
) -> None:
    forged = write(tmp_path / "forged.pack", forge(read(sign(pack, tmp_path, key))))
    with pytest.raises(PackInvalid, match=r"signature|manifest\.sig"):
        load_pack(library, forged, key.public_key())
    assert library.references().total == 0


def sign(pack: Path, folder: Path, key: Ed25519PrivateKey) -> Path:
    """The same references, from a library that signs."""
    with Library.open(folder / "signer") as library:
        load_pack(library, pack)
        export_pack(library, folder / "signed.pack", PackOptions(key=key))
    return folder / "signed.pack"


def test_keys_are_read_from_pem_files(tmp_path: Path, key: Ed25519PrivateKey) -> None:
    private, public = tmp_path / "key.pem", tmp_path / "public.pem"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    assert read_signing_key(private).private_bytes_raw() == key.private_bytes_raw()
    assert read_trusted_key(public) == key.public_key()
    for path, reader, told in (
        (public, read_signing_key, "no private key"),
        (private, read_trusted_key, "no public key"),
        (tmp_path / "none.pem", read_trusted_key, "cannot be read"),
    ):
        with pytest.raises(WrongUse, match=told):
            reader(path)


def test_other_keys_are_refused_with_advice(tmp_path: Path, key: Ed25519PrivateKey) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x")))
    with pytest.raises(WrongUse, match="password"):
        read_signing_key(path)
    rsa = generate_private_key(65537, 2048)
    path.write_bytes(rsa.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(WrongUse, match="openssl genpkey"):
        read_signing_key(path)
    path.write_bytes(rsa.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    with pytest.raises(WrongUse, match="Ed25519"):
        read_trusted_key(path)
