"""Build the Excel add-in that ships with the program: python scripts/build_addin.py [FOLDER].

It names no interpreter: `pinzhi setup` builds one that does.
"""

import sys
from pathlib import Path

from pinzhi_xl.addin import build_addin
from pinzhi_xl.wording.addin import FILE_NAME


def main(folder: Path) -> None:
    """Write the add-in into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    path.write_bytes(build_addin())
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "workbooks")
