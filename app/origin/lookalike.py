"""Tells whether a host's name is made to look like a known one: other letters of the same shape, small misspellings,
the real name inside a longer one.

After the idea of Unicode's confusable skeletons (UTS 39, 4), with a table of the letters that are used for Latin ones.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from app.origin.places import Imitated, KnownHost, read_hosts

# Each letter stands for those after it. Digits and i/l/1 as misread in common typefaces; the rest from UTS 39's data.
_SAME_SHAPE: Final = (
    "aаαɑ4@", "bвβƅ", "cсϲᴄ", "dԁɗđ", "eеεɛєᴇ3", "fғƒꜰ", "gɡɢ9", "hһнћħ", "ilıіɩ1|ιІӏł!ɪʟ", "jјϳ", "kкκᴋ", "mмᴍ",
    "nпηոɴ", "oоοօ0ø", "pрρ", "rгᴦ", "sѕꜱ5$", "tтτᴛ7ŧ", "uυսц", "vνѵᴠ", "wѡԝᴡω", "xхχ", "yуγү", "zᴢ2",
)  # fmt: skip
_LEFT_OUT: Final = "-_·‐‑"
_TO_LATIN: Final = {
    **{ord(sign): group[0] for group in _SAME_SHAPE for sign in group[1:]},
    **dict.fromkeys(map(ord, _LEFT_OUT), ""),
}
# Words that makers of look-alikes add to a name; with other words the name is mentioned, not imitated.
_ADDED_WORDS: Final = frozenset(
    {"www", "com", "media", "mediacenter", "mediacentre", "tudum", "about", "help", "official", "press", "news",
     "images", "img", "image", "cdn", "login", "account", "secure", "online", "site", "web", "app", "tv", "posters",
     "newsroom"}
)  # fmt: skip
# Second-level suffixes under which names are registered, so far as look-alikes are likely there.
_LONG_SUFFIXES: Final = frozenset(
    {"co.uk", "org.uk", "com.br", "com.au", "co.jp", "co.kr", "co.in", "com.mx", "com.ar", "com.tr", "co.nz", "com.co"}
)
_NEAR_LENGTH: Final = 6


@lru_cache(maxsize=1024)
def skeleton(label: str) -> str:
    """`label` as its shapes read: compatibility forms, accents, hyphens and letters of the same shape made one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", label).casefold())
    bare = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Cf"))
    return bare.translate(_TO_LATIN).replace("rn", "m").replace("vv", "w")


def find_imitated(labels: tuple[str, ...]) -> KnownHost | None:
    """The known host that these parts of another host's name imitate, if they do."""
    shapes = tuple(skeleton(_to_unicode(label)) for label in labels)
    return next((known for known in _guarded() if _imitates(labels, shapes, known)), None)


def _guarded() -> Iterator[KnownHost]:
    return (known for known in read_hosts() if known.imitated is not Imitated.NO)


def _imitates(labels: tuple[str, ...], shapes: tuple[str, ...], known: KnownHost) -> bool:
    own = tuple(skeleton(label) for label in known.host.split("."))
    # The whole name, as parts of the host or run together in one of them.
    runs = [shapes[at : at + len(own)] for at in range(len(shapes) - len(own) + 1)]
    if own in runs or any("".join(own) in shape for shape in shapes):
        return True
    if known.imitated is Imitated.WHOLE:
        return False
    name, plain, registered = own[-2], known.host.split(".")[-2], _registered(labels)
    parts = list(enumerate(zip(labels[:-1], shapes[:-1], strict=True)))
    if any(shape == name and label != plain for _, (label, shape) in parts):
        return True
    if known.imitated is Imitated.SHAPE:
        return False
    # The plain name under somebody else's (netflix.fandom.com) speaks of it; registered by itself it pretends.
    return any(
        (place == registered and (shape == name or _is_near(shape, name)))
        or (shape != name and _is_name_with_words(shape, name))
        for place, (_, shape) in parts
    )


def _is_near(shape: str, name: str) -> bool:
    """One slip of the finger, or two inside a name that begins and ends alike."""
    if len(name) < _NEAR_LENGTH or not shape:
        return False
    slips = OSA.distance(shape, name, score_cutoff=2)
    return slips <= 1 or (slips == 2 and shape[0] == name[0] and shape[-1] == name[-1])


def _is_name_with_words(shape: str, name: str) -> bool:
    before, found, after = shape.partition(name)
    return bool(found) and {before, after} <= {"", *map(skeleton, _ADDED_WORDS)}


def _registered(labels: tuple[str, ...]) -> int:
    """The place of the part that somebody registered."""
    return len(labels) - (3 if ".".join(labels[-2:]) in _LONG_SUFFIXES and len(labels) > 2 else 2)


def _to_unicode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
