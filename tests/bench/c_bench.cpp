// What a call of the C interface costs over the same work done through C++.
//
// Both run in turns in one process, A B B A, and what is counted is the processor time of the thread, so that a busy
// machine disturbs both alike. The figures are medians: `direct_ns` and `c_ns` of a call, `more_ns` and `more_percent`
// of the differences of the turns. Calls of UTF-8 stand beside C++ that converts in and out, which it would have to do
// too.
#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <bichig/format/markdown.h>
#include <bichig/format/pdf.h>
#include <bichig/format/png.h>
#include <bichig/layout/paragraph.h>
#include <bichig/paginate/paginate.h>
#include <bichig/script/key.h>
#include <bichig/text/normal_form.h>

#include "c_words.h"

namespace {

using namespace bichig;
using bench::Both;
using bench::c_checker;
using bench::direct_checker;
using bench::expect;
using bench::right_words;

double now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

template <class Work>
double time_of(Work&& work) {
    const double begin = now();
    work();
    return now() - begin;
}

/// `direct` and `call` each do the same `calls` times.
template <class Direct, class Call>
void compare(benchmark::State& state, std::size_t calls, Direct&& direct, Call&& call) {
    direct();
    call();
    std::vector<double> of_direct, of_call, more;
    for (auto _ : state) {
        double one = time_of(direct);
        double other = time_of(call);
        other += time_of(call);
        one += time_of(direct);
        of_direct.push_back(one / 2);
        of_call.push_back(other / 2);
        more.push_back((other - one) / 2);
    }
    const auto each = static_cast<double>(calls);
    state.counters["direct_ns"] = median(of_direct) / each;
    state.counters["c_ns"] = median(of_call) / each;
    state.counters["more_ns"] = median(more) / each;
    state.counters["more_percent"] = 100 * median(more) / median(of_direct);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * calls * 4));
}

/// The same for each of `words`: `direct` takes UTF-16; `call16` and `call8` take a word and clean up.
template <class Direct, class Call>
void compare_utf16(benchmark::State& state, const std::vector<Both>& words, Direct direct, Call call) {
    compare(state, words.size(),
            [&] { for (const Both& word : words) benchmark::DoNotOptimize(direct(word.utf16)); },
            [&] { for (const Both& word : words) call(word); });
}
template <class Direct, class Call>
void compare_utf8(benchmark::State& state, const std::vector<Both>& words, Direct direct, Call call) {
    compare(state, words.size(),
            [&] { for (const Both& word : words) benchmark::DoNotOptimize(direct(to_utf16(word.utf8).value())); },
            [&] { for (const Both& word : words) call(word); });
}

// A call that answers a text or key, and one that answers a number.
template <class Char, class Function>
void with_text(Function function) {
    Char* made = nullptr;
    std::size_t length = 0;
    expect(function(&made, &length));
    benchmark::DoNotOptimize(made);
    bichig_free(made);
}
template <class Function>
void with_number(Function function) {
    int number = 0;
    expect(function(&number));
    benchmark::DoNotOptimize(number);
}

std::string units_of(std::u16string_view word) { return script::notation(script::units(word)); }

void word_units_utf16(benchmark::State& state) {
    compare_utf16(state, right_words(), units_of, [](const Both& word) {
        with_text<char>([&](char** out, std::size_t* size) {
            return bichig_units_utf16(word.units(), word.utf16.size(), nullptr, out, size, nullptr);
        });
    });
}
BENCHMARK(word_units_utf16);

void word_units_utf8(benchmark::State& state) {
    compare_utf8(state, right_words(), units_of, [](const Both& word) {
        with_text<char>([&](char** out, std::size_t* size) {
            return bichig_units_utf8(word.utf8.data(), word.utf8.size(), nullptr, out, size, nullptr);
        });
    });
}
BENCHMARK(word_units_utf8);

void word_normalize_utf16(benchmark::State& state) {
    compare_utf16(state, right_words(), [](std::u16string_view word) { return text::normalize(word).text; },
                  [](const Both& word) {
                      with_text<bichig_char16>([&](bichig_char16** out, std::size_t* size) {
                          return bichig_normalize_utf16(word.units(), word.utf16.size(), nullptr, out, size, nullptr,
                                                        nullptr, nullptr);
                      });
                  });
}
BENCHMARK(word_normalize_utf16);

void word_normalize_utf8(benchmark::State& state) {
    compare_utf8(state, right_words(), [](std::u16string_view word) { return to_utf8(text::normalize(word).text); },
                 [](const Both& word) {
                     with_text<char>([&](char** out, std::size_t* size) {
                         return bichig_normalize_utf8(word.utf8.data(), word.utf8.size(), nullptr, out, size, nullptr,
                                                      nullptr, nullptr);
                     });
                 });
}
BENCHMARK(word_normalize_utf8);

std::string key_of(std::u16string_view word) { return script::search_key(word, script::KeyLevel::folded); }

