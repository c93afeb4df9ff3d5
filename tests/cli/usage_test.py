"""What is made of the table of commands: manual pages, and completion in real shells. usage_test.py BICHIG.

Pages say all that --help says and please man and mandoc; the values that help lists are those that a command takes; in
bash, zsh and fish the keys of a user give the words that are meant.
"""
import os
import pty
import re
import select
import subprocess
import time

from program import ProgramTest, main

OPTION = re.compile(r"^  (-\S+)( [A-Z]\S*(?: in \[[^\]]*\])?)?")
LISTED = re.compile(r"\S+:\{(.+)\}(,\.\.\.)?")
SAYS_ITSELF = "normalize --rules"  # looked at after the command line was parsed, with a message of its own

# What is typed, and the words that the command then gets. Each is typed into bash and zsh; a tab ends every stage.
TYPED = {
    "bichig typ\t note\t\n": "<typeset><notes.md>",
    "bichig typeset --pol\t uni\t\n": "<typeset><--policy><units>",
    "bichig sort --han=pin\t\n": "<sort><--han=pinyin>",
    "bichig dict bui\t sour\t\n": "<dict><build><source/>",
    "bichig check two\t\n": "<check><two words.txt>",
    "bichig typeset --font-dir sou\t\n": "<typeset><--font-dir><source/>",
    "bichig check --fix encoding,suf\t \n": "<check><--fix><encoding,suffix>",
    "bichig font rep\t\n": "<font><report>",
    "bichig --compl\t zs\t\n": "<--completion><zsh>",
}
ZSH_ENDS_WITH_EQUALS = {"--pol\t ": "--pol\t", "--compl\t ": "--compl\t"}  # zsh writes --policy=
SETUP = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source completion"),
    "zsh": (["zsh", "-f", "-i"], "fpath=($PWD $fpath) && autoload -Uz compinit && compinit -u -D"),
}


class Terminal:
    """A shell that believes that a user sits before it."""

    def __init__(self, command, folder):
        self.seen = ""
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="dumb", PS1="", LC_ALL="C.UTF-8", HOME=str(folder))
            os.execvp(command[0], command)

    def type(self, keys, wanted, seconds=20):
        """Whether `wanted` is printed after the keys."""
        os.write(self.file, keys.encode())
        self.seen = ""
        end = time.monotonic() + seconds
        while wanted not in self.seen and time.monotonic() < end:
            if select.select([self.file], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.file, 65536).decode(errors="replace")
                except OSError:
                    break
        return wanted in self.seen

    def close(self):
        os.close(self.file)
        os.waitpid(self.process, 0)


