"""The drawing of the ribbon and the table of its buttons are what is declared, as committed."""

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from pinzhi_xl.cli import pinzhi
from pinzhi_xl.wording.ribbon import TAB

ROOT = Path(__file__).resolve().parents[1]
DRAWING: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "build_ribbon_picture.py"))
SVG: str = DRAWING["ribbon_svg"](TAB)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def texts(svg: str) -> list[etree._Element]:
    return list(etree.fromstring(svg.encode()).iter("{*}text"))


def test_the_committed_picture_is_a_fresh_drawing() -> None:
    kept = DRAWING["TARGET"].read_text(encoding="utf-8")
    assert kept == SVG, "run: python scripts/build_ribbon_picture.py"
    assert DRAWING["ribbon_svg"](TAB) == SVG


def test_every_label_and_key_tip_is_in_it() -> None:
    shown = [element.text for element in texts(SVG)]
    labels = [TAB.label, *(group.label for group in TAB.groups), *(button.label for button in TAB.buttons)]
    for text in [*labels, *(button.keytip for button in TAB.buttons)]:
        assert shown.count(text) == 1, text


def test_another_declaration_is_another_picture() -> None:
    first, *others = TAB.groups
    button = replace(first.buttons[0], label="a<b&c", large=False)
    tab = replace(TAB, groups=(replace(first, buttons=(button, *first.buttons[1:])), *others))
    drawn = DRAWING["ribbon_svg"](tab)
    assert drawn != SVG
    assert "a<b&c" in [element.text for element in texts(drawn)]


def test_nothing_stands_outside_or_on_top_of_another() -> None:
    root = etree.fromstring(SVG.encode())
    width, height = float(str(root.get("width"))), float(str(root.get("height")))
    boxes = []
    for element in root.iter("{*}text"):
        x, y, size = (float(str(element.get(name))) for name in ("x", "y", "font-size"))
        length = DRAWING["_wide"](str(element.text), size)
        left = x - length / 2 if element.get("text-anchor") else x
        assert left >= 0
        assert left + length <= width
        assert size <= y <= height
        boxes.append((left, y - size, left + length, y))
    for place, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_table_of_the_readme_is_the_declaration() -> None:
    table = DRAWING["ribbon_table"](TAB)
    assert table in README, "run: python scripts/build_ribbon_picture.py, and copy what it prints"
    assert all(button.label in table for button in TAB.buttons)


def test_the_readme_shows_the_picture_and_says_what_is_not_proved() -> None:
    assert "![功能区示意图](docs/pictures/功能区.svg)" in README
    assert "还没有在真实的 Windows 和 Excel 上验证过" in README


def test_every_button_of_the_table_has_its_command() -> None:
    for button in TAB.buttons:
        if button.verb:
            assert button.verb[0] in pinzhi.commands
