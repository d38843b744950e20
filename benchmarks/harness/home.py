"""The benchmark's own library: built from a folder, kept for the next run, never mixed up with a user's."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.library.add import ImportOptions, ImportProgress, add_references
from app.library.library import Library
from app.library.new_reference import NewReference
from app.model.reference import Label, Provenance
from benchmarks.harness.posters import Poster

MARKER = "benchmark.json"


def default_home(folder: Path) -> Path:
    """A folder for temporary files, the same one for the same posters."""
    short = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"postercheck-benchmark-{short}"


def prepare_home(
    home: Path, folder: Path, posters: tuple[Poster, ...], jobs: int, progress: Callable[[int, int], None]
) -> bool:
    """Fills the library, unless it already holds exactly these files; True when it had to.

    Raises FileExistsError when something stands there that no benchmark made.
    """
    marker, signature = home / MARKER, _signature(folder, posters)
    if home.exists() and any(home.iterdir()):
        if not marker.is_file():
            message = f"{home} holds something that is not a benchmark's library; name another folder with --home."
            raise FileExistsError(message)
        if json.loads(marker.read_text(encoding="utf-8")).get("signature") == signature:
            return False
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True)
    marker.write_text(json.dumps({"signature": "unfinished"}), encoding="utf-8")
    _fill(home, folder, posters, jobs, progress)
    marker.write_text(json.dumps({"signature": signature}), encoding="utf-8")
    return True


def _fill(
    home: Path, folder: Path, posters: tuple[Poster, ...], jobs: int, progress: Callable[[int, int], None]
) -> None:
    def tell(state: ImportProgress) -> None:
        progress(state.done, state.total or len(posters))

    with Library.open(home) as library:
        items = [
            NewReference(
                folder / poster.name,
                Label.OFFICIAL if poster.official else Label.KNOWN_FAKE,
                poster.title,
                provenance=Provenance(path=poster.name),
            )
            for poster in posters
        ]
        add_references(library, items, ImportOptions(jobs=jobs), tell)


def _signature(folder: Path, posters: tuple[Poster, ...]) -> str:
    digest = hashlib.sha256(f"fingerprints {FINGERPRINT_VERSION}".encode())
    for poster in posters:
        facts = (folder / poster.name).stat()
        digest.update(f"{poster.name} {poster.official} {poster.title} {facts.st_size}\n".encode())
    return digest.hexdigest()
