// Labels of lists and the text of a document in reading order.
#include <bichig/document/text.h>

#include <variant>

namespace bichig::document {

namespace {

std::u16string decimal(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
}

/// Digits that begin at `zero`.
std::u16string digits_from(char16_t zero, std::uint64_t number) {
    std::u16string text = decimal(number);
    for (char16_t& digit : text) digit = static_cast<char16_t>(digit - u'0' + zero);
    return text;
}

/// ⓪ to ㊿; beyond these in digits.
std::u16string circled_number(std::uint64_t number) {
    struct Row {
        std::uint64_t first, last;
        char16_t sign;
    };
    constexpr Row rows[] = {{0, 0, 0x24EA}, {1, 20, 0x2460}, {21, 35, 0x3251}, {36, 50, 0x32B1}};
    for (const Row& row : rows) {
        if (number >= row.first && number <= row.last) return {static_cast<char16_t>(row.sign + (number - row.first))};
    }
    return u"(" + decimal(number) + u")";
}

/// a … z, aa, ab …; 0 in digits.
std::u16string latin_number(std::uint64_t number, char16_t first) {
    if (number == 0) return decimal(number);
    std::u16string text;
    for (; number > 0; number = (number - 1) / 26) {
        text.insert(text.begin(), static_cast<char16_t>(first + (number - 1) % 26));
    }
    return text;
}

/// Roman numerals up to 3999; beyond these, and 0, in digits.
std::u16string roman_number(std::uint64_t number, bool upper) {
    struct Sign {
        std::uint64_t value;
        std::u16string_view lower, upper;
    };
    constexpr Sign signs[] = {{1000, u"m", u"M"}, {900, u"cm", u"CM"}, {500, u"d", u"D"}, {400, u"cd", u"CD"},
                              {100, u"c", u"C"},  {90, u"xc", u"XC"},  {50, u"l", u"L"},  {40, u"xl", u"XL"},
                              {10, u"x", u"X"},   {9, u"ix", u"IX"},   {5, u"v", u"V"},   {4, u"iv", u"IV"},
                              {1, u"i", u"I"}};
    if (number == 0 || number > 3999) return decimal(number);
    std::u16string text;
    for (const Sign& sign : signs) {
        for (; number >= sign.value; number -= sign.value) text += upper ? sign.upper : sign.lower;
    }
    return text;
}

/// Chinese numerals as lists count: 一, 十, 十一, 二十, 一百零一 … 九千九百九十九; beyond these, and 0, in digits.
std::u16string han_number(std::uint64_t number) {
    constexpr std::u16string_view digits = u"零一二三四五六七八九";
    constexpr std::u16string_view units = u"千百十";
    constexpr std::uint64_t limit = 10000;
    if (number == 0 || number >= limit) return decimal(number);
    std::u16string text;
    bool gap = false;
    std::uint64_t weight = limit / 10;
    for (std::size_t place = 0; place < 4; ++place, weight /= 10) {
        const std::uint64_t digit = number / weight % 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        if (gap) text += digits[0];
        gap = false;
        const bool bare_ten = weight == 10 && digit == 1 && text.empty();
        if (!bare_ten) text += digits[digit];
        if (weight > 1) text += units[place];
    }
    return text;
}

std::u16string counted(Counter counter, std::uint64_t number) {
    switch (counter) {
    case Counter::bullet: return u"•";
    case Counter::decimal_dot: return decimal(number) + u".";
    case Counter::decimal_parenthesis: return decimal(number) + u")";
    case Counter::han_comma: return han_number(number) + u"、";
    case Counter::han_parenthesis: return u"（" + han_number(number) + u"）";
    case Counter::decimal_wide: return decimal(number) + u"．";
    case Counter::decimal_wide_parenthesis: return u"（" + decimal(number) + u"）";
    case Counter::circled: return circled_number(number);
    case Counter::mongolian: return digits_from(u'\u1810', number) + u"\u1803";
    case Counter::latin_lower: return latin_number(number, u'a') + u".";
    case Counter::latin_upper: return latin_number(number, u'A') + u".";
    case Counter::roman_lower: return roman_number(number, false) + u".";
    case Counter::roman_upper: return roman_number(number, true) + u".";
    }
    return {};
}

class Writer {
public:
    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit([this](const auto& value) { write(value); }, block.value);
    }

    SectionText take() { return {std::move(text_), std::move(notes_)}; }

private:
    void runs(const std::vector<Run>& runs) {
        for (const Run& run : runs) {
            if (run.image) continue;  // its alternative text is no text of the page
            for (const char16_t unit : run.text) write(unit);
            if (run.note.empty()) continue;
            Writer note;
            note.blocks(run.note);
            notes_ += run.text + u"\n" + note.text_;
        }
        text_ += u'\n';
    }

    /// All that ends a line becomes a line feed; other controls have no look and no place on paper.
    void write(char16_t unit) {
        const bool ends_line = unit == 0x85 || unit == 0x2028 || unit == 0x2029 || unit == 0x0B || unit == 0x0C;
        const bool control = (unit < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r') ||
                             (unit >= 0x7F && unit < 0xA0);
        if (ends_line) {
            text_ += u'\n';
        } else if (!control) {
            text_ += unit;
        }
    }

    void write(const Paragraph& paragraph) { runs(paragraph.runs); }

    void write(const List& list) {
        for (std::uint32_t index = 0; index < list.items.size(); ++index) {
            text_ += label(list, index);
            text_ += u'\n';
            blocks(list.items[index].blocks);
        }
    }

    void caption(const Caption& caption) {
        if (caption.runs.empty()) return;
        text_ += caption.label + u" ";
        runs(caption.runs);
    }

    void write(const Table& table) {
        caption(table.caption);
        for (const TableRow& row : table.rows) {
            for (const TableCell& cell : row.cells) runs(cell.runs);
        }
    }

    void write(const FootBlock& foot) { blocks(foot.blocks); }
    void write(const Sign& sign) {
        for (const SignText& text : sign.texts) runs(text.runs);
    }
    void write(const Pair& pair) {
        for (const PairSide& side : pair.sides) blocks(side.blocks);
    }
    void write(const Rule&) {}
    void write(const Image& image) { caption(image.caption); }
    void write(const PageBreak&) {}
    void write(const Space&) {}
    void write(const Bookmark&) {}

    std::u16string text_;
    std::u16string notes_;
};

}  // namespace

std::u16string label(const List& list, std::uint32_t index) {
    const Task task = index < list.items.size() ? list.items[index].task : Task::none;
    // U+25A1 and U+2611: few fonts have U+2610.
    const std::u16string box = task == Task::none ? u"" : task == Task::open ? u"\u25A1" : u"\u2611";
    if (!box.empty() && list.counter == Counter::bullet) return box;
    const std::u16string counter = counted(list.counter, std::uint64_t{list.start} + index);
    return box.empty() ? counter : counter + u" " + box;
}

SectionText reading_text(const Section& section) {
    Writer writer;
    writer.blocks(section.blocks);
    return writer.take();
}

std::u16string reading_text(const Document& document) {
    std::u16string text;
    for (const Section& section : document.sections) {
        const SectionText part = reading_text(section);
        text += part.body + part.notes;
    }
    return text;
}

}  // namespace bichig::document
