# Runs the C tests with the portable library: on this machine, with an older C library, and under an emulator.
import os
import re
import shutil
import subprocess

import sources
from sources import ROOT, WORK, PortableError


def c_programs():
    """The programs of tests/c as lists of files: the one of main.c, and each file that has a main of its own."""
    together, alone = [], []
    for file in sorted((ROOT / "tests/c").glob("*.c")):
        has_main = re.search(r"^int main\(", file.read_text(encoding="utf-8"), re.MULTILINE)
        (alone if has_main and file.name != "main.c" else together).append(file)
    return [("calls", together), *((file.stem, [file]) for file in alone)]


def compile_programs(build, folder):
    """The C tests in C89 and the program over the wrapper in C++17, compiled against what the build left."""
    flags = sources.run(["pkg-config", "--cflags", "--libs", "bichig-c"], "pkg-config bichig-c",
                        env={**os.environ, "PKG_CONFIG_PATH": str(build.out / "lib/pkgconfig")}).split()
    warnings = ["-Wall", "-Wextra", "-Werror"]
    programs = [(name, [build.work / "tools/cc", "-std=c89", "-pedantic", *warnings, *files, "-lpthread"])
                for name, files in c_programs()]
    wrapper = ["-std=c++17", *warnings, ROOT / "tests/c/wrapper.cpp"]
    programs.append(("wrapper", [build.work / "tools/c++", *wrapper]))
    if os.uname().machine == build.arch:  # another C++ library beside the one inside
        programs.append(("wrapper_gcc", ["g++", *wrapper]))
    for name, command in programs:
        build.logged(f"test-{name}", [*command, "-o", folder / name, *flags])
    return [name for name, _ in programs]


def root(build):
    """(version, folder) of the C library of data/portable/roots.tsv, unpacked; nothing of it is installed."""
    for place, row in sources.rows(sources.DATA / "roots.tsv"):
        if row[0] == build.arch:
            file = sources.File("glibc", *row[1:])
            folder = WORK / "roots" / file.name.removesuffix(".deb")
            if not folder.is_dir():
                path, part = sources.fetch(file), folder.with_suffix(".part")
                shutil.rmtree(part, ignore_errors=True)
                part.mkdir(parents=True)
                sources.run(["dpkg-deb", "-x", path, part], f"{path.name} cannot be unpacked")
                os.replace(part, folder)
            return file.version.split("-")[0], folder
    raise PortableError(f"data/portable/roots.tsv has no C library for {build.arch}")


def ways(build):
    """(name, how a program is called) of each way in which this machine runs programs of that processor."""
    version, folder = root(build)
    if os.uname().machine != build.arch:
        emulator = f"qemu-{build.arch}"
        return [(f"{emulator}, glibc {version}", [emulator, "-L", folder])]
    libraries = folder / f"lib/{build.arch}-linux-gnu"
    return [("this machine", []),
            (f"glibc {version}", [libraries / f"ld-{version}.so", "--library-path", f"{libraries}:{build.out}/lib"])]


def run_program(build, name, call, program, arguments):
    command = [str(word) for word in (*call, program, *arguments)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env={**os.environ, "LD_LIBRARY_PATH": str(build.out / "lib")})
    if done.returncode != 0:
        print((done.stdout + done.stderr)[-4000:])
        raise PortableError(f"{program.name} for {build.arch} ended with {done.returncode} ({name}; run it alone: "
                            f"LD_LIBRARY_PATH={build.out}/lib {' '.join(command)})")


def try_out(build):
    """Compiles the tests and runs each of them in each way."""
    folder, fonts = build.work / "tests", ROOT / "build/fonts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    programs = compile_programs(build, folder)
    for number, (way, call) in enumerate(ways(build)):
        ran = []
        for name in programs:
            if name == "wrapper_gcc" and call:  # GCC's C++ library of this machine wants the C library of this machine
                continue
            scratch = folder / f"scratch-{number}-{name}"
            scratch.mkdir()
            run_program(build, way, call, folder / name, [fonts, scratch] if name == "calls" else [fonts])
            ran.append(name)
        print(f"portable: {build.arch} ({way}): passed {', '.join(ran)}", flush=True)
