"""A task to the bytes that are checked, with what is true of them."""

from dataclasses import dataclass
from pathlib import Path

from app.model.geometry import Box
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.pool import PosterPool, random_for, read_picture
from benchmarks.attacks.registry import BENIGN, attack_named
from benchmarks.attacks.values import Attacked, Part
from benchmarks.harness.plan import ANY_BENIGN, AS_IS
from benchmarks.harness.values import Task


@dataclass(frozen=True, slots=True)
class MadePicture:
    """size: (width, height). parts: see Attacked; "" already replaced by the attacked poster's name."""

    data: bytes
    size: tuple[int, int]
    note: str
    true_boxes: tuple[Box, ...]
    parts: tuple[Part, ...]


def make_picture(task: Task, folder: Path, others: tuple[str, ...], seed: int) -> MadePicture:
    """The same bytes for the same task, folder and seed."""
    if task.attack == AS_IS:
        data = (folder / task.poster).read_bytes()
        return MadePicture(data, size_of(decode(data)), "", (), ())
    rng = random_for(seed, f"{task.poster} {task.round}", f"{task.slice} {task.attack}")
    name = task.attack
    if name == ANY_BENIGN:
        name = BENIGN[int(rng.integers(len(BENIGN)))].name
    pool = PosterPool(folder, others, without=task.poster)
    attacked = attack_named(name).function(read_picture(folder / task.poster), rng, pool)
    return _made(attacked, name, task)


def _made(attacked: Attacked, name: str, task: Task) -> MadePicture:
    parts = tuple(Part(part.name or task.poster, part.box) for part in attacked.parts)
    note = f"{name}: {attacked.note}" if task.attack == ANY_BENIGN else attacked.note
    data = encode(attacked.pixels, attacked.saved_as)
    return MadePicture(data, size_of(attacked.pixels), note, attacked.boxes_of_change, parts)
