"""Words that apps, shops and agencies lay over pictures, and that no poster has in its lettering."""

import re
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process

from app.text.folding import key

# What apps write beside their buttons and over pictures: 62.6K, 16,539 likes, 0:42 / 2:13, 3 h, "original sound",
# TOP 10. A chat's hour is read in part, or with what stands before it.
_APP_WORDS = re.compile(
    r"(?<!\bin )\b\d{1,3}(?:[.,]\d)?[KM](?![A-Z])|(?<!\d)\d{1,2}:\d{1,2}(?!\d)|\b\d{1,2} ?(?-i:[hm])\b"
    r"|\boriginal (?:sound|audio)\b"
    r"|\bsee more\b|\breply\b|\b(?:likes|views|comments|followers|subscribe|suggested for you)\b"
    r"|\btop ?10\b|\btrending\b|\brecently added\b|\bleaving soon\b|\bwatch now\b|\bmy list\b"
    r"|\bopen image\b|\bskip intro\b"
    r"|\bsponsored\b|\bu?hdr?\b|(?<!\bin )\b4k\b|\b(?:720|1080)p\b|\bdub\W+sub\b|\bnew episodes?\b"
    r"|\b(?:en|eng|english) (?:dub|sub)(?:bed|s|titles)?\b"
    r"|\bsent (?:you )?an? (?:photo|message|video|snap|reel)\b|\bnew message\b|\bmissed call\b"
    r"|\bvisual search\b|\bfollowing\b|\b(?:movie|film) night\b|\bnow watching\b|\bdays? (?:to go|left)\b"
    r"|tik ?tok|\binstagram\b|\byoutube\b|\bpinterest\b|\breddit\b|\bsnapchat\b|\btumblr\b",
    re.I,
)
_SHOP_WORDS = re.compile(
    r"\d ?% off|[-\N{MINUS SIGN}]\d{2} ?%|[$€£] ?\d|\d ?[€£]|\bsale\b|\bsold ?out\b|\breserved\b|\bused\W+good\b"
    r"|\b\d for \d\b|\bonly \d+ left\b|\bnew in\W*$|\bin stock\b|\bfree shipping\b|(?<![\d.])\d{1,3}[.,]99\b",
    re.I,
)
# Of what pages about films are named, and what they call themselves.
_FILM_WORDS: Final = ("movie", "film", "cinema", "cine", "kino", "reel", "flick", "screen")
_FILMS: Final = "|".join((*_FILM_WORDS, "movies", "films", "popcorn"))
_PAGES: Final = (
    "addict|archive|blog|buff|buzz|club|corner|daily|db|diary|fanatic|feed|freak|gallery|geek|guy|head|hub|junkie|lover"
    "|nerd|news|page|room|spot|talk|vault|world|zone"
)
_SMALL_WORD = re.compile(r"\W*([a-z]{8,})\W*")
# Agencies number their pictures and name who took them.
_AGENCY_WORDS = re.compile(
    r"\b\d{7,}\b|\b(?:credit|photo|via|source)\s?:|\b(?:getty|stock|press) ?(?:images?|img|photos?|pix)\b"
    r"|\bshutterstock\b|\balamy\b|\bistock|\bdepositphotos\b|\bdreamstime\b|\bdo not copy\b"
    r"|poster(?=[a-z]{2})|wallpaper"
    # What people who show films' pictures call their pages, in one word.
    rf"|\b(?:{_FILMS}|series|stream(?:ing)?|binge|wall|stock|matinee)-?(?:{_PAGES}|archiv|bild|board|boy|fan|frame|girl|gossip|leak|meme|pic|pix|post"
    r"|poster|queen|scene|share|shot|still|tube|update|verse|view|wallz?|web)s?\b"
    r"|\bmovie(?=[a-z]{4})|\w ?daily\W*$",
    re.I,
)
# Names of accounts have a point or a line in them; their sign may be read as a letter, or not at all.
_ACCOUNT_NAME = re.compile(r"\W*[a-z]\w{3,}[._](?=[a-z]{3})\w+\W*")
# The same in two words, or as an address whose point was not read, where nothing else stands in the line.
_PAGE = re.compile(
    rf"\W*(?:the\W+)?(?:{_FILMS}|filmi|cin[eé](?:ma)?s?|reels|flicks|posters?|series?|serien|pelis?|sinema|cult"
    rf"|cinephiles?|cinefilos?)[\W_]?(?:{_PAGES}|cafe|fans?|freunde|friends|house|lounge|mania|planet|society|welt)s?"
    r"[\W_]?(?:com|net|org|tv|blog|co|uk|de|fr|es|it|br|pl|tr)?\W*",
    re.I,
)
# How many people liked it, or how well: 716, 84 %, 10/10, a star before 7.9.
_COUNT = re.compile(
    r"\W*[1-9]\d\d(?: +\d{2,3})*\W*|\W*\d{1,3} ?%\W*|.*\b10/10(?!/).*|.*\breview\b.*\d/10.*|★ ?\d.*",
    re.I,
)
# Who is quoted with a score; a few that are words as well only in capitals.
_PRESS = re.compile(
    r"\b(?i:ign|rolling stone|new york times|nyt|washington post|time ?out|total film|indiewire|collider"
    r"|empire magazine|rotten tomatoes|metacritic|imdb|letterboxd|hollywood reporter"
    r"|the (?:guardian|times|telegraph|independent))\b"
    r"|\b(?:EMPIRE|VARIETY|DEADLINE|SCREEN RANT|POLYGON)\b"
)
# A camera's stamp: day, month and year in figures, nothing but spaces or an apostrophe between them. Release dates have
# points, strokes or names of months.
_STAMP = re.compile(r"(?=.*\d[ '\u2019]+\d)\W*\d{2}[ '\u2019]*\d{2}[ '\u2019]*\d{2}\W*")
# Subtitles: what is heard stands in brackets, who speaks next behind a dash. The frame of a stamp is read as brackets.
_SUBTITLE = re.compile(r"(?=.*[a-z])\W*[\[(♪][^\[\]()]{4,}[\])♪]\W*|\s*[-\N{EN DASH}] ?\w.*[.,?!].*", re.S)
# Marks and stamps that are a word of their own; in a line with other words they are a part of it.
_BADGE = re.compile(
    r"\W*(?P<mark>new|live|ad|play|100|premium|exclusive|popular|hot|vip|sample|proof|preview|draft|screener|approved|verified"
    r"|confidential|classified|archive copy|sold|free|watched|seen it|save|post)(?:\W+(?P=mark))*\W*",
    re.I,
)
# What a player has of sound, subtitles and resolution, one or more of it: "16+ 5.1 DUB", "CC OmU", "5.1 EN CC".
_TRACKS = re.compile(
    r"(?=.*(?:\bcc\b|\bsdh\b|omu|\bdub|\bvost|[57]\.1))\W*"
    r"(?:(?:cc|sdh|ad|ome?u|ov|dub|sub|vost(?:fr)?|v[of]|[57]\.1|\d{1,2}\+|u?hd|4k|hdr|atmos|en|de|fr|es|it|pt)(?!\w)\W*)+",
    re.I,
)
# Large ones that shine through are often read in part, or with a letter misread: so alike (rapidfuzz ratio, 0..100).
_LONG_MARKS: Final = (
    "SAMPLE", "PREVIEW", "WATERMARK", "SCREENER", "DONOTCOPY", "CONFIDENTIAL", "COPYRIGHT", "APPROVED", "CLASSIFIED",
    "ARCHIVECOPY",
)  # fmt: skip
_PART_OF_MARK, _ALIKE = 4, 83.0


