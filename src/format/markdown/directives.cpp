// Finds the lines that begin with ":::" and what they enclose.
#include <format/markdown/internal/directives.h>

#include <optional>
#include <string_view>

namespace bichig::format {

namespace {

constexpr std::string_view mark = ":::";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Follows fenced code of the top level, so that its lines are left alone.
class FenceTracker {
public:
    /// Whether `line` belongs to fenced code, its fences included.
    bool inside(std::string_view line) {
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string_view::npos || indent > 3) return open_;
        const char c = line[indent];
        const std::size_t end = line.find_first_not_of(c, indent);
        const std::size_t size = (end == std::string_view::npos ? line.size() : end) - indent;
        const bool fence = (c == '`' || c == '~') && size >= 3;
        const std::string_view rest = end == std::string_view::npos ? std::string_view{} : trimmed(line.substr(end));
        if (!open_) {
            open_ = fence && (c == '~' || rest.find('`') == std::string_view::npos);
            character_ = c;
            size_ = size;
            return open_;
        }
        if (fence && c == character_ && size >= size_ && rest.empty()) open_ = false;
        return true;
    }

private:
    bool open_ = false;
    char character_ = '\0';
    std::size_t size_ = 0;
};

}  // namespace

Result<std::vector<VersionText>> read_directives(const SourceText& source, std::uint32_t begin) {
    constexpr std::string_view version_name = "version";
    std::vector<VersionText> versions;
    std::optional<VersionText> open;
    FenceTracker fences;
    const std::string_view bytes = source.bytes();
    for (std::size_t at = begin; at < bytes.size();) {
        const std::size_t feed = bytes.find('\n', at);
        const std::size_t next = feed == std::string_view::npos ? bytes.size() : feed + 1;
        const std::string_view line = bytes.substr(at, next - at - (feed == std::string_view::npos ? 0 : 1));
        const bool code = fences.inside(line);
        const bool directive = !code && line.substr(0, mark.size()) == mark;
        const std::string_view name = directive ? trimmed(line.substr(mark.size())) : std::string_view{};
        if (directive && name.empty()) {
            if (!open) return fail(source.error(at, "no version is open here", "take this line out"));
            open->end = static_cast<std::uint32_t>(at);
            versions.push_back(std::move(*open));
            open.reset();
        } else if (directive) {
            const bool known = name.substr(0, version_name.size()) == version_name &&
                               (name.size() == version_name.size() || name[version_name.size()] == ' ');
            if (!known) {
                return fail(source.error(at, "unknown directive '" + std::string{name} + "'",
                                         "write '::: version mn-Mong' or '::: version zh-Hans'"));
            }
            if (open)
                return fail(source.error(at, "the version before this one is not closed", "put a line ::: above"));
            open = VersionText{std::string{trimmed(name.substr(version_name.size()))}, static_cast<std::uint32_t>(at),
                               static_cast<std::uint32_t>(next), 0};
        } else if (!open && !trimmed(line).empty()) {
            return fail(source.error(at, "text outside of a version", "put it between '::: version …' and ':::'"));
        }
        at = next;
    }
    if (open) return fail(source.error(open->directive, "this version is not closed", "end it with a line :::"));
    return versions;
}

}  // namespace bichig::format
