"""One click in an interpreter of its own, on a master open in LibreOffice: ``bench_click.py CONTROL MASTER``.

Prints the seconds that importing xlwings alone takes, those of our own imports, and those of the task. LibreOffice
starts in between and is not counted.
"""

import json
import sys
import time
from datetime import datetime
from pathlib import Path


def main(control: str, master: Path) -> None:
    """Press one button and print where the time went."""
    start = time.perf_counter()
    import xlwings

    bare = time.perf_counter() - start
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.real.calc_engine import CalcProgram

    with CalcProgram() as calc:
        book = calc.app.books.open(str(master))
        assert isinstance(book, xlwings.Book)
        start = time.perf_counter()
        from pinzhi_xl import actions, ribbon
        from pinzhi_xl.workbook.live_program import Program

        imports = time.perf_counter() - start
        assert control in actions.ACTIONS
        start = time.perf_counter()
        ribbon.press(control, Program(book), datetime.now())
        done = time.perf_counter() - start
        print(json.dumps({"bare": bare, "imports": imports, "task": done, "said": str(calc.impl.status_bar)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
