"""The whole sample year in one master, for tests that want it at once; the demo lives through it month by month."""

from pinzhi_xl.model import Value
from pinzhi_xl.sample.cast import Contents
from pinzhi_xl.sample.year import sample_year
from pinzhi_xl.schema import Row


def year_contents(year: int, defaults: Contents) -> dict[type[Row], list[dict[str, Value]]]:
    """The whole sample year in one master."""
    sample = sample_year(year, defaults)
    made = dict(sample.start)
    for part in (*sample.months, sample.modules):
        for kind, rows in part.items():
            made[kind] = [*made.get(kind, ()), *(dict(row) for row in rows)]
    return made
