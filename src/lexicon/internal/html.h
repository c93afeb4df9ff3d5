// Writing of HTML, of the data of its scripts, and of what all pages share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <bichig/lexicon/pages.h>

namespace bichig::lexicon {

/// `text` for an element or a quoted attribute.
std::string escaped(std::string_view text);

/// Mongolian for an element, marked as what it is and set in a vertical line.
std::string vertical(std::u16string_view text, std::string_view language);

/// "12,345"
std::string counted(std::size_t number);
/// "12.3 %"
std::string percent_of(std::size_t part, std::size_t whole);

std::string base64(std::string_view bytes);

/// The rule by which a page carries its font; empty for an empty one.
std::string font_face(const PageFont& font);

/// A page that stands alone: its styles and its font are in it, and it may fetch and run nothing.
std::string whole_page(std::string_view title, std::string_view body, const PageFont& font);

/// Writes JSON that is safe in a script: `<`, U+2028 and U+2029 are escaped. Commas are its own care.
class JsonWriter {
public:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(std::u16string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view{text}); }
    JsonWriter& value(const char16_t* text) { return value(std::u16string_view{text}); }  // and not bool
    JsonWriter& value(std::size_t number);
    JsonWriter& value(bool truth);
    std::string take() { return std::move(text_); }

private:
    void separate();
    std::string text_;
    bool first_ = true;
};

}  // namespace bichig::lexicon
