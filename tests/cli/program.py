"""What the tests of commands share: runs of the program in a folder of their own, and what they must say."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

FOUND, INPUT, SYSTEM = 1, 2, 3  # exit codes
MONGOL, BICHIG = "\u182e\u1823\u1829\u182d\u1823\u182f", "\u182a\u1822\u1834\u1822\u182d"


class ProgramTest(unittest.TestCase):
    program = pathlib.Path()

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="bichig-commands-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def run_program(self, *arguments, data=b""):
        return subprocess.run([self.program, *arguments], input=data, capture_output=True, cwd=self.folder, check=False,
                              timeout=60)

    def answer(self, *arguments, data=b"", code=0):
        """Standard output as text of a run that ends with `code`, and says nothing when that is 0."""
        done = self.run_program(*arguments, data=data.encode("utf-8") if isinstance(data, str) else data)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        if code == 0:
            self.assertEqual(done.stderr, b"")
        return done.stdout.decode("utf-8")

    def refused(self, code, fragments, *arguments, data=b""):
        done = self.run_program(*arguments, data=data)
        error = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, code, error)
        self.assertRegex(error, r"^bichig: [^\n]*[^\n ] \([^\n]+\)\n$", "one line: what (what to do)")
        for fragment in fragments:
            self.assertIn(fragment, error)
        return done


def main():
    """Runs the tests of the file that is called, with the program that is named first."""
    ProgramTest.program = pathlib.Path(sys.argv[1]).resolve()
    if not ProgramTest.program.exists():
        sys.exit(f"{ProgramTest.program} is missing: run ./dev build")
    unittest.main(argv=sys.argv[:1], verbosity=1)
