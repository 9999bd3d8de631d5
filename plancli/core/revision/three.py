"""The three versions of a merge."""

from typing import Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Three(NamedTuple, Generic[T_co]):
    """One thing on the common base and on two branches."""

    base: T_co
    ours: T_co
    theirs: T_co
