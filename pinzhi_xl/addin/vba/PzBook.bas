Attribute VB_Name = "PzBook"
Option Explicit

' A custom document property as text; empty if the workbook has none of that name.
Public Function PzProperty(ByVal book As Object, ByVal key As String) As String
    On Error Resume Next
    PzProperty = book.CustomDocumentProperties.Item(key).Value
End Function
