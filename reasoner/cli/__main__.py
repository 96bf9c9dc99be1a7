"""``python -m reasoner.cli``."""

from reasoner.cli.main import main

if __name__ == "__main__":
    main()
