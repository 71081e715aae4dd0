"""``pinzhi`` and ``python -m pinzhi_xl``."""

import sys

from pinzhi_xl.cli import pinzhi
from pinzhi_xl.console import run_guarded


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run_guarded(pinzhi, sys.argv[1:]))


if __name__ == "__main__":
    main()
