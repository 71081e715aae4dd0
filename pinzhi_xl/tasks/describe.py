"""字段说明: every sheet and column as data."""

from typing import Any

from pinzhi_xl.sheets import FORMS, SHEETS


def describe_sheets() -> dict[str, Any]:
    """Every sheet and column: label, identifier, kind, required, choices, computed, meaning (contract §2)."""
    return {
        "sheets": [
            {
                "label": kind.sheet.label,
                "identifier": kind.sheet.identifier,
                "meaning": kind.sheet.meaning,
                "key": list(kind.sheet.key),
                "visible": kind.sheet.place.value == "visible",
                "columns": [
                    {
                        "label": col.label,
                        "identifier": col.identifier,
                        "kind": col.kind.value,
                        "required": col.required,
                        "choices": list(col.choices),
                        "computed": col.computed,
                        "numbered": col.numbered,
                        "refers": col.refers or None,
                        "meaning": col.meaning,
                    }
                    for col in kind.sheet.columns
                ],
            }
            for kind in (*FORMS, *SHEETS)
        ]
    }
