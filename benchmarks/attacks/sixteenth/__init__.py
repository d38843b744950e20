"""The sixteenth set: the plain, usual ways people pass posters on and remake them, drawn by a hand of its own."""
