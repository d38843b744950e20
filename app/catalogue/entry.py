"""One title of the catalogue while facts are brought together: which fact wins, and whether anything changed."""

from dataclasses import dataclass, field

from app.catalogue.tokens import join, tokenise
from app.model.title import FactOrigin, KnownTitle, TitleKind, TitleName, TitleStatus


@dataclass(slots=True)
class Entry:
    """A title and the facts known of it. names: (name, language) to its origin, the title itself among them."""

    key: int
    id: str
    title: str
    kind: TitleKind
    status: TitleStatus
    status_origin: FactOrigin
    year: int | None = None
    year_origin: FactOrigin | None = None
    seasons: int | None = None
    more_seasons: bool = False
    seasons_origin: FactOrigin | None = None
    names: dict[tuple[str, str], FactOrigin] = field(default_factory=dict)

    def learn(self, given: KnownTitle) -> bool:
        """Take over what is newer or was not known; says whether anything is different now."""
        before = (self.status, self.status_origin, self.year, self.year_origin)
        before_seasons = (self.seasons, self.more_seasons, self.seasons_origin)
        self._learn_status(given)
        if given.year is not None and (self.year is None or self._is_newer(given, self.year_origin)):
            self.year, self.year_origin = given.year, FactOrigin("year", given.source, given.as_of)
        self._learn_seasons(given)
        changed = before != (self.status, self.status_origin, self.year, self.year_origin)
        changed = changed or before_seasons != (self.seasons, self.more_seasons, self.seasons_origin)
        return self._learn_names(given) or changed

    def _learn_status(self, given: KnownTitle) -> None:
        if self._is_newer(given, self.status_origin):
            self.status = given.status
            self.status_origin = FactOrigin("status", given.source, given.as_of)

    def _learn_seasons(self, given: KnownTitle) -> None:
        if given.seasons is None:
            return
        newer = self.seasons is None or self._is_newer(given, self.seasons_origin)
        if self.seasons is not None and given.more_seasons:
            # "At least four" is no news beside five, and ends a count of three.
            newer = given.seasons > self.seasons or (newer and self.more_seasons and given.seasons == self.seasons)
        elif self.seasons is not None and self.more_seasons and given.seasons >= self.seasons:
            newer = True
        if newer:
            self.seasons, self.more_seasons = given.seasons, given.more_seasons
            self.seasons_origin = FactOrigin("seasons", given.source, given.as_of)

    def _learn_names(self, given: KnownTitle) -> bool:
        before = set(self.names)
        for name in (TitleName(given.title, ""), *given.names):
            known = [language for text, language in self.names if text == name.name]
            if name.language and "" in known and name.name != self.title:
                self.names[name.name, name.language] = self.names.pop((name.name, ""))
            elif name.language not in known and (name.language or not known):
                self.names[name.name, name.language] = FactOrigin("name", given.source, given.as_of)
        return set(self.names) != before

    @staticmethod
    def _is_newer(given: KnownTitle, origin: FactOrigin | None) -> bool:
        return origin is None or given.as_of >= origin.as_of

    def language_of(self, name: str) -> str:
        """Of one of its names; English before others where several languages have it, empty when not known."""
        languages = [language for text, language in self.names if text == name and language]
        return next((language for language in languages if language.startswith("en")), (languages or [""])[0])

    def as_title(self) -> KnownTitle:
        """What everybody else sees of it."""
        names = tuple(
            TitleName(text, language, origin.source, origin.as_of)
            for (text, language), origin in self.names.items()
            if text != self.title
        )
        origins = tuple(origin for origin in (self.year_origin, self.seasons_origin) if origin is not None)
        return KnownTitle(
            id=self.id,
            title=self.title,
            kind=self.kind,
            year=self.year,
            seasons=self.seasons,
            status=self.status,
            names=names,
            source=self.status_origin.source,
            as_of=self.status_origin.as_of,
            more_seasons=self.more_seasons,
            origins=(*origins, self.status_origin),
        )


def identity_of(title: str) -> str:
    """Equal for two spellings of one title."""
    return join(tokenise(title)) or title.casefold()


def new_entry(key: int, title_id: str, given: KnownTitle) -> Entry:
    """An entry that knows what one source says of it."""
    entry = Entry(key, title_id, given.title, given.kind, given.status, FactOrigin("status", given.source, given.as_of))
    entry.learn(given)
    return entry
