"""Finds references that are worth comparing: the contract, its embedded engine, and the search for candidates."""
