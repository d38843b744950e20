"""Words that people put on posters."""

import numpy as np

from benchmarks.attacks.chance import one_of

NAMES = (
    *("MARGOT HALE", "IDRIS STONE", "ANNA VOSS", "LEO CARTWRIGHT", "TOM HOLLIS", "ZOE KRAVEN", "PEDRO MARÍN"),
    *("EMMA ROURKE", "KEANU LANE", "FLORENCE DALE", "RYAN MOSS", "ANYA BRANDT", "OSCAR IVERS", "JENNA REYES"),
)
TITLES = (
    *("THE LAST HOUR", "NIGHTFALL", "RED HARBOR", "NO WAY BACK", "THE RETURN", "GHOST ROAD", "BLOODLINE"),
    *("BEYOND", "SILENT CITY", "THE HEIR", "AFTERMATH", "HOLLOW", "IRON SKY", "MIDNIGHT RUN", "LOST SUMMER"),
)
TAGLINES = (
    *("This time it's personal.", "The legend returns", "Evil never dies", "Every family has a secret"),
    *("He's back. And he's not alone.", "The end is only the beginning", "Trust no one.", "One last ride"),
    *("The war comes home", "Fear has a new name", "They should have stayed away"),
)
SEQUELS = ("RESURRECTION", "RELOADED", "THE RETURN", "REBORN", "ORIGINS", "LEGACY", "AWAKENING", "FOREVER", "REVENGE")
WORDS = (
    "SIN",
    "ICE",
    "GUN",
    "MONSTER",
    "SUMMER",
    "DEAD",
    "LOVE",
    "NIGHT",
    "KING",
    "LOST",
    "BLOOD",
    "DARK",
    "HOME",
    "FIRE",
    "QUEEN",
    "WAR",
    "DREAM",
    "CATS",
)
MONTHS = ("JANUARY", "MARCH", "MAY", "JUNE", "JULY", "AUGUST", "OCTOBER", "NOVEMBER", "DECEMBER")
SERVICES = ("STREAMLY", "PRIMA+", "HULA", "MAXX", "ORIGINAL FILM", "CINEBOX", "Viewly", "NETPLAY", "fliq")
STUDIOS = ("NORTHLIGHT", "BLUE GATE", "A42", "PARAMAX", "LIONHEART", "WARDER BROS", "UNIVERSE")
HANDLES = ("@moviefan", "@cine.daily", "@posterworld", "@filmgeek_88", "@the.reel", "@popcorn.tv", "@lena_watches")
REMARKS = (
    *("can't wait!!", "omg", "who's in??", "watching this tonight", "I'M CRYING", "so underrated", "10/10"),
    *("me every weekend", "when it finally drops", "no spoilers pls", "best movie ever", "childhood <3", "peak cinema"),
    *("tag a friend", "mom said no", "who remembers this?", "why is nobody talking about this"),
)
SUBTITLES = (
    *("- You shouldn't have come here.", "I never said it would be easy.", "What did you do?", "Where is everybody?"),
    *("We leave at dawn.", "[dramatic music]", "Tell me the truth.", "Don't look back."),
)
NEWS = (
    *("First reactions are in", "Now streaming: what to watch this week", "Director opens up about the film"),
    *("20 years later: still a classic?", "Box office: strong weekend", "Everything we know so far"),
)
FESTIVALS = ("CANNES", "SUNDANCE", "VENICE", "BERLIN", "TORONTO", "TRIBECA", "SITGES", "SXSW")


def number(rng: np.random.Generator) -> str:
    """The number of a sequel."""
    return one_of(rng, ("2", "3", "II", "III", "2", "4", "IV", "V", "5"))


def part(rng: np.random.Generator) -> str:
    """A line that makes a sequel of it."""
    nth = one_of(rng, ("TWO", "II", "2", "THREE", "ONE"))
    return one_of(rng, (f"PART {nth}", f"PART {nth}", f"VOLUME {nth}", f"THE SEQUEL - PART {nth}"))


def season(rng: np.random.Generator) -> str:
    """A line that makes a series of it."""
    which = int(rng.integers(2, 7))
    return one_of(rng, (f"SEASON {which}", f"SEASON {which}", "THE SERIES", "THE FINAL SEASON", f"S{which}"))


def chapter(rng: np.random.Generator) -> str:
    """A chapter's line."""
    which = one_of(rng, ("2", "TWO", "3", "THREE", "FOUR", "4"))
    return one_of(rng, (f"CHAPTER {which}", f"CHAPTER {which}", f"CHAPTER {which}: {one_of(rng, SEQUELS)}"))


def date(rng: np.random.Generator) -> str:
    """A release date."""
    year, day, month = int(rng.integers(2025, 2029)), int(rng.integers(1, 29)), int(rng.integers(12))
    written_out = MONTHS[month % len(MONTHS)]
    return one_of(
        rng,
        (f"{written_out} {day}, {year}", f"IN THEATERS {written_out} {day}", f"{month + 1}.{day}.{year}", f"{year}"),
    )


def soon(rng: np.random.Generator) -> str:
    """A line that says it is on its way."""
    return one_of(
        rng, ("COMING SOON", "COMING SOON", "THIS SUMMER", "THIS CHRISTMAS", "SOON IN CINEMAS", "ONLY IN IMAX")
    )


def like(words: str, rng: np.random.Generator) -> str:
    """The words in capitals or not."""
    return one_of(rng, (words, words.upper(), words.upper(), words.title()))
