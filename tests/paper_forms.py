"""What a report is put through besides its usual contents: nothing at all, far too much, and what looks like markup."""

from pinzhi_xl.papers import PaperValue, Report


def emptied(report: Report) -> dict[str, PaperValue]:
    """No text and no row at all."""
    return {
        name: "" if isinstance(v, str) else v if isinstance(v, bool) else [] for name, v in report.values.items()
    }


def stretched(report: Report) -> dict[str, PaperValue]:
    """Every list forty times as long and every text in it three times."""
    found: dict[str, PaperValue] = {}
    for name, value in report.values.items():
        if isinstance(value, str | bool):
            found[name] = value
        else:
            rows = [item for item in value if not isinstance(item, str)]
            texts = [item for item in value if isinstance(item, str)]
            found[name] = [{k: v * 3 for k, v in row.items()} for row in rows] * 40 if rows else texts * 4
    return found


def hostile(report: Report) -> dict[str, PaperValue]:
    """Texts that would be markup if they were not escaped."""
    mark = "A&B<公司>\"' {{ x }} {% if %} ]]> </w:t>"
    found: dict[str, PaperValue] = {}
    for name, value in report.values.items():
        if isinstance(value, bool):
            found[name] = value
        elif isinstance(value, str):
            found[name] = value + mark
        else:
            rows = [item for item in value if not isinstance(item, str)]
            texts = [item + mark for item in value if isinstance(item, str)]
            found[name] = [{k: v + mark for k, v in row.items()} for row in rows] or texts
    return found


FORMS = {"usual": lambda report: report.values, "empty": emptied, "longest": stretched, "hostile": hostile}
