"""Reads a library pack from somebody else: everything is checked against the manifest, and by the rules of a library.

Nothing is unpacked to disk, and no more than a few references are in memory at a time.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from app.errors import PackInvalid
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.fingerprints.perceptual_hash import MIN_DETAIL, compute_perceptual_hash, hash_distances
from app.fingerprints.working_copy import make_working_copy
from app.library.packs import layout
from app.library.packs.entry import PackEntry, read_entry
from app.library.packs.member import ArrayStream, MemberStream
from app.library.packs.sign import check_signature
from app.library.pictures import RENDITION_SIDE, decode_rendition
from app.model.fingerprint import Fingerprint, LocalFeatures, PerceptualHash

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_PAGE = 100
# A picture of 640 pixels and its original hash alike but for a few bits; unrelated ones differ in 128 +- 10.
_PREVIEW_DISTANCE = 40
_KINDS_OF_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
# How far outside its picture a key point may lie, in shares of the longer side.
_OUTSIDE = 0.1
_ADVICE = "Ask for it again, or check how it was sent."


@dataclass(frozen=True, slots=True, eq=False)
class PackRow:
    """A reference of a pack. preview: a JPEG as renditions are; None when there is none."""

    entry: PackEntry
    fingerprint: Fingerprint
    preview: bytes | None


class PackFile:
    """A pack, open. `check` reads all of it; `rows` reads it again, with the same checks."""

    def __init__(self, path: Path, trusted_key: "Ed25519PublicKey | None" = None) -> None:
        """Raises: PackInvalid (no pack, another version, not signed by the trusted key)."""
        self._path = path
        with _explained(path):
            self._archive = zipfile.ZipFile(path)
        try:
            with _explained(path):
                self.manifest = self._read_manifest(trusted_key)
                self._check_members()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._archive.close()

    @property
    def is_signed(self) -> bool:
        """Whether there is a signature, by whatever key."""
        return layout.SIGNATURE in self._archive.namelist()

    def check(self) -> None:
        """Raises: PackInvalid for anything that is not as it should be."""
        for _ in self.rows():
            pass

    def rows(self) -> Iterator[PackRow]:
        """Every reference, in order of ids. Raises: PackInvalid, also after the last one."""
        with _explained(self._path), ExitStack() as stack:
            lines = stack.enter_context(self._open(layout.ROWS))
            streams = {member: stack.enter_context(self._open(member.name)) for member in layout.ARRAYS}
            shapes = {member: member.shape(self.manifest.references, self.manifest.features) for member in streams}
            arrays = {member: ArrayStream(streams[member], member, shapes[member]) for member in streams}
            last, previews = "", 0
            for first in range(0, self.manifest.references, _PAGE):
                count = min(_PAGE, self.manifest.references - first)
                entries = [read_entry(lines.read_line(layout.MAX_ROW_BYTES), first + n + 1) for n in range(count)]
                for entry, fingerprint in zip(entries, _read_fingerprints(arrays, entries), strict=True):
                    if entry.id <= last:
                        raise PackInvalid(
                            f"The pack's references are not in order of their ids, or {entry.id} is twice there."
                        )
                    last = entry.id
                    preview = self._read_preview(entry, fingerprint)
                    previews += preview is not None
                    yield PackRow(entry, fingerprint, preview)
            if previews != self.manifest.previews:
                raise PackInvalid("The pack holds a preview that belongs to none of its references.")
            for stream in (lines, *streams.values()):
                stream.finish()

    @contextmanager
    def _open(self, name: str) -> Iterator[MemberStream]:
        stream = MemberStream(self._archive, name, self.manifest.members[name])
        try:
            yield stream
        finally:
            stream.close()

    def _read_manifest(self, trusted_key: "Ed25519PublicKey | None") -> layout.Manifest:
        """1. It must be there, once. 2. The signature. 3. The words. 4. The version of the fingerprints."""
        # 1.
        names = self._archive.namelist()
        if len(set(names)) != len(names) or layout.MANIFEST not in names:
            raise PackInvalid(
                f"{self._path} is no library pack: its {layout.MANIFEST} is missing, or a member is twice there."
            )
        data = self._read_small(layout.MANIFEST, layout.MAX_MANIFEST_BYTES)
        # 2.
        manifest = layout.read_manifest(data)
        if trusted_key is not None:
            signature = self._read_small(layout.SIGNATURE, 64) if layout.SIGNATURE in names else None
            check_signature(trusted_key, data, signature, manifest.signed_by)
        # 4.
        found = manifest.fingerprint_version
        if found != FINGERPRINT_VERSION:
            what = "install the newer postercheck" if found > FINGERPRINT_VERSION else "ask for one made anew"
            raise PackInvalid(
                f"The pack's fingerprints are of version {found}, and this program measures version "
                f"{FINGERPRINT_VERSION}; two versions never compare: {what}."
            )
        return manifest

    def _read_small(self, name: str, limit: int) -> bytes:
        info = self._archive.getinfo(name)
        if info.file_size > limit:
            raise PackInvalid(f"The pack's {name} is larger than any pack needs.")
        _check_info(info)
        with self._archive.open(info) as file:
            data = file.read(limit + 1)
        if len(data) != info.file_size:
            raise PackInvalid(f"The pack's {name} is not as long as the pack says. {_ADVICE}")
        return data

    def _check_members(self) -> None:
        """Exactly the members that the manifest lists, each with the size that it gives."""
        listed = self.manifest.members
        needed = {layout.ROWS, *(member.name for member in layout.ARRAYS)}
        previews = {name for name in listed if name.startswith(layout.PREVIEWS)}
        present = set(self._archive.namelist()) - {layout.MANIFEST, layout.SIGNATURE}
        if set(listed) != needed | previews or present != set(listed) or len(previews) != self.manifest.previews:
            odd = sorted(present ^ (needed | previews)) or sorted(set(listed) ^ present)
            raise PackInvalid(
                f"The pack's members are not those that a pack has; see {', '.join(odd[:3]) or 'previews'}."
            )
        for name, member in listed.items():
            info = self._archive.getinfo(name)
            _check_info(info)
            if info.file_size != member.bytes:
                raise PackInvalid(f"The pack's {name} is not as long as its manifest says. {_ADVICE}")
        for array in layout.ARRAYS:
            rows = self.manifest.features if array.of_features else self.manifest.references
            room = rows * (array.columns or 1) * np.dtype(array.dtype).itemsize
            if not room < listed[array.name].bytes <= room + 10_000:
                raise PackInvalid(f"The pack's {array.name} is not as long as so many references need.")
        if listed[layout.ROWS].bytes > self.manifest.references * layout.MAX_ROW_BYTES:
            raise PackInvalid(f"The pack's {layout.ROWS} is longer than so many references need.")

    def _read_preview(self, entry: PackEntry, fingerprint: Fingerprint) -> bytes | None:
        name = layout.preview_name(entry.id)
        expected = self.manifest.members.get(name)
        if expected is None:
            return None
        if not entry.licence or expected.bytes > layout.MAX_PREVIEW_BYTES:
            raise PackInvalid(
                f"The pack's {name} may not be passed on by the licence of its reference, or is too large."
            )
        with self._open(name) as stream:
            data = stream.read(expected.bytes)
            stream.finish()
        if not _is_preview(data, entry, fingerprint.perceptual_hash):
            raise PackInvalid(f"The pack's {name} is not a small picture of its reference.")
        return data


def _check_info(info: zipfile.ZipInfo) -> None:
    if info.compress_type not in _KINDS_OF_PACKING or info.flag_bits & _ENCRYPTED:
        raise PackInvalid(f"The pack's {info.filename} is packed in a way that packs are not.")


def _read_fingerprints(
    arrays: dict[layout.ArrayMember, ArrayStream], entries: list[PackEntry]
) -> Iterator[Fingerprint]:
    hashes = arrays[layout.HASHES].take(len(entries)).astype(np.uint8)
    details = arrays[layout.DETAILS].take(len(entries)).astype(np.float64)
    counts = arrays[layout.COUNTS].take(len(entries)).astype(np.int64)
    for entry, bits, detail, count in zip(entries, hashes, details.tolist(), counts.tolist(), strict=True):
        if not (0 <= count <= layout.MAX_FEATURES and 0 <= detail <= 255) or (count == 0 and detail < MIN_DETAIL):
            raise PackInvalid(f"The pack's fingerprint of {entry.id} cannot be one.")
        keypoints = arrays[layout.KEYPOINTS].take(count).astype(np.float32)
        descriptors = arrays[layout.DESCRIPTORS].take(count).astype(np.uint8)
        if not _are_points_of(keypoints, entry):
            raise PackInvalid(f"The pack's fingerprint of {entry.id} has key points that cannot be.")
        size = (entry.width, entry.height)
        features = LocalFeatures(keypoints, descriptors, size)
        yield Fingerprint(entry.sha256, PerceptualHash(bits, detail), features, FINGERPRINT_VERSION)


def _are_points_of(keypoints: NDArray[np.float32], entry: PackEntry) -> bool:
    if not np.isfinite(keypoints).all():
        return False
    room = _OUTSIDE * max(entry.width, entry.height)
    low = (keypoints[:, :2] >= -room).all()
    high = (keypoints[:, :2] <= np.array([entry.width + room, entry.height + room])).all()
    return bool(low and high and (keypoints[:, 2] > 0).all() and (np.abs(keypoints[:, 3]) <= 360).all())


def _is_preview(data: bytes, entry: PackEntry, expected: PerceptualHash) -> bool:
    pixels = decode_rendition(data) if data.startswith(b"\xff\xd8") else None
    if pixels is None or max(pixels.shape[:2]) > RENDITION_SIDE:
        return False
    across, down = pixels.shape[1] / entry.width, pixels.shape[0] / entry.height
    # One pixel is lost to rounding.
    if abs(across - down) * max(entry.width, entry.height) > 1.5:
        return False
    found = compute_perceptual_hash(make_working_copy(pixels).grey)
    return int(hash_distances(found.bits, expected.bits.reshape(1, 32))[0]) <= _PREVIEW_DISTANCE


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What the zip reader raises for damaged files, as PackInvalid."""
    try:
        yield
    except FileNotFoundError as error:
        raise PackInvalid(f"There is no file {path}.") from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OverflowError,
    ) as error:
        raise PackInvalid(f"{path} is no library pack, or it is damaged ({error}). {_ADVICE}") from error
    except OSError as error:
        raise PackInvalid(f"The pack {path} cannot be read: {error.strerror or error}.") from error
