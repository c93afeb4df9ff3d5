// Joins pieces of text to runs; decides what a line end in the source means.
#include <format/markdown/internal/run_writer.h>

#include <utility>

#include <bichig/base/utf.h>

#include <document/internal/letters.h>
#include <format/markdown/internal/link_tail.h>

namespace bichig::format {

namespace {

/// The whole file was checked to be UTF-8 before anything was read from it.
std::u16string decoded(std::string_view utf8) { return to_utf16(utf8).value_or(std::u16string{}); }

char32_t last_character(std::u16string_view text) {
    const bool pair = text.size() > 1 && (text.back() & 0xFC00) == 0xDC00;
    return code_point_at(text, static_cast<TextIndex>(text.size() - (pair ? 2 : 1))).value;
}

}  // namespace

void RunWriter::write_pending(char32_t next) {
    if (!std::exchange(pending_, false)) return;
    if (document::is_wide(last_) && document::is_wide(next)) return;
    append(u" ", pending_at_, pending_at_ + 1, true, pending_state_);
}

void RunWriter::append(std::u16string_view text, std::uint32_t begin, std::uint32_t end, bool exact,
                       const InlineState& state) {
    const bool joins = !runs_.empty() && exact && exact_ && runs_.back().source.end == begin && state == state_;
    if (joins) {
        runs_.back().text += text;
        runs_.back().source.end = end;
    } else {
        if (!runs_.empty()) runs_.back().text.shrink_to_fit();
        document::Run run;
        run.text = text;
        run.style = state.style;
        if (!state.link.empty() && state.link.front() == '#') {
            run.reference = percent_decoded(std::string_view{state.link}.substr(1));
            run.shows = state.shows;
        } else {
            run.link = state.link;
        }
        run.source = {0, begin, end};
        runs_.push_back(std::move(run));
        state_ = state;
        exact_ = exact;
    }
    last_ = last_character(text);
}

void RunWriter::text(std::string_view utf8, std::uint32_t source, const InlineState& state) {
    if (utf8.empty()) return;
    const std::u16string text = decoded(utf8);
    write_pending(code_point_at(text, 0).value);
    append(text, source, source + static_cast<std::uint32_t>(utf8.size()), true, state);
}

void RunWriter::replaced(std::string_view utf8, std::uint32_t begin, std::uint32_t end, const InlineState& state) {
    if (utf8.empty()) return;
    const std::u16string text = decoded(utf8);
    write_pending(code_point_at(text, 0).value);
    append(text, begin, end, false, state);
}

std::size_t RunWriter::object(std::uint32_t begin, std::uint32_t end, const InlineState& state) {
    constexpr char32_t object_character = 0xFFFC;
    write_pending(object_character);
    append(u"\uFFFC", begin, end, false, state);
    return runs_.size() - 1;
}

void RunWriter::soft_break(std::uint32_t source, const InlineState& state) {
    pending_ = true;
    pending_at_ = source;
    pending_state_ = state;
}

void RunWriter::hard_break(std::uint32_t source, const InlineState& state) {
    write_pending(U'\n');
    append(u"\n", source, source + 1, true, state);
}

void RunWriter::without_text(document::Run run) {
    write_pending(U'1');  // it will show a number, or a word
    runs_.push_back(std::move(run));
    exact_ = false;
    last_ = U'1';
}

std::vector<document::Run> RunWriter::take() {
    if (!runs_.empty()) runs_.back().text.shrink_to_fit();
    runs_.shrink_to_fit();
    return std::move(runs_);
}

}  // namespace bichig::format
