"""What a file says of itself: pieces of text, each with the place it was read from. For inside this room only.

A saying may hold anything, prompts and device names too; only what the marks recognise ever leaves the room.
"""

from dataclasses import dataclass, field
from typing import Final

_MOST_SAYINGS: Final = 400
# Longer texts are cut: every mark that is looked for stands near the beginning.
MOST_TEXT: Final = 64 * 2**10


@dataclass(frozen=True, slots=True)
class Saying:
    """where: the kind of place, for people ("PNG text"). key: its name there, lower case. text: at most MOST_TEXT."""

    where: str
    key: str
    text: str


@dataclass(slots=True)
class Sayings:
    """Collects sayings under a limit of bytes; what goes beyond it is left out."""

    bytes_left: int
    held: list[Saying] = field(default_factory=list)

    def take(self, size: int) -> bool:
        """Whether `size` more bytes may be read; they count from then on."""
        if size > self.bytes_left:
            return False
        self.bytes_left -= size
        return True

    def add(self, where: str, key: str, text: str) -> None:
        """Keep one, unless it is empty or there are too many."""
        text = text[:MOST_TEXT].strip("\x00 \t\r\n")
        if text and len(self.held) < _MOST_SAYINGS:
            self.held.append(Saying(where, key.strip().lower(), text))
