"""LibreOffice runs the VBA behind the buttons on real workbooks; xlwings and the boxes are stand-ins that record.

With the real VBA of xlwings LibreOffice silently runs nothing, and it does not know CustomDocumentProperties: there
PzBook is a stand-in that reads the real property of the real document, and the real PzBook runs on a stand-in object.
FullName is the file's name only.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.packaging.custom import StringProperty

from pinzhi_xl.addin.modules import addin_modules, with_crlf
from pinzhi_xl.addin.package import packed
from pinzhi_xl.addin.project import Module
from pinzhi_xl.addin.settings import SENTENCES
from pinzhi_xl.sheets import MASTER_PROPERTY
from pinzhi_xl.wording.ribbon import TAB
from tests.masters import IDENTITY, master_with
from tests.real.programs import run_in_calc

SCRIPT = Path(__file__).parent / "real" / "press_buttons.py"
BAD = "'%^&=\";"

XLWINGS = """Attribute VB_Name = "xlwings"
Option Explicit
Public Recorded As String

Public Type StandControl
    ID As String
End Type

Public Type StandProperty
    Value As String
End Type

Public Type StandBook
    CustomDocumentProperties As Object
End Type

Public Function RunPython(PythonCommand As String)
    If InStr(PythonCommand, "Broken") > 0 Then Err.Raise 5
    Recorded = Recorded & PythonCommand
End Function

Public Function GetConfig(configKey As String, Optional default As String = "", Optional source As String = "") As Variant
    Dim row As Long
    For row = 1 To 30
        If ThisWorkbook.Worksheets("pinzhi_xl.conf").Cells(row, 1).Value = configKey Then
            GetConfig = ThisWorkbook.Worksheets("pinzhi_xl.conf").Cells(row, 2).Value
        End If
    Next row
End Function

Public Function FileExists(ByVal FileSpec As String) As Boolean
    If FileSpec <> "" Then FileExists = (Dir(FileSpec) <> "")
End Function

Public Function TakeRecord() As String
    TakeRecord = Recorded
    Recorded = ""
End Function

Public Sub Press(ByVal task As String)
    Dim control As StandControl
    control.ID = task
    PzRibbonAction control
End Sub

Public Function RefusalOfNothing() As String
    RefusalOfNothing = PzRefusal(Nothing)
End Function

Public Function PropertyOf(ByVal present As String, ByVal identity As String, ByVal wanted As String) As String
    Dim book As StandBook, held As StandProperty, collected As New Collection
    held.Value = identity
    collected.Add held, present
    Set book.CustomDocumentProperties = collected
    PropertyOf = "read " & PzProperty(book, wanted)
End Function
"""

TELL = """Attribute VB_Name = "PzTell"
Public Sub PzSay(ByVal key As String)
    Recorded = Recorded & "say " & key
End Sub
"""

BOOK = """Attribute VB_Name = "PzBook"
Public Function PzProperty(ByVal book As Object, ByVal key As String) As String
    Dim opened As Object, one As Object
    On Error Resume Next
    Set opened = StarDesktop.Components.createEnumeration()
    Do While opened.hasMoreElements()
        Set one = opened.nextElement()
        If Dir(ConvertFromURL(one.URL)) = book.Name Then
            PzProperty = one.DocumentProperties.UserDefinedProperties.getPropertyValue(key)
        End If
    Loop
