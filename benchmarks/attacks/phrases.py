"""What people write on and around posters."""

REMARKS = (
    "OMG is this real??",
    "is this official or fan made?",
    "wait... WHAT",
    "leaked poster!!",
    "I can't believe it",
    "who is watching this?",
    "this looks so good",
    "not me crying already",
    "finally some good news",
    "tag someone who needs this",
    "everyone is talking about it",
    "my favourite film ever",
    "thoughts?",
)
HANDLES = (
    "@cinemafan",
    "@movie.daily",
    "@posterlover",
    "@film_updates",
    "@streamingnews",
    "@thescreenroom",
    "@popcornclub",
)
SITES = ("filmfanatic.net", "postersworld.com", "MOVIEWEB DAILY", "screenleaks.org", "cinewall.io", "SAMPLE")
NUMBERS = ("2", "2", "2", "3", "II", "4", "III", "5")
PARTS = (
    "PART TWO",
    "PART 2",
    "THE SEQUEL",
    "RETURNS",
    "CHAPTER 2",
    "CHAPTER TWO",
    "FOREVER",
    "THE FINAL CHAPTER",
    "RELOADED",
    "THE WEDDING",
    "NEXT GENERATION",
    "THE BEGINNING",
)
DATES = (
    "DECEMBER 2026",
    "06.12.26",
    "COMING SUMMER 2027",
    "FEBRUARY 14, 2027",
    "IN CINEMAS 2027",
    "COMING SOON",
    "JULY 29",
    "CHRISTMAS 2026",
    "11.11.2026",
    "ONLY ON NETFLIX MAY 8",
)
SEASONS = (
    "SEASON 4 | NETFLIX",
    "SEASON 2",
    "NEW SEASON | NETFLIX",
    "THE FINAL SEASON",
    "SEASON 5 COMING SOON",
    "SEASON 3 | PRIME VIDEO",
)
TITLES = (
    "PURPLE HEARTS 2",
    "AFTER MIDNIGHT",
    "THE LAST SUMMER",
    "LOVE AGAIN",
    "BROKEN CROWN",
    "SHADOW CITY",
    "THE RETURN",
    "ONE MORE NIGHT",
    "HOMECOMING",
    "RED HORIZON",
    "NEVER FORGET",
    "TWO HEARTS",
)
LOGOS: tuple[tuple[str, tuple[int, int, int]], ...] = (
    ("NETFLIX", (229, 9, 20)),
    ("A NETFLIX FILM", (255, 255, 255)),
    ("NETFLIX", (255, 255, 255)),
    ("prime video", (0, 168, 225)),
    ("Disney+", (240, 246, 255)),
    ("hulu", (28, 231, 131)),
    ("HBO max", (255, 255, 255)),
    ("MARVEL STUDIOS", (236, 29, 36)),
    ("apple tv+", (245, 245, 245)),
)
NAMES = ("sofia.updates", "luke_and_cassie", "moviemagic", "netflixlover", "the.reel.deal", "cinephile22", "jess_m")
LINES = (
    "can't wait for this one, who is coming with me",
    "they finally dropped the poster and I am not ok",
    "source: trust me",
    "first look! what do you think of it",
    "the book was better but I will still watch",
    "posting this before it gets taken down",
    "release date has not been confirmed yet",
    "so many people asked me about this",
)
