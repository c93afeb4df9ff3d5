// The plain model of a text that is edited.
#include "qt/text_model.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t kept_steps = 1000;

char32_t character_at(const QString& text, int at) {
    const QChar unit = text.at(at);
    if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
        return QChar::surrogateToUcs4(unit, text.at(at + 1));
    }
    return unit.unicode();
}

int character_before(const QString& text, int at) {
    const bool pair = at > 1 && text.at(at - 1).isLowSurrogate() && text.at(at - 2).isHighSurrogate();
    return at - (pair ? 2 : 1);
}

/// Line ends, MVS: nothing is joined to them.
bool stands_alone(char32_t character) {
    return character < 0x20 || character == 0x180E || character == 0x2028;
}

/// Selectors, marks and joiners go with what stands before them.
bool goes_with(char32_t character) {
    return (character >= 0x180B && character <= 0x180D) || character == 0x180F ||
           (character >= 0x300 && character < 0x370) || character == 0x200D || character == 0xFE0F;
}

bool is_mongolian_letter(QChar unit) { return unit.unicode() >= 0x1820 && unit.unicode() <= 0x1878; }

/// MVS goes with the letter after it; without one, with what stands before it.
std::optional<bool> is_stop_at_mvs(const QString& text, int offset) {
    constexpr ushort mvs = 0x180E;
    const QChar before = text.at(offset - 1);
    const auto leads_letter = [&](int at) { return at + 1 < text.size() && is_mongolian_letter(text.at(at + 1)); };
    if (before.unicode() == mvs && leads_letter(offset - 1)) return false;
    if (text.at(offset).unicode() != mvs || leads_letter(offset)) return {};
    return before == QLatin1Char('\n') || before == QChar::LineSeparator;
}

bool is_emoji(char32_t character) { return character >= 0x1F300 && character < 0x1FB00; }

/// What parts words: NNBSP and MVS do not.
bool is_blank(QChar unit) { return unit.isSpace() && unit.unicode() != 0x202F; }

}  // namespace

bool is_caret_stop(const QString& text, int offset) {
    if (offset <= 0 || offset >= text.size()) return offset == 0 || offset == text.size();
    if (text.at(offset).isLowSurrogate() && text.at(offset - 1).isHighSurrogate()) return false;
    if (const auto stop = is_stop_at_mvs(text, offset)) return *stop;
    int at = character_before(text, offset);
    const char32_t after = character_at(text, offset);
    const char32_t before = character_at(text, at);
    if (stands_alone(before) || stands_alone(after)) return true;
    if (goes_with(after)) return false;
    if (before != 0x200D || !is_emoji(after) || at == 0) return true;
    const auto is_mark = [&] { return character_at(text, at) != 0x200D && goes_with(character_at(text, at)); };
    do at = character_before(text, at); while (at > 0 && is_mark());
    return !is_emoji(character_at(text, at));
}

int stop_at_or_before(const QString& text, int offset) {
    offset = std::clamp(offset, 0, static_cast<int>(text.size()));
    while (!is_caret_stop(text, offset)) --offset;
    return offset;
}

int stop_at_or_after(const QString& text, int offset) {
    offset = std::clamp(offset, 0, static_cast<int>(text.size()));
    while (!is_caret_stop(text, offset)) ++offset;
    return offset;
}

QString kept_line_ends(QString text, bool single_line) {
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar& unit : text) {
        if (unit == QLatin1Char('\r') || unit == QChar::ParagraphSeparator) unit = QLatin1Char('\n');
        if (single_line && (unit == QLatin1Char('\n') || unit == QChar::LineSeparator)) unit = QLatin1Char(' ');
    }
    return text;
}

// ---- edits ----

void TextModel::set_text(const QString& text) {
    now_ = {kept_line_ends(text, single_line_), 0, 0};
    composing_ = open_ = false;
    typed_at_.reset();
    steps_.clear();
    done_ = forgotten_ = 0;
    saved_ = 0;
}

QString TextModel::fitting(const QString& text, int begin, int end) const {
    const QString made = kept_line_ends(text, single_line_);
    const int room = max_length - (size() - (end - begin));
    if (max_length == 0 || made.size() <= room) return made;
    return made.left(stop_at_or_before(made, std::max(0, room)));
}

/// Where no caret can stand, it stands behind, and typing goes on where it should be.
void TextModel::place_caret(int offset) {
    now_.anchor = now_.head = stop_at_or_after(now_.text, offset);
    typed_at_.reset();
    if (now_.head != offset) typed_at_ = offset;
}

bool TextModel::merge(const Step& step) {
    if (!open_ || done_ == 0 || steps_.back().kind != step.kind || step.kind == Kind::Other) return false;
    Step& last = steps_.back();
    const auto begins_word = [](QChar near, QChar far) { return is_blank(near) && !is_blank(far); };
    if (step.kind == Kind::Typing) {
        if (!step.removed.isEmpty() || step.inserted.isEmpty() || last.inserted.isEmpty() ||
            step.begin != last.begin + last.inserted.size() || last.inserted.endsWith(QLatin1Char('\n')) ||
            begins_word(last.inserted.back(), step.inserted.front())) {
            return false;
        }
        last.inserted += step.inserted;
    } else if (step.kind == Kind::Backspacing) {
        if (step.begin + step.removed.size() != last.begin ||
            begins_word(last.removed.front(), step.removed.back())) {
            return false;
        }
        last.begin = step.begin;
        last.removed.prepend(step.removed);
    } else {
        if (step.begin != last.begin || begins_word(last.removed.back(), step.removed.front())) return false;
        last.removed += step.removed;
    }
    last.after = step.after;
    return true;
}

