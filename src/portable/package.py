# What the portable build leaves: library, headers, command, licences; and the check of its symbols.
import os
import shutil

import sources
import symbols
from sources import ROOT, PortableError

GLIBC = "2.28"


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
    """Puts together what is handed on."""
    out, new = build.out, build.work / "new"
    shutil.rmtree(new, ignore_errors=True)
    (new / "lib").mkdir(parents=True)
    if not (staging / "lib/libbichig.so.0").exists():
        raise PortableError(f"{staging} has no lib/libbichig.so.0 (see the components in src/modules_install.cmake)")
    for library in sorted(staging.glob("lib/libbichig.so*")):
        shutil.copy(library, new / "lib" / library.name, follow_symlinks=False)
    shutil.copytree(staging / "include/bichig/c", new / "include/bichig/c")
    (new / "lib/pkgconfig").mkdir()
    shutil.copy(staging / "lib/pkgconfig/bichig-c.pc", new / "lib/pkgconfig")
    shutil.copytree(staging / "lib/cmake/bichig", new / "lib/cmake/bichig")
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


def summary(build):
    """One line about the result."""
    library = build.out / "lib/libbichig.so.0"
    sizes = [f"{name} {(build.out / name).stat().st_size / 2**20:.1f} MiB"
             for name in ("lib/libbichig.so.0", "bin/bichig") if (build.out / name).is_file()]
    return (f"{build.out.relative_to(ROOT)}: {', '.join(sizes)}; needs glibc {symbols.newest_glibc(library)}, "
            f"{len(symbols.declared(ROOT / 'include/bichig/c'))} functions")
