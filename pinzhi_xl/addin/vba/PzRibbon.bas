Attribute VB_Name = "PzRibbon"
Option Explicit

' Property that only a master has (pinzhi_xl.sheets.MASTER_PROPERTY).
Private Const MASTER_PROPERTY As String = "pinzhi_xl.master"

' What RunPython cannot take in the path of a workbook.
Private Const BAD_CHARACTERS As String = "'%^&="";"

' Every button of the ribbon calls this; the id of the control is the name of the task.
Public Sub PzRibbonAction(control As IRibbonControl)
    Dim refusal As String
    On Error GoTo failed
    refusal = PzRefusal(ActiveWorkbook)
    If refusal = "" Then
        RunPython "import pinzhi_xl.ribbon; pinzhi_xl.ribbon.dispatch('" & control.ID & "')"
        GiveBackLater
    Else
        PzSay refusal
    End If
    Exit Sub
failed:
    PzSay "FAILED"
End Sub

' What Python said last stays in the status bar for a while, then Excel has it again.
Private Sub GiveBackLater()
    On Error Resume Next
    Application.OnTime Now + TimeSerial(0, 0, 20), "'" & ThisWorkbook.Name & "'!PzRibbon.PzGiveBackStatusBar"
End Sub

Public Sub PzGiveBackStatusBar()
    Application.StatusBar = False
End Sub

' Name of the sentence that says why nothing is done with this workbook; empty if all is well.
Public Function PzRefusal(ByVal book As Object) As String
    If book Is Nothing Then
        PzRefusal = "NO_WORKBOOK"
    ElseIf HasForeignSheet(book) Then
        PzRefusal = "FOREIGN_CONFIG"
    ElseIf PzProperty(book, MASTER_PROPERTY) = "" Then
        PzRefusal = "NO_MASTER"
    ElseIf HasBadPath(book.FullName) Then
        PzRefusal = "BAD_PATH"
    ElseIf Not HasInterpreter() Then
        PzRefusal = "NO_INTERPRETER"
    End If
End Function

' xlwings takes its settings and even code from such sheets.
Private Function HasForeignSheet(ByVal book As Object) As Boolean
    Dim sheet As Object
    For Each sheet In book.Sheets
        If LCase$(Right$(sheet.Name, 5)) = ".conf" Or LCase$(Right$(sheet.Name, 3)) = ".py" Then
            HasForeignSheet = True
        End If
    Next sheet
End Function

Private Function HasBadPath(ByVal path As String) As Boolean
    Dim place As Long
    For place = 1 To Len(BAD_CHARACTERS)
        If InStr(path, Mid$(BAD_CHARACTERS, place, 1)) > 0 Then HasBadPath = True
    Next place
End Function

Private Function HasInterpreter() As Boolean
    #If Mac Then
        HasInterpreter = True
    #Else
        HasInterpreter = FileExists(GetConfig("INTERPRETER_WIN"))
    #End If
End Function
