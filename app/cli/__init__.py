"""The command line: parse, call, render. Results go to standard output, everything else to standard error."""