End Function
"""


def addin(path: Path, *stand_ins: str, **changes: str) -> str:
    """The add-in with modules replaced by stand-ins of the same names, and with planted changes of PzRibbon."""
    replaced = {text.split('"')[1]: text for text in stand_ins}
    modules = []
    for module in addin_modules():
        text = replaced.get(module.name)
        source = module.source if text is None else with_crlf(text)
        if module.name == "PzRibbon" and changes:
            assert changes["old"] in source
            source = source.replace(changes["old"], changes["new"])
        modules.append(Module(module.name, source, module.kind))
    path.write_bytes(packed(modules, ""))
    return str(path)


def small(path: Path, *sheets: str, master: bool = False) -> str:
    """A workbook of openpyxl with more sheets."""
    book = openpyxl.Workbook()
    for name in sheets:
        book.create_sheet(name)
    if master:
        book.custom_doc_props.append(StringProperty(name=MASTER_PROPERTY, value=IDENTITY))  # type: ignore[attr-defined]
    book.save(path)
    return str(path)


def dispatched(name: str) -> str:
    return f"import pinzhi_xl.ribbon; pinzhi_xl.ribbon.dispatch('{name}')"


def steps_on_documents(folder: Path) -> Iterable[tuple[dict[str, Any], list[str]]]:
    """Each step with the results it must have: real documents, the callback of the ribbon pressed."""
    recording = addin(folder / "recording.xlam", XLWINGS, TELL, BOOK)
    master = str(master_with(folder / "品质 管理总表（甲）.xlsx", "项目\n项目名称\n凤鸣华府"))
    there = {"addin": recording, "interpreter": sys.executable}
    press = [["xlwings.Press", "PzCheck"]]
    names = [button.name for button in TAB.buttons]
    every = [["xlwings.Press", name] for name in names]
    yield there | {"book": master, "calls": every}, [dispatched(name) for name in names]
    yield there | {"book": master, "calls": [["xlwings.Press", "Broken"]]}, ["say FAILED"]
    for interpreter in ("", str(folder / "gone" / "python")):
        yield there | {"book": master, "calls": press, "interpreter": interpreter}, ["say NO_INTERPRETER"]
    yield there | {"book": small(folder / "plain.xlsx"), "calls": press}, ["say NO_MASTER"]
    near = small(folder / "near.xlsx", "conf", "py", "a.conf b", "x.pyc", master=True)
    yield there | {"book": near, "calls": press}, [dispatched("PzCheck")]
    for number, name in enumerate(("xlwings.conf", "pinzhi_xl.CONF", "code.py", "代码.Py")):
        foreign = small(folder / f"foreign{number}.xlsx", name, master=number % 2 == 0)
        yield there | {"book": foreign, "calls": press}, ["say FOREIGN_CONFIG"]
    for number, character in enumerate(BAD):
        odd = small(folder / f"{number}{character}.xlsx", master=True)
        yield there | {"book": odd, "calls": press}, ["say BAD_PATH"]
    planted = addin(folder / "planted.xlam", XLWINGS, TELL, BOOK, old="LCase$(", new="(")
    foreign = str(folder / "foreign1.xlsx")
    yield there | {"addin": planted, "book": foreign, "calls": press}, ["say NO_MASTER"]  # not FOREIGN_CONFIG


def steps_on_stand_ins(folder: Path) -> Iterable[tuple[dict[str, Any], list[str]]]:
    """The real PzBook, on an object that looks like a workbook, and the sentences that stand in the cells."""
    real = addin(folder / "real.xlam", XLWINGS)
    calls = [
        ["xlwings.PropertyOf", MASTER_PROPERTY, IDENTITY, MASTER_PROPERTY],
        ["xlwings.PropertyOf", "pinzhi_xl.other", IDENTITY, MASTER_PROPERTY],
        ["xlwings.RefusalOfNothing"],
    ]
    calls += [["PzTell.PzSentence", key] for key in SENTENCES]
    results = [f"read {IDENTITY}", "read ", "NO_WORKBOOK", *SENTENCES.values()]
    yield {"addin": real, "book": "", "interpreter": sys.executable, "calls": calls}, results


def test_libreoffice_runs_what_is_behind_the_buttons(tmp_path: Path) -> None:
    steps = [*steps_on_documents(tmp_path), *steps_on_stand_ins(tmp_path)]
    plan, results = tmp_path / "plan.json", tmp_path / "results.json"
    plan.write_text(json.dumps([step for step, _ in steps], ensure_ascii=False), encoding="utf-8")
    run_in_calc(SCRIPT, tmp_path, plan, results)
    found = json.loads(results.read_text(encoding="utf-8"))
    for (step, wanted), got in zip(steps, found, strict=True):
        assert got == wanted, step
