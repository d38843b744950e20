"""What the words of a changed place are: a claim, a remark, a name, a badge, or a line of the poster's own."""
