"""A thirteenth set of attacks: the plain, usual ways, drawn mostly with Pillow."""
