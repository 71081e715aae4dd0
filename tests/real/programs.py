"""Real LibreOffice and the Open XML SDK validator; a missing one is a printed skip, with CI=true a failure."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
UNO_PYTHON = "/usr/bin/python3"
"""Debian's own Python: python3-uno belongs to it."""


def missing(name: str) -> None:
    """Skip, or fail where everything has to be there."""
    message = f"{name} is not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def outside(name: str, *more: str) -> str:
    """The path of an outside program."""
    found = next(filter(None, map(shutil.which, (name, *more))), None)
    if found is None:
        missing(name)
    return str(found)


def schema_errors(file: Path) -> list[dict[str, str]]:
    """What the Open XML SDK finds wrong with a file."""
    places = [os.environ.get("OOXML_VALIDATOR", ""), str(REPOSITORY / "node_modules/.bin/ooxml-validator")]
    program = outside("ooxml-validator", *filter(None, places))
    command = [program, str(file), "--officeVersion", "Office2016"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    errors: list[dict[str, str]] = json.loads(done.stdout)["errors"]
    return errors


def convert(file: Path, to: str, folder: Path) -> Path:
    """`file` as LibreOffice writes it in another format."""
    return convert_all([file], to, folder)[0]


def convert_all(files: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """All of `files`, called differently, in another format, by one LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [outside("soffice"), profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], capture_output=True, timeout=180 + 10 * len(files), check=True)
    return [folder / f"{file.stem}.{to.partition(':')[0]}" for file in files]


def pdf_pages(file: Path, folder: Path) -> list[str]:
    """The text of each page of a file as LibreOffice prints it."""
    return pages_of(convert(file, "pdf", folder))


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    read = [outside("pdftotext"), "-layout", str(pdf), "-"]
    text = subprocess.run(read, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True).stdout
    return text.split("\f")[:-1]


def run_in_calc(script: Path, folder: Path, *arguments: object) -> None:
    """Run a UNO script in a LibreOffice of its own, with `folder` for its profile."""
    soffice = outside("soffice")
    if not Path("/usr/lib/python3/dist-packages/uno.py").exists():
        missing("python3-uno")
    command = [UNO_PYTHON, str(script), soffice, str(folder), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
