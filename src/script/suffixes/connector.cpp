// Tells the connector of a suffix from the separator before a final a or e.
#include <bichig/script/properties.h>
#include <bichig/script/suffixes.h>

namespace bichig::script {

bool is_suffix_connector(std::u16string_view text, TextIndex index) {
    const char16_t c = text[index];
    if (c != 0x180E && c != 0x202F) return false;
    const std::size_t letter = index + std::size_t{1};
    if (letter >= text.size() || kind(text[letter]) != Kind::letter) return false;
    if (c == 0x202F || (text[letter] != 0x1820 && text[letter] != 0x1821)) return true;
    std::size_t next = letter + 1;
    while (next < text.size() && joining(text[next]) == Joining::transparent) ++next;
    return next < text.size() && (joining(text[next]) == Joining::dual || joining(text[next]) == Joining::causing);
}

}  // namespace bichig::script
