"""Safety and equipment: how drills, hidden dangers, equipment and its maintenance stand on a day."""

from pinzhi_xl.safety.dangers import derive_dangers
from pinzhi_xl.safety.drills import derive_drills
from pinzhi_xl.safety.equipment import derive_equipment
from pinzhi_xl.safety.failures import derive_failures
from pinzhi_xl.safety.upkeep import derive_upkeep

__all__ = ["derive_dangers", "derive_drills", "derive_equipment", "derive_failures", "derive_upkeep"]
