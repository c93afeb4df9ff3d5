// What the conversions of this folder share: a result that grows word by word, and what stands in it for each part.
#pragma once

#include <string_view>

#include <bichig/script/legacy.h>

namespace bichig::script {

/// Collects a Conversion. Scratch.
class Converter {
public:
    Converter(std::u16string_view source, const LegacyOptions& options) : source_{source}, options_{options} {}

    /// Where the next part begins in the result.
    TextIndex position() const { return static_cast<TextIndex>(out_.text.size()); }
    std::u16string& text() { return out_.text; }

    /// [begin, end) of the source stands in the result from `result` on.
    void align(TextIndex begin, TextIndex end, TextIndex result) {
        if (options_.offsets) out_.alignments.push_back({{begin, end}, {result, position()}});
    }
    void copy(TextIndex begin, TextIndex end) {
        const TextIndex result = position();
        out_.text += source_.substr(begin, end - begin);
        align(begin, end, result);
    }
    /// Keeps a part that cannot be converted.
    void keep(TextIndex begin, TextIndex end, std::string_view id, std::string_view reason) {
        copy(begin, end);
        out_.remarks.push_back({{begin, end}, id, reason, true});
    }
    void remark(TextIndex begin, TextIndex end, std::string_view id, std::string_view reason) {
        out_.remarks.push_back({{begin, end}, id, reason, false});
    }
    Conversion take() { return std::move(out_); }

private:
    std::u16string_view source_;
    const LegacyOptions& options_;
    Conversion out_;
};

}  // namespace bichig::script
