"""What the lettering says. One in eight or so is not in English."""

REMARKS = (
    "omg", "love this", "so good!!", "10/10", "who's in?", "crying rn", "my fave", "need to see this", "obsessed",
    "date night?", "the best one", "still not over it", "no spoilers pls", "me encanta", "trop bien",
)  # fmt: skip
CAPTIONS = (
    "me every friday night", "can't wait to watch this", "nobody: / me at 3 am:",
    "when your friend talks during the film", "my whole personality lately", "rewatching this for the 9th time",
    "pov: you said just one movie", "this one broke me, not gonna lie", "mom said we have this at home",
    "tell me why i cried so hard", "sunday plans: couch + this", "rate it from 1 to 10", "wer schaut mit?",
    "noche de pelis en casa", "bu gece ne izlesek?",
)  # fmt: skip
SITES = (
    "www.movieposters.net", "cinemaheaven.com", "POSTERVAULT", "filmfreak.org", "MoviePics HD", "wallpaperdeck.com",
    "reelarchive.net", "PopcornDaily", "cineblog.it", "SAMPLE", "kinofan.de", "theposterwall", "PREVIEW",
    "imgcorner.com", "filmposters.co.uk",
)  # fmt: skip
HANDLES = (
    "@moviemaniac", "@cine.daily", "@reel_talk", "u/posterdude", "@filmclub.tr", "@popcorn.queen", "@cinephile88",
    "www.filmsite.net", "t.me/cinehub", "@watchwithme", "@le.cine.club", "@nightowlfilms", "fb.com/moviebuffs",
    "@kinoabend", "@frame.by.frame",
)  # fmt: skip
STORY_LINES = (
    "tonight at home", "what should we watch?", "movie night", "recommend me more like this", "finally watching it",
    "weekend mood", "seen it? yes / no", "comfort film", "currently watching", "new on my watchlist",
    "4 stars from me", "film of the week", "heute abend?", "filme de hoje", "stasera questo",
)  # fmt: skip
POSTS = (
    "Just watched this and I have no words.", "Underrated. Fight me in the replies.",
    "Found this in my camera roll, what a film", "Anyone up for this on Saturday?",
    "The soundtrack alone deserves a prize", "Seen it twice this week already",
    "My dad's favourite movie of all time", "Which scene made you cry?", "Top three of the decade, easily",
    "How have I never seen this before", "The ending still haunts me", "Perfect rainy day film",
    "Das muss man gesehen haben", "Qué película, de verdad", "Hâlâ etkisindeyim",
)  # fmt: skip
TWOS = (
    "2", "2", "2", "II", "II", "3", "III", "4", "IV",
)  # fmt: skip
PART_LINES = (
    "PART TWO", "PART II", "CHAPTER II", "CHAPTER THREE", "SEASON 3", "SEASON TWO", "THE FINAL CHAPTER",
    "THE RETURN", "THE BEGINNING", "RELOADED", "THE LAST SEASON", "LA SECUELA", "TEIL 2", "DEUXIÈME PARTIE",
    "EPISODE IV", "REBORN",
)  # fmt: skip
DATES = (
    "COMING DECEMBER 25", "IN THEATERS JULY 2026", "2027", "SUMMER 2026", "ONLY IN CINEMAS MAY 8", "OCTOBER 31",
    "COMING SOON", "11.14.2026", "IN CINEMAS THIS CHRISTMAS", "MARCH 2027", "NEXT SPRING", "THIS FRIDAY",
    "PRÓXIMAMENTE EN CINES", "AB 12. MÄRZ IM KINO", "15 KASIM'DA SİNEMALARDA",
)  # fmt: skip
SERVICES = (
    "NETFLIX", "HBO MAX", "PRIME VIDEO", "A24", "MARVEL STUDIOS", "DISNEY+", "HULU", "APPLE TV+", "PARAMOUNT+",
    "PIXAR", "DC STUDIOS", "LIONSGATE", "BLUMHOUSE", "LUCASFILM", "STUDIOCANAL",
)  # fmt: skip
CLAIMS = (
    "NOW STREAMING", "A NETFLIX ORIGINAL", "BASED ON A TRUE STORY", "WINNER OF 5 OSCARS", "DIRECTOR'S CUT",
    "REMASTERED IN 4K", "10TH ANNIVERSARY", "ORIGINAL SERIES", "UNRATED VERSION", "OFFICIAL TRAILER OUT NOW",
    "BEST FILM OF THE YEAR", "EXTENDED EDITION", "INSPIRÉ D'UNE HISTOIRE VRAIE", "EDIÇÃO ESPECIAL",
    "IN IMAX AND 3D",
)  # fmt: skip
TITLES = (
    "THE SILENT HOUR", "NIGHTFALL", "BROKEN CROWN", "MIDNIGHT RUN", "LOST CITY", "AFTER THE STORM", "RED HARVEST",
    "OVERDRIVE", "PAPER HEARTS", "COLD RIVER", "THE LONG GAME", "GHOST LIGHT", "LA ÚLTIMA CENA", "SCHATTENLAND",
    "SON GECE",
)  # fmt: skip
ACTORS = (
    "TOM HOLLAND", "ZENDAYA", "RYAN GOSLING", "MARGOT ROBBIE", "KEANU REEVES", "PEDRO PASCAL", "EMMA STONE",
    "ANYA TAYLOR-JOY", "DENZEL WASHINGTON", "CILLIAN MURPHY", "FLORENCE PUGH", "JOHN CARTER MILES", "OMAR SY",
    "PENÉLOPE CRUZ", "DANIEL BRÜHL",
)  # fmt: skip
TAGLINES = (
    "Every secret has a price.", "This time there is no way back.", "Fear never sleeps.", "The hunt begins again.",
    "Some doors should stay closed.", "One night changes everything.", "He was never alone.", "Trust no one. Run.",
    "Love is the last rebellion.", "They came back for more.", "The truth will burn.", "Home is where it hides.",
    "Nada volverá a ser igual.", "Das Ende ist erst der Anfang.", "La vendetta non dorme mai.",
)  # fmt: skip
