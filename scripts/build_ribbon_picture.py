"""Draws the ribbon as it is declared, for the README: python scripts/build_ribbon_picture.py [FILE.svg].

The icons are stand-ins: a square with the key tip of the button. It also prints the table of groups and buttons
that the README shows.
"""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from pinzhi_xl.buttons import Button, Group, Tab
from pinzhi_xl.wording.ribbon import TAB

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "功能区.svg"
NEIGHBOURS = ("开始", "数据", "审阅")
"""Tabs of Excel's own: one far before, the one before, the one behind."""

CAPTION = "示意图"
FONT = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif"
INK, SOFT, LINE, PAPER, BACK = "#323130", "#797775", "#d2d0ce", "#ffffff", "#f3f2f1"
ACCENT = "#1f4e79"
COLOURS = ("#2b6ca3", "#2e7d5b", "#a3562b", "#6a4c93", "#1f4e79", "#8a3b5c", "#7a6a1f")
"""One for the icons of each group."""

MARGIN, TABS, BODY, FOOT = 14, 34, 84, 24
"""Around all; height of the row of tabs, of the buttons, of the group labels."""

LARGE_ICON, SMALL_ICON, ROW, GAP, PAD = 32, 16, 26, 10, 10
LARGE_TEXT, SMALL_TEXT, GROUP_TEXT, TAB_TEXT = 12, 12, 11, 13


class Placed(NamedTuple):
    """A button and the left upper corner and width of its place, within its group."""

    button: Button
    x: float
    y: float
    width: float


def ribbon_svg(tab: Tab) -> str:
    """The picture: the row of tabs, then every group with its label below; the same tab gives the same text."""
    groups: list[str] = []
    x = float(MARGIN + PAD)
    for group, colour in zip(tab.groups, _colours(tab), strict=True):
        placed, width = _places(group)
        groups += _group(group, placed, x, width, colour)
        x += width + 2 * PAD
    width, height = x - PAD + MARGIN, 2 * MARGIN + TABS + BODY + FOOT
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
    head += f'viewBox="0 0 {width:g} {height:g}" font-family="{FONT}" role="img">'
    frame = _box(MARGIN, MARGIN + TABS, width - 2 * MARGIN, BODY + FOOT, PAPER, radius=6, line=LINE)
    lines = [head, f"<title>{escape(tab.label)}</title>", _box(0, 0, width, height, BACK), frame]
    return "\n".join([*lines, *_tabs(tab, width), *groups, "</svg>"]) + "\n"


def ribbon_table(tab: Tab) -> str:
    """Groups and buttons as a Markdown table, each button with the command that does the same."""
    rows = [f"| {group.label} | {' · '.join(map(_with_command, group.buttons))} |" for group in tab.groups]
    return "\n".join(["| 组 | 按钮（同样作用的命令） |", "|---|---|", *rows])


def _with_command(button: Button) -> str:
    return f"{button.label}（`{' '.join(button.verb)}`）" if button.verb else button.label


def _colours(tab: Tab) -> list[str]:
    return [COLOURS[place % len(COLOURS)] for place in range(len(tab.groups))]


def _places(group: Group) -> tuple[list[Placed], float]:
    """Large buttons take a column each, small ones are stacked three high; and the width of it all."""
    placed: list[Placed] = []
    x, waiting = 0.0, list[Button]()
    for button in [*group.buttons, None]:
        if waiting and (button is None or button.large or len(waiting) == 3):
            width = SMALL_ICON + 6 + max(_wide(one.label, SMALL_TEXT) for one in waiting)
            placed += [Placed(one, x, 3 + ROW * row, width) for row, one in enumerate(waiting)]
            x, waiting = x + width + GAP, []
        if button is not None and button.large:
            width = max(LARGE_ICON, _wide(button.label, LARGE_TEXT)) + 8
            placed.append(Placed(button, x, 7, width))
            x += width + GAP
        elif button is not None:
            waiting.append(button)
    return placed, max(x - GAP, _wide(group.label, GROUP_TEXT))


def _group(group: Group, placed: list[Placed], x: float, width: float, colour: str) -> Iterator[str]:
    """Buttons, the label below, and the line behind."""
    top = MARGIN + TABS
    for one in placed:
        draw = _large if one.button.large else _small
        yield from draw(one.button, x + one.x, top + 4 + one.y, one.width, colour)
    yield _text(group.label, x + width / 2, top + BODY + FOOT - 8, GROUP_TEXT, SOFT, middle=True)
    right = x + width + PAD
    yield f'<path d="M{right:g} {top + 8} V{top + BODY + FOOT - 8}" stroke="{LINE}"/>'


def _large(button: Button, x: float, y: float, width: float, colour: str) -> Iterator[str]:
    yield _icon(button, x + (width - LARGE_ICON) / 2, y, LARGE_ICON, colour, 15)
    yield _text(button.label, x + width / 2, y + LARGE_ICON + 20, LARGE_TEXT, INK, middle=True)


def _small(button: Button, x: float, y: float, width: float, colour: str) -> Iterator[str]:
    yield _icon(button, x, y + (ROW - SMALL_ICON) / 2 - 2, SMALL_ICON, colour, 10)
    yield _text(button.label, x + SMALL_ICON + 6, y + ROW / 2 + 2, SMALL_TEXT, INK)


def _icon(button: Button, x: float, y: float, size: int, colour: str, text: int) -> str:
    box, middle = _box(x, y, size, size, colour, radius=size / 5), size / 2
    return box + _text(button.keytip, x + middle, y + middle + text * 0.36, text, PAPER, middle=True, bold=True)


def _tabs(tab: Tab, width: float) -> Iterator[str]:
    """Our tab between its neighbours, underlined; what the picture is, at the right."""
    names = [*NEIGHBOURS[:-1], tab.label, NEIGHBOURS[-1]]
    x, y = float(MARGIN + PAD), MARGIN + 20
    for name in names:
        ours = name == tab.label
        length = _wide(name, TAB_TEXT)
        yield _text(name, x, y, TAB_TEXT, ACCENT if ours else SOFT, bold=ours)
        if ours:
            yield _box(x, y + 6, length, 3, ACCENT, radius=1.5)
        x += length + 24
    yield _text(CAPTION, width - MARGIN - _wide(CAPTION, GROUP_TEXT), y, GROUP_TEXT, SOFT)


def _box(
    x: float, y: float, width: float, height: float, colour: str, *, radius: float = 0, line: str = ""
) -> str:
    edge = f' stroke="{line}"' if line else ""
    round_off = f' rx="{radius:g}"' if radius else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{round_off} fill="{colour}"{edge}/>'


def _text(
    text: str, x: float, y: float, size: float, colour: str, *, middle: bool = False, bold: bool = False
) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    weight = ' font-weight="600"' if bold else ""
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}"'
    return f'<text {place} fill="{colour}"{anchor}{weight}>{escape(text)}</text>'


def _wide(text: str, size: float) -> float:
    """About how long a text is: Chinese characters are squares."""
    return size * sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.6 for character in text)


def main(target: Path) -> None:
    """Write the picture and print the table."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(ribbon_svg(TAB), encoding="utf-8", newline="\n")
    print(ribbon_table(TAB))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
