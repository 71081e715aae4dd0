"""Renders the pictures of the README from the sample month, as LibreOffice prints them.

Usage: python scripts/build_pictures.py   (needs soffice and pdftoppm)
"""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PAPERS = {
    "违纪处罚单": "违纪处罚单/品罚〔2014〕1号*.docx",
    "限期整改通知单": "限期整改通知单/品改〔2014〕5号*.docx",
    "检查表": "检查表/*凤鸣华府.docx",
    "检查周报": "检查周报/*凤鸣华府*.docx",
    "月度督导总结": "月度督导总结/*凤鸣华府.docx",
    "月度评估与排名通报": "月度评估与排名通报/*.docx",
}
"""Picture → the paper it shows, below the month's folder."""


def pinzhi(*arguments: str) -> None:
    """One command; what it says is of no interest here."""
    subprocess.run(["pinzhi", *arguments], check=False, capture_output=True)


def picture_of(file: Path, target: Path, folder: Path, page: int = 1, resolution: int = 64) -> None:
    """A page of an office file as a PNG."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    pages = ["-f", str(page), "-l", str(page), "-r", str(resolution), "-gray", "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *pages, str(folder / f"{file.stem}.pdf"), str(target.with_suffix(""))], check=True)


def sample(folder: Path) -> Path:
    """The demo with the papers of a week beside those of the month; the month's folder."""
    demo = folder / "demo"
    pinzhi("demo", "--out", str(demo))
    master = str(demo / "品质管理总表（示例）.xlsx")
    common = ["--as-of", "2014-08-25", "--out", str(demo / "输出")]
    pinzhi("prepare", master, "--date", "2014-08-25", "--community", "凤鸣华府", *common)
    pinzhi("report", master, "--kind", "检查周报", "--week", "2014-W34", *common)
    return demo / "输出" / "2014-08"


def draw(papers: Path, names: Sequence[str], folder: Path) -> None:
    """The pictures of the papers named."""
    for name in names:
        picture_of(next(iter(sorted(papers.glob(PAPERS[name])))), PICTURES / f"{name}.png", folder)


def main() -> None:
    """Make the sample in a temporary folder and draw its papers and the form."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw(sample(folder), list(PAPERS), folder)
        picture_of(ROOT / "workbooks" / "品质管理总表.xlsx", PICTURES / "录入单.png", folder, page=2)


if __name__ == "__main__":
    main()
