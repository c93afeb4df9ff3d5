# What the portable build leaves: library, headers, command, licences; and how it is checked and tried.
import os
import re
import shutil
import subprocess

import sources
import symbols
from sources import ROOT, PortableError

GLIBC = "2.28"
# A processor whose programs this machine runs by an emulator, with the C library that it lends them.
EMULATED = {"aarch64": ["qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"]}


def copyright_of(part, folder):
    """The file that states the licence of a part."""
    choices = {"source": ["debian/copyright"], "orig": ["COPYING"], "binary": [f"usr/share/doc/{part.dev}/copyright"]}
    for choice in choices[part.take]:
        if (folder / choice).is_file():
            return folder / choice
    raise PortableError(f"the sources of {part.name} have no {choices[part.take][0]} that states its licence")


def write_licences(build, folder):
    """The licences of Bichig, of every part and of the C++ library, and a list of them."""
    folder.mkdir(parents=True)
    files = sources.read_files()
    lines = ["libbichig.so holds, beside Bichig itself (LICENSE), the libraries below; a file of each beside this one "
             "states its licence.\n\n"]
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    for part in sources.read_parts().values():
        of = files[part.package]
        shutil.copy(copyright_of(part, sources.unpack(part, of)), folder / f"{part.package}.txt")
        lines.append(f"{part.package} {of[0].version} (Debian): {part.package}.txt\n")
    for name in ("libcxx", "libcxxabi", "libunwind", "compiler_rt"):
        for licence in (build.zig / "lib" / name / "LICENSE.TXT", build.zig / "lib" / name / "LICENSE"):
            if licence.is_file():
                shutil.copy(licence, folder / f"{name}.txt")
                lines.append(f"LLVM {name}: {name}.txt\n")
    (folder / "NOTICE").write_text("".join(lines), encoding="utf-8")


def assemble(build, staging):
    """Puts together what is handed on. The static library of `base` and its headers, which CMake's components bring
    along, are left out: C++ of another compiler cannot link them."""
    out, new = build.out, build.work / "new"
    shutil.rmtree(new, ignore_errors=True)
    (new / "lib").mkdir(parents=True)
    for library in sorted(staging.glob("lib/libbichig.so*")):
        shutil.copy(library, new / "lib" / library.name, follow_symlinks=False)
    shutil.copytree(staging / "include/bichig/c", new / "include/bichig/c")
    (new / "lib/pkgconfig").mkdir()
    shutil.copy(staging / "lib/pkgconfig/bichig-c.pc", new / "lib/pkgconfig")
    shutil.copytree(staging / "lib/cmake/bichig", new / "lib/cmake/bichig",
                    ignore=lambda _, names: [name for name in names if name.startswith("bichig-base-targets")])
    if (staging / "bin").is_dir():
        shutil.copytree(staging / "bin", new / "bin")
    write_licences(build, new / "licences")
    shutil.rmtree(out, ignore_errors=True)
    os.replace(new, out)


def check(build):
    """The symbols of the library, and of the command if it is there."""
    library = build.out / "lib/libbichig.so.0"
    findings = list(symbols.check(library, GLIBC, symbols.declared(ROOT / "include/bichig/c")))
    if (build.out / "bin/bichig").is_file():
        findings += symbols.check(build.out / "bin/bichig", GLIBC, set())
    if findings:
        raise PortableError("\n  ".join([f"{library.relative_to(ROOT)} is not portable:", *findings]))


def c_programs():
    """The programs of tests/c as lists of files: the one of main.c, and each file that has a main of its own."""
    together, alone = [], []
    for file in sorted((ROOT / "tests/c").glob("*.c")):
        has_main = re.search(r"^int main\(", file.read_text(encoding="utf-8"), re.MULTILINE)
        (alone if has_main and file.name != "main.c" else together).append(file)
    return [("calls", together), *((file.stem, [file]) for file in alone)]


def run_program(build, program, arguments):
    emulator = [] if os.uname().machine == build.arch else EMULATED.get(build.arch, [])
    command = [*emulator, program, *arguments]
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env={**os.environ, "LD_LIBRARY_PATH": str(build.out / "lib")})
    if done.returncode != 0:
        print((done.stdout + done.stderr)[-4000:])
        raise PortableError(f"{program.name} for {build.arch} ended with {done.returncode} (run it alone: "
                            f"LD_LIBRARY_PATH={build.out}/lib {' '.join(map(str, command))})")


def try_out(build):
    """Compiles the C tests in C89 and the program over the wrapper in C++17 against the result, and runs them."""
    tests, fonts = build.work / "tests", ROOT / "build/fonts"
    shutil.rmtree(tests, ignore_errors=True)
    tests.mkdir()
    flags = sources.run(["pkg-config", "--cflags", "--libs", "bichig-c"], "pkg-config bichig-c",
                        env={**os.environ, "PKG_CONFIG_PATH": str(build.out / "lib/pkgconfig")}).split()
    warnings = ["-Wall", "-Wextra", "-Werror"]
    programs = [(name, [build.work / "tools/cc", "-std=c89", "-pedantic", *warnings, *files, "-lpthread"])
                for name, files in c_programs()]
    wrapper = ["-std=c++17", *warnings, ROOT / "tests/c/wrapper.cpp"]
    programs.append(("wrapper", [build.work / "tools/c++", *wrapper]))
    if os.uname().machine == build.arch:  # the C++ library of another compiler, beside the one inside
        programs.append(("wrapper_gcc", ["g++", *wrapper]))
    for name, command in programs:
        build.logged(f"test-{name}", [*command, "-o", tests / name, *flags])
        scratch = tests / f"{name}.scratch"
        scratch.mkdir()
        run_program(build, tests / name, [fonts, scratch] if name == "calls" else [fonts])
    print(f"portable: ran for {build.arch}: {', '.join(name for name, _ in programs)}", flush=True)


def summary(build):
    """One line about the result."""
    library = build.out / "lib/libbichig.so.0"
    sizes = [f"{name} {(build.out / name).stat().st_size / 2**20:.1f} MiB"
             for name in ("lib/libbichig.so.0", "bin/bichig") if (build.out / name).is_file()]
    return (f"{build.out.relative_to(ROOT)}: {', '.join(sizes)}; needs glibc {symbols.newest_glibc(library)}, "
            f"{len(symbols.declared(ROOT / 'include/bichig/c'))} functions")
