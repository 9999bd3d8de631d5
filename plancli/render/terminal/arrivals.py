"""What people call a file that came back; what was pasted has no name."""

from plancli.core.plan.arrival import PASTED
from plancli.messages import _


def file_name(file: str) -> str:
    """Return the name of a file as it is shown."""
    return _("pasted text") if file == PASTED else file
