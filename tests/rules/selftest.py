#!/usr/bin/env python3
# Shows that each rule check fails on a tree that breaks the rule, and passes on one that keeps it.
import argparse
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
COMPILER = "c++"

TABLE = """# The table.
bichig_module(base FOREIGN tl::expected)
bichig_module(text USES base FOREIGN ICU::uc)
bichig_module(page USES base)
bichig_module(format/pdf USES base page FOREIGN PkgConfig::QPDF)
bichig_module(cli USES all FOREIGN CLI11::CLI11 EXECUTABLE bichig)
"""

GENERATOR = '''# Makes a table.
import pathlib, sys
root = pathlib.Path(__file__).resolve().parents[2]
target = root / "src/text/generated/table.h"
made = "// A table. Made by data/table/generate.py.\\n" + (root / "data/table/table.tsv").read_text()
if "--check" not in sys.argv:
    target.write_text(made)
elif target.read_text() != made:
    sys.exit(1)
'''

# A tree that keeps every rule.
GOOD = {
    "src/modules.cmake": TABLE,
    "include/bichig/base/result.h": "// Results.\n#pragma once\n#include <string>\n#include <tl/expected.hpp>\n",
    "include/bichig/text/analysis.h": "// Analysis.\n#pragma once\n#include <bichig/base/result.h>\n",
    "include/bichig/format/pdf.h": "// PDF.\n#pragma once\n#include <bichig/base/result.h>\n",
    "src/text/analysis.cpp": "// Analysis.\n#include <bichig/text/analysis.h>\n#include <vector>\n"
                             "#include <unicode/uchar.h>\n#include <text/generated/table.h>\n",
    "src/text/generated/table.h": "// A table. Made by data/table/generate.py.\n1\t2\n",
    "src/page/internal/shared.h": "// Shared.\n",
    "src/format/pdf/file.cpp": '// PDF.\n#include "page/internal/shared.h"\n#include <qpdf/QPDF.hh>\n'
                               "#include <unistd.h>\n",
    "src/cli/main.cpp": "// Main.\n#include <bichig/format/pdf.h>\n#include <CLI/CLI.hpp>\n",
    "data/table/table.tsv": "1\t2\n",
    "data/table/generate.py": GENERATOR,
}


