"""The program as a process: ``zhicheng``, or ``python -m reasoner.cli``."""

import os
import sys
from multiprocessing import active_children
from typing import NoReturn

from reasoner.cli.main import main


def run() -> NoReturn:
    """Run the program and end the process.

    The system takes the memory back at once; to free each object of a large answer would take a tenth of the time that
    the answer took. Only processes of our own that still wait for work have to be seen off.
    """
    try:
        main()
    except SystemExit as leaving:
        if active_children() or not isinstance(leaving.code, int):
            raise
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        os._exit(leaving.code)


if __name__ == "__main__":
    run()
