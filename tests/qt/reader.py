#!/usr/bin/python3
"""A screen reader in a process of its own, and a user with real keys and a real mouse: reads reader_program through
AT-SPI, edits through it, hears what it says, and lets the program confirm each from its own side. Two programs, of
different Qt where there are two, give each other text by the middle button, the clipboard and dragging.

reader.py PROGRAM OTHER_PROGRAM --pictures FOLDER   (on a screen with a bus of its own: see on_screen.py;
Debian's python3-gi is for /usr/bin/python3 alone)
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import warnings

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    sys.exit(f"{error}: run ./dev setup (python3-gi, gir1.2-atspi-2.0)")

warnings.simplefilter("ignore", DeprecationWarning)  # libatspi's names before 2.50 are those that Debian 12 has
PATIENCE = 30  # seconds for an answer on a busy machine
WRONG = "ᠮᠤᠩᠭᠤᠯ"  # looks like a word of the dictionary
EVENTS = ["object:text-changed", "object:text-caret-moved", "object:text-selection-changed", "object:state-changed"]


def units(text):
    """Qt counts text in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def pause(seconds):
    """Lets events come in for a while."""
    ended = []
    GLib.timeout_add(int(seconds * 1000), lambda: ended.append(1) and False)
    while not ended:
        GLib.MainContext.default().iteration(True)


def until(what, holds, patience=PATIENCE):
    """Waits until something holds; what it is."""
    for _ in range(patience * 20):
        if found := holds():
            return found
        pause(0.05)
    raise AssertionError(f"never: {what}")


def same(what, is_, should_be):
    if is_ != should_be:
        raise AssertionError(f"{what}: is {is_!r}, not {should_be!r}")


