"""Build the workbooks that ship with the program: python scripts/build_workbooks.py [FOLDER]."""

import sys
from pathlib import Path

from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.wording.master import FILE_NAME
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import default_contents


def main(folder: Path) -> None:
    """Write the master with the default contents into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    path.write_bytes(build_master(default_contents(), TEMPLATE_IDENTITY))
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "workbooks")
