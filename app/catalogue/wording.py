"""One sentence for each thing that the catalogue can say of a title; every one says as of when."""

from app.model.title import KnownTitle, Ruling, TitleRuling


def sentence_for(ruling: TitleRuling) -> str:
    """For people: what was claimed, what is known, who says so, and when."""
    known = "" if ruling.title is None else name_with_year(ruling.title)
    by = f"({ruling.source}, as of {ruling.as_of})" if ruling.source else f"(as of {ruling.as_of})"
    same = known.startswith(ruling.claimed)
    exists = known if same else f"{ruling.claimed} ({known})"
    sentences = {
        Ruling.EXISTS: f"{exists} exists {by}.",
        Ruling.ANNOUNCED: f"{exists} is announced {by}.",
        Ruling.RUMOURED: f"{exists} is only rumoured {by}.",
        Ruling.NOT_ANNOUNCED: f"{ruling.claimed} is not announced; there is {known} {by}.",
        Ruling.NO_SUCH_SEASON: f"There is no {ruling.claimed}: {known} has {_seasons(ruling.title)} {by}.",
        Ruling.NOT_LISTED: f"The catalogue knows {known}, but no {ruling.claimed} {by}; it may not have heard of it.",
        Ruling.UNKNOWN: f"The catalogue cannot say whether there is {ruling.claimed!r} {by}.",
    }
    return sentences[ruling.ruling]


def name_with_year(title: KnownTitle) -> str:
    """ "Purple Hearts (2022)"."""
    return f"{title.title} ({title.year})" if title.year else title.title


def _seasons(title: KnownTitle | None) -> str:
    count = title.seasons if title is not None else None
    return f"{count} season{'' if count == 1 else 's'}"
