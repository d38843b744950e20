"""Words that apps, shops, agencies and people lay over pictures, and that no poster has in its lettering."""

import re

# What apps write beside their buttons and over pictures: 62.6K, 16,539 likes, 0:42 / 2:13, 3 h, "original sound",
# TOP 10.
_APP_WORDS = re.compile(
    r"\b\d{1,3}(?:[.,]\d)?[KM]\b|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?-i:[hm])\b|\boriginal (?:sound|audio)\b|\bsee more\b"
    r"|\breply\b|\b(?:likes|views|comments|followers|subscribe|suggested for you)\b"
    r"|\btop ?10\b|\btrending\b|\brecently added\b|\bleaving soon\b|\bwatch now\b|\bmy list\b"
    r"|\bskip intro\b|\bsponsored\b|\bu?hdr?\b|\b4k\b|\bdub\W+sub\b"
    r"|tik ?tok|\binstagram\b|\byoutube\b|\bpinterest\b|\breddit\b|\bsnapchat\b|\btumblr\b",
    re.I,
)
_SHOP_WORDS = re.compile(
    r"\d ?% off|[-\N{MINUS SIGN}]\d{2} ?%|[$€£] ?\d|\d ?[€£]|\bsale\b|\bsold ?out\b|\breserved\b|\bused\W+good\b"
    r"|\b\d for \d\b|\bin stock\b|\bfree shipping\b",
    re.I,
)
# Agencies number their pictures and name who took them.
_AGENCY_WORDS = re.compile(
    r"\b\d{7,}\b|\b(?:credit|photo|via|source)\s?:|\b(?:getty|stock|press) ?(?:images?|photos?|pix)\b|\bshutterstock\b"
    r"|\balamy\b|\bistock|\bdepositphotos\b|\bdreamstime\b",
    re.I,
)
# A camera's stamp: day, month and year in figures, nothing but spaces or an apostrophe between them. Release dates have
# points, strokes or names of months.
_STAMP = re.compile(r"(?=.*\d[ '\u2019]+\d)\W*\d{2}[ '\u2019]*\d{2}[ '\u2019]*\d{2}\W*")
# Subtitles: what is heard stands in brackets, who speaks next behind a dash.
_SUBTITLE = re.compile(r"\W*[\[(♪][^\[\]()]{4,}[\])♪]\W*|\s*[-\N{EN DASH}] ?\w.*[.,?!].*", re.S)
# Marks and stamps that are a word of their own; in a line with other words they are a part of it.
_BADGE = re.compile(
    r"\W*(?:new|live|ad|play|100|premium|exclusive|popular|hot|vip|sample|proof|preview|draft|screener|approved|verified"
    r"|confidential|classified|archive copy)\W*",
    re.I,
)
# What people write: small letters from the first one on or words of chats, more than one sign of surprise; posters are
# set in capitals, in titles, or in sentences that begin large or end.
_SURPRISED = re.compile(r"[?!]{2,}|\?\s*$|\bwait\W+what\b", re.I)
_CHAT_WORDS = re.compile(
    r"\W*(?:o+mg+|lol|lmao|wtf|wow|mood|pov|fyp|slay|vibes?|yes+|no way|so good|love this)\W*", re.I
)
_CHATTING = re.compile(
    r"\b(?:i|i'?m|i'?ve|my|me|mum|mom|omg|lol|pls|ur|guys|tho|gonna|cant|real|fake|leaked)\b"
    r"|\b(?:is|at|for|love|like) this\b",
    re.I,
)
_SENTENCE_ENDS = re.compile(r"[^.]\.\W?$")
_SMALL_LETTERS = 0.6


def is_laid_over(text: str) -> bool:
    """Whether words are an app's, a shop's, an agency's, a camera's, or a subtitle."""
    whole = (_STAMP, _SUBTITLE)
    anywhere = (_APP_WORDS, _SHOP_WORDS, _AGENCY_WORDS)
    return any(each.fullmatch(text) for each in whole) or any(each.search(text) for each in anywhere)


def is_badge(text: str) -> bool:
    """Whether words, all that stand in a place, are a mark that apps and people stick on."""
    return _BADGE.fullmatch(text) is not None


def is_remark(text: str) -> bool:
    """Whether words read like a remark of somebody who passes the picture on."""
    if _SURPRISED.search(text) or _CHAT_WORDS.fullmatch(text):
        return True
    letters = [letter for letter in text if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    starts = [word[0] for word in text.split() if word[0].isalpha()]
    if not starts or small <= _SMALL_LETTERS * len(letters):
        return False
    begins_small = sum(start.islower() for start in starts) > _SMALL_LETTERS * len(starts)
    chats = starts[0].islower() or bool(_CHATTING.search(text))
    # One small word is as often a maker's name, and a sentence that ends, or only begins large, a tagline.
    return begins_small and chats and len(starts) > 1 and not _SENTENCE_ENDS.search(text)
