"""How the tables came to be, step by step; run by app.library.migrate on every open."""
