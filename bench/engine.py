"""Merging, applying and diffing a long plan beside git and diff-match-patch: `python -m bench.engine`."""

import argparse
import sys

from bench.applying import applying
from bench.differing import differing
from bench.merging import merging
from bench.traps import trapped

SIZE, COMMENTS, EDITS = 1_000_000, (1_000, 3_000, 10_000), (1_000, 10_000)
QUICK_SIZE, QUICK_COMMENTS, QUICK_EDITS = 20_000, (20, 100), (20, 200)
PARTS = ("merge", "apply", "traps", "diff")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it runs")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(PARTS)}")
    options = parser.parse_args()
    sizes = (QUICK_SIZE, QUICK_COMMENTS, QUICK_EDITS) if options.quick else (SIZE, COMMENTS, EDITS)
    print("ratios of medians, the sides in turn in this run")
    kept = [_part(name, *sizes) for name in options.parts or PARTS]
    return 0 if all(kept) or options.quick else 1


def _part(name: str, size: int, comments: tuple[int, ...], edits: tuple[int, ...]) -> bool:
    match name:
        case "merge":
            return merging(size, comments)
        case "apply":
            return applying(size, comments, each_up_to=1_000)
        case "traps":
            return trapped(3 if size == QUICK_SIZE else 10)
        case "diff":
            return differing(size, edits)
    raise SystemExit(f"{name} is not one of {', '.join(PARTS)}")


if __name__ == "__main__":
    sys.exit(main())
