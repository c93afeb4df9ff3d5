"""LibreOffice without a screen and with a profile of its own: extensions are installed there, and words are checked.

unopkg does not install for root, so that root's tests run it, and the office, as the user "nobody" in a folder of /tmp.
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import common

ASK = pathlib.Path(__file__).parent / "oxt" / "ask_office.py"
PYTHON = "/usr/bin/python3"  # Debian's python3-uno is for this one
LOCALE = ["qlt", "CN", "mn-Mong-CN"]  # how LibreOffice names mn-Mong-CN: a tag that ISO 639 alone cannot say
ADVICE = "run ./dev setup (libreoffice-calc-nogui and python3-uno)"
NOBODY = 65534


class Office:
    """An office with an empty profile; as a context, which takes the profile away."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bichig-office-"))
        self.profile = f"-env:UserInstallation=file://{self.folder / 'profile'}"
        self.options = {"env": {**os.environ, "HOME": str(self.folder)}, "cwd": self.folder}
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
            self.options |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def lent(self, path):
        """A copy of a file where the office can read it."""
        copy = pathlib.Path(shutil.copy(path, self.folder))
        copy.chmod(0o644)
        return copy

    def install(self, extension):
        """Installs an extension; what unopkg says of a fault is the fault."""
        done = common.run(["unopkg", "add", "--suppress-license", self.profile, self.lent(extension)], **self.options)
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        return [f"unopkg does not take {extension}: {said[:500]}"] if done.returncode else []

    def installed(self):
        return common.output(["unopkg", "list", self.profile], **self.options)

    def spell(self, words, *, suggest=True):
        """What the spelling service says of each word: see ask_office.py."""
        pipe = f"bichig_{os.getpid()}"
        command = ["soffice", self.profile, "--headless", "--norestore", "--nologo", "--nodefault",
                   f"--accept=pipe,name={pipe};urp;"]
        try:
            office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                      start_new_session=True, **self.options)
        except FileNotFoundError as error:
            raise common.Broken(f"soffice is missing: {ADVICE}") from error
        try:
            question = json.dumps({"locale": LOCALE, "words": list(words), "suggest": suggest})
            asked = common.run([PYTHON, self.lent(ASK), pipe], input=question.encode(), **self.options)
            if asked.returncode != 0:
                said = asked.stderr.decode(errors="replace")[-500:]
                raise common.Broken(f"LibreOffice does not answer: {said} ({ADVICE})")
            return json.loads(asked.stdout)
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(office.pid, 9)
