// Gives runs their faces, sizes and languages, and has them shaped and broken into lines.
#include "paginate/internal/text_setter.h"

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/document/text.h>

#include "paginate/internal/figures.h"

namespace bichig::paginate::internal {

namespace {

font::Role role(document::HanFace face) {
    switch (face) {
        case document::HanFace::fangsong: return font::Role::han_fangsong;
        case document::HanFace::song: return font::Role::han_song;
        case document::HanFace::hei: return font::Role::han_hei;
        case document::HanFace::kai: return font::Role::han_kai;
        case document::HanFace::title: break;
    }
    return font::Role::han_title;
}

document::HanFace han_face(const document::TextStyle& text, const document::ParagraphStyle& style) {
    if (text.han) return *text.han;
    if (text.code) return document::HanFace::song;
    if (text.strong) return document::HanFace::hei;
    if (text.emphasis) return document::HanFace::kai;
    return style.han;
}

bool is_language(const std::string& language, std::string_view primary) {
    return language.substr(0, language.find('-')) == primary;
}

/// Whether `text` holds a letter of the script it was resolved to; marks and spaces alone are of no language.
bool has_letter(std::u16string_view text, text::Script script) {
    return std::any_of(text.begin(), text.end(), [&](char16_t c) {
        if (script == text::mongolian) return c >= 0x1820 && c <= 0x18AA;
        return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
               (c >= 0xD840 && c <= 0xD88D);  // the second plane and the third: ideographs
    });
}

/// The language of `text`, which is of `script`, in a section whose language is `section`; `before` where it has none
/// of its own.
std::string language_of(std::u16string_view text, text::Script script, const std::string& section,
                        const std::string& before) {
    if (script != text::mongolian && script != text::han) return section;
    if (!has_letter(text, script)) return before;
    if (script == text::mongolian && !is_language(section, "mn")) return "mn-Mong";
    if (script == text::han && !is_language(section, "zh")) return "zh-Hans";
    return section;
}

/// How many bytes `text` takes in UTF-8.
std::uint32_t utf8_size(std::u16string_view text) {
    std::uint32_t count = 0;
    for (const char16_t unit : text) {
        count += unit < 0x80 ? 1 : unit < 0x800 ? 2 : (unit >= 0xD800 && unit < 0xE000) ? 2 : 3;
    }
    return count;
}

layout::Alignment on_lines(document::Alignment alignment) {
    switch (alignment) {
        case document::Alignment::start: return layout::Alignment::start;
        case document::Alignment::centre: return layout::Alignment::centre;
        case document::Alignment::end: return layout::Alignment::end;
        case document::Alignment::justify: break;
    }
    return layout::Alignment::justify;
}

Length ems(document::Ems count, const document::ParagraphStyle& style) {
    const Length em = style.character_pitch != Length{} ? style.character_pitch : style.size;
    return em.scaled(count.count);
}

}  // namespace

TextSetter::TextSetter(const font::Catalogue& catalogue, const document::Document& document, Diagnostics& diagnostics,
                       const Options& options)
    : catalogue_{catalogue}, document_{document}, diagnostics_{diagnostics} {
    shape::ShaperOptions how;
    how.policy = options.policy;
    how.words = options.words;
    how.maps = options.maps ? *options.maps : unit_maps(catalogue, options.policy);
    maps_ = how.maps;
    shaper_ = shape::Shaper{std::move(how)};
}

font::Font TextSetter::mongolian(const document::TextStyle& text, const document::ParagraphStyle& style) const {
    const bool title = text.mongolian.value_or(style.mongolian) == document::MongolianFace::title;
    const font::Role role = title ? font::Role::mongolian_title : font::Role::mongolian;
    if (!text.strong) return catalogue_.font(role);
    font::Font bold = catalogue_.font(role, font::bold_weight);
    // A title face of another family is heavier than the text by design, and better than any stroke.
    const font::Font& heading = catalogue_.font(font::Role::mongolian_title);
    const bool own_title = heading.family() != catalogue_.font(font::Role::mongolian).family();
    return bold.synthetic_bold() && !title && own_title ? heading : bold;
}

shape::FontSet TextSetter::fonts(const document::TextStyle& text, const document::ParagraphStyle& style) const {
    using font::Role;
    const unsigned weight = text.strong ? font::bold_weight : font::regular_weight;
    // Strong Chinese is set in Hei, which is bold by its design; only a face that was named is thickened.
    const unsigned han_weight = text.strong && text.han ? font::bold_weight : font::regular_weight;
    return {mongolian(text, style),
            catalogue_.font(role(han_face(text, style)), han_weight),
            catalogue_.font(Role::latin, weight),
            catalogue_.font(Role::emoji),
            catalogue_.font(Role::fallback, weight),
            catalogue_.font(Role::cyrillic, weight),
            catalogue_.font(Role::tibetan, weight),
            catalogue_.font(Role::phags_pa, weight),
            others_};
}

void TextSetter::find_others(const SetText& set) {
    using font::Role;
    const auto is_common = [](char32_t c) {
        return c < 0x250 || (c >= 0x1800 && c < 0x18B0) || (c >= 0x2000 && c < 0x2070) ||
               (c >= 0x3000 && c < 0x3020) || (c >= 0x4E00 && c < 0x9FA6) || (c >= 0xE000 && c < 0xF900) ||
               (c >= 0xFE00 && c < 0xFE10) || (c >= 0xFF00 && c < 0xFF60) || c == 0xFFFC;
    };
    for (const text::ScriptRun& run : set.analysis.scripts) {
        std::u32string missing;
        for (TextIndex i = run.range.begin; i < run.range.end;) {
            const CodePoint c = code_point_at(set.text, i);
            i += c.size;
            if (is_common(c.value) || !looked_for_.insert(c.value).second) continue;
            bool known = false;
            for (const Role role : {Role::mongolian, Role::latin, Role::cyrillic, Role::tibetan, Role::phags_pa,
                                    Role::fallback, Role::emoji}) {
                known = known || catalogue_.font(role).glyph(c.value) != 0;
            }
            if (!known) missing += c.value;
        }
        if (missing.empty()) continue;
        if (const auto face = catalogue_.covering(missing)) {
            others_.push_back(*face);
            continue;
        }
        for (const char32_t c : missing) {
            if (const auto face = catalogue_.covering({&c, 1})) others_.push_back(*face);
        }
    }
}

void TextSetter::report(const SetText& set, const shape::Run& run, Diagnostic found) {
    if (!reported_.emplace(found.id, run.font.identity()).second) return;
    found.source = set.marks[run.span].source;
    found.where = document::place_of(document_, found.source);
    diagnostics_.add(std::move(found));
}

void TextSetter::report_faces(const SetText& set) {
    for (const shape::Run& run : set.shaped.runs) {
        if (run.font.synthetic_bold()) {
            report(set, run, {"synthetic-bold", "the font " + run.font.family() +
                              " has no bold face; its strokes are thickened",
                              "name a folder with a bold or a title face, or leave it so", {}, {}});
        }
        if (run.script != text::mongolian || run.font.joins_mongolian()) continue;
        const std::u16string_view text = std::u16string_view(set.text).substr(run.text.begin, run.text.size());
        if (!has_letter(text, text::mongolian) || set.shaped.glyphs[run.glyph_begin].id == 0) continue;
        const auto joins = [&](const shape::UnitMap& map) { return map.font() == run.font && map.covers(text); };
        if (std::any_of(maps_.begin(), maps_.end(), joins)) continue;
        report(set, run, {"no-joining", "the font " + run.font.family() +
                          " has no rules for joining Mongolian letters: words fall apart",
                          "take another font for Mongolian", {}, {}});
    }
}

void TextSetter::add_spans(SetText& set, const document::Run& run, std::uint32_t index, TextIndex begin, TextIndex end,
                           const document::ParagraphStyle& style, const document::Section& section) const {
    const document::Colour colour = run.style.colour.value_or(style.colour);
    const shape::FontSet faces = fonts(run.style, style);
    const bool note = !run.note.empty();
    const Length natural = run.style.size.value_or(style.size);
    const Length size = run.style.raised || note ? natural.scaled(layout::raised_size) : natural;
    const bool literal = !note && run.reference.empty() &&
                         utf8_size(run.text) == run.source.end - run.source.begin;
    const auto add = [&](TextRange range, const std::string& language) {
        layout::SpanMarks marks;
        marks.colour = {colour.red, colour.green, colour.blue};
        if (language != section.language) marks.language = language;
        marks.decorations = {run.style.right_line, run.style.left_line, run.style.strike, run.style.wavy_line};
        marks.raised = run.style.raised || note;
        marks.source = run.source;
        marks.source_is_text = literal && !run.source.empty();
        if (marks.source_is_text) {
            const std::u16string_view text = set.text;
            marks.source.begin += utf8_size(text.substr(begin, range.begin - begin));
            marks.source.end = marks.source.begin + utf8_size(text.substr(range.begin, range.size()));
        }
        layout::index_source(marks, std::u16string_view{set.text}.substr(range.begin, range.size()));
        set.spans.push_back({range, faces, size, language});
        set.spans.back().apart = note;
        set.marks.push_back(marks);
        set.run_of_span.push_back(index);
    };
    if (!run.language.empty()) {
        add({begin, end}, run.language);
        return;
    }
    TextIndex from = begin;
    const auto& scripts = set.analysis.scripts;
    auto script = std::partition_point(scripts.begin(), scripts.end(),
                                       [&](const text::ScriptRun& known) { return known.range.end <= begin; });
    std::string language = section.language;
    for (; script != scripts.end() && script->range.begin < end; ++script) {
        const TextRange part{std::max(script->range.begin, begin), std::min(script->range.end, end)};
        const std::string here = language_of(std::u16string_view(set.text).substr(part.begin, part.size()),
                                             script->script, section.language, language);
        if (here == language) continue;
        if (script->range.begin > from) add({from, script->range.begin}, language);
        from = std::max(from, script->range.begin);
        language = here;
    }
    add({from, end}, language);
}

void TextSetter::add_image(SetText& set, const document::Run& run, TextIndex index,
                           const document::ParagraphStyle& style, const document::Section& section) const {
    const document::PageStyle& page = section.page;
    layout::InlineObject object;
    object.index = index;
    object.size = shrunk_to(run.image->size, {page.width - page.margin_left - page.margin_right,
                                              page.height - page.margin_top - page.margin_bottom});
    object.alternative_text = run.image->alternative_text;
    if (auto data = image_data(*run.image, run.source, document_, diagnostics_)) object.image = std::move(*data);
    const bool vertical = set.mode == layout::WritingMode::vertical_lr;
    set.pitch = std::max(set.pitch, (vertical ? object.size.width : object.size.height) + style.size.scaled(0.25));
    set.objects.push_back(std::move(object));
}

SetText TextSetter::shape(const std::vector<document::Run>& runs, const document::ParagraphStyle& style,
                          const document::Section& section) {
    SetText set;
    set.size = style.size;
    set.pitch = style.line_pitch != Length{} ? style.line_pitch : style.size.scaled(1.5);
    for (const document::Run& run : runs) {
        set.text += run.text;
        if (run.style.size) set.pitch = std::max(set.pitch, run.style.size->scaled(1.2));
    }
    set.analysis = text::analyze(set.text);
    find_others(set);
    const bool vertical = section.writing_mode == document::WritingMode::vertical_lr;
    set.mode = vertical ? layout::WritingMode::vertical_lr : layout::WritingMode::horizontal_tb;
    TextIndex begin = 0;
    for (std::uint32_t index = 0; index < runs.size(); ++index) {
        const auto end = begin + static_cast<TextIndex>(runs[index].text.size());
        if (!runs[index].note.empty() && begin < set.analysis.breaks.size()) {
            set.analysis.breaks[begin] = text::Break::no;  // a mark stays with what it is put to
        }
        if (end > begin) add_spans(set, runs[index], index, begin, end, style, section);
        if (runs[index].image) add_image(set, runs[index], begin, style, section);
        begin = end;
    }
    set.shaped = shaper_.shape(set.text, set.analysis, set.spans,
                               vertical ? shape::LineDirection::vertical : shape::LineDirection::horizontal);
    report_faces(set);
    return set;
}

SetText TextSetter::shape_number(const std::u16string& text, const document::PageNumberStyle& style) {
    SetText set;
    set.text = text;
    set.size = style.size;
    set.pitch = style.size;
    set.analysis = text::analyze(set.text);
    document::ParagraphStyle look;
    look.han = style.han;
    shape::FontSet faces = fonts({}, look);
    faces.latin = faces.han;  // "half-width Song" (GB/T 9704-2012): digits and dashes come from the Han face
    set.spans.push_back({{0, static_cast<TextIndex>(text.size())}, faces, style.size, ""});
    set.marks.emplace_back();
    set.run_of_span.push_back(0);
    set.shaped = shaper_.shape(set.text, set.analysis, set.spans, shape::LineDirection::horizontal);
    layout::ParagraphOptions options;
    options.measure = Length::points(10000);
    options.alignment = layout::Alignment::start;
    set.lines = layout::break_lines(set.text, set.analysis, set.shaped, options);
    return set;
}

SetText TextSetter::set_margin_line(const std::u16string& text, const document::RunningHead& style,
                                    const document::Section& section, Length measure) {
    document::ParagraphStyle look;
    look.size = style.size;
    look.han = style.han;
    look.mongolian = style.mongolian;
    document::Run run;
    run.text = text;
    SetText set = shape({run}, look, section);
    // No justified line: it stands as it is, and one that is cut is not stretched.
    const bool justified = style.alignment == document::Alignment::justify;
    set_lines(set, look, {measure, {}, false}, justified ? document::Alignment::start : style.alignment);
    return set;
}

void TextSetter::set_lines(SetText& set, const document::ParagraphStyle& style, const Box& box,
                           document::Alignment alignment) const {
    layout::ParagraphOptions options;
    options.measure = box.measure;
    options.start_indent = box.start + ems(style.start_indent, style);
    options.end_indent = ems(style.end_indent, style);
    if (box.first_line_indent) options.first_line_indent = ems(style.first_line_indent, style);
    options.alignment = on_lines(alignment);
    options.character_pitch = style.character_pitch;
    options.tab_distance = Length{};  // what follows a tab ends where the line ends: so documents have it
    const Length room = std::max(options.measure - options.start_indent - options.end_indent, style.size);
    const bool vertical = set.mode == layout::WritingMode::vertical_lr;
    for (layout::InlineObject& object : set.objects) {
        object.size = shrunk_to(object.size, vertical ? PhysicalSize{object.size.width, room}
                                                      : PhysicalSize{room, object.size.height});
    }
    options.objects = set.objects;
    set.lines = layout::break_lines(set.text, set.analysis, set.shaped, options, set.mode);
    layout::justify(set.text, set.shaped, options, set.lines);
}

ContentWidths content_widths(const SetText& set) {
    ContentWidths widths;
    layout::ParagraphOptions options;
    options.measure = Length::points(1e6);
    options.alignment = layout::Alignment::start;
    options.tab_distance = Length{};
    options.objects = set.objects;
    for (const layout::Line& line : layout::break_lines(set.text, set.analysis, set.shaped, options, set.mode).lines) {
        widths.widest_line = std::max(widths.widest_line, line.width);
    }
    text::Analysis everywhere = set.analysis;
    for (text::Break& place : everywhere.breaks) {
        if (place == text::Break::allowed) place = text::Break::mandatory;
    }
    for (const layout::Line& line : layout::break_lines(set.text, everywhere, set.shaped, options, set.mode).lines) {
        widths.widest_part = std::max(widths.widest_part, line.width);
    }
    return widths;
}

}  // namespace bichig::paginate::internal
