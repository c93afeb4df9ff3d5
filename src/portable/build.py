#!/usr/bin/env python3
# Builds libbichig.so with its third-party parts inside, for an older glibc: ./dev portable.
"""Usage: build.py [x86_64|aarch64]… [--command] [--parts] [--no-run]

Leaves build/portable/ARCH with library, headers and licences, checks its symbols, and runs the C tests with it (another
processor's under qemu-user). --command builds the command bichig too, --parts the parts alone; --no-run leaves out the
tests. A part is built again when its rows in data/portable or its script changed; logs are in
build/portable/made/ARCH/logs."""

import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

import package
import sources
import trial
from sources import ROOT, WORK, PortableError

HERE = pathlib.Path(__file__).resolve().parent
GLIBC = "2.28"
ARCHES = ("x86_64", "aarch64")
JOBS = os.cpu_count() or 1


def say(text):
    print(f"portable: {text}", flush=True)


def zig_folder():
    """The folder of the pinned compiler, installed into a virtual environment of its own."""
    wanted = HERE / "requirements.txt"
    python, stamp = WORK / "venv/bin/python", WORK / "venv/requirements.txt"
    if not stamp.is_file() or stamp.read_bytes() != wanted.read_bytes():
        say("fetching the Python package of src/portable/requirements.txt")
        sources.run([sys.executable, "-m", "venv", "--clear", WORK / "venv"], "no virtual environment for Python")
        sources.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted],
                    "pip cannot install the compiler (see whether the network is there)")
        shutil.copy(wanted, stamp)
    found = sources.run([python, "-c", "import ziglang; print(ziglang.__file__)"], "no Python package ziglang")
    return pathlib.Path(found.strip()).parent