void TextModel::put(Kind kind, int begin, int end, const QString& text) {
    Step step{kind, now_, {}, begin, now_.text.mid(begin, end - begin), text};
    now_.text.replace(begin, end - begin, text);
    place_caret(begin + static_cast<int>(text.size()));
    step.after = now_;
    steps_.resize(done_);
    if (saved_ && *saved_ > forgotten_ + done_) saved_.reset();
    if (merge(step)) return;
    open_ = kind != Kind::Other;
    steps_.push_back(step);
    ++done_;
    if (steps_.size() <= kept_steps) return;
    steps_.pop_front();
    --done_;
    ++forgotten_;
    if (saved_ && *saved_ < forgotten_) saved_.reset();
}

void TextModel::type(const QString& text) {
    composing_ = false;
    const bool selected = begin() != end();
    const int from = selected ? begin() : typed_at_.value_or(now_.head);
    const int to = selected ? end() : from;
    const QString made = fitting(text, from, to);
    if (made.isEmpty() && from == to) return;
    if (selected) open_ = false;
    put(Kind::Typing, from, to, made);
}

void TextModel::backspace() {
    composing_ = false;
    if (begin() != end()) return put(Kind::Other, begin(), end(), {});
    const int from = typed_at_.value_or(now_.head);
    if (from == 0) return;
    const int character = character_before(now_.text, from);
    const int to = backspace_by_code_point ? character : stop_at_or_before(now_.text, character);
    put(Kind::Backspacing, to, from, {});
}

void TextModel::remove_forward() {
    composing_ = false;
    if (begin() != end()) return put(Kind::Other, begin(), end(), {});
    if (now_.head == size()) return;
    put(Kind::Deleting, now_.head, stop_at_or_after(now_.text, now_.head + 1), {});
}

void TextModel::erase(int to) {
    composing_ = false;
    const bool selected = begin() != end();
    const int from = selected ? begin() : std::min(to, now_.head);
    const int last = selected ? end() : std::max(to, now_.head);
    if (from != last) put(Kind::Other, from, last, {});
}

/// The selection stays with its text.
void TextModel::replace(int begin, int end, const QString& text) {
    composing_ = false;
    const QString made = fitting(text, begin, end);
    if (made.isEmpty() && begin == end) return;
    const auto mapped = [&](int offset) {
        const int behind = begin + static_cast<int>(made.size());
        return offset <= begin ? offset : offset < end ? behind : offset - end + behind;
    };
    const State old = now_;
    put(Kind::Other, begin, end, made);
    typed_at_.reset();
    now_.head = stop_at_or_before(now_.text, mapped(old.head));
    now_.anchor = stop_at_or_before(now_.text, mapped(old.anchor));
    steps_.back().after = now_;
}

void TextModel::paste(const QString& text, const QString& clean) {
    composing_ = false;
    const bool selected = begin() != end();
    const int from = selected ? begin() : typed_at_.value_or(now_.head);
    const int to = selected ? end() : from;
    const QString raw = fitting(text, from, to);
    if (raw.isEmpty() && from == to) return;
    put(Kind::Other, from, to, raw);
    if (clean != text) put(Kind::Other, from, from + static_cast<int>(raw.size()), clean);
}

void TextModel::compose(const QString& text) {
    if (!text.isEmpty() && !composing_ && begin() != end()) put(Kind::Other, begin(), end(), {});
    composing_ = !text.isEmpty();
}

void TextModel::commit(const QString& text, int from, int length) {
    composing_ = false;
    if (from != 0 || length != 0) {
        if (begin() != end()) put(Kind::Other, begin(), end(), {});
        const int first = std::clamp(now_.head + from, 0, size());
        const int last = std::min(first + length, size());
        if (first != last) put(Kind::Other, first, last, {});
        else place_caret(first);
    }
    if (!text.isEmpty()) type(text);
}

// ---- undo ----

void TextModel::undo() {
    composing_ = open_ = false;
    if (done_ == 0) return;
    now_ = steps_[--done_].before;
    typed_at_.reset();
}

void TextModel::redo() {
    composing_ = open_ = false;
    if (done_ == steps_.size()) return;
    now_ = steps_[done_++].after;
    typed_at_.reset();
}

void TextModel::set_saved() {
    open_ = false;
    saved_ = forgotten_ + done_;
}

// ---- selection ----

void TextModel::select(int anchor, int head) {
    composing_ = open_ = false;
    typed_at_.reset();
    now_.anchor = stop_at_or_before(now_.text, anchor);
    now_.head = stop_at_or_before(now_.text, head);
}

void TextModel::step(bool forward, bool extend) {
    if (!extend && begin() != end()) return move_to(forward ? end() : begin(), false);
    const QString& text = now_.text;
    const int to = forward ? stop_at_or_after(text, std::min(now_.head + 1, size()))
                           : stop_at_or_before(text, std::max(now_.head - 1, 0));
    move_to(to, extend);
}

}  // namespace widgets
