#!/usr/bin/env python3
"""Runs the examples of the docstrings, and looks that everything public has a docstring."""

import doctest
import importlib
import inspect
import pathlib
import pkgutil
import sys

import bichig


def undocumented(module):
    """What a user can reach in `module` and finds nothing said about."""
    for name in module.__all__:
        thing = getattr(module, name)
        if not (inspect.isclass(thing) or inspect.isfunction(thing)):
            continue
        if not inspect.getdoc(thing):
            yield name
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                is_function = inspect.isfunction(value) or isinstance(value, (property, classmethod, staticmethod))
                if is_function and not member.startswith("_") and not inspect.getdoc(value):
                    yield f"{name}.{member}"


def main():
    failed = tried = 0
    silent = []
    for info in pkgutil.iter_modules(bichig.__path__):
        if info.name == "_native":
            continue
        module = importlib.import_module(f"bichig.{info.name}")
        results = doctest.testmod(module)
        failed, tried = failed + results.failed, tried + results.attempted
        silent += [f"bichig.{info.name}.{name}" for name in undocumented(module)]
    results = doctest.testmod(bichig)
    failed, tried = failed + results.failed, tried + results.attempted
    readme = pathlib.Path(__file__).resolve().parents[2] / "src/python/README.md"
    words = readme.read_text(encoding="utf-8")
    for name in ("Text.from_latin", "render_text", "Document.open", "set_default_fonts"):  # what it quotes is there
        thing = bichig
        for part in name.split("."):
            thing = getattr(thing, part)
        assert name in words, name
    print(f"{tried} examples, {failed} failed; without a docstring: {', '.join(silent) or 'nothing'}")
    sys.exit(1 if failed or silent or tried < 20 else 0)


if __name__ == "__main__":
    main()
