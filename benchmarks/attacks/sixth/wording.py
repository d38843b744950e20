"""What people write."""

REMARKS = (
    "cant wait!!",
    "who is seeing this with me?",
    "omg finally",
    "movie night :)",
    "rewatching this tonight",
    "10/10 no notes",
    "my comfort film",
    "i cried so hard",
    "so underrated tbh",
    "look at this poster tho",
    "throwback thursday",
    "best soundtrack ever",
)
MEMES = (
    ("nobody:", "me at 3am:"),
    ("when your friend says", "they have never seen it"),
    ("me explaining the plot", "to my mum"),
    ("POV: you pick the film", "on a first date"),
    ("this one lives in my head", "rent free"),
    ("how it feels to watch this", "for the 9th time"),
)
HANDLES = (
    "@reelfan_92",
    "@postervault",
    "@cinemaclub.daily",
    "@moviemarta",
    "@filmnerd_joe",
    "@thatposterguy",
    "@dvd.attic",
)
SITES = ("posterdrop.example", "moviewalls", "FilmShare", "CINEPIX", "wallhub.example", "PREVIEW", "fanboard")
NAMES = ("Marta K.", "Joe Simmons", "film_lena", "Devon P.", "Cinema Club", "Noor", "Tomasz W.", "lucy.watches")
BADGES = ("HD", "4K", "TOP 10", "NEW EPISODE", "NEW", "LEAVING SOON", "FREE", "RECENTLY ADDED", "16+", "DUB | SUB")
TAGS = ("SALE", "-50%", "$4.99", "NOW €7.99", "8.4/10", "ONLY 3 LEFT", "2 FOR 1", "★ 4.5", "USED - GOOD")
SUBTITLES = (
    ("- Where are you going?", "- I don't know yet."),
    ("You should have told me", "before we left the house."),
    ("I never wanted any of this.",),
    ("[door creaks]",),
    ("We have to go back.", "Tonight."),
    ("Nobody is coming for us.",),
)
CHATS = (
    "have you seen this one?",
    "we should watch it tmrw",
    "found it!!",
    "is it any good?",
    "look what is on tonight",
)
ANSWERS = ("yesss", "ok 8pm?", "never heard of it", "i love that one", "bring popcorn")
BLURBS = (
    "An evening nobody in town will forget",
    "Watch the trailer and extras now",
    "Available in your library until Sunday",
    "Two strangers, one long night on the road",
    "With bonus scenes and a commentary",
)
GENRES = ("Drama", "Thriller", "Comedy", "Action", "Romance", "Crime", "Adventure")

PARTS = ("PART TWO", "CHAPTER 2", "PART II", "CHAPTER TWO", "THE SEQUEL", "BOOK TWO", "PART THREE", "VOLUME 2")
DATES = (
    "COMING 2027",
    "IN CINEMAS MAY 14",
    "SUMMER 2026",
    "ONLY IN THEATERS 12.18.26",
    "JULY 2027",
    "THIS CHRISTMAS",
    "COMING SOON 2028",
    "OCTOBER 31 2026",
)
SEASONS = ("SEASON 4", "SEASON 2", "THE FINAL SEASON", "NEW SEASON", "SEASON THREE", "SEASON 5 PART 1")
SERVICES = ("STREAMA", "FLIXORA", "NOVA+", "CINEVA one", "HOMEPLAY", "VIDORA", "prisma video", "ONDA tv")
TITLES = (
    "THE LAST LIGHT",
    "NIGHT DRIVER",
    "BROKEN CROWN",
    "RETURN TO ZERO",
    "MY COUSIN'S CAT",
    "IRON SUMMER",
    "SILENT RIVER",
    "GARFIELD",
    "THE BIG SLEEPOVER",
    "HOLLOW MEN",
)
WORDS = ("DEAD", "LOVE", "WAR", "NIGHT", "PIZZA", "MOON", "KING", "AGAIN", "GHOST", "DOGS", "FIRE", "PARIS", "BLOOD")
TAGLINES = (
    "This time it's personal.",
    "Nobody gets out alive.",
    "They came back for more.",
    "Every secret has a price.",
    "He forgot the milk.",
    "The legend ends here.",
    "Love hurts. A lot.",
)
ACTORS = (
    "ANNA BERGMAN",
    "TOM HARLOW",
    "KEVIN MARSH",
    "LUCIA FERRO",
    "DWAYNE COOPER",
    "RYAN STONE",
    "MEG DOLAN",
    "IDRIS COLE",
    "MY UNCLE BOB",
)
PRIZES = (
    ("WINNER", "BEST PICTURE"),
    ("OFFICIAL SELECTION", "LAKE CITY 2026"),
    ("AUDIENCE AWARD", "NORTH FILM FEST"),
    ("5 STARS", "MUST SEE"),
)