void word_search_key_utf16(benchmark::State& state) {
    compare_utf16(state, right_words(), key_of, [](const Both& word) {
        with_text<bichig_byte>([&](bichig_byte** out, std::size_t* size) {
            return bichig_search_key_utf16(word.units(), word.utf16.size(), BICHIG_KEY_FOLDED, out, size, nullptr);
        });
    });
}
BENCHMARK(word_search_key_utf16);

void word_search_key_utf8(benchmark::State& state) {
    compare_utf8(state, right_words(), key_of, [](const Both& word) {
        with_text<bichig_byte>([&](bichig_byte** out, std::size_t* size) {
            return bichig_search_key_utf8(word.utf8.data(), word.utf8.size(), BICHIG_KEY_FOLDED, out, size, nullptr);
        });
    });
}
BENCHMARK(word_search_key_utf8);

bool is_right(std::u16string_view word) { return direct_checker().is_right(word); }

void word_is_right_utf16(benchmark::State& state) {
    compare_utf16(state, right_words(), is_right, [](const Both& word) {
        with_number([&](int* right) {
            return bichig_is_right_utf16(c_checker(), word.units(), word.utf16.size(), right, nullptr);
        });
    });
}
BENCHMARK(word_is_right_utf16);

void word_is_right_utf8(benchmark::State& state) {
    compare_utf8(state, right_words(), is_right, [](const Both& word) {
        with_number([&](int* right) {
            return bichig_is_right_utf8(c_checker(), word.utf8.data(), word.utf8.size(), right, nullptr);
        });
    });
}
BENCHMARK(word_is_right_utf8);

/// With an error to fill, as most callers have one.
void word_is_right_utf8_with_error(benchmark::State& state) {
    compare_utf8(state, right_words(), is_right, [](const Both& word) {
        bichig_error error = BICHIG_ERROR_INIT;
        with_number([&](int* right) {
            return bichig_is_right_utf8(c_checker(), word.utf8.data(), word.utf8.size(), right, &error);
        });
    });
}
BENCHMARK(word_is_right_utf8_with_error);

std::size_t findings_of(std::u16string_view word) { return direct_checker().check(word).findings.size(); }
/// With suggestions in UTF-8, as the call gives them: who has texts in UTF-8 needs them so.
std::size_t findings_in_utf8(std::u16string_view word) {
    const spell::CheckResult result = direct_checker().check(word);
    std::size_t bytes = 0;
    for (const spell::Finding& finding : result.findings) {
        for (const spell::Suggestion& suggestion : finding.suggestions) bytes += to_utf8(suggestion.text).size();
    }
    return bytes + result.findings.size();
}

void check_utf16(benchmark::State& state, const std::vector<Both>& words) {
    compare_utf16(state, words, findings_of, [](const Both& word) {
        with_text<bichig_word_finding>([&](bichig_word_finding** out, std::size_t* count) {
            return bichig_check_utf16(c_checker(), word.units(), word.utf16.size(), nullptr, out, count, nullptr,
                                      nullptr);
        });
    });
}
void check_utf8(benchmark::State& state, const std::vector<Both>& words) {
    compare_utf8(state, words, findings_in_utf8, [](const Both& word) {
        with_text<bichig_word_finding>([&](bichig_word_finding** out, std::size_t* count) {
            return bichig_check_utf8(c_checker(), word.utf8.data(), word.utf8.size(), nullptr, out, count, nullptr,
                                     nullptr);
        });
    });
}

/// Words in letters that only look right: each has a finding and suggestions, which no search is needed for.
const std::vector<Both>& alike_words() {
    static const std::vector<Both> words = bench::both(bench::lookalikes(bench::forms(), 500, 3));
    return words;
}

void word_check_utf16(benchmark::State& state) { check_utf16(state, right_words()); }
BENCHMARK(word_check_utf16);
void word_check_utf8(benchmark::State& state) { check_utf8(state, right_words()); }
BENCHMARK(word_check_utf8);
void word_check_found_utf16(benchmark::State& state) { check_utf16(state, alike_words()); }
BENCHMARK(word_check_found_utf16);
void word_check_found_utf8(benchmark::State& state) { check_utf8(state, alike_words()); }
BENCHMARK(word_check_found_utf8);

/// A text of all right words.
const std::vector<Both>& checked_text() {
    static const std::vector<Both> text = [] {
        std::u16string made;
        for (const Both& word : right_words()) made += word.utf16 + u' ';
        return std::vector<Both>{Both{std::move(made)}};
    }();
    return text;
}
void text_check_utf16(benchmark::State& state) { check_utf16(state, checked_text()); }
BENCHMARK(text_check_utf16)->Unit(benchmark::kMicrosecond);
void text_check_utf8(benchmark::State& state) { check_utf8(state, checked_text()); }
BENCHMARK(text_check_utf8)->Unit(benchmark::kMicrosecond);

// Layout, labels and documents.

const std::vector<Both>& paragraphs() {
    static const std::vector<Both> texts = [] {
        std::vector<std::u16string> made = bench::sample_text().paragraphs;
        made.resize(std::min<std::size_t>(made.size(), 60));
        return bench::both(made);
    }();
    return texts;
}

