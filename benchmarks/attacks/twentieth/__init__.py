"""Attacks of the twentieth hand: written from the promises alone."""
