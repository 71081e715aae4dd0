"""The numbers of issued papers, once and for all.

A register is a folder of write-once files; `Journal` issues, finds and verifies numbers, `open_register` says
which folder it is.
"""

from pinzhi_xl.register.anchors import Anchor
from pinzhi_xl.register.entry import Entry, State
from pinzhi_xl.register.flaws import Flaw, FlawKind
from pinzhi_xl.register.journal import Issued, Journal
from pinzhi_xl.register.locate import open_register

__all__ = [
    "Anchor",
    "Entry",
    "Flaw",
    "FlawKind",
    "Issued",
    "Journal",
    "State",
    "open_register",
]
