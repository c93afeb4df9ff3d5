// Files whose words are checked, and how what is found is written back into them.
#include <bichig/base/file.h>
#include <bichig/base/utf.h>

#include "cli/internal/document_file.h"
#include "cli/internal/spelling.h"

namespace bichig::cli {

namespace {

/// The number that four hexadecimal digits at `index` of `text` say, or none.
std::optional<char16_t> hexadecimal_at(std::u16string_view text, std::size_t index) {
    if (text.size() - index < 4) return std::nullopt;
    unsigned value = 0;
    for (const char16_t c : text.substr(index, 4)) {
        const unsigned small = c | 0x20u;
        if (c >= u'0' && c <= u'9') {
            value = value * 16 + (c - u'0');
        } else if (small >= u'a' && small <= u'f') {
            value = value * 16 + (small - u'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    return static_cast<char16_t>(value);
}

unsigned bytes_of(const CodePoint& point, text::Encoding encoding) {
    if (encoding != text::Encoding::utf8) return 2 * point.size;
    return point.value < 0x80 ? 1 : point.value < 0x800 ? 2 : point.value < 0x10000 ? 3 : 4;
}

}  // namespace

Result<CheckedFile> CheckedFile::read(const std::string& path, const TextFileOptions& options) {
    CheckedFile file;
    file.path_ = path;
    auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    file.bytes_ = std::move(*bytes);
    std::optional<text::Encoding> encoding;
    if (!options.input_encoding.empty()) encoding = *text::encoding_named(options.input_encoding);
    auto decoded = text::decode(file.bytes_, encoding);
    if (!decoded) {
        Error error = decoded.error();
        error.where.file = path;
        return fail(std::move(error));
    }
    file.decoded_ = std::move(*decoded);
    if (has_extension(path, {".json"})) file.unescape();
    return file;
}

/// Puts what the escapes of JSON mean into unescaped_. Outside of its strings JSON has no backslash.
void CheckedFile::unescape() {
    const std::u16string_view source = decoded_.text;
    if (source.find(u'\\') == std::u16string_view::npos) return;
    escaped_ = true;
    for (std::size_t i = 0; i < source.size();) {
        std::size_t size = 1;
        char16_t meant = source[i];
        if (source[i] == u'\\' && i + 1 < source.size()) {
            const bool numbered = source[i + 1] == u'u';
            const auto number = numbered ? hexadecimal_at(source, i + 2) : std::nullopt;
            meant = number.value_or(u' ');  // \n and the like part words
            size = number ? 6 : 2;
        }
        unescaped_ += meant;
        places_.push_back(static_cast<TextIndex>(i));
        i += size;
    }
    places_.push_back(static_cast<TextIndex>(source.size()));
}

TextRange CheckedFile::source_range(TextRange range) const {
    return escaped_ ? TextRange{places_[range.begin], places_[range.end]} : range;
}

Result<std::string> CheckedFile::bytes_with(const std::vector<Replacement>& replacements) const {
    const auto unchanged = text::encode(decoded_.text, decoded_.encoding, decoded_.byte_order_mark);
    if (!unchanged || *unchanged != bytes_) {
        return fail({ErrorCode::unsupported, "cannot be written back byte for byte in its encoding",
                     "convert it to UTF-8 first", {path_, 0, 0, ""}});
    }
    std::u16string made;
    std::size_t at = 0;
    for (const Replacement& replacement : replacements) {
        made.append(decoded_.text, at, replacement.source.begin - at);
        made += replacement.text;
        at = replacement.source.end;
    }
    made.append(decoded_.text, at);
    return text::encode(made, decoded_.encoding, decoded_.byte_order_mark);
}

FilePlaces::FilePlaces(const CheckedFile& file) : file_{file} {
    place_.line = place_.column = 1;
    if (file.has_byte_order_mark()) place_.byte_offset = file.encoding() == text::Encoding::utf8 ? 3 : 2;
}

void FilePlaces::go_to(TextIndex index) {
    const std::u16string_view text = file_.source();
    while (index_ < index && index_ < text.size()) {
        const CodePoint point = code_point_at(text, static_cast<TextIndex>(index_));
        index_ += point.size;
        ++place_.offset;
        place_.byte_offset += bytes_of(point, file_.encoding());
        if (point.value == U'\n') {
            ++place_.line;
            place_.column = 1;
        } else {
            ++place_.column;
        }
    }
}

FilePlace FilePlaces::operator()(TextRange source) {
    if (source.begin < index_) {
        index_ = 0;
        place_ = FilePlaces{file_}.place_;
    }
    go_to(source.begin);
    FilePlace found = place_;
    FilePlaces end = *this;
    end.go_to(source.end);
    found.length = end.place_.offset - found.offset;
    found.byte_length = end.place_.byte_offset - found.byte_offset;
    return found;
}

}  // namespace bichig::cli
