"""Who shows it or made it: A NETFLIX FILM, ONLY ON NETFLIX, PRIME VIDEO, MARVEL STUDIOS."""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext
from app.text.claims.handle import FOLLOWERS

# What an account is called is nobody's sign.
_ACCOUNT = re.compile(rf"{FOLLOWERS}|@\s?\w[\w.]*")
_NAMES = re.compile(
    r"NETFLIX|(?<![A-Z])(?:PRIME\s*VIDEO|AMAZON\s*(?:ORIGINAL|PRIME|MGM|STUDIOS)|HULU|HBO(?:\s*MAX)?|MAX\s*ORIGINAL"
    r"|(?:(?:A?P)?P)?LE[\s.]*TV\s*\+?|[A-Z]{1,2}PLE[\s.]*TV\s*\+|APPLE\s*ORIGINAL\s*\+?|PARAMOUNT\s*\+|PEACOCK\s*ORIGINAL|STARZ|SHOWTIME"
    r"|PIXAR|A24(?![A-Z0-9]))"
    # Signs like no other word, wherever the reader begins them.
    r"|DISNEY\s*(?:\+|PLUS|ORIGINAL|PICTURES|STUDIOS)?|LUCASFILM|BLUMHOUSE|LIONSGATE|DREAMWORKS"
    # Toei, Toho, Shochiku, Nikkatsu, Kadokawa, Ghibli; iQIYI, Tencent, Youku, Netflix.
    "|東映|东映|東宝|松竹|日活|角川|ジブリ"
    "|爱奇艺|愛奇藝|腾讯|优酷|奈飞|网飞|ネットフリックス"
)
# Names that are other words too, or short: only where nothing else stands in the line but what companies are called, or
# a sign beside it that is read as a letter.
_ALONE = re.compile(
    r"\W*(?:[O0*]\s+)?(?:AN?\s+)?"
    r"(?:MARVEL|DC|MGM|FOX|NEON|ORION|TRISTAR|CAROLCO|CANNON|TOUCHSTONE|MIRAMAX|WARNER|UNIVERSAL|COLUMBIA|PARAMOUNT|SONY"
    r"|GAUMONT|PATHE|UGC|MK2|WILD\s*BUNCH|CONSTANTIN|BAVARIA|UFA|TELECINE|GLOBO(?:PLAY)?|TELEVISA|VIX|MUBI|CURZON|HAMMER"
    r"|WORKING\s*TITLE|TOHO|TOEI|GHIBLI|ANIPLEX|FUNIMATION|CRUNCHYROLL|LAIKA|AARDMAN|ILLUMINATION|LEGENDARY|AMBLIN"
    r"|BAD\s*ROBOT|ANNAPURNA|BLEECKER\s*STREET|IFC|SHUDDER|STX|SCREEN\s*GEMS|NEW\s*LINE|RKO|UNITED\s*ARTISTS"
    r"|AMC|FX|BBC|ITV|CHANNEL\s*4|FILM\s*4|ZDF|ARD|RAI|ARTE|CANAL|TF1|SYFY|NBC|CBS|ABC|THE\s*CW|PBS|TUBI|ROKU"
    r"|PEACOCK|DISCOVERY|NICKELODEON|CARTOON\s*NETWORK|ADULT\s*SWIM|MTV|VIU|VIKI|IQIYI|TVING|HOTSTAR|ZEE5|SONYLIV"
    r"|YRF|YASH\s*RAJ|DHARMA|EROS|BLUTV|EXXEN|CLARO|MOVISTAR|FILMIN|VIAPLAY|RTL|JOYN|VIDIO|WATCHA|WAVVE|SHAHID|OSN"
    r"|STARZPLAY|SHOWMAX|SKYSHOWTIME|ATRESPLAYER|MITELE|RTVE|FLIXOLE|TV(?=\s*\+)|PLUTO\s*TV|VUDU|FREEVEE|BRITBOX|ITVX"
    r"|FOXTEL|OKKO|KINOPOISK|MEGOGO|U-?NEXT|ABEMA|WOWOW|LEMINO|WETV|YOUKU|TENCENT|BILIBILI|JTBC|KBS|SBS|MBC|TVN|COUPANG"
    r"|JIO\s*CINEMA|MX\s*PLAYER|VOOT|ALT\s*BALAJI|HOICHOI|SUN\s*NXT|CATCHPLAY|PUHU\s*TV|TABII|TRT|VOYO|POLSAT|TVP|OCS"
    r"|MOLOTOV|VIDEOLAND|STREAMZ|TVNZ|DIRECTV|TELEMUNDO|UNIVISION|SHOCHIKU|KADOKAWA|NIKKATSU|CJ\s*ENM|SHOWBOX|MOSFILM"
    r"|HUAYI)"
    r"\s*(?:\+|PLUS|PLAY|VIDEO|PREMIUM|ORIGINALS?|SERIES|STUDIOS?|FILMS?|PICTURES|ENTERTAINMENT|CINEMA|PRODUCTIONS?|TELEVISION|TV|GO"
    r"|BROS\W*|ANIMATION|PRESENTS?)*\W*"
)
# Long enough to be known with letters misread or run together: so alike (rapidfuzz partial ratio, 0..100).
_LONG_NAMES: Final = (
    "PRIMEVIDEO", "APPLETVPLUS", "DISNEYPLUS", "PARAMOUNTPLUS", "MARVELSTUDIOS", "MARVELTELEVISION", "DCSTUDIOS",
    "WARNERBROS", "UNIVERSALPICTURES", "PARAMOUNTPICTURES", "COLUMBIAPICTURES", "SONYPICTURES", "NEWLINECINEMA",
    "FOCUSFEATURES", "SEARCHLIGHTPICTURES", "20THCENTURY", "STUDIOCANAL", "PEACOCKORIGINAL",
    "NETFLIXFILM", "NETFLIXSERIES", "NETFLIXORIGINAL",
)  # fmt: skip
_ALIKE = 85.0
_WORD = re.compile(r"[A-Z]{6,9}")
# NETFLIX with one letter misread (NETFLLX, NETELIX) and nothing further.
_LIKE_NETFLIX = 85.0
# A short line that holds the name says it as a whole: "a Netflix limited series", "una serie de Netflix".
_WHOLE_LINE = 5


def find_network(line: LineInContext) -> Iterator[Found]:
    """The network's or studio's name, with the words around it when the line is short."""
    span = _span(line.folded)
    if span is None:
        return
    if len(line.folded.split()) <= _WHOLE_LINE and "|" not in line.folded:
        span = (0, len(line.folded))
    yield Found(ClaimKind.NETWORK, *span)


def _span(folded: str) -> tuple[int, int] | None:
    folded = _ACCOUNT.sub(lambda found: " " * len(found[0]), folded)
    match = _NAMES.search(folded) or _ALONE.fullmatch(folded)
    if match is not None:
        return match.span()
    for word in _WORD.finditer(folded):
        if fuzz.ratio(word[0], "NETFLIX") >= _LIKE_NETFLIX:
            return word.span()
    return _misread(folded)


def _misread(folded: str) -> tuple[int, int] | None:
    """Where one of the long names stands, give or take a letter in seven."""
    places = [place for place, letter in enumerate(folded) if letter.isalnum()]
    letters = "".join(folded[place] for place in places)
    for name in _LONG_NAMES:
        if len(letters) < len(name) - 1:
            continue
        found = fuzz.partial_ratio_alignment(name, letters, score_cutoff=_ALIKE)
        if found is not None:
            return places[found.dest_start], places[found.dest_end - 1] + 1
    return None
