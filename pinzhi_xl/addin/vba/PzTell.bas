Attribute VB_Name = "PzTell"
Option Explicit

' The sentences stand in named cells of the add-in, because VBA text is not Unicode.
Public Sub PzSay(ByVal key As String)
    MsgBox PzSentence(key), vbExclamation, PzSentence("TITLE")
End Sub

Public Function PzSentence(ByVal key As String) As String
    PzSentence = ThisWorkbook.Names(key).RefersToRange.Value
End Function
