"""What the documents say is so: every command shown exists, every verb is told of, every picture is there."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from pinzhi_xl import __version__
from pinzhi_xl.cli import pinzhi

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```\n(.*?)```", README, re.DOTALL)
"""Indented ones too: a command stands on a line of its own."""
COMMANDS = [part.strip() for block in BLOCKS for line in block.splitlines() for part in line.split("&&")]


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("pinzhi ")])
def test_every_command_shown_can_be_called_so(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    command = pinzhi.commands[name]
    with click.Context(command, info_name=name) as context:
        command.parse_args(context, arguments)


def test_every_verb_is_told_of() -> None:
    for name in pinzhi.commands:
        assert f"| `pinzhi {name}` |" in README


def test_the_two_commands_of_the_contract_are_shown() -> None:
    assert "python -m pip install . && pinzhi demo" in README
    assert "bash scripts/test.sh" in README
    assert (ROOT / ".ci" / "run").read_text().splitlines()[1] == "exec bash scripts/test.sh"


def test_every_link_and_picture_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_version_is_one_and_has_its_change_log() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert declared == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
