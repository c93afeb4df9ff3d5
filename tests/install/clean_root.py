#!/usr/bin/env python3
# Installs the packages of `./dev package` in a Debian 12 that has nothing else, follows README there, and purges them.
"""Usage: clean_root.py --packages FOLDER [--downloads FOLDER] [--keep]

Needs root and debootstrap, and at its first run the network; the bare system and the packages of Debian that were
fetched are kept in the downloads folder. Steps: the library and the command alone run; the command has its manual page
and the dictionary; the steps of README run from an empty folder; after a purge no file of Bichig is left."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import readme_steps

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUITE = "bookworm"
OURS = ("libbichig0", "libbichig-dev", "libbichig-modules-dev", "bichig", "bichig-dictionary", "bichig-data")
TOOLS = ("cmake", "g++", "make", "hunspell", "pkg-config")  # README's; the last two for what is tried beside its steps
BICHIG = "ᠪᠢᠴᠢᠭ"


class Failed(Exception):
    """Why the check stopped, in a line that says what to do."""


def run(command, what, **more):
    """Standard output of a command; a failure is Failed with the end of what it said."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          check=False, **more)
    if done.returncode != 0:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
        raise Failed(f"{what} failed with exit code {done.returncode}:\n{said}")
    return done.stdout


class CleanRoot:
    def __init__(self, folder, downloads):
        self.root = folder / "root"
        self.base = downloads / f"debian-{SUITE}.tar.gz"
        self.cache = downloads / "debian-archives"

    def make(self):
        self.cache.mkdir(parents=True, exist_ok=True)
        if not self.base.is_file():
            origin = run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)",
                          "Created-By: Packages"], "apt-get indextargets")
            sites = [line.split()[0] for line in origin.splitlines() if line.split()[1:] == [SUITE, "main"]]
            if not sites:
                raise Failed(f"apt knows no source of Debian {SUITE} (run apt-get update on a Debian 12)")
            run(["debootstrap", "--variant=minbase", SUITE, self.root, sites[0]],
                "debootstrap (is the network there?)")
            run(["tar", "-C", self.root, "--exclude=./var/cache/apt/archives/*.deb", "-czf", f"{self.base}.part", "."],
                "tar")
            os.replace(f"{self.base}.part", self.base)
        else:
            self.root.mkdir()
            run(["tar", "-C", self.root, "-xzf", self.base], "tar")
        for path in [pathlib.Path("/etc/apt/sources.list"), *pathlib.Path("/etc/apt/sources.list.d").glob("*")]:
            if path.is_file():
                shutil.copy(path, self.root / "etc/apt" / path.relative_to("/etc/apt"))
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        for archive in self.cache.glob("*.deb"):
            shutil.copy(archive, self.root / "var/cache/apt/archives")

    def shell(self, script, what, folder="/"):
        """Runs a script of sh inside, with a /proc of its own and no process left behind."""
        inside = f"mount -t proc proc {self.root}/proc && exec chroot {self.root} /bin/sh -ec \"$1\""
        home = f"export HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH={os.defpath}:/usr/sbin:/sbin\n"
        return run(["unshare", "--mount", "--pid", "--fork", "sh", "-c", inside, "sh",
                    f"{home}cd {folder}\n{script}"], what, env={"PATH": os.environ["PATH"]})

    def install(self, packages):
        self.shell("apt-get -o APT::Keep-Downloaded-Packages=true -qq install -y --no-install-recommends "
                   + " ".join(packages), f"installing {' '.join(packages)}")
        for archive in (self.root / "var/cache/apt/archives").glob("*.deb"):
            if not (self.cache / archive.name).exists():
                shutil.copy(archive, self.cache)

    def files(self):
        names = self.shell("find / -xdev -path /proc -prune -o -path /tmp -prune -o -path /var/cache -prune "
                           "-o -name '*bichig*' -print -o -name 'mn_Mong*' -print", "find")
        return set(names.split())


def check(clean, packages):
    """The steps, each with its time on standard output."""
    begin = time.monotonic()

    def done(what):
        nonlocal begin
        print(f"clean root: {what} ({time.monotonic() - begin:.0f} s)", flush=True)
        begin = time.monotonic()

    clean.make()
    clean.shell("apt-get -qq update", "apt-get update (is the network there?)")
    for name in OURS:
        shutil.copy(packages[name], clean.root / "tmp")
    local = {name: f"/tmp/{packages[name].name}" for name in OURS}
    done("a bare system")

    clean.install([local["bichig"], local["bichig-dictionary"]])
    key = clean.shell(f"printf '{BICHIG}' | bichig key; echo '{BICHIG}' | bichig check -", "bichig key and check")
    if not key.strip():
        raise Failed("bichig key printed nothing")
    done("the command, with what it depends on alone")

    clean.install([local["libbichig0"], local["libbichig-dev"], local["libbichig-modules-dev"], local["bichig-data"],
                   *TOOLS])
    done("the other packages, a compiler and CMake")

    clean.shell("mkdir /srv/empty", "mkdir")
    printed = clean.shell(readme_steps.script(), "README's steps", "/srv/empty")
    faults = list(readme_steps.faults(clean.root / "srv/empty", printed))
    if faults:
        raise Failed("README's steps: " + "; ".join(faults) + "\n" + printed)
    clean.shell("gcc -std=c89 c_label/main.c -o by_pkg_config $(pkg-config --cflags --libs bichig) && "
                f"./by_pkg_config /usr/share/bichig/fonts {BICHIG} again.png && cmp label.png again.png || "
                "test -s again.png", "C by pkg-config", "/srv/empty")
    clean.shell("bichig typeset notice_pdf/notice.md -o again.pdf && test -s again.pdf", "bichig typeset", "/srv/empty")
    clean.shell("test -s /usr/share/man/man1/bichig-dict-build.1.gz && "
                f"test $(printf '{BICHIG}\\n' | hunspell -d mn_Mong_CN -l | wc -c) = 0", "manual page and Hunspell")
    done("README's steps")

    clean.shell("apt-get -qq purge -y " + " ".join(OURS), "apt-get purge")
    left = clean.files()
    if left:
        raise Failed("after a purge there is still: " + " ".join(sorted(left)))
    done("purged, nothing left")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=pathlib.Path, required=True)
    parser.add_argument("--downloads", type=pathlib.Path, default=ROOT / "build/downloads")
    parser.add_argument("--keep", action="store_true", help="leave the folder of the system")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bichig-root-"))
    try:
        if os.geteuid() != 0:
            raise Failed("a clean root needs root (run it as root, or with sudo)")
        if not shutil.which("debootstrap"):
            raise Failed("debootstrap is not installed (apt-get install debootstrap)")
        packages = {}
        for name in OURS:
            found = sorted(options.packages.glob(f"{name}_*.deb"))
            if len(found) != 1:
                raise Failed(f"{options.packages} has {len(found)} files {name}_*.deb, not one (run ./dev package)")
            packages[name] = found[0]
        check(CleanRoot(folder, options.downloads), packages)
    except Failed as failure:
        sys.exit(f"clean root: {failure}")
    finally:
        if options.keep:
            print(f"clean root: left in {folder}")
        else:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
