#!/usr/bin/env bash
# 月末定时处理（Linux、macOS）：在每月最后一个工作日对文件夹里的总表做月末处理，其他日子什么都不做。
# 用法：scripts/month_end.sh 总表所在文件夹 [pinzhi month-end 的其他选项]
# cron 例（每天 18:00 运行，由各总表的节假日表决定哪天真正处理）：
#   0 18 * * * /path/to/scripts/month_end.sh /path/to/总表文件夹 --workers 2 >> /path/to/月末.log 2>&1
set -euo pipefail
folder="${1:?用法：month_end.sh 总表所在文件夹 [其他选项]}"
shift
exec pinzhi month-end --folder "$folder" --month 本月 --last-workday-only "$@"
