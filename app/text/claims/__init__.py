"""What lines of lettering claim, one kind of claim a file."""
