"""How numbers, parts and seasons are written in titles: words, Roman numerals, ordinals; plain data and look-ups."""

from enum import StrEnum

_ENGLISH_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ROMAN_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"


def _counted(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=1)}


ENGLISH = _counted(_ENGLISH_WORDS)
ORDINALS = _counted(_ORDINAL_WORDS)
ROMAN = _counted(_ROMAN_NUMERALS)

# Read as numbers only beside a word for part or season: alone, several of them are words of other languages.
_OTHER_LANGUAGES = {
    "de": "eins zwei drei vier funf sechs sieben acht neun zehn",
    "fr": "un deux trois quatre cinq six sept huit neuf dix",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez",
    "it": "uno due tre quattro cinque sei sette otto nove dieci",
    "pt": "um dois tres quatro cinco seis sete oito nove dez",
    "nl": "een twee drie vier vijf zes zeven acht negen tien",
}
AFTER_A_MARK = ENGLISH | {
    word: number for words in _OTHER_LANGUAGES.values() for word, number in _counted(words).items()
}

# What a reader makes of the strokes of a Roman numeral.
MISREAD_ROMAN = {
    **dict.fromkeys(("11", "ll", "il", "li", "l1", "1l", "i1", "1i"), 2),
    **dict.fromkeys(("111", "lll", "ill", "lil", "iil", "lii", "ili", "lli"), 3),
    **dict.fromkeys(("lv", "1v"), 4),
    **dict.fromkeys(("vl", "v1"), 6),
    **dict.fromkeys(("vll", "v11", "vil", "vli"), 7),
}

# What a digit inside a word stands for, as readers misread it or designers write it; likeliest first.
LETTERS_FOR_DIGITS = {
    "0": "o",
    "1": "il",
    "2": "z",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "g",
    "7": "vt",
    "8": "b",
    "9": "g",
}


class Mark(StrEnum):
    """The word that goes with a number."""

    PART = "part"
    SEASON = "season"


_PARTS = (
    "part pt vol volume chapter chap ch episode ep book act "
    "teil folge kapitel band partie chapitre tome parte capitulo capitolo volumen deel del kapittel kapitola cast "
    "czesc rozdzial bolum resz часть глава том パート"
)
_SEASONS = (
    "season seasons series staffel saison temporada stagione seizoen sesong sasong saeson sezon sezona evad kausi "
    "сезон シーズン 시즌"
)
MARKS = dict.fromkeys(_PARTS.split(), Mark.PART) | dict.fromkeys(_SEASONS.split(), Mark.SEASON)

# The Chinese and Japanese way: 第二季, 第3部.
COUNTED = {"季": Mark.SEASON, "期": Mark.SEASON, "部": Mark.PART, "章": Mark.PART, "集": Mark.PART}
CHINESE = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}

# A number before one of these counts something; it is no sequel's.
_UNIT_WORDS = (
    "days day weeks week hours hour minutes years year months times million billion stars oscars oscar awards award "
    "nominations episodes films movies dvd disc discs am pm uhr januar january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)
UNITS = frozenset(_UNIT_WORDS.split())
