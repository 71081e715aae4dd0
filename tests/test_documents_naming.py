"""File names for every system, and masked names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.documents.naming import LONGEST_UTF8, LONGEST_UTF16, file_name
from pinzhi_xl.masking import mask_name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("品罚〔2014〕1号", "员工甲"), "品罚〔2014〕1号 员工甲.docx"),
        (("品罚〔2014〕1号", "", "员工甲"), "品罚〔2014〕1号 员工甲.docx"),
        (("A/B\\C:D*E?F\"G<H>I|J",), "A／B＼C：D＊E？F＂G＜H＞I｜J.docx"),
        (("CON",), "_CON.docx"),
        (("com1.x",), "_com1.x.docx"),
        (("CONTRACT",), "CONTRACT.docx"),
        (("甲. . ",), "甲.docx"),
        (("../../etc/passwd",), "／..／etc／passwd.docx"),
        (("~$甲",), "甲.docx"),
        (("甲\n\t乙\x00\u202e\u200b丙",), "甲 乙丙.docx"),
        (("",), "未命名.docx"),
        (("...",), "未命名.docx"),
    ],
)  # fmt: skip
def test_file_names(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts) == name


def test_the_suffix_and_the_bound() -> None:
    assert file_name("2014-08", suffix=".xlsx") == "2014-08.xlsx"
    name = file_name("品罚〔2014〕1号", "甲" * 300)
    assert name.startswith("品罚〔2014〕1号 甲")
    assert len(name.encode()) <= LONGEST_UTF8


@given(st.lists(st.text(st.integers(0, 0x10FFFF).map(chr), max_size=80), max_size=4))
def test_any_parts_make_a_legal_name(parts: list[str]) -> None:
    name = file_name(*parts)
    assert name == file_name(*parts)
    assert not set(name) & set('\\/:*?"<>|')
    assert all(ord(char) >= 32 for char in name)
    assert not name.startswith((".", " ", "~$"))
    stem = name.removesuffix(".docx")
    assert stem
    assert not stem.endswith((".", " "))
    assert len(name.encode("utf-16-le")) <= 2 * LONGEST_UTF16 + 2
    assert len(name.encode()) <= LONGEST_UTF8 + 1


@pytest.mark.parametrize(("name", "masked"), [("张三丰", "张*"), ("张三", "张*"), (" 𠮷田 ", "𠮷*"), ("", "")])
def test_masked_names(name: str, masked: str) -> None:
    assert mask_name(name) == masked