/// What the handles of C hold, for C++.
struct Direct {
    font::Catalogue catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER).value();
    std::vector<shape::UnitMap> maps = paginate::unit_maps(catalogue, shape::UnitPolicy::automatic);
    shape::WordCache words;
    shape::Shaper shaper{options()};

    shape::ShaperOptions options() const {
        shape::ShaperOptions made;
        made.policy = shape::UnitPolicy::automatic;
        made.maps = maps;
        made.words = words;
        return made;
    }
};

Direct& direct() {
    static Direct made;
    return made;
}

layout::Paragraph lay_out(std::u16string_view text, double measure, layout::Alignment alignment) {
    using font::Role;
    const font::Catalogue& from = direct().catalogue;
    shape::Span span{{0, static_cast<TextIndex>(text.size())},
                     {from.font(Role::mongolian), from.font(Role::han_song), from.font(Role::latin),
                      from.font(Role::emoji), from.font(Role::fallback), from.font(Role::cyrillic),
                      from.font(Role::tibetan), from.font(Role::phags_pa)},
                     Length::points(16), "mn-Mong"};
    layout::ParagraphOptions options;
    options.measure = Length::points(measure);
    options.alignment = alignment;
    return layout::lay_out_paragraph(std::u16string{text}, {span}, options, layout::WritingMode::vertical_lr,
                                     direct().shaper);
}

void paragraph_layout_utf16(benchmark::State& state) {
    compare_utf16(state, paragraphs(),
                  [](std::u16string_view text) {
                      return lay_out(text, 400, layout::Alignment::start).lines.lines.size();
                  },
                  [](const Both& text) {
                      bichig_layout* layout = nullptr;
                      expect(bichig_layout_open_utf16(bench::c_fonts(), text.units(), text.utf16.size(), nullptr, 400,
                                                      &layout, nullptr));
                      benchmark::DoNotOptimize(bichig_layout_line_count(layout));
                      bichig_layout_close(layout);
                  });
}
BENCHMARK(paragraph_layout_utf16)->Unit(benchmark::kMicrosecond);

std::size_t draw_label(std::u16string_view text) {
    const layout::Paragraph paragraph = lay_out(text, 120, layout::Alignment::start);
    layout::SpanMarks marks;
    marks.language = "mn-Mong";
    page::Page page;
    page.size = layout::to_physical(paragraph.size(), paragraph.mode);
    page.size.height = Length::points(120);
    for (std::size_t line = 0; line < paragraph.lines.lines.size(); ++line) {
        layout::place(paragraph.text, paragraph.shaped, paragraph.lines, line, paragraph.spans, {marks},
                      {{}, {Length{}, paragraph.axis(line)}, paragraph.mode, paragraph.spans.front().size}, page.items);
    }
    format::PixelOptions how;
    how.dots_per_inch = 96;
    how.ground.reset();
    return format::draw(page, how).value().rgba.size();
}

void label_pixels_utf16(benchmark::State& state) {
    static const std::vector<Both> labels{right_words().begin(), right_words().begin() + 100};
    compare_utf16(state, labels, draw_label, [](const Both& text) {
        bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
        bichig_picture picture = BICHIG_PICTURE_INIT;
        options.height = 120;
        expect(bichig_render_text_utf16(bench::c_fonts(), text.units(), text.utf16.size(), nullptr, &options, &picture,
                                        nullptr));
        benchmark::DoNotOptimize(picture.bytes);
        bichig_free(picture.bytes);
    });
}
BENCHMARK(label_pixels_utf16)->Unit(benchmark::kMicrosecond);

void document_pdf(benchmark::State& state) {
    const std::string& source = bench::markdown();
    std::size_t direct_size = 0;
    std::size_t call_size = 0;
    compare(
        state, 1,
        [&] {
            Diagnostics found;
            const auto read = format::read_markdown(source, "document", ".", found);
            std::string pdf;
            const auto sink = format::open_pdf({"", "Bichig", true, &pdf}, found);
            paginate::Options how;
            how.words = direct().words;
            how.maps = direct().maps;
            (void)paginate::paginate(*read, direct().catalogue, **sink, found, how).value();
            direct_size = pdf.size();
        },
        [&] {
            bichig_document* document = nullptr;
            bichig_files* files = nullptr;
            bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
            options.format = BICHIG_PDF;
            expect(bichig_document_read_utf8(source.data(), source.size(), nullptr, &document, nullptr, nullptr));
            expect(bichig_document_write_memory(document, bench::c_fonts(), &options, &files, nullptr, nullptr,
                                                nullptr));
            bichig_files_bytes(files, 0, &call_size);
            bichig_files_free(files);
            bichig_document_close(document);
        });
    if (direct_size != call_size) state.SkipWithError("both do not write the same document");
}
BENCHMARK(document_pdf)->Unit(benchmark::kMillisecond)->Iterations(15);

}  // namespace
