"""The command line: parse, call, print. Results go to standard output, everything else to standard error."""

from reasoner.cli.main import main

__all__ = ["main"]
