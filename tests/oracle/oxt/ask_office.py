#!/usr/bin/python3
# Asks a running LibreOffice about the spelling of words; Debian's own Python runs it, as only that one has UNO.
"""ask_office.py PIPE < {"locale": [language, country, variant], "words": [word, …], "suggest": bool}

Waits until an office listens on the pipe of that name, prints {"services": […], "locales": […], "known": bool,
"answers": [{"valid": bool, "suggestions": […]}, …]} as JSON, and ends the office.
"""
import json
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException, Locale

PATIENCE = 40  # seconds until the office must have come up


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                sys.exit(f"no office listens on the pipe {pipe}")
            time.sleep(0.1)


def answer(checker, word, locale, suggest):
    valid = checker.isValid(word, locale, ())
    if valid or not suggest:
        return {"valid": valid, "suggestions": []}
    alternatives = checker.spell(word, locale, ())
    return {"valid": False, "suggestions": list(alternatives.getAlternatives()) if alternatives else []}


def main():
    question = json.load(sys.stdin)
    context = connected(sys.argv[1])
    try:
        create = context.ServiceManager.createInstanceWithContext
        checker = create("com.sun.star.linguistic2.SpellChecker", context)
        locale = Locale(*question["locale"])
        manager = create("com.sun.star.linguistic2.LinguServiceManager", context)
        services = manager.getAvailableServices("com.sun.star.linguistic2.SpellChecker", locale)
        json.dump({"services": list(services),
                   "locales": [[found.Language, found.Country, found.Variant] for found in checker.getLocales()],
                   "known": checker.hasLocale(locale),
                   "answers": [answer(checker, word, locale, question["suggest"]) for word in question["words"]]},
                  sys.stdout)
    finally:
        try:
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        except DisposedException:
            pass  # it ended before it answered


if __name__ == "__main__":
    main()
