"""What people write on posters: remarks that claim nothing, and claims."""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


NUMBERS = ("2", "2", "2", "3", "II", "III", "4", "IV")
REMARKS = _listed(
    "me every friday night|can't wait to watch this|no spoilers please!!|who's coming with me?|"
    "10/10 would cry again|still thinking about this one|my roommate made me watch it|tag your movie buddy|"
    "this poster though|POV: you said just one episode|when the popcorn is gone|mom pick me up i'm scared|"
    "nobody: / me at 3 am|necesito verla otra vez|das muss ich sehen|on regarde ça ce soir ?"
)
SHORT_REMARKS = _listed(
    "omg|love this|so good!|wow|same|crying rn|iconic|need it|yesss|LOL|obsessed|mood|haha no|je l'adore|çok iyi!|"
    "que lindo"
)
SITES = _listed(
    "www.postervault.net|moviewall.org|cinepins.com|wallpaperdepot.io|filmblog.co.uk|stock-preview|posterhub.info|"
    "freeprints.shop|reelarchive.tv|kinoseite.de|imgshare.cc|cartelesdecine.es"
)
HANDLES = _listed(
    "@filmdiary|@lena.watches|@popcorn_pete|@cinemaclub88|u/movie_nerd|@daily.posters|t.me/kinonews|"
    "@marta_y_el_cine|@theloftscreen|www.filmfreaks.org|@sofasunday|@noahreviews"
)
APP_LINES = _listed(
    "Liked by marta and 218 others|View all 46 comments|3 hours ago|Watched on a rainy Sunday with friends.|"
    "Reply to this thread|Added to my watchlist|Share|Popular with friends|"
    "I liked the first half more than the second|What did you all think?|Saved to Movie nights|Read more|"
    "Sounds good, see you at eight|Forwarded message|The picture was shot in eleven weeks|Reviews  Lists  Diary|"
    "12.4K views|Follow|Add a comment..."
)
PARTS = _listed(
    "PART TWO|SEASON 3|CHAPTER II|THE FINAL CHAPTER|THE RETURN|PART THREE|VOLUME 2|THE SEQUEL|A NEW BEGINNING|"
    "SEASON TWO|EPISODE IV|RESURRECTION|THE LAST STAND|SEGUNDA PARTE|DAS LETZTE KAPITEL"
)
DATES = _listed(
    "COMING DECEMBER 25|IN THEATERS JULY 2026|2027|THIS SUMMER|OCTOBER 31|ONLY IN CINEMAS MAY 14|NOVEMBER 2026|"
    "COMING SOON|IN CINEMAS FEBRUARY 13|STREAMING MARCH 6|EASTER 2027|JUNE 19|ONE NIGHT ONLY SEPTEMBER 9|"
    "PRÓXIMAMENTE 2027|25 ARALIK'TA SİNEMALARDA"
)
SERVICES = _listed(
    "NETFLIX|HBO MAX|PRIME VIDEO|A24|MARVEL STUDIOS|DISNEY+|HULU|PARAMOUNT+|APPLE TV+|PEACOCK|LIONSGATE|BLUMHOUSE|"
    "A NETFLIX ORIGINAL SERIES|UNA SERIE ORIGINAL DE NETFLIX|EINE STUDIOCANAL PRODUKTION"
)
MARK_NAMES = _listed(
    "ORBIT PICTURES|NETFLIX|NORTHGATE|MARVEL|A24|BLUE OWL FILMS|HULU|STARLIGHT|UNIVERSAL|PIXAR|REDWOOD STUDIOS|MAX|"
    "CINE SUR|NORDLICHT FILM|SONY"
)
TITLES = _listed(
    "MIDNIGHT RIVER|THE LAST HARBOR|BROKEN CROWN|SILENT ORCHARD|ECHO NINE|PAPER TIGERS|THE LONG WINTER|NEON DUST|"
    "A HOUSE OF GLASS|SUPERSONIC|BLOOD MERIDIAN ROAD|GHOST LIGHT|MY COUSIN THE KING|LA CASA DEL LAGO|"
    "O ÚLTIMO VERÃO"
)
NAMES = _listed(
    "TOM HARDY|ZENDAYA|MERYL STREEP|KEANU REEVES|LUPITA NYONG'O|PEDRO PASCAL|FLORENCE PUGH|IDRIS ELBA|ANA DE ARMAS|"
    "OSCAR ISAAC|CATE BLANCHETT|DEV PATEL|PENÉLOPE CRUZ|DANIEL BRÜHL|MARION COTILLARD"
)
CREDITS = _listed(
    "A FILM BY {}|STARRING {}|{}|DIRECTED BY {}|{} PRESENTS|{} IS BACK|INTRODUCING {}|UN FILM DE {}|EIN FILM VON {}"
)
TAGLINES = _listed(
    "Fear has a new name.|Some doors should stay closed.|This time it's personal.|The truth will find you.|"
    "Nothing stays buried.|Every family has a secret.|Trust no one.|Love was only the beginning.|"
    "One city. One night. No rules.|They never left.|The hunt begins again.|Home is where it hides.|"
    "Run while you can.|Nessuno è al sicuro.|Die Jagd beginnt."
)
