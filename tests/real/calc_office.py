"""Runs in LibreOffice's Python: starts a LibreOffice of its own and ends it for sure."""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import time
import uuid
from pathlib import Path
from typing import Any

import uno

_CRASHED_ON_PURPOSE = 81
"""The exit code with which LibreOffice asks to be started again."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">\
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc">\
<prop oor:name="UseLocking" oor:op="fuse"><value>false</value></prop>\
<prop oor:name="UseDocumentOOoLockFile" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def _die_with_parent() -> None:
    """In the child: be killed when the parent is gone."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Office:
    """One LibreOffice with a profile and a pipe nobody else has."""

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
        (self.folder / "profile" / "user").mkdir(parents=True)
        (self.folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        self._pipe = f"pinzhi{uuid.uuid4().hex}"
        self._program = program
        self._process = self._launch()
        self.desktop: Any = None
        self.context: Any = None

    @property
    def pid(self) -> int:
        """The process that does the work."""
        return self._process.pid

    @property
    def died(self) -> bool:
        """Whether it ended by itself; asked after an error, when it may just be about to."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.3)
        return self._process.poll() is not None

    def _launch(self) -> "subprocess.Popen[bytes]":
        command = [
            self._program,
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nologo",
            f"--accept=pipe,name={self._pipe};urp;",
        ]
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )

    def connect(self, seconds: float = 60) -> None:
        """Wait until it answers; it may ask once to be started again."""
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline, restarts = time.monotonic() + seconds, 1
        while time.monotonic() < deadline:
            code = self._process.poll()
            if code == _CRASHED_ON_PURPOSE and restarts:
                restarts -= 1
                self._process = self._launch()
            elif code is not None:
                raise RuntimeError(f"LibreOffice ended with {code}")
            try:
                self.context = resolver.resolve(f"uno:pipe,name={self._pipe};urp;StarOffice.ComponentContext")
            except Exception:  # noqa: BLE001 - not listening yet
                time.sleep(0.02)
                continue
            self.desktop = self.context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", self.context
            )
            return
        raise RuntimeError("LibreOffice did not start")

    def stop(self) -> None:
        """End it, by force if it does not want to, and take its folder away."""
        if self._process.poll() is None and self.desktop is not None:
            with contextlib.suppress(Exception):  # the bridge breaks while it ends
                self.desktop.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
        shutil.rmtree(self.folder / "profile", ignore_errors=True)