class Build:
    """The build for one processor."""

    def __init__(self, arch):
        self.arch = arch
        self.work = WORK / "made" / arch
        self.prefix = self.work / "prefix"
        self.out = WORK / arch
        self.zig = zig_folder()
        self.states = {}
        for folder in ("tools", "logs", "stamps"):
            (self.work / folder).mkdir(parents=True, exist_ok=True)
        self.write_tools()
        version = hashlib.sha256((HERE / "requirements.txt").read_bytes()).hexdigest()
        self.env = {**os.environ, "CCACHE_DIR": os.environ.get("CCACHE_DIR", str(ROOT / "build/ccache")),
                    "CCACHE_COMPILERTYPE": "clang", "CCACHE_COMPILERCHECK": f"string:{arch} {GLIBC} {version}"}

    def write_tools(self):
        """Compilers as CMake wants them: programs without arguments of their own. Whatever links is optimized and
        stripped, since Zig would compile its C++ library once more for each other way."""
        triple = f"-target {self.arch}-linux-gnu.{GLIBC}"
        calls = {"cc": f"cc {triple} -O2 $strip", "c++": f"c++ {triple} -O2 $strip", "ar": "ar", "ranlib": "ranlib"}
        for name, call in calls.items():
            tool = self.work / "tools" / name
            text = (f"#!/bin/sh\nexport ZIG_GLOBAL_CACHE_DIR='{WORK}/zig-cache'\n"
                    f"export ZIG_LOCAL_CACHE_DIR='{WORK}/zig-cache'\n"
                    f'strip=-s\nfor word; do case $word in -c|-E|-S) strip=-g0 ;; esac; done\n'
                    f"exec '{self.zig}/zig' {call} \"$@\"\n")
            if not tool.is_file() or tool.read_text() != text:
                new = tool.with_suffix(".part")
                new.write_text(text)
                new.chmod(0o755)
                os.replace(new, tool)

    def logged(self, log, *commands):
        """Runs commands, with what they print in a log; a failing one ends the build with the end of the log."""
        path = self.work / "logs" / f"{log}.log"
        with open(path, "w", encoding="utf-8") as file:
            for command in commands:
                file.write(f"+ {' '.join(map(str, command))}\n")
                file.flush()
                done = subprocess.run([str(word) for word in command], cwd=ROOT, env=self.env,
                                      stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT)
                if done.returncode != 0:
                    break
        if done.returncode != 0:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            print("\n".join(lines[-25:]), file=sys.stderr)
            raise PortableError(f"{log} for {self.arch} does not build (the whole log: {path.relative_to(ROOT)})")

    def part_state(self, part, files):
        """What the result of a part depends on."""
        state = hashlib.sha256(repr((part, files, GLIBC)).encode())
        scripts = [HERE / "parts" / f"{part.name}.cmake", *(HERE / "parts" / part.name).glob("*"),
                   HERE / "parts/part.cmake", HERE / "toolchain.cmake", HERE / "requirements.txt"]
        if part.name == "icu":
            scripts.append(sources.DATA / "icu_items.txt")
        for script in scripts:
            if script.is_file():
                state.update(script.read_bytes())
        for used in part.uses:
            state.update(self.states[used].encode())
        return state.hexdigest()

    def part(self, part, files):
        """Builds a part into the common prefix, unless it is there as it should be."""
        self.states[part.name] = state = self.part_state(part, files)
        stamp = self.work / "stamps" / part.name
        if stamp.is_file() and stamp.read_text() == state:
            return
        folder = sources.unpack(part, files)
        say(f"building {part.name} {files[0].version} for {self.arch}")
        build, initial = self.work / "parts" / part.name, HERE / "parts" / f"{part.name}.cmake"
        shutil.rmtree(build, ignore_errors=True)
        own = ["-S", HERE / "parts" / part.name, f"-DPART_SOURCE={folder}", f"-DPART_DATA={sources.DATA}"]
        theirs = ["-C", initial, "-S", folder]
        configure = ["cmake", *(theirs if initial.is_file() else own), "-B", build, "-G", "Ninja",
                     "--toolchain", HERE / "toolchain.cmake", f"-DBICHIG_PORTABLE_ARCH={self.arch}",
                     "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_INSTALL_PREFIX={self.prefix}",
                     "-DCMAKE_INSTALL_LIBDIR:STRING=lib", "-DBUILD_SHARED_LIBS=OFF"]
        if shutil.which("ccache"):
            configure += [f"-DCMAKE_{language}_COMPILER_LAUNCHER=ccache" for language in ("C", "CXX")]
        self.logged(part.name, configure, ["cmake", "--build", build, "-j", JOBS], ["cmake", "--install", build])
        stamp.write_text(state)

    def parts(self):
        files = sources.read_files()
        for part in sources.read_parts().values():
            self.part(part, files[part.package])

    def library(self, with_command):
        """Bichig itself: the shared library, and the command if it is asked for."""
        say(f"building Bichig for {self.arch}")
        preset, build = f"portable-{self.arch}", self.work / "bichig"
        staging = self.work / "staging"
        shutil.rmtree(staging, ignore_errors=True)
        modules, targets = (["c", "cli"], ["bichig_c", "bichig"]) if with_command else (["c"], ["bichig_c"])
        components = [["cmake", "--install", build, "--prefix", staging, "--component", component]
                      for component in ("config", "c_runtime", *modules)]
        options = [f"-DBICHIG_MODULES={';'.join(modules)}", "-DCMAKE_INSTALL_LIBDIR:STRING=lib"]
        self.logged("bichig", ["cmake", "--preset", preset, *options],
                    ["cmake", "--build", build, "-j", JOBS, "--target", *targets], *components)
        package.assemble(self, staging)


def main():
    parser = argparse.ArgumentParser(description="builds libbichig.so with all that it needs, for an older glibc")
    parser.add_argument("arches", nargs="*", metavar="ARCH", help="x86_64 or aarch64; both without it")
    parser.add_argument("--command", action="store_true", help="build the command bichig too")
    parser.add_argument("--parts", action="store_true", help="build the third-party parts alone")
    parser.add_argument("--no-run", action="store_true", help="do not run the C tests with the result")
    options = parser.parse_args()
    for arch in options.arches:
        if arch not in ARCHES:
            sys.exit(f"portable: there is no '{arch}' (there are: {', '.join(ARCHES)})")
    try:
        for arch in options.arches or ARCHES:
            build = Build(arch)
            build.parts()
            if options.parts:
                continue
            build.library(options.command)
            package.check(build)
            if not options.no_run:
                trial.try_out(build)
            say(package.summary(build))
    except PortableError as error:
        sys.exit(f"portable: {error}")


if __name__ == "__main__":
    main()
