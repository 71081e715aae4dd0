"""Draw the Word templates anew: python scripts/build_templates.py [FOLDER]."""

import sys
from pathlib import Path

from pinzhi_xl.documents.design import BUILDERS

SHIPPED = Path(__file__).resolve().parents[1] / "word_templates"


def main(folder: Path) -> None:
    """Write every template into `folder`; a department's own changes belong in its own folder, not here."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in BUILDERS.items():
        (folder / name).write_bytes(build())
        print(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
