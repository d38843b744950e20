"""Writes a library pack. The same references always give the same bytes."""

import hashlib
import io
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, Select, func, select

from app import __version__
from app.errors import LibraryError
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.library import Library
from app.library.packs import layout
from app.library.packs.entry import PackEntry, make_entry, write_entry
from app.library.packs.sign import name_of
from app.library.pictures import decode_rendition
from app.library.rows import REFERENCE_COLUMNS, to_provenance_record, to_reference
from app.library.schema import fingerprints, provenances, references
from app.model.reference import ProvenanceRecord, ReferenceState

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_PAGE = 200
# A zip's earliest date: when a pack was written must not change its bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o644 << 16

_ACTIVE = references.c.state == ReferenceState.ACTIVE.value
_HOLDS = provenances.c.gone_at == ""


@dataclass(frozen=True, slots=True)
class PackOptions:
    """key: signs the pack. previews: put in small pictures of references whose licence allows it."""

    key: "Ed25519PrivateKey | None" = None
    previews: bool = False


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """left_out: active references without a fingerprint of this version. bytes: of the file."""

    references: int
    previews: int
    left_out: int
    bytes: int


def export_pack(library: Library, target: Path, options: PackOptions) -> ExportSummary:
    """Write every active reference; demo pictures, disabled ones and withdrawn ones stay out.

    One view of the library, whatever is written to it meanwhile; the file is there whole or not at all.
    Raises: LibraryError (nothing to write, disk full).
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with library.database.reading() as connection, temporary.open("wb") as file:
            writer = _PackWriter(library, connection, options)
            writer.write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        return ExportSummary(writer.references, writer.previews, writer.left_out, target.stat().st_size)
    except OSError as error:
        raise LibraryError(f"The pack {target} cannot be written: {error.strerror or error}.") from error
    finally:
        temporary.unlink(missing_ok=True)


class _PackWriter:
    def __init__(self, library: Library, connection: Connection, options: PackOptions) -> None:
        self._library = library
        self._connection = connection
        self._options = options
        self._members: dict[str, layout.Member] = {}
        self.references = 0
        self.previews = 0
        self.left_out = 0

    def write(self, file: IO[bytes]) -> None:
        """1. Count. 2. Rows. 3. Arrays. 4. Previews. 5. The manifest and its signature."""
        # 1.
        self.references, features = self._count()
        if not self.references:
            raise LibraryError("There is nothing to export: no active reference that is not of the demo.")
        with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
            # 2.
            newest = self._write_rows(archive)
            # 3.
            for member in layout.ARRAYS:
                header = io.BytesIO()
                shape = member.shape(self.references, features)
                described = {"descr": member.dtype, "fortran_order": False, "shape": shape}
                np.lib.format.write_array_header_1_0(header, described)
                self._add(archive, member.name, [header.getvalue()], self._rows_of(member))
            # 4.
            if self._options.previews:
                self._write_previews(archive)
            # 5.
            self._write_manifest(archive, features, newest)

    def _count(self) -> tuple[int, int]:
        counted = select(func.count(), func.coalesce(func.sum(func.length(fingerprints.c.keypoints)), 0))
        row = self._connection.execute(_packed(counted)).one()
        active = select(func.count()).select_from(references).where(_ACTIVE, ~references.c.demo)
        self.left_out = int(self._connection.scalar(active) or 0) - int(row[0])
        return int(row[0]), int(row[1]) // 16

    def _write_rows(self, archive: zipfile.ZipFile) -> str:
        newest = ""

        def lines() -> Iterator[bytes]:
            nonlocal newest
            for entry in self._entries():
                newest = max(newest, entry.added_at)
                yield write_entry(entry)

        self._add(archive, layout.ROWS, lines())
        return newest

    def _entries(self) -> Iterator[PackEntry]:
        for rows in self._pages(_packed(select(*REFERENCE_COLUMNS))):
            found = [to_reference(row) for row in rows]
            keys = [reference.key for reference in found]
            records: dict[int, list[ProvenanceRecord]] = {key: [] for key in keys}
            places = select(provenances).where(provenances.c.reference_key.in_(keys), _HOLDS)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            for row in self._connection.execute(places.order_by(provenances.c.id)):
                record = to_provenance_record(row)
                if not record.expires_at or record.expires_at > now:
                    records[row.reference_key].append(record)
            yield from (make_entry(reference, records[reference.key]) for reference in found)

    def _rows_of(self, member: layout.ArrayMember) -> Iterator[bytes]:
        column = {
            layout.HASHES: fingerprints.c.phash,
            layout.DETAILS: fingerprints.c.detail,
            layout.COUNTS: func.length(fingerprints.c.keypoints) // 16,
            layout.KEYPOINTS: fingerprints.c.keypoints,
            layout.DESCRIPTORS: fingerprints.c.descriptors,
        }[member]
        for rows in self._pages(_packed(select(references.c.id, column))):
            for _, value in rows:
                yield value if isinstance(value, bytes) else np.array(value, dtype=member.dtype).tobytes()

    def _write_previews(self, archive: zipfile.ZipFile) -> None:
        for entry in self._entries():
            if not entry.licence:
                continue
            try:
                data = self._library.pictures.rendition_path(entry.sha256).read_bytes()
            except OSError:
                continue
            if len(data) <= layout.MAX_PREVIEW_BYTES and decode_rendition(data) is not None:
                self._add(archive, layout.preview_name(entry.id), [data])
                self.previews += 1

    def _write_manifest(self, archive: zipfile.ZipFile, features: int, newest: str) -> None:
        key = self._options.key
        manifest = layout.Manifest(
            format=layout.FORMAT,
            format_version=layout.FORMAT_VERSION,
            fingerprint_version=FINGERPRINT_VERSION,
            made_by=f"postercheck {__version__}",
            as_of=newest,
            licence_note=layout.LICENCE_NOTE,
            references=self.references,
            features=features,
            previews=self.previews,
            signed_by="" if key is None else name_of(key.public_key()),
            members=dict(self._members),
        )
        data = layout.write_manifest(manifest)
        self._add(archive, layout.MANIFEST, [data])
        if key is not None:
            self._add(archive, layout.SIGNATURE, [key.sign(data)])

    def _pages(self, statement: Select[Any]) -> Iterator[Sequence[Any]]:
        after = ""
        ordered = statement.order_by(references.c.id).limit(_PAGE)
        while True:
            rows = self._connection.execute(ordered.where(references.c.id > after)).all()
            if not rows:
                return
            yield rows
            after = str(rows[-1][0])

    def _add(self, archive: zipfile.ZipFile, name: str, *parts: Iterable[bytes]) -> None:
        info = zipfile.ZipInfo(name, _DATE)
        info.create_system, info.external_attr = _UNIX, _MODE
        # Pictures and signatures do not shrink.
        packs = not name.startswith(layout.PREVIEWS) and name != layout.SIGNATURE
        info.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with archive.open(info, "w", force_zip64=True) as member:
            for part in parts:
                for data in part:
                    member.write(data)
                    digest.update(data)
                    size += len(data)
        self._members[name] = layout.Member(bytes=size, sha256=digest.hexdigest())


def _packed(statement: Select[Any]) -> Select[Any]:
    """Of active references with a whole fingerprint of this version, the demo's left out."""
    return (
        statement.select_from(references)
        .join(fingerprints, fingerprints.c.reference_key == references.c.key)
        .where(_ACTIVE, ~references.c.demo, fingerprints.c.version == FINGERPRINT_VERSION)
        .where(func.length(fingerprints.c.phash) == 32)
        .where(func.length(fingerprints.c.keypoints) % 16 == 0)
        .where(func.length(fingerprints.c.keypoints) * 8 == func.length(fingerprints.c.descriptors))
    )
