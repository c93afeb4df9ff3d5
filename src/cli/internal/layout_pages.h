// Lays out the paragraphs of a sheet, fills pages with their lines, and describes both as text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/font/catalogue.h>
#include <bichig/layout/paragraph.h>
#include <bichig/page/page.h>

#include "cli/internal/layout_sheet.h"

namespace bichig::cli {

/// A line on a page: which one it is, and which items of the page draw it. Value.
struct SetLine {
    std::size_t paragraph = 0;
    std::size_t line = 0;
    Length axis;  ///< from the start of the page's frame on the block axis
    std::size_t item_begin = 0;
    std::size_t item_end = 0;
};

/// A page with its lines. Value.
struct SetPage {
    page::Page page;
    std::vector<SetLine> lines;
};

/// A sheet after layout. Value.
struct SetSheet {
    SheetFrame frame;
    std::vector<layout::Paragraph> paragraphs;
    std::vector<SetPage> pages;  ///< at least one
};

/// Lays out and places all paragraphs. Characters without a glyph and lines that are overfull are diagnostics.
SetSheet set_sheet(const Sheet& sheet, const font::Catalogue& catalogue, Diagnostics& diagnostics);

/// The pages as text, stable from run to run: for each line its text range and its place, and each item below it.
std::string dump(const SetSheet& sheet, const font::Catalogue& catalogue);

}  // namespace bichig::cli
