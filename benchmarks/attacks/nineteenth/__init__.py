"""The nineteenth hand: plain, usual ways of passing posters on and of making them fan-made."""
