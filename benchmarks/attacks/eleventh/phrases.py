"""What people write on posters, and what apps write around them."""

# fmt: off
REMARKS = (
    "can't wait!!", "omg", "i'm SO ready", "who's coming with me?", "me on opening night", "take my money",
    "finally!", "need this now", "not me crying already", "this poster tho", "obsessed", "when you see it...",
    "nobody: / me:", "best one yet", "HYPE",
)
CAPTIONS = (
    "Look what just dropped", "Which one is your favourite?", "Out of ten, go.", "Movie night, who is in?",
    "Been waiting for this since forever", "New poster just landed", "Tag a friend you would watch this with",
    "Saw this at the bus stop today", "Thoughts?",
)
SUBTITLES = (
    "- We have to leave. Now.", "You said nobody would find us here.", "[dramatic music playing]",
    "I never asked for any of this.", "- Did you hear that? / - Hear what?", "What have you done?", "(wind howling)",
)
HEADLINES = (
    "First look: new poster released", "Fans react to the new poster", "Everything we know so far",
    "Poster revealed ahead of trailer", "BREAKING: key art unveiled",
)
SITES = (
    "FILMDAILY", "reelnews.net", "The Screen Post", "CINEBUZZ", "popcornwire.com", "MovieHub",
)
HANDLES = (
    "@filmfan_88", "@cinema.daily", "@the_reel_lena", "@moviebro", "u/posterdump", "@kinoclub", "@poster.archive",
)
MARKS = (
    "PREVIEW", "SAMPLE", "posterstock", "CINEPIX", "filmfan.net", "moviewalls", "DO NOT COPY", "KinoArchiv",
)
CHAT = (
    "have you seen this??", "lol yes", "we're going right", "is that him?", "no way", "book the tickets",
    "looks good",
)
NAMES = (
    "MARTA KLEIN", "DEAN HOLLOWAY", "SOFIA REYES", "JONAS WINTER", "AMARA OKOYE", "LUCA FERRANTE", "GRETA LIND",
    "VICTOR STONE", "NINA PETROV", "OWEN HART", "TOM BRADFORD",
)
TITLES = (
    "MIDNIGHT RUN", "THE LAST HARBOR", "IRON SKY", "BROKEN CROWN", "RETURN OF THE WOLF", "ECHOES", "SILENT CITY",
    "THE GATHERING", "REDEMPTION", "NO WAY BACK",
)
TITLE_WORDS = (
    "RETURNS", "FOREVER", "RELOADED", "DARK", "KING", "NIGHT", "WAR", "ORIGINS", "LOST", "REBORN", "QUEEN",
)
TAGLINES = (
    "Some doors should stay closed.", "The end is only the beginning.", "This time there is no escape.",
    "Every hero has a secret.", "They are coming back.", "One night changes everything.", "TRUST NO ONE",
    "LOVE NEVER DIES",
)
MONTHS = (
    "JANUARY", "MARCH", "MAY", "JUNE", "JULY", "OCTOBER", "NOVEMBER", "DECEMBER",
)
SERVICES = (
    "STREAMFLIX", "CINEMAX+", "PRIMEBOX", "HULO", "TELEGO", "vidora", "KINO+", "MAXIMA",
)
STUDIOS = (
    "NORTHSTAR PICTURES", "BLUE MOON", "ATLAS STUDIOS", "SILVERGATE", "PARAGON FILMS", "LION HILL",
)
CREDIT_JOBS = (
    "produced by", "music by", "edited by", "directed by", "written by", "costumes by", "executive producer",
)
# fmt: on
