"""What the catalogue says of the title that the picture claims, and as of when."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.title import Ruling

_DIRECTIONS = {
    Ruling.EXISTS: ("title_exists", Direction.OFFICIAL),
    Ruling.ANNOUNCED: ("title_announced", Direction.OFFICIAL),
    Ruling.RUMOURED: ("title_rumoured", Direction.FAN_MADE),
    Ruling.NOT_ANNOUNCED: ("title_not_announced", Direction.FAN_MADE),
    Ruling.NO_SUCH_SEASON: ("no_such_season", Direction.FAN_MADE),
    Ruling.NOT_LISTED: ("title_not_listed", Direction.FAN_MADE),
    Ruling.UNKNOWN: ("title_unknown", Direction.NEITHER),
}
# Where the artwork itself is known, that its title exists tells nothing more.
_NOTHING_NEW = frozenset({Ruling.EXISTS, Ruling.ANNOUNCED, Ruling.UNKNOWN})


def check_claimed_title(context: CheckContext) -> Iterator[Evidence]:
    """A title that is known not to exist speaks for fan-made, strongly; one that exists hardly for official."""
    ruling = context.ruling
    if ruling is None or (not context.unmatched and ruling.ruling in _NOTHING_NEW):
        return
    code, direction = _DIRECTIONS[ruling.ruling]
    yield Evidence(
        code=code,
        direction=direction,
        strength=ruling.likeness if direction is Direction.FAN_MADE else 1.0,
        facts={
            "claimed": ruling.claimed,
            "title": "" if ruling.title is None else ruling.title.title,
            "seasons": "" if ruling.title is None or not ruling.title.seasons else str(ruling.title.seasons),
            "source": ruling.source,
            "as_of": ruling.as_of,
        },
    )
