"""What the generators of the tables share: the rows of a table, and writing or comparing what was made of it."""
import sys


def rows_of(path):
    """The rows of a table of fields with tabs between them, as dictionaries by the names in its first line."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        values = line.split("\t")
        if len(values) != len(columns):
            sys.exit(f"{path.parent.name}/{path.name}: '{line}' has {len(values)} fields, not {len(columns)}")
        yield dict(zip(columns, values))


def finish(target, text, source, script):
    """Writes `text` to `target`, or with --check says whether it stands there. Returns the exit code."""
    if "--check" in sys.argv[1:]:
        if target.exists() and target.read_text(encoding="utf-8") == text:
            return 0
        print(f"{target.name} is not what {source} gives (run {script})", file=sys.stderr)
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return 0
