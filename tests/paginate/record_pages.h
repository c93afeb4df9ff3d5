// Documents made in tests, and a sink that keeps their pages.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <bichig/paginate/paginate.h>

namespace bichig::paginate {

using document::Block;

/// Keeps all pages.
class Recorder : public page::Sink {
public:
    Result<void> begin(const page::Properties& given) override {
        properties = given;
        return {};
    }
    Result<void> page(page::Page given) override {
        if (pages.size() == fail_at) return fail({ErrorCode::system, "disk full", "", {}});
        pages.push_back(std::move(given));
        return {};
    }
    Result<void> finish() override {
        finished = true;
        return {};
    }

    page::Properties properties;
    std::vector<page::Page> pages;
    bool finished = false;
    std::size_t fail_at = SIZE_MAX;
};

inline const font::Catalogue& catalogue() {
    static const auto opened = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *opened;
}

inline document::Run run(std::u16string text) {
    document::Run made;
    made.text = std::move(text);
    return made;
}

inline Block paragraph(std::u16string text, std::uint8_t heading = 0, std::uint16_t style = 0) {
    document::Paragraph made;
    made.runs.push_back(run(std::move(text)));
    made.heading_level = heading;
    made.style = style;
    return {made};
}

inline Block list(std::vector<std::u16string> items) {
    document::List made;
    made.counter = document::Counter::decimal_dot;
    for (std::u16string& item : items) made.items.push_back({{paragraph(std::move(item))}});
    return {made};
}

inline Block table(std::size_t rows, std::size_t columns, const std::u16string& text) {
    document::Table made;
    for (std::size_t row = 0; row < rows; ++row) {
        made.rows.emplace_back();
        for (std::size_t column = 0; column < columns; ++column) {
            made.rows.back().cells.push_back({{run(text)}, row == 0, document::Alignment::centre});
        }
    }
    return {made};
}

inline document::Document document_of(std::vector<Block> blocks, document::WritingMode mode) {
    document::Document made;
    document::Section section;
    section.writing_mode = mode;
    section.language = mode == document::WritingMode::vertical_lr ? "mn-Mong" : "zh-Hans";
    section.blocks = std::move(blocks);
    made.sections.push_back(std::move(section));
    return made;
}

inline std::u16string without_white_space(std::u16string text) {
    std::erase_if(text, [](char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; });
    return text;
}

inline std::u16string drawn_text(const Recorder& recorder) {
    std::u16string text;
    for (const page::Page& page : recorder.pages) {
        for (const page::Item& item : page.items) {
            if (const auto* placed = std::get_if<page::GlyphRun>(&item); placed && placed->element != page::artifact) {
                text += placed->text;
            } else if (const auto* box = std::get_if<page::MissingBox>(&item)) {
                text += box->text;
            }
        }
    }
    return without_white_space(text);
}

/// The text in the order of the structure, whose elements are numbered in reading order, for elements that hold text or
/// other elements but not both.
inline std::u16string text_by_structure(const Recorder& recorder) {
    std::map<page::ElementId, std::u16string> texts;
    for (const page::Page& page : recorder.pages) {
        for (const page::Item& item : page.items) {
            if (const auto* placed = std::get_if<page::GlyphRun>(&item)) texts[placed->element] += placed->text;
            if (const auto* box = std::get_if<page::MissingBox>(&item)) texts[box->element] += box->text;
        }
    }
    texts.erase(page::artifact);
    std::u16string text;
    for (const auto& [element, part] : texts) text += part;
    return without_white_space(text);
}

/// The structure as the pages told it: every element once, parents first, ended once and after its children.
inline void expect_sound_structure(const Recorder& recorder) {
    std::map<page::ElementId, page::ElementId> parents;
    std::set<page::ElementId> ended;
    for (const page::Page& page : recorder.pages) {
        for (const page::Element& element : page.begun) {
            ASSERT_EQ(element.id, parents.size() + 1);
            ASSERT_TRUE(element.parent == 0 || parents.count(element.parent) == 1);
            ASSERT_EQ(ended.count(element.parent), 0u);
            parents[element.id] = element.parent;
        }
        for (const page::Item& item : page.items) {
            if (const auto* placed = std::get_if<page::GlyphRun>(&item); placed && placed->element != page::artifact) {
                ASSERT_EQ(parents.count(placed->element), 1u);
                ASSERT_EQ(ended.count(placed->element), 0u);
            }
        }
        for (const page::ElementId element : page.ended) {
            ASSERT_TRUE(ended.insert(element).second);
            for (const auto& [child, parent] : parents) ASSERT_TRUE(parent != element || ended.count(child) == 1);
        }
    }
    ASSERT_EQ(ended.size(), parents.size());
}

inline const std::u16string word = u"\u182E\u1823\u1829\u182D\u1823\u182F";

inline std::u16string words(int count) {
    std::u16string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? u"" : u" ") + word;
    return text;
}

/// The maps of the fonts are made once.
inline const Options& options() {
    static const Options made = [] {
        Options shared;
        shared.maps = unit_maps(catalogue(), shared.policy);
        return shared;
    }();
    return made;
}

inline Summary expect_paginated(const document::Document& document, Recorder& recorder) {
    Diagnostics diagnostics;
    auto summary = paginate(document, catalogue(), recorder, diagnostics, options());
    EXPECT_TRUE(summary.has_value());
    return summary.value_or(Summary{});
}

}  // namespace bichig::paginate
