#!/usr/bin/env python3
# Rule: includes keep to the arrows of src/modules.cmake, and public headers name only the standard library and Bichig.
"""Every #include below src/ and include/ is one of: a header of the C++ standard library (in the headers of C: of
<stddef.h>); a public header of the same module or of one that it USES; an internal header of those
(src/MODULE/internal/); in a source file, and in the public headers of widgets (rows with QT), a header of the module's
FOREIGN libraries; in a source file, of POSIX. <tl/expected.hpp> stands in include/bichig/base/result.h alone."""

import re

import tree

STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem format forward_list fstream
functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator
semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view
strstream syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility
valarray variant vector version
""".split())

POSIX = re.compile(r"(sys/.*|unistd|fcntl|signal|poll|termios)\.h")

# Which headers a FOREIGN library of the table stands for.
FOREIGN = {
    "tl::expected": r"tl/expected\.hpp",
    "ICU::uc": r"unicode/.*",
    "ICU::i18n": r"unicode/.*",
    "PkgConfig::HARFBUZZ": r"hb(-(?!subset)\w+)?\.h",
    "PkgConfig::FONTCONFIG": r"fontconfig/.*",
    "PkgConfig::HARFBUZZ_SUBSET": r"hb(-\w+)?\.h",
    "PkgConfig::CMARK": r"cmark-gfm.*\.h",
    "PkgConfig::TOMLPLUSPLUS": r"toml\+\+/.*",
    "yaml-cpp": r"yaml-cpp/.*",
    "nlohmann_json::nlohmann_json": r"nlohmann/.*",
    "valijson": r"valijson/.*",
    "PkgConfig::QPDF": r"qpdf/.*",
    "ZLIB::ZLIB": r"zlib\.h",
    "PNG::PNG": r"png\.h",
    "JPEG::JPEG": r"(jpeglib|jerror)\.h",
    "PkgConfig::CAIRO": r"cairo\.h",
    "PkgConfig::LCMS": r"lcms2\.h",
    "PkgConfig::LIBZIP": r"zip\.h",
    "PkgConfig::PUGIXML": r"pugixml\.hpp",
    "PkgConfig::HUNSPELL": r"hunspell/.*",
    "CLI11::CLI11": r"CLI/.*",
    "Qt::Widgets": r"Q(?!P(rint|ageSetup))\w+",
    "Qt::PrintSupport": r"Q(Print|PageSetup)\w+",
    "nanobind": r"nanobind/.*",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
RESULT_HEADER = "include/bichig/base/result.h"


def is_foreign(included, module):
    return any(re.fullmatch(FOREIGN[library], included) for library in module.foreign if library in FOREIGN)


def is_known_folder(included, modules):
    return included.split("/")[0] in {name.split("/")[0] for name in modules}


def judge(path, included, module, modules):
    """What is wrong with one include of one file, or None."""
    public = path.startswith("include/")
    if included in STANDARD or (path.startswith("include/bichig/c/") and included == "stddef.h"):
        return None
    if included.startswith("bichig/") or (is_known_folder(included, modules) and not public):
        inner = included.removeprefix("bichig/")
        other = tree.module_of(inner, modules)
        if other is None:
            return f"<{included}> belongs to no module of src/modules.cmake"
        if other.name != module.name and other.name not in module.uses:
            return f"<{included}>: {module.name} may not use {other.name} (src/modules.cmake)"
        if included == inner and other.name != module.name and not inner.startswith(f"{other.name}/internal/"):
            return f"<{included}>: of another module only include/bichig/ and its internal/ folder may be included"
        return None
    if public:
        if included == "tl/expected.hpp" and path == RESULT_HEADER:
            return None
        if module.qt and is_foreign(included, module):
            return None
        return f"<{included}>: a public header names only the standard library and <bichig/…>"
    if POSIX.fullmatch(included) or is_foreign(included, module):
        return None
    return f"<{included}>: no FOREIGN library of {module.name} in src/modules.cmake stands for it"


def check(root):
    modules = tree.read_modules(root)
    for library in sorted({library for module in modules.values() for library in module.foreign} - set(FOREIGN)):
        yield f"src/modules.cmake: tests/rules/layers.py does not know which headers {library} stands for"
    for path in tree.files(root, "src", ".h", ".cpp") + tree.files(root, "include", ".h", ".cpp"):
        inner = path.removeprefix("src/").removeprefix("include/bichig/")
        module = tree.module_of(inner, modules)
        if module is None:
            yield f"{path}: is in no module of src/modules.cmake"
            continue
        for number, line in enumerate(tree.read(root, path).splitlines(), start=1):
            found = INCLUDE.match(line)
            wrong = found and judge(path, found.group(1), module, modules)
            if wrong:
                yield f"{path}:{number}: {wrong}"


if __name__ == "__main__":
    tree.main(check, __doc__)
