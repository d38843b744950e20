"""Set drawn by one more hand: the plain, usual ways posters are passed on and remade."""
