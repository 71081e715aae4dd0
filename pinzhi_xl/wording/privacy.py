"""What is said of personal data, and the words by which it is known (law.md §4)."""

PERSONAL_HEADINGS = (
    "身份证", "证件号", "身份号码", "公民身份", "手机", "电话", "联系方式", "移动号码",
    "住址", "家庭地址", "居住地址", "通讯地址", "联系地址", "户籍", "户口",
    "工资", "薪资", "薪酬", "薪水", "月薪", "底薪", "银行卡", "银行账号", "银行帐号", "开户行", "卡号",
    "idcard", "idnumber", "mobile", "phone", "salary", "wage", "bankcard", "bankaccount",
)  # fmt: skip
"""A heading with any of these in it, folded and without blanks, holds what a master must not hold."""

NOT_PERSONAL = frozenset({"工资所属月", "电话代答", "电话代答份数"})
"""Headings that only sound like it: the month of a pay is no wage (扣减上限), and how a questionnaire was answered no
number (满意度)."""

COMPOUND_SURNAMES = (
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "端木", "长孙", "宇文",
)  # fmt: skip
MISTER, MISS = "先生", "女士"
EITHER = "{surname}先生/女士"

HOUSE = r"\d{1,3}\s*(?:栋|幢|号楼)"
UNIT = "单元"
UNIT_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十甲乙丙丁A-Za-z])"
ROOM = "室"
ROOM_NUMBER = r"\d{3,4}(?!\d|年|号(?!房))(?:\s*(?:室|房|号房))?"

SOMEBODY = "有关人员"
"""Stands for a name where nobody is to be named at all."""

ARCHIVED = "[已脱敏]"
PSEUDONYM = "TM-{code}"