def run(check, changes, *options):
    """Runs a check on GOOD with `changes` (None removes a file); returns its exit code and output."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {**GOOD, **changes}.items():
            if text is not None:
                target = pathlib.Path(folder) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        command = [sys.executable, HERE / check, *options, "--root", folder]
        done = subprocess.run(command, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class RuleTest(unittest.TestCase):
    def passes(self, check, changes=None, *options):
        code, output = run(check, changes or {}, *options)
        self.assertEqual(code, 0, output)

    def fails(self, check, path, text, message, *options):
        code, output = run(check, {path: text}, *options)
        self.assertEqual(code, 1, output)
        self.assertIn(message, output)
        self.assertNotIn("Traceback", output)


class Layers(RuleTest):
    def test_good_tree(self):
        self.passes("layers.py")

    def fails_with(self, path, include, message):
        self.fails("layers.py", path, f"// A file.\n#include {include}\n", message)

    def test_arrows(self):
        self.fails_with("src/base/file.cpp", "<bichig/text/analysis.h>",
                        "src/base/file.cpp:2: <bichig/text/analysis.h>: base may not use text")
        self.fails_with("include/bichig/page/page.h", "<bichig/text/analysis.h>", "page may not use text")
        self.fails_with("src/page/page.cpp", '"format/pdf/internal/file.h"', "page may not use format/pdf")
        self.fails_with("src/format/pdf/x.cpp", '"text/internal/x.h"', "format/pdf may not use text")
        self.fails_with("src/format/pdf/x.cpp", "<bichig/format/svg.h>", "belongs to no module")

    def test_internal_headers(self):
        self.fails_with("src/format/pdf/x.cpp", '"page/private.h"', "only include/bichig/ and its internal/ folder")

    def test_public_headers_name_std_and_bichig(self):
        self.fails_with("include/bichig/text/x.h", "<unicode/uchar.h>", "a public header names only")
        self.fails_with("include/bichig/text/x.h", "<tl/expected.hpp>", "a public header names only")
        self.fails_with("include/bichig/text/x.h", "<unistd.h>", "a public header names only")
        self.fails_with("include/bichig/text/x.h", '"text/internal/x.h"', "a public header names only")

    def test_foreign_libraries(self):
        self.fails_with("src/page/page.cpp", "<qpdf/QPDF.hh>", "no FOREIGN library of page")
        self.fails_with("src/cli/x.cpp", "<unicode/uchar.h>", "no FOREIGN library of cli")
        self.fails("layers.py", "src/modules.cmake", TABLE + "bichig_module(qt USES base FOREIGN Qt6::Gui)\n",
                   "does not know which headers Qt6::Gui stands for")

    def test_widgets(self):
        row = TABLE + "bichig_module(widgets USES base FOREIGN Qt::Widgets QT 5 6)\n"
        header = "// A widget.\n#pragma once\n#include <QWidget>\n"
        self.passes("layers.py", {"src/modules.cmake": row, "include/bichig/widgets/x.h": header})
        self.fails_with("include/bichig/text/x.h", "<QWidget>", "a public header names only")
        for include, message in (("<QPrinter>", "a public header names only"),
                                 ("<bichig/text/analysis.h>", "widgets may not use text")):
            code, output = run("layers.py", {"src/modules.cmake": row,
                                             "include/bichig/widgets/x.h": f"// A.\n#include {include}\n"})
            self.assertEqual(code, 1, output)
            self.assertIn(message, output)

    def test_module_built_apart(self):
        table = {"src/modules.cmake": TABLE + "bichig_module(web USES text APART FOREIGN nanobind)\n"}
        self.passes("layers.py", {**table, "src/web/x.cpp": "// X.\n#include <bichig/text/analysis.h>\n"
                                                            "#include <nanobind/nanobind.h>\n"})
        code, output = run("layers.py", {**table, "src/web/x.cpp": "// X.\n#include <bichig/base/result.h>\n"})
        self.assertEqual(code, 1, output)
        self.assertIn("web may not use base", output)

    def test_folders(self):
        self.fails_with("src/other/x.cpp", "<vector>", "src/other/x.cpp: is in no module")
        self.fails_with("include/bichig/other.h", "<vector>", "is in no module")


class FileSize(RuleTest):
    def test_good_tree(self):
        self.passes("file_size.py", {"src/text/long.cpp": "// Long enough.\n" + "\n" * 599})
        first = "void f(int a,\n       int b) {\n" + "    g();\n" * 57 + "}\n"
        second = "void g() {\n" + "    h();\n" * 58 + "}\n"
        self.passes("file_size.py", {"src/text/f.cpp": f"// Functions.\n{first}\n{second}"})

    def test_lines(self):
        self.fails("file_size.py", "src/text/long.cpp", "// Long.\n" + "\n" * 600, "has 601 lines, more than 600")
        self.fails("file_size.py", "include/bichig/text/x.h", "// Long.\n" + "\n" * 200, "has 201 lines, more than 200")

    def test_columns(self):
        self.fails("file_size.py", "src/text/x.cpp", "// " + "ᠮ" * 118 + "\n", "x.cpp:1: has 121 columns")

    def test_functions(self):
        body = "    g();\n" * 60
        deep = "        g();\n" * 60
        for name, text in {
            "plain": f"// F.\nvoid f() {{\n{body}}}\n",
            "signature on two lines": f"// F.\nvoid f(int a,\n       int b) const {{\n{body}}}\n",
            "member": f"// F.\nstruct S {{\n    void f() {{\n{deep}    }}\n}};\n",
        }.items():
            with self.subTest(name):
                self.fails("file_size.py", "src/text/f.cpp", text, "more than 60")

    def test_first_line(self):
        self.fails("file_size.py", "src/text/x.cpp", "#include <vector>\n", "does not say why")
        self.fails("file_size.py", "tests/x.py", "#!/usr/bin/env python3\nimport sys\n", "does not say why")


class Checks(RuleTest):
    def test_seen_answer(self):
        self.passes("checks.py", {"tests/text/x_test.cpp": "// A property.\n    EXPECT_TRUE(rc::check([] {}));\n"})

    def test_unseen_answer(self):
        self.fails("checks.py", "tests/text/x_test.cpp", "// A property.\n    rc::check([] {});\n",
                   "x_test.cpp:2: nobody looks")


class Fresh(RuleTest):
    def test_good_tree(self):
        self.passes("fresh.py")

    def test_stale_file(self):
        self.fails("fresh.py", "src/text/generated/table.h", "// A table. Made by data/table/generate.py.\n1\t3\n",
                   "is stale; run data/table/generate.py")

    def test_unnamed_generator(self):
        self.fails("fresh.py", "src/text/generated/other.h", "// Another table.\n", "does not name its generator")
        self.fails("fresh.py", "data/other/generate.py", GENERATOR, "no file in src/**/generated/")

    def test_check_that_never_fails(self):
        self.fails("fresh.py", "data/table/generate.py", "# Says yes to everything.\n",
                   "does not see that the file was changed")

    def test_stale_example(self):
        self.fails("fresh.py", "data/table/make_examples.py", "# Finds something stale.\nraise SystemExit(1)\n",
                   "what it made is stale")


class Headers(RuleTest):
    def test_good_tree(self):
        header = "// X.\n#pragma once\n#include <string>\nstd::string x();\n"
        self.passes("headers.py", {"include/bichig/base/x.h": header}, "--compiler", COMPILER)

    def test_missing_include(self):
        self.fails("headers.py", "include/bichig/base/x.h", "// X.\n#pragma once\nstd::string x();\n",
                   "include/bichig/base/x.h: does not compile alone", "--compiler", COMPILER)

    def test_no_guard(self):
        self.fails("headers.py", "include/bichig/base/x.h", "// X.\nstruct X {};\n", "does not compile alone",
                   "--compiler", COMPILER)


class MustNotCompile(unittest.TestCase):
    def check(self, text):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "case.cpp"
            file.write_text(text)
            command = [sys.executable, HERE.parent / "must_not_compile/check.py", "--compiler", COMPILER,
                       "--include", folder, file]
            done = subprocess.run(command, capture_output=True, text=True)
            return done.returncode, done.stderr

    def test_good_case(self):
        self.assertEqual(self.check("int* a = nullptr;\nint b = a;  // must not compile\n")[0], 0)

    def test_mistake_that_compiles(self):
        code, message = self.check("int a = 1;\nint b = a;  // must not compile\n")
        self.assertEqual(code, 1)
        self.assertIn("case.cpp:2: compiles, but must not", message)

    def test_case_that_fails_without_its_mistake(self):
        code, message = self.check("#include <none.h>\nint* a = nullptr;\nint b = a;  // must not compile\n")
        self.assertEqual(code, 1)
        self.assertIn("must compile without its marked lines", message)

    def test_case_without_a_mark(self):
        self.assertEqual(self.check("int a = 1;\n")[0], 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--compiler", default=COMPILER)
    COMPILER = parser.parse_args().compiler
    unittest.main(argv=[sys.argv[0]])
