"""Judge thousands of opinions of known forms: `make variants COUNT=10000 SEED=1`.

The exit code is 1 where one is taken wrongly, or one that says what it wants is read as wanting nothing.
"""

import sys
import time
from collections import Counter, defaultdict

from tests.variants import variants
from tests.variants.drafts import Variant
from tests.variants.judging import Outcome, judged

SHOWN = 3
"""So many opinions of a form are shown of each bad outcome."""
_BAD = (Outcome.WRONG, Outcome.LOST, Outcome.OTHERWISE)


def main(seed: int, count: int) -> int:
    start = time.monotonic()
    counts: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for variant in variants(seed, count):
        came = judged(variant)
        counts[variant.form][came] += 1
        unlike = came in _BAD or (variant.plan is not None and came is not Outcome.RIGHT)
        if unlike and counts[variant.form][came] <= SHOWN:
            _show(variant, came)
    print(f"{'':16} " + " ".join(f"{outcome:>9}" for outcome in Outcome))
    for form, found in counts.items():
        print(f"{form:16} " + " ".join(f"{found[outcome] or '':>9}" for outcome in Outcome))
    total = Counter[Outcome]()
    for found in counts.values():
        total.update(found)
    print(f"{'all':16} " + " ".join(f"{total[outcome]:>9}" for outcome in Outcome))
    print(f"{count} opinions, seed {seed}, {time.monotonic() - start:.0f} s")
    return 1 if total[Outcome.WRONG] or total[Outcome.LOST] else 0


def _show(variant: Variant, came: Outcome) -> None:
    print(f"{came} {variant.form}: " + variant.opinion.replace("\n", "⏎"))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
