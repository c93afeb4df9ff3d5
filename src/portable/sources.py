# Where the third-party parts of the portable library come from: the tables of data/portable, and Debian's pool.
import collections
import hashlib
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "data/portable"
WORK = ROOT / "build/portable"
DOWNLOADS = ROOT / "build/downloads/portable"

Part = collections.namedtuple("Part", "name package take dev uses foreign")
File = collections.namedtuple("File", "package version name sha256")


class PortableError(Exception):
    """Why the portable library could not be built, in one line that says what to do."""


def run(command, what, **options):
    """Runs a program that must succeed, and returns what it prints."""
    command = [str(word) for word in command]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    except FileNotFoundError:
        raise PortableError(f"{command[0]} is not installed (./dev portable installs it)") from None
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise PortableError(f"{what}: {last}")
    return done.stdout


def rows(path):
    """The rows of a table of tab-separated columns."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            yield f"{path.name}:{number}", line.split("\t")


def names(column):
    return [] if column == "-" else column.split(",")


def read_parts(path=DATA / "parts.tsv"):
    """The parts by name, in the order in which they are built."""
    parts = {}
    for place, row in rows(path):
        if len(row) != 6 or row[2] not in ("source", "orig", "binary"):
            raise PortableError(f"{place}: is no row of six columns (see the head of the table)")
        part = Part(*row[:4], names(row[4]), names(row[5]))
        missing = [used for used in part.uses if used not in parts]
        if part.name in parts or missing:
            raise PortableError(f"{place}: {part.name} stands twice, or before {missing} which it uses")
        parts[part.name] = part
    return parts


def read_files(path=DATA / "sources.tsv"):
    """The files of each Debian source package."""
    files = collections.defaultdict(list)
    for place, row in rows(path):
        if len(row) != 4 or len(row[3]) != 64:
            raise PortableError(f"{place}: is no row of package, version, file and SHA-256")
        files[row[0]].append(File(*row))
    return files


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pool_addresses(file):
    """Where the mirrors that this machine is set up with would have the file."""
    mirrors = run(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
                  "apt-get indextargets")
    folder = file.package[:4] if file.package.startswith("lib") else file.package[0]
    for mirror in dict.fromkeys(mirrors.split()):
        for pool in ("pool", "pool/updates"):
            yield f"{mirror.rstrip('/')}/{pool}/main/{folder}/{file.package}/{file.name}"


def fetch(file):
    """The path of a downloaded file with the right SHA-256."""
    target = DOWNLOADS / file.name
    if target.is_file() and digest(target) == file.sha256:
        return target
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    for address in pool_addresses(file):
        command = ["/usr/lib/apt/apt-helper", "-o", "APT::Sandbox::User=root", "download-file", address, part]
        if subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0:
            break
    else:
        raise PortableError(f"no mirror has {file.name} (see whether the network is there; if Debian has replaced "
                            f"{file.version} of {file.package}, run src/portable/pin.py {file.package})")
    if digest(part) != file.sha256:
        part.unlink()
        raise PortableError(f"{file.name} has another SHA-256 than data/portable/sources.tsv wants (run it again; if "
                            f"that does not help, src/portable/pin.py {file.package} and look at what changed)")
    os.replace(part, target)
    return target


def unpack(part, files):
    """The folder with the unpacked sources of a part; unpacked once for each state of its rows."""
    if not files:
        raise PortableError(f"data/portable/sources.tsv has no file of {part.package} "
                            f"(run src/portable/pin.py {part.package})")
    folder = WORK / "sources" / part.name
    stamp, state = WORK / "sources" / f"{part.name}.rows", "\n".join("\t".join(file) for file in files)
    if folder.is_dir() and stamp.is_file() and stamp.read_text() == state:
        return folder
    paths = [fetch(file) for file in files]
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    first = paths[0]
    if part.take == "source":
        first = next(path for path in paths if path.suffix == ".dsc")
        run(["dpkg-source", "--no-check", "--no-copy", "-x", first, folder], f"{first.name} cannot be unpacked")
    elif part.take == "orig":
        folder.mkdir()
        run(["tar", "-xf", first, "-C", folder, "--strip-components=1"], f"{first.name} cannot be unpacked")
    else:
        run(["dpkg-deb", "-x", first, folder], f"{first.name} cannot be unpacked")
    stamp.write_text(state)
    return folder
