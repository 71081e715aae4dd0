# ruff: noqa: ANN401 - xlwings' inner interface has no types
"""The tests' end of the line to a live Calc: one JSON request, one answer."""

import atexit
import contextlib
import json
import os
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.real.programs import REPOSITORY, UNO_PYTHON, missing, outside

_PATIENCE = 90.0
"""Seconds without an answer after which LibreOffice counts as hung."""


EXCEPTION, REFUSED, BUSY = -2147352567, -2146827284, -2147418111
"""DISP_E_EXCEPTION, Excel's 1004 inside it, RPC_E_CALL_REJECTED."""


class com_error(Exception):  # noqa: N801 - known by this name, as pywintypes.com_error is
    """Excel refuses, is busy, or is gone."""

    def __init__(self, message: str, hresult: int = EXCEPTION) -> None:
        super().__init__(message)
        self.hresult = hresult
        self.excepinfo = (0, "Microsoft Excel", message, None, 0, REFUSED) if hresult == EXCEPTION else None


CalcError = com_error


class Bridge:
    """A server process with a LibreOffice of its own; both end with `stop`, or with this process."""

    def __init__(self) -> None:
        program = Path(outside("soffice")).resolve().with_name("soffice.bin")
        if not program.exists() or not Path("/usr/lib/python3/dist-packages/uno.py").exists():
            missing("LibreOffice with python3-uno")
        self._folder = Path(tempfile.mkdtemp(prefix="pinzhi-calc-"))
        self._log = (self._folder / "server.log").open("wb")
        self._process = subprocess.Popen(
            [UNO_PYTHON, "-m", "tests.real.calc_server", str(program), str(self._folder)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,
            env={k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
            | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._waiting = b""
        self.busy = 0
        """So many of the next calls are rejected, as when a person is in the middle of typing."""
        atexit.register(self.stop)
        self.pid = int(self.call("hello")["pid"])

    @property
    def alive(self) -> bool:
        """Whether there still is a Calc at the other end."""
        try:
            self.call("hello")
        except CalcError:
            return False
        return True

    def call(self, op: str, **arguments: Any) -> Any:
        """Ask for something; what Excel would refuse is raised as `CalcError`."""
        if self.busy:
            self.busy -= 1
            raise CalcError("Call was rejected by callee.", BUSY)
        request = json.dumps({"op": op} | arguments, ensure_ascii=False)
        try:
            self._to.write(request.encode() + b"\n")
            self._to.flush()
        except (OSError, ValueError) as error:
            raise CalcError("Calc is gone: " + self._last_words()) from error
        answer = json.loads(self._line())
        if "error" in answer:
            raise CalcError(answer["error"])
        return answer["result"]

    def _line(self) -> bytes:
        deadline = time.monotonic() + _PATIENCE
        pieces = [self._waiting]
        with selectors.DefaultSelector() as selector:
            selector.register(self._from, selectors.EVENT_READ)
            while b"\n" not in pieces[-1]:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    self.stop()
                    raise CalcError("Calc does not answer")
                piece = os.read(self._from.fileno(), 1 << 20)
                if not piece:
                    raise CalcError("Calc is gone: " + self._last_words())
                pieces.append(piece)
        line, _, self._waiting = b"".join(pieces).partition(b"\n")
        return line

    def _last_words(self) -> str:
        log = self._folder / "server.log"
        return log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else "it was stopped"

    def stop(self) -> None:
        """End the server and its LibreOffice."""
        atexit.unregister(self.stop)
        with contextlib.suppress(OSError):
            self._to.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)  # LibreOffice dies with its parent
            self._process.wait(10)
        self._from.close()
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)
