// The beginning of a page's text, as a reader that knows ToUnicode and ActualText gives it back.
#pragma once

#include <cstddef>
#include <string>

class QPDFPageObjectHelper;

namespace bichig::format::pdf {

/// At most `most` characters of the page's own content in the order of its operators, UTF-8; runs of white space and
/// line ends become one space. Text of codes without a meaning is left out. Throws what libqpdf throws.
std::string text_sample(QPDFPageObjectHelper& page, std::size_t most);

}  // namespace bichig::format::pdf
