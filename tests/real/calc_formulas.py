"""Formulas and number formats between Excel's way of writing them and Calc's."""

import re

_TOKENS = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |(?P<sheet>\$?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[^\W\d]\w*))(?P<mark>[!.])(?=\$?[A-Za-z]{1,3}(?:\$?\d|:)|\$?\d+:|\#REF))
    |(?P<row>\[@(?:\[(?P<inner>[^\[\]]+)\]|(?P<column>[^\[\]]+))\])
    |(?P<column_name>\[(?:[^\[\]'\#]|'.)+\])
    |(?P<sign>[,;|{}])""",
    re.VERBOSE,
)
_REFERENCES = re.compile(
    r"(?P<kept>\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\[(?:[^\[\]]|\[[^\[\]]*\])*\])"
    r"|(?<![\w.$])(?P<column>\$?[A-Za-z]{1,3})(?P<row>\$?\d+)(?![\w(.])"
)
_PLAIN_SHEET = re.compile(r"[^\W\d]\w*")
_CODE_PARTS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[\$[^\]]*\]|\[[^\]]*\]|General|GENERAL|E[+-]|AM/PM|A/P|[^"\\_*\[]')
GENERAL = ("General", "GENERAL", "常规", "Standard", "BOOLEAN", "G/通用格式", "")


def to_calc(formula: str) -> str:
    """An Excel formula as Calc's programming interface takes it."""
    depth = 0

    def turn(found: re.Match[str]) -> str:
        nonlocal depth
        if found["sheet"]:
            if found["mark"] == ".":
                return found[0]
            name = found["quoted"] or found["bare"]
            return f"$'{name}'."
        if found["row"]:
            return f"[[#This Row];[{found['inner'] or found['column']}]]"
        if found["sign"]:
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            return {",": ";", ";": "|" if depth else ";"}.get(found[0], found[0])
        return found[0]

    return _TOKENS.sub(turn, formula)


def to_excel(formula: str) -> str:
    """A formula of Calc's programming interface as Excel writes it."""
    depth = 0

    def turn(found: re.Match[str]) -> str:
        nonlocal depth
        if found["sheet"]:
            if found["mark"] == "!":
                return found[0]
            name = found["quoted"] or found["bare"]
            return f"{name}!" if _PLAIN_SHEET.fullmatch(name) else f"'{name}'!"
        if found["sign"]:
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            return {";": ",", "|": ";" if depth else "|"}.get(found[0], found[0])
        return found[0]

    return _TOKENS.sub(turn, formula).replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")


def moved(formula: str, rows: int, columns: int) -> str:
    """A formula as it reads so many cells further down and to the right."""

    def turn(found: re.Match[str]) -> str:
        if found["kept"]:
            return found[0]
        column, row = found["column"], found["row"]
        if not column.startswith("$"):
            column = letters(number(column) + columns)
        return column + (row if row.startswith("$") else str(int(row) + rows))

    return _REFERENCES.sub(turn, formula)


def letters(column: int) -> str:
    """1 is A."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def number(column: str) -> int:
    """A is 1."""
    found = 0
    for letter in column.upper():
        found = found * 26 + ord(letter) - 64
    return found


def balanced(formula: str) -> bool:
    """Every bracket and quotation mark has its partner, as Excel demands."""
    bare = re.sub(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'", "", formula)
    return '"' not in bare and all(bare.count(a) == bare.count(b) for a, b in ("()", "{}", "[]"))


def excel_code(code: str) -> str:
    """A number format as Excel gives it back: date letters small, General for what Calc shows by itself."""
    if code in GENERAL:
        return "General"
    return "".join(
        part.lower() if len(part) == 1 or part in ("[H]", "[HH]", "[MM]", "[SS]") else part
        for part in _CODE_PARTS.findall(code)
    )


def link_to_calc(address: str) -> str:
    """A hyperlink's address; a place in the same book as Calc writes it."""
    inside = re.fullmatch(r"#\$?'?(.+?)'?!(.+)", address)
    return f"#'{inside[1]}'.{inside[2]}" if inside else address


def link_to_excel(address: str) -> str:
    """A hyperlink's address; a place in the same book as Excel writes it."""
    inside = re.fullmatch(r"#\$?'?(.+?)'?\.(\$?[A-Za-z]+\$?\d.*)", address)
    return f"#'{inside[1]}'!{inside[2]}" if inside else address
