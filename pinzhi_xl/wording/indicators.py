"""Names and formulas of the indicators that every master has data for (practice.md §6)."""

PLAN_DONE = ("督导计划完成率", "已实施次数 ÷ 计划次数；改期后实施算实施，取消的须写原因、不计入")
CLOSING = ("整改率", "复查合格关闭数 ÷ 应整改数（期内签发且未作废）")
ON_TIME = ("整改及时率", "期限内完成数 ÷ 期内到期数；提前完成算到期，未到期的不计入")
FIRST_PASS = ("一次复查合格率", "首次复查合格 ÷ 已复查")
OVERDUE = ("逾期率", "逾期未完成 ÷ 到期数，以统计日为准")
REPEATS = ("重复问题率", "重复问题数 ÷ 问题总数")
POSTS = ("岗位签署覆盖率", "已签 ÷ 应签（签署日的应签岗位）")
