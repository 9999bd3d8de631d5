"""plancli: a government plan as text, each comment on it as a patch, the published table as a proof."""

__version__ = "0.1.0"
