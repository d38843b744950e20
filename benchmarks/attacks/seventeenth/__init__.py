"""The seventeenth set of attacks: the plain, usual ways, by a hand of its own."""
