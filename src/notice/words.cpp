// Generated words of official documents. The Chinese ones are those of GB/T 9704-2012; the Mongolian ones are
// unreviewed translations of them: "xabsurulta" (attachment), "xaɡulǰu xürɡexü" (copy delivered to), "xeblen
// tarxaɡaba" (printed and distributed).
#include <notice/internal/words.h>

namespace bichig::notice {

namespace {

constexpr Words chinese{
    u"：", u"：", u"。", u"附件", u"抄送", u"印发", u"（", u"）", u"— ", u" —",
};

constexpr Words mongolian{
    u"\u1804",
    u"\u1804 ",
    u"\u1803",
    u"\u182C\u1820\u182A\u1830\u1824\u1837\u1824\u182F\u1832\u1820",
    u"\u182C\u1820\u182D\u1824\u182F\u1835\u1824 \u182C\u1826\u1837\u182D\u1821\u182C\u1826",
    u" \u182C\u1821\u182A\u182F\u1821\u1828 \u1832\u1820\u1837\u182C\u1820\u182D\u1820\u182A\u1820",
    u"（",
    u"）",
    u"— ",
    u" —",
};

bool ends_in_one_of(std::u16string_view text, std::u16string_view marks) {
    return !text.empty() && marks.find(text.back()) != std::u16string_view::npos;
}

}  // namespace

const Words& words_of(document::WritingMode mode) {
    return mode == document::WritingMode::vertical_lr ? mongolian : chinese;
}

bool ends_in_colon(std::u16string_view text) { return ends_in_one_of(text, u":：\u1804"); }

bool ends_in_full_stop(std::u16string_view text) { return ends_in_one_of(text, u".。\u1803\u1809"); }

}  // namespace bichig::notice
