"""A believable sample month of three communities, for the demo, the tests and a first look."""

from pinzhi_xl.sample.contents import sample_contents, sample_identity
from pinzhi_xl.sample.planted import PLANTED, Planted

__all__ = ["PLANTED", "Planted", "sample_contents", "sample_identity"]
