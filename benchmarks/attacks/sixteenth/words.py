"""What people write on posters, over them and round them; about one text in six is not English."""


def _texts(block: str) -> tuple[str, ...]:
    """The texts of a block, which are set apart by bars."""
    return tuple(" ".join(text.split()) for text in block.split("|"))


REMARKS = _texts("""omg | love this | so good | YES!! | lol | wow | can't wait | my fave | 10/10 | same | watch this! |
    iconic | mood | J'adore ! | ¡qué buena! | süper | bayıldım | amei!""")
CAPTIONS = _texts("""me every friday night | can't wait to watch this | when your mom finds the browser history |
    nobody: me at 3 am: | this movie changed my life | who else remembers this one? | POV: you picked the movie | tag
    someone who needs to see this | my boss when I'm 2 minutes late | still the best film of all time | throwback to
    better days | rewatching this tonight | 10/10 would cry again | me explaining the plot to my cat | yo un lunes por
    la mañana | moi le lundi matin | wenn der Chef anruft | eu na segunda-feira | pazartesi sabahı ben""")
SITES = _texts("""MovieWeb | filmfan.net | posterhub.com | CineDaily | www.moviebuff.org | PREVIEW | SAMPLE | shotstock
    | reelposters.com | FilmArchive | wallpapers4u | popcornblog.com | KinoWelt.de | cineclub.fr | pelis24.es |
    sinemalar.net | imgstock""")
HANDLES = _texts("""@moviebuff_91 | @cinephile.daily | www.filmfan.net | @posterlover | @the.reel.deal | u/filmnerd42 |
    @horrorqueen | www.movieblog.com | @popcorn.time.club | @anna_watches | t.me/goodmovies | www.cine-critique.fr |
    @cinefilo_mx | @filmabend.berlin | @sinemasever | @cinema.em.casa""")
STORY_LINES = _texts("""tonight's movie | guess what I'm watching | movie night!! | who's in? | just finished this one
    | rate it 1-10 | Friday plans | recommend me more like this | current mood | finally seeing it | date night | don't
    text me for 2 hours | noche de peli | soirée film | Filmabend mit Oma | akşam filmi | sessão pipoca""")
SEQUEL_LINES = _texts("""PART TWO | PART II | SEASON 3 | CHAPTER II | THE FINAL CHAPTER | THE RETURN | SEASON 2 | PART
    THREE | THE SEQUEL | RELOADED | THE LAST STAND | VOLUME 2 | ORIGINS | LA SEGUNDA PARTE | LE RETOUR | TEIL 2 |
    TEMPORADA 3 | BÖLÜM 2 | A VINGANÇA""")
DATES = _texts("""COMING DECEMBER 25 | IN THEATERS JULY 2026 | 2027 | COMING SOON | SUMMER 2026 | ONLY IN CINEMAS MAY
    22 | OCTOBER 31 | IN CINEMAS EVERYWHERE FRIDAY | CHRISTMAS 2027 | IN IMAX MARCH 6 | 11.20.26 | THIS FALL | NOVEMBER
    2026 | VALENTINE'S DAY 2027 | STREAMING APRIL 4 | ESTRENO 14 DE AGOSTO | AU CINÉMA LE 3 JUIN | AB 12. MÄRZ IM KINO
    | 8 KASIM'DA SİNEMALARDA""")
SERVICES = _texts("""NETFLIX | HBO MAX | PRIME VIDEO | A24 | MARVEL STUDIOS | DISNEY+ | APPLE TV+ | HULU | PEACOCK |
    PARAMOUNT+ | A NETFLIX FILM | ONLY ON NETFLIX | AN A24 FILM | SHUDDER | BLUMHOUSE | SOLO EN NETFLIX | NUR BEI
    AMAZON | EXCLUSIVO NO GLOBOPLAY | SADECE NETFLIX'TE""")
STUDIOS = _texts("""MARVEL | DC | PIXAR | NETFLIX | HBO | DISNEY | WARNER BROS. | UNIVERSAL | LUCASFILM | LIONSGATE |
    A24 | HULU | MIRAMAX | COLUMBIA | ORION | PATHÉ | CONSTANTIN | TELECINE""")
TITLES = _texts("""THE LAST SUMMER | Midnight Run | MY NEIGHBOR STEVE | SHARK WEEKEND | Broken Hearts | THE OFFICE
    PARTY | DEAD MONDAY | Homework | Grandma's Revenge | THE BIG NAP | PIZZA WARS | Silent River | NIGHT OF THE CATS |
    Uncle Bob | EL ÚLTIMO VERANO | La Nuit Rouge | DER NACHBAR | Kayıp Şehir | O GRANDE DIA""")
NAMES = _texts("""TOM HANKS | RYAN GOSLING | EMMA STONE | KEANU REEVES | ZENDAYA | DWAYNE JOHNSON | MARGOT ROBBIE |
    NICOLAS CAGE | SCARLETT JOHANSSON | PEDRO PASCAL | DANNY DEVITO | FLORENCE PUGH | ANYA TAYLOR-JOY | ADAM SANDLER |
    PENÉLOPE CRUZ | OMAR SY | TIL SCHWEIGER | ŞENER ŞEN | WAGNER MOURA""")
TAGLINES = _texts("""This time it's personal. | Nothing will ever be the same. | He's back. And he's angry. | Every
    legend has a beginning. | Be careful what you wish for. | No one gets out alive. | Love hurts. Revenge heals. |
    Trust no one. | The end is only the beginning. | One family. One last chance. | Some secrets stay buried. | Run
    while you can. | Winter never ends. | Esta vez es personal. | Rien ne sera plus comme avant. | Diesmal kommt keiner
    davon. | Her şey yeni başlıyor. | Nada é o que parece.""")
CREDITS = _texts("""A FILM BY QUENTIN TARANTINO | DIRECTED BY TIM BURTON | FROM THE DIRECTOR OF JAWS | A STEVEN
    SPIELBERG FILM | FROM EXECUTIVE PRODUCER PETER JACKSON | BASED ON A TRUE STORY | A CHRISTOPHER NOLAN FILM | MUSIC
    BY HANS ZIMMER | FROM THE CREATORS OF LOST | STARRING JACK BLACK | A JORDAN PEELE NIGHTMARE | FROM THE MAKERS OF
    SAW | A SOFIA COPPOLA PICTURE | UNA PELÍCULA DE ALMODÓVAR | UN FILM DE LUC BESSON | EIN FILM VON FATIH AKIN | UM
    FILME DE MEIRELLES | BİR NURİ BİLGE CEYLAN FİLMİ""")
NUMBERS = ("2", "3", "II", "III", "2", "3", "4", "IV")
SCREEN_TEXTS = _texts("""2h 14m · Drama | Recommended for you | Added to your list | In stock, ships Monday | 4.5 stars
    (1,204 reviews) | Users also liked | See all reviews | Watch the trailer | Directed by | Rated PG-13 | Where to
    watch | Cast and crew | A small town, a big secret and one long night | Buy tickets near you | Añadir a mi lista |
    Ab 12 Jahren | Bande-annonce | Oyuncular | Assistir agora""")
BUTTONS = _texts("""Play | Trailer | + My List | Share | Buy now | Rent $3.99 | Follow | Ver ahora | Kaufen | Paylaş |
    Save | Tickets | Review | Watch | Rent | Teilen | Suivre""")
