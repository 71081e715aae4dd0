@echo off
rem Month-end run for Windows Task Scheduler: does its work on the last working day of the month only.
rem Usage: month_end.bat FOLDER [more options of pinzhi month-end]
rem Task Scheduler: schtasks /Create /TN pinzhi-month-end /SC DAILY /ST 18:00 /TR "\"C:\path\month_end.bat\" \"D:\masters\""
rem (pinzhi itself looks at the holiday sheet and does nothing on any other day)
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set PYTHONUTF8=1
if "%~1"=="" (
  echo Usage: month_end.bat FOLDER [options]
  exit /b 2
)
pinzhi month-end --folder "%~1" --month this --last-workday-only %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%
