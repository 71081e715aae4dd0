"""Renders the pictures of the README: the first notice of the demo, as LibreOffice prints it.

Usage: python scripts/build_pictures.py   (needs soffice and pdftoppm)
"""

import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"


def picture_of(paper: Path, target: Path, folder: Path, resolution: int = 80) -> None:
    """The first page of an office file as a PNG."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    subprocess.run(command, check=True, capture_output=True)
    pdf = folder / f"{paper.stem}.pdf"
    draw = ["pdftoppm", "-r", str(resolution), "-png", "-singlefile", str(pdf), str(target.with_suffix(""))]
    subprocess.run(draw, check=True)


def main() -> None:
    """Run the demo in a temporary folder and draw its first notice."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["pinzhi", "demo", "--out", str(folder / "demo")], check=True, capture_output=True)
        paper = next((folder / "demo").rglob("品罚〔2014〕1号*.docx"))
        picture_of(paper, PICTURES / "违纪处罚单.png", folder)


if __name__ == "__main__":
    main()