class Program:
    """A program with widgets: what it is from its own side, and its accessible objects."""

    def __init__(self, path, name, top):
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.process = subprocess.Popen([path, name, str(top)], env=environment, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        desktop = Atspi.get_desktop(0)
        children = lambda of: [child for i in range(of.get_child_count()) if (child := of.get_child_at_index(i))]
        application = until(f"the program {name} is on the desktop",
                            lambda: next((one for one in children(desktop) if one.get_name() == name), None))
        self.objects = children(application.get_child_at_index(0))

    def ask(self, line="state"):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def find(self, role, name):
        found = [one for one in self.objects if one.get_role_name() == role and one.get_name() == name]
        same(f"objects of role {role} and name {name}", len(found), 1)
        return found[0]

    def close(self):
        self.process.stdin.close()
        same("status of the program", self.process.wait(PATIENCE), 0)


class Listener:
    """Hears events of one object."""

    def __init__(self, source):
        self.heard = []
        self.source = source.get_name()
        self.listener = Atspi.EventListener.new(self.note)
        for name in EVENTS:
            self.listener.register(name)

    def note(self, event):
        if event.source.get_name() == self.source:
            said = event.any_data if isinstance(event.any_data, str) else None
            self.heard.append((event.type.removeprefix("object:"), event.detail1, event.detail2, said))

    def hear(self, *expected):
        """Waits for an event, and forgets what came before it."""
        try:
            until(f"event {expected}", lambda: any(event[:len(expected)] == expected for event in self.heard))
        except AssertionError as error:
            raise AssertionError(f"{error}; heard {self.heard}") from None
        self.heard.clear()


# ---- the user ----

KEYS = {"BackSpace": 0xFF08, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "z": ord("z")}
CONTROL = 1 << 2


def press_key(name, modifiers=0):
    if modifiers:
        Atspi.generate_keyboard_event(modifiers, None, Atspi.KeySynthType.LOCKMODIFIERS)
    Atspi.generate_keyboard_event(KEYS[name], None, Atspi.KeySynthType.SYM)
    if modifiers:
        Atspi.generate_keyboard_event(modifiers, None, Atspi.KeySynthType.UNLOCKMODIFIERS)


def type_text(text):
    Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


def mouse(what, point):
    Atspi.generate_mouse_event(*point, what)
    pause(0.05)


def move_to(begin, end, steps=4):
    for i in range(1, steps + 1):
        mouse("abs", tuple(round(a + (b - a) * i / steps) for a, b in zip(begin, end)))


def drag(begin, end, hold=0.2):
    mouse("abs", begin)
    mouse("b1p", begin)
    move_to(begin, (begin[0], begin[1] + 16))  # beyond what may be a trembling hand
    move_to((begin[0], begin[1] + 16), end)
    pause(hold)
    mouse("b1r", end)


def drag_text(begin, end, what, holds):
    """Whoever lets go before the program below has said that it takes the text, drops nothing: on a busy machine."""
    for hold in [0.2, 1, 5]:
        drag(begin, end, hold)
        try:
            return until(what, holds, patience=5)
        except AssertionError:
            if hold == 5:
                raise


def box(text, offset):
    rect = text.get_character_extents(offset, Atspi.CoordType.SCREEN)
    return rect.x, rect.y, rect.width, rect.height


def top_of(text, offset):
    """A point in the upper part of a character: the caret goes before it."""
    x, y, width, height = box(text, offset)
    return x + width // 2, y + max(1, height // 6)


def middle_of(text, offset):
    x, y, width, height = box(text, offset)
    return x + width // 2, y + height // 2


# ---- what must hold ----

def widgets_have_roles_and_states(program, state):
    label = program.find("label", state["office"])
    edit, field = program.find("text", "editor"), program.find("text", "field")
    pages = program.find("document frame", "pages")
    has = lambda one, name: one.get_state_set().contains(getattr(Atspi.StateType, name))
    for one, editable in [(label, False), (edit, True), (field, True), (pages, False)]:
        same(f"editable {one.get_name()}", has(one, "EDITABLE"), editable)
        same(f"read-only {one.get_name()}", has(one, "READ_ONLY"), not editable)
        same(f"interface of {one.get_name()}", "EditableText" in one.get_interfaces(), editable)
    until("the editor has focus", lambda: has(edit, "FOCUSED"))
    assert has(edit, "MULTI_LINE") and not has(field, "MULTI_LINE")


def text_stands_in_vertical_lines(edit, state):
    text = state["editor"]
    same("text", edit.get_text(0, -1), text)
    same("count", edit.get_character_count(), units(text))
    places = [box(edit, i) for i in range(units(text))]
    same("places", places, [tuple(place) for place in state["places"]])
    lines = 1
    for before, now in zip(places, places[1:]):
        aside = now[0] + now[2] / 2 - before[0] - before[2] / 2
        if abs(aside) <= 2:  # below it in its line; one unit of a pair stands where the other does
            assert now == before or now[1] >= before[1] + before[3] - 2, (before, now)
        else:  # the next line is to the right, and begins above
            assert aside >= 20 and now[1] < before[1], (before, now)
            lines += 1
    assert lines >= 4, lines
    for i, place in enumerate(places):
        first = places.index(place)  # of what has one place: a pair of surrogates, MVS and its letter
        if text.find("\n") != i:
            same(f"what is at the place of {i}", edit.get_offset_at_point(*middle_of(edit, i), 0), first)
    same("what is outside", edit.get_offset_at_point(places[0][0] - 100, places[0][1], 0), -1)
    line = edit.get_text_at_offset(3, Atspi.TextBoundaryType.LINE_START)
    same("a line", line.content, text[:line.end_offset])
    assert places[line.end_offset - 1][0] == places[0][0] < places[line.end_offset][0]
    word = edit.get_text_at_offset(3, Atspi.TextBoundaryType.WORD_START)
    same("a word", (word.content, word.start_offset), (text.split()[0], 0))


def faults_of_spelling_are_attributes(edit, text):
    begin = text.index(WRONG)  # no pair of surrogates before it
    run = lambda at: edit.get_attribute_run(at, True)
    said = until("the fault is found", lambda: run(begin + 2) if run(begin + 2)[0].get("invalid") else None)
    same("attributes", said[0], {"invalid": "spelling", "language": "mn-Mong", "size": "16"})
    same("where", said[1:], (begin, begin + units(WRONG)))
    right = run(1)
    same("attributes of a right word", right[0], {"language": "mn-Mong", "size": "16"})
    same("its begin", right[1], 0)


def caret_and_selection_follow(program, edit, listener):
    assert edit.set_caret_offset(6)
    listener.hear("text-caret-moved", 6)
    same("caret", (program.ask()["caret"], edit.get_caret_offset()), (6, 6))
    assert edit.add_selection(6, 12)
    listener.hear("text-selection-changed")
    state = program.ask()
    same("selection", (state["anchor"], state["caret"]), (6, 12))
    selected = edit.get_selection(0)
    same("selection that is read", (selected.start_offset, selected.end_offset), (6, 12))
    assert edit.remove_selection(0)
    same("selections left", edit.get_n_selections(), 0)


def keys_are_heard(program, edit, listener):
    edit.set_caret_offset(5)
    listener.hear("text-caret-moved", 5)
    press_key("Down")
    listener.hear("text-caret-moved", 6)  # along the line
    press_key("Right")
    listener.hear("text-caret-moved")  # to the line beside it
    assert box(edit, edit.get_caret_offset())[0] >= box(edit, 6)[0] + 20
    press_key("Left")
    listener.hear("text-caret-moved", 6)
    type_text("x")
    listener.hear("text-changed:insert", 6, 1, "x")
    same("caret", edit.get_caret_offset(), 7)
    type_text("y")
    listener.hear("text-caret-moved", 8)
    press_key("BackSpace")
    listener.hear("text-changed:delete", 7, 1, "y")
    same("text", program.ask()["editor"][4:8], program.before[4:6] + "x" + program.before[6:7])
    press_key("BackSpace")
    listener.hear("text-caret-moved", 6)
    same("text", program.ask()["editor"], program.before)
    type_text("z")
    listener.hear("text-caret-moved", 7)
    press_key("z", CONTROL)
    listener.hear("text-changed:delete", 6, 1, "z")
    same("text after undo", program.ask()["editor"], program.before)


def readers_edit(program, edit, editable, listener):
    before, piece = program.before, "ᠬᠠᠪᠤᠷ 🔥"
    assert editable.insert_text(3, piece, units(piece))
    listener.hear("text-changed:insert", 3, units(piece), piece)
    same("text", program.ask()["editor"], before[:3] + piece + before[3:])
    assert editable.delete_text(3, 3 + units(piece))
    listener.hear("text-changed:delete", 3, units(piece), piece)
    same("text", program.ask()["editor"], before)
    assert editable.copy_text(0, 5) and editable.paste_text(0)
    listener.hear("text-changed:insert", 0, 5, before[:5])
    same("text", program.ask()["editor"], before[:5] + before)
    assert editable.cut_text(0, 5)
    same("text", program.ask()["editor"], before)
    assert editable.set_text_contents("new")
    same("text", (program.ask()["editor"], edit.get_text(0, -1)), ("new", "new"))
    listener.heard.clear()
    program.ask("text " + before.replace("\n", " "))  # the program's own change is told too
    listener.hear("text-changed:delete", 0, 3, "new")
    same("text", edit.get_text(0, -1), before.replace("\n", " "))
    assert editable.set_text_contents(before)
    same("text", program.ask()["editor"], before)


def pages_are_a_document(program, pages):
    text = pages.get_text(0, -1)
    assert "ᠬᠠᠪᠤᠷ" in text and units(text) == pages.get_character_count() > 1000
    begin = units(text[:text.index("ᠬᠠᠪᠤᠷ")])
    assert pages.set_caret_offset(begin)  # brings it into view
    places = [box(pages, begin + i) for i in range(5)]
    for before, now in zip(places, places[1:]):
        assert now[0] == before[0] and now[1] >= before[1] + before[3] - 1, places
    for i in range(5):
        x, y, width, height = places[i]
        same("what is there", pages.get_offset_at_point(x + width // 2, y + height // 2, 0), begin + i)
    drag(top_of(pages, begin), middle_of(pages, begin + 8))
    selected = until("something is selected", lambda: program.ask()["pages"])
    same("selection of pages", selected[:5], "ᠬᠠᠪᠤᠷ")
    same("selection that is read", pages.get_text(pages.get_selection(0).start_offset,
                                                  pages.get_selection(0).end_offset), selected)
    selection_goes_where_the_middle_button_is(program, selected)
    assert pages.set_caret_offset(pages.get_character_count())
    assert program.ask()["page"] > 0


def selection_goes_where_the_middle_button_is(program, selected):
    field = program.find("text", "field")
    x, y, width, height = box(field.get_text_iface(), 0)
    mouse("b2c", (x + width // 2, y + 2))
    cleaned = selected.replace("\u202F", "\u180E")  # an older connector is put right
    until("the middle button put it in", lambda: program.ask()["field"] == cleaned)
    assert field.get_editable_text_iface().set_text_contents("")


def mouse_selects(program, edit, label, listener):
    drag(top_of(edit, 6), top_of(edit, 12))
    until("the word is selected", lambda: (program.ask()["anchor"], program.ask()["caret"]) == (6, 12))
    listener.hear("text-selection-changed")
    drag(top_of(label, 0), top_of(label, 5))
    until("the label is selected", lambda: program.ask()["label"] == program.before[:5])
    selection_goes_where_the_middle_button_is(program, program.before[:5])


def programs_give_each_other_text(program, other):
    """The middle button, the clipboard, and dragging there and back."""
    edit, field = (program.find("text", name).get_text_iface() for name in ["editor", "field"])
    other_edit = other.find("text", "editor").get_text_iface()
    before, word = program.before, program.before[6:12]
    drag(top_of(edit, 6), top_of(edit, 12))
    until("a word is selected", lambda: program.ask()["caret"] == 12)
    mouse("b2c", top_of(other_edit, 6))
    until("the middle button put it in", lambda: other.ask()["editor"] == before[:6] + word + before[6:])
    other_edit.set_caret_offset(0)
    program.find("text", "editor").get_component_iface().grab_focus()
    edit.add_selection(6, 12)
    program.find("text", "editor").get_editable_text_iface().copy_text(0, 5)
    other.find("text", "field").get_editable_text_iface().paste_text(0)
    until("the clipboard put it in", lambda: other.ask()["field"] == before[:5])
    # Dragged into the other program, it is gone here; dragged back into a field, there.
    edit.add_selection(6, 12)
    drag_text(middle_of(edit, 9), top_of(other_edit, 0), "it was moved there",
              lambda: other.ask()["editor"] == word + before[:6] + word + before[6:])
    until("it is gone here", lambda: program.ask()["editor"] == before[:6] + before[12:])
    other_edit.add_selection(0, 6)
    x, y, width, height = box(field, 0)
    drag_text(middle_of(other_edit, 3), (x + width // 2, y + 40), "it was moved back",
              lambda: program.ask()["field"] == word)
    until("it is gone there", lambda: other.ask()["editor"] == before[:6] + word + before[6:])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("other")
    parser.add_argument("--pictures", required=True, type=pathlib.Path)
    options = parser.parse_args()
    Atspi.init()
    program = Program(options.program, "first", 20)
    state = program.ask()
    program.before = state["editor"]
    state["office"] = program.before.split("\n")[0]
    widgets_have_roles_and_states(program, state)
    editor = program.find("text", "editor")
    edit, label, pages = (one.get_text_iface() for one in
                          [editor, program.find("label", state["office"]), program.find("document frame", "pages")])
    listener = Listener(editor)
    text_stands_in_vertical_lines(edit, state)
    faults_of_spelling_are_attributes(edit, program.before)
    caret_and_selection_follow(program, edit, listener)
    keys_are_heard(program, edit, listener)
    readers_edit(program, edit, editor.get_editable_text_iface(), listener)
    pages_are_a_document(program, pages)
    mouse_selects(program, edit, label, listener)
    other = Program(options.other, "second", 500)
    programs_give_each_other_text(program, other)
    for one, name in [(program, "first"), (other, "second")]:
        assert one.ask(f"picture {options.pictures}/reader-{name}-{options.program.stem}.png")["saved"]
        one.close()


if __name__ == "__main__":
    main()
