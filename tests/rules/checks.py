#!/usr/bin/env python3
# Rule: no check is written so that it cannot fail.
"""The answer of rc::check is looked at: as a statement of its own it prints that a property is false and goes on."""
import re

import tree

UNSEEN = re.compile(r"^\s*(?:\(void\)\s*)?rc::check\(")


def check(root):
    for path in tree.files(root, "tests", ".cpp", ".h"):
        for number, line in enumerate(tree.read(root, path).splitlines(), start=1):
            if UNSEEN.match(line):
                yield f"{path}:{number}: nobody looks at what rc::check says (write EXPECT_TRUE(rc::check(…)))"


if __name__ == "__main__":
    tree.main(check, __doc__)
