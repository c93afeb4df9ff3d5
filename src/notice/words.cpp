// Generated words of official documents. The Chinese ones are those of GB/T 9704-2012; the Mongolian ones are
// unreviewed translations of them, made by data/translit from: "xabsurulta" (attachment), "xaɡulǰu xürɡexü" (copy
// delivered to), "xeblen tarxaɡaba" (printed and distributed), "batulaɡsan xümün" (who approved it), "oročaɡsan"
// (present), "čilüɡe abuɡsan" (excused), "ǰereɡeber saɡuɡsan" (observers), "bičiɡ" (document), "ǰarlal" (announcement),
// "ǰarliɡ" (order), "temdeɡlel" (minutes).
#include <notice/internal/words.h>

namespace bichig::notice {

namespace {

constexpr Words chinese{
    u"：",
    u"：",
    u"。",
    u"附件",
    u"",
    u"抄送",
    u"印发",
    u"（",
    u"）",
    u"签发人",
    u"\u3000",
    u"出席",
    u"请假",
    u"列席",
    {u"文件", u"公告", u"", u"令", u"会议纪要"},
    u"",
};

constexpr Words mongolian{
    u"\u1804",
    u"\u1804 ",
    u"\u1803",
    u"\u182C\u1820\u182A\u1830\u1824\u1837\u1824\u182F\u1832\u1820",
    u" ",
    u"\u182C\u1820\u182D\u1824\u182F\u1835\u1824 \u182C\u1826\u1837\u182D\u1821\u182C\u1826",
    u" \u182C\u1821\u182A\u182F\u1821\u1828 \u1832\u1820\u1837\u182C\u1820\u182D\u1820\u182A\u1820",
    u"（",
    u"）",
    u"\u182A\u1820\u1832\u1824\u182F\u1820\u182D\u1830\u1820\u1828 \u182C\u1826\u182E\u1826\u1828",
    u" ",
    u"\u1823\u1837\u1823\u1834\u1820\u182D\u1830\u1820\u1828",
    u"\u1834\u1822\u182F\u1826\u182D\u1821 \u1820\u182A\u1824\u182D\u1830\u1820\u1828",
    u"\u1835\u1821\u1837\u1821\u182D\u1821\u182A\u1821\u1837 \u1830\u1820\u182D\u1824\u182D\u1830\u1820\u1828",
    {u"\u182A\u1822\u1834\u1822\u182D", u"\u1835\u1820\u1837\u182F\u1820\u182F", u"",
     u"\u1835\u1820\u1837\u182F\u1822\u182D", u"\u1832\u1821\u182E\u1833\u1821\u182D\u182F\u1821\u182F"},
    u" ",
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

bool is_bracketed(std::u16string_view text) {
    return !text.empty() && (text.front() == u'（' || text.front() == u'(');
}

}  // namespace bichig::notice