class Usage(ProgramTest):
    def commands(self, *words):
        """The words of each command with its --help."""
        text = self.answer(*words, "--help")
        yield words, text
        if "\nSubcommands:\n" in text:
            for line in text.split("\nSubcommands:\n")[1].splitlines():
                if re.match(r"  \S", line):
                    yield from self.commands(*words, line.split()[0])

    def options(self, text):
        """Names of the options in --help, what it calls their values, and the text of each."""
        found, current = [], None
        for line in re.sub(r" Excludes:( --\S+)+", "", text).splitlines():
            match = OPTION.match(line)
            if match:
                current = [match[1].split(","), (match[2] or "").strip(), line[len(match[0]):].strip(" .").strip()]
                found.append(current)
            elif current and line.startswith(" " * 20):
                current[2] += line.strip()
            else:
                current = None
        return found

    def test_manual_pages(self):
        self.answer("--man-pages", "man")
        pages = {path.name for path in (self.folder / "man").iterdir()}
        for words, text in self.commands():
            name = "-".join(["bichig", *words]) + ".1"
            self.assertIn(name, pages)
            pages.discard(name)
            path = self.folder / "man" / name
            for lint in (["mandoc", "-Tlint", path], ["man", "--warnings", "-l", path]):
                env = {**os.environ, "MANPAGER": "cat", "MANROFFOPT": "", "LC_ALL": "C.UTF-8"}
                done = subprocess.run(lint, capture_output=True, text=True, env=env, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, ""), f"{lint}: {done.stdout}")
            shown = subprocess.run(["mandoc", "-Tutf8", "-Owidth=500", path], capture_output=True, text=True,
                                   check=True).stdout
            shown = " ".join(re.sub(r".\x08", "", shown).split())
            for names, _, help_text in self.options(text):
                for option in names:
                    self.assertRegex(shown, rf"(^| ){re.escape(option)}( |,)", f"{name} lacks {option}")
                self.assertTrue(help_text, f"bichig {' '.join(words)} {names}: help says nothing")
                self.assertIn(" ".join(help_text.split()), shown, f"{name}: {names}")
            self.assertEqual("Not together with " in shown, " Excludes: " in text, name)
        self.assertEqual(pages, set(), "a page for no command")

    def test_listed_values_are_those_that_are_taken(self):
        seen = set()
        for words, text in self.commands():
            for names, value, _ in self.options(text):
                match = LISTED.fullmatch(value)
                if not match or not words or (names[-1], value) in seen:
                    continue
                seen.add((names[-1], value))
                for choice in match[1].split(","):
                    done = self.run_program(*words, names[-1], choice)
                    self.assertNotIn(f"bichig: {names[-1]}: ".encode(), done.stderr, f"{words} {names} {choice}")
                done = self.run_program(*words, names[-1], "no-such-value", "file.txt")
                fragment = "no-such-value" if f"{words[-1]} {names[-1]}" == SAYS_ITSELF else f"bichig: {names[-1]}: "
                self.assertIn(fragment, done.stderr.decode(), f"{words} {names}")
        self.assertGreater(len(seen), 20)

    def make_files(self, shell):
        script = self.answer("--completion", shell)
        for name in ("completion", "_bichig"):
            (self.folder / name).write_text(script, encoding="utf-8")
        for name in ("notes.md", "two words.txt"):
            (self.folder / name).write_text("a\n", encoding="utf-8")
        (self.folder / "source").mkdir()

    def drive(self, shell):
        self.make_files(shell)
        command, setup = SETUP[shell]
        terminal = Terminal(command, self.folder)
        try:
            begin = setup + " && bichig() { printf '<%s>' \"$@\"; echo; }; echo rea''dy\n"
            self.assertTrue(terminal.type(begin, "ready"), terminal.seen)
            for keys, wanted in TYPED.items():
                if shell == "zsh":
                    wanted = wanted.replace("/>", ">")  # it takes the slash of a folder away
                    wanted = wanted.replace("--policy><", "--policy=").replace("--completion><", "--completion=")
                    for spaced, bare in ZSH_ENDS_WITH_EQUALS.items():
                        keys = keys.replace(spaced, bare)
                elif "\t " in keys:
                    keys = keys.replace("\t ", "\t")  # bash adds the space itself
                with self.subTest(shell, typed=keys):
                    self.assertTrue(terminal.type(keys, wanted), terminal.seen)
        finally:
            terminal.close()

    def test_bash(self):
        self.drive("bash")

    def test_zsh(self):
        self.drive("zsh")

    def test_fish(self):
        self.make_files("fish")
        for line, wanted in (("bichig typ", {"typeset"}), ("bichig typeset note", {"notes.md"}),
                             ("bichig typeset --policy u", {"units"}), ("bichig sort --han=p", {"--han=pinyin"}),
                             ("bichig dict bu", {"build"}), ("bichig dict build sour", {"source/"}),
                             ("bichig typeset --font-dir sour", {"source/"}), ("bichig check two", {"two words.txt"}),
                             ("bichig check --fix encoding,suf", {"encoding,suffix"}),
                             ("bichig dict export --format ", {"list", "hunspell", "oxt", "xlsx", "csv"})):
            with self.subTest(line):
                command = ["fish", "--no-config", "-c", f"source completion; complete -C '{line}'"]
                done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, check=False,
                                      env={**os.environ, "HOME": str(self.folder)})
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual({row.split("\t")[0] for row in done.stdout.splitlines()}, wanted)


if __name__ == "__main__":
    main()
