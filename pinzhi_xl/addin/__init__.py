"""The Excel add-in 品质管理.xlam: VBA compiled from text, ribbon, packaging."""

from pinzhi_xl.addin.package import build_addin
from pinzhi_xl.addin.xlwings_text import XLWINGS_VERSION

__all__ = ["XLWINGS_VERSION", "build_addin"]