def is_laid_over(text: str) -> bool:
    """Whether words are an app's, a shop's, an agency's, a camera's, a page's name, a count, or a subtitle."""
    known = any(each.fullmatch(text) for each in (_STAMP, _SUBTITLE))
    known = known or any(each.search(text) for each in (_APP_WORDS, _SHOP_WORDS))
    return known or is_count(text) or names_a_page(text)


def names_a_page(text: str) -> bool:
    """Whether words are a page's name, or hold an agency's mark."""
    named = any(each.fullmatch(text) for each in (_PAGE, _ACCOUNT_NAME)) or _AGENCY_WORDS.search(text) is not None
    return named or _is_nearly_a_page(text)


def _is_nearly_a_page(text: str) -> bool:
    """Whether one long word in small letters is what a page could be named, its sign or a letter of it misread."""
    word = _SMALL_WORD.fullmatch(text)
    if word is None:
        return False
    return process.extractOne(word[1], _page_names(), scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None


@cache
def _page_names() -> tuple[str, ...]:
    pages = (*_PAGES.split("|"), "fan", "fans")
    return tuple(film + page for film in (*_FILM_WORDS, "series") for page in pages)


def is_count(text: str) -> bool:
    """Whether words say how many liked it, or how well, and nothing else; whose word is printed praises."""
    return _COUNT.fullmatch(text) is not None and not is_of_press(text)


def is_of_press(text: str) -> bool:
    """Whether words name who reviews films."""
    return _PRESS.search(text) is not None


def is_badge(text: str) -> bool:
    """Whether words, all that stand in a place, are a mark that apps and people stick on, or a good part of one."""
    letters = key(text)
    part = len(letters) >= _PART_OF_MARK and any(letters in mark for mark in _LONG_MARKS)
    return part or any(each.fullmatch(text) for each in (_BADGE, _TRACKS)) or begins_a_mark(text)


def begins_a_mark(text: str) -> bool:
    """Whether words are a large mark that shines through, or begin one: the rest lies on what stands there."""
    letters = key(text)
    return len(letters) >= _PART_OF_MARK and any(
        mark.startswith(letters) or fuzz.ratio(letters, mark) >= _ALIKE for mark in _LONG_MARKS
    )
