# Runs the C tests with the portable library: on this machine, with an older C library, and under an emulator.
import os
import re
import shutil
import subprocess

import sources
from sources import ROOT, WORK, PortableError


# The programs that run with it, as tests/c/CMakeLists.txt calls them.
PROGRAMS = ("calls", "threads", "wrapper")
TESTS = ROOT / "tests/portable"


def c_programs():
    """{name: (source files, arguments)} of the programs, from the script that builds them for ./dev test."""
    folder = ROOT / "tests/c"
    script = (folder / "CMakeLists.txt").read_text(encoding="utf-8")
    found = {}
    for name in PROGRAMS:
        built = re.search(rf"add_executable\(c_{name}_test ([^)]*)\)", script)
        called = re.search(rf"add_test\(NAME c\.{name} COMMAND c_{name}_test ([^)]*)\)", script)
        if not built or not called:
            raise PortableError(f"tests/c/CMakeLists.txt has no c_{name}_test (src/portable/trial.py runs it)")
        found[name] = [folder / file for file in built.group(1).split()], called.group(1).split()
    return found


def arguments_of(words, scratch):
    """The arguments of a program, with the folders that stand for variables of tests/c/CMakeLists.txt."""
    values = {"${BICHIG_FONT_FOLDER}": str(ROOT / "build/fonts"), "${lexicon}": str(ROOT / "tests/c/lexicon"),
              "${scratch}": str(scratch)}
    arguments = [re.sub(r"\$\{\w+\}", lambda variable: values.get(variable.group(), variable.group()), word)
                 for word in words]
    unknown = [argument for argument in arguments if "${" in argument]
    if unknown:
        raise PortableError(f"tests/c/CMakeLists.txt calls a program with {unknown[0]} (src/portable/trial.py knows "
                            f"{', '.join(values)})")
    for argument in arguments:
        if argument.startswith(str(scratch)):
            os.makedirs(argument, exist_ok=True)
    return arguments


def compile_programs(build, folder):
    """The C tests in C89 and the program over the wrapper in C++17, compiled against what the build left."""
    flags = sources.run(["pkg-config", "--cflags", "--libs", "bichig-c"], "pkg-config bichig-c",
                        env={**os.environ, "PKG_CONFIG_PATH": str(build.out / "lib/pkgconfig")}).split()
    warnings = ["-Wall", "-Wextra", "-Werror"]
    compilers = {".c": [build.work / "tools/cc", "-std=c89", "-pedantic"],
                 ".cpp": [build.work / "tools/c++", "-std=c++17"]}
    programs = {}
    for name, (files, arguments) in c_programs().items():
        build.logged(f"test-{name}", [*compilers[files[0].suffix], *warnings, *files, "-o", folder / name, *flags,
                                      "-lpthread", "-lm"])
        programs[name] = arguments
        if files[0].suffix == ".cpp" and os.uname().machine == build.arch:  # another C++ library beside the one inside
            build.logged(f"test-{name}_gcc", ["g++", "-std=c++17", *warnings, *files, "-o", folder / f"{name}_gcc",
                                              *flags])
            programs[f"{name}_gcc"] = arguments
    build.logged("test-answers", [*compilers[".c"], *warnings, TESTS / "answers.c", "-o", folder / "answers", *flags])
    programs["answers"] = [str(TESTS / "questions.tsv"), "${scratch}"]
    return programs


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


def run_program(build, way, call, program, arguments):
    name = program.name
    command = [str(word) for word in (*call, program, *arguments)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=program.parent,
                          env={**os.environ, "LD_LIBRARY_PATH": str(build.out / "lib")})
    if done.returncode != 0:
        print((done.stdout + done.stderr)[-4000:])
        raise PortableError(f"{name} for {build.arch} ended with {done.returncode} ({way}; run it alone: "
                            f"LD_LIBRARY_PATH={build.out}/lib {' '.join(command)})")
    if name == "answers" and done.stdout != (TESTS / "answers.txt").read_text(encoding="utf-8"):
        raise PortableError(f"{name} for {build.arch} has other answers than tests/portable/answers.txt ({way}; if "
                            f"ICU's data miss something: data/portable/icu_items.txt)")


def try_out(build):
    """Compiles the tests and runs each of them in each way."""
    folder = build.work / "tests"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    programs = compile_programs(build, folder)
    for number, (way, call) in enumerate(ways(build)):
        ran = []
        for name, arguments in programs.items():
            if name.endswith("_gcc") and call:  # GCC's C++ library of this machine wants the C library of this machine
                continue
            run_program(build, way, call, folder / name, arguments_of(arguments, folder / f"scratch-{number}-{name}"))
            ran.append(name)
        print(f"portable: {build.arch} ({way}): passed {', '.join(ran)}", flush=True)
