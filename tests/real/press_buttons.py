"""Runs in LibreOffice's Python: opens add-ins and workbooks, calls VBA, writes what it recorded.

Usage: press_buttons.py SOFFICE FOLDER PLAN.json RESULTS.json. The plan is a list of steps
``{"addin": file, "book": file or "", "interpreter": text, "calls": [[procedure, argument, ...], ...]}``; a step's
result is what each call returned or, where it returned nothing, what the stand-ins recorded.
"""

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import uno
from com.sun.star.beans import PropertyValue

Office: TypeAlias = Any
"""Any object of UNO."""

ALWAYS = 4
FILTER = "Calc MS Excel 2007 VBA XML"
PROJECT = "PinzhiAddin"


def properties(**values: object) -> tuple[Office, ...]:
    """Named values as UNO takes them."""
    made = []
    for name, value in values.items():
        item = PropertyValue()
        item.Name, item.Value = name, value
        made.append(item)
    return tuple(made)


@contextlib.contextmanager
def running(soffice: str, folder: Path) -> Iterator[Office]:
    """The desktop of a LibreOffice with a profile of its own."""
    pipe = f"pinzhi{time.time_ns()}"
    profile = f"-env:UserInstallation={(folder / 'addin-profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", f"--accept=pipe,name={pipe};urp;"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([soffice, profile, *options], stdout=quiet, stderr=quiet)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = None
    for _ in range(600):
        with contextlib.suppress(Exception):
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        time.sleep(0.05)
    if context is None:
        process.kill()
        raise SystemExit("LibreOffice did not start")
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        yield desktop
    finally:
        with contextlib.suppress(Exception):  # it may be gone already
            desktop.terminate()
        process.wait(30)


def opened_addin(desktop: Office, file: str) -> Office:
    """The add-in, its macros allowed for this document only."""
    hidden = properties(Hidden=True, MacroExecutionMode=ALWAYS, FilterName=FILTER)
    return desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, hidden)


def called(addin: Office, procedure: str, *arguments: str) -> str:
    """What a procedure of the add-in returns."""
    name = f"vnd.sun.star.script:{PROJECT}.{procedure}?language=Basic&location=document"
    result = addin.getScriptProvider().getScript(name).invoke(arguments, (), ())[0]
    return "" if result is None else str(result)


def step(desktop: Office, addin: Office, plan: dict[str, Any]) -> list[str]:
    """The results of a step's calls, with its workbook active."""
    addin.Sheets.getByName("pinzhi_xl.conf").getCellByPosition(1, 0).setString(plan["interpreter"])
    book = None
    if plan["book"]:
        book = desktop.loadComponentFromURL(Path(plan["book"]).as_uri(), "_blank", 0, properties())
    try:
        return [called(addin, *call) or called(addin, "xlwings.TakeRecord") for call in plan["calls"]]
    finally:
        if book is not None:
            book.close(True)


def main(soffice: str, folder: str, plan: str, results: str) -> None:
    """Carry out the plan in one LibreOffice."""
    steps = json.loads(Path(plan).read_text(encoding="utf-8"))
    addins: dict[str, Office] = {}
    made = []
    with running(soffice, Path(folder)) as desktop:
        for one in steps:
            if one["addin"] not in addins:
                addins[one["addin"]] = opened_addin(desktop, one["addin"])
            made.append(step(desktop, addins[one["addin"]], one))
    Path(results).write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
