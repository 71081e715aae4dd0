"""What the entry form says on the sheet, and `enter` when it is done."""

ENTER = "录入"
FORM_TITLE = "检查录入单"
FORM_HINT = (
    "没有问题的检查项不用填。有问题：结果填 ×，写处数、位置、问题描述、处置；没检查到填 未检；不适用填 不适用并写原因。"
    "同一项有第二个问题：另加一行，写同样的编码。"
)
FORM_DEPARTMENT_HINT = "每个部门的第一行必须有交代：整个部门检查过、没有问题，结果填 ✓；整个部门没有检查，填 未检；有问题的填在下面各项，第一行空着。填完保存、关闭，运行 pinzhi enter。"
HEAD_LABEL = "{label}："
REQUIRED_LABEL = "{label}*："
DEPARTMENT_LINE = "【{department}】全部合格 ✓ / 整个部门未检"
SIGNATURES = "检查人签名：________________　　　陪检人签名：________________　　　受检部门签名：________________　　　日期：________年____月____日"

FORM_MISSING = "“{name}”里没有工作表“{sheet}”（较早建的总表没有它）。请从新总表把“{sheet}”移动或复制过来，再运行 pinzhi enter。"
ASK = "将录入 {community} {day} 的检查和 {findings} 个问题，然后清空录入单。继续？"
ENTERED = "检查 {number}：{findings} 个问题，{people} 人次违纪"
ENTERED_LINE = "已录入 {community} {day} 的检查：{result}。录入单已清空；改动前的文件在“备份”文件夹。"
DRY_LINE = "将录入 {community} {day} 的检查：{result}（试运行，什么都没写）。"
REFUSED_LINE = "有 {errors} 处错误，什么都没有录入；请改正后再运行 pinzhi enter。"
SCOPE = "{community} {day}"
PHOTO_FOLDER = "照片"
