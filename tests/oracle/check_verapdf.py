"""veraPDF says that the files are PDF/A-2u and PDF/UA-1: check_verapdf.py LIB_FOLDER FILE.pdf…"""
import pathlib

import common

FLAVOURS = ("2u", "ua1")


def verapdf(library, flavour, files):
    """Faults of one flavour over all files, in one run of the Java machine."""
    if not list(pathlib.Path(library).glob("validation-model-*.jar")):
        raise common.Broken(f"no veraPDF in {library}: {common.ADVICE}")
    done = common.run(["java", "-cp", f"{library}/*", "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour,
                       "--format", "text", "-v", *files])
    text = done.stdout.decode("utf-8", errors="replace")
    lines = text.splitlines()
    faults = []
    for file in files:
        verdicts = [line for line in lines if line in (f"PASS {file} {flavour}", f"FAIL {file} {flavour}")]
        if not verdicts:
            tail = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
            faults.append(f"{file}: veraPDF gives no verdict for {flavour}: {' '.join(tail)}")
        elif verdicts != [f"PASS {file} {flavour}"]:
            rules = []
            for line in lines[lines.index(verdicts[0]) + 1:]:
                if not line.startswith("  "):
                    break
                rules.append(line.replace("FAIL", "").strip())
            faults.append(f"{file}: not {flavour}; broken rules: {', '.join(rules)}")
    return faults


def faults_of(arguments):
    library, *files = arguments
    return [fault for flavour in FLAVOURS for fault in verapdf(library, flavour, files)]


if __name__ == "__main__":
    common.main("veraPDF", faults_of)
