// Finds the faces of folders and of fonts in memory; only their names are read.
#include "font/internal/sources.h"

#include <algorithm>
#include <filesystem>

#include "font/internal/face.h"

namespace bichig::font::internal {

namespace {

bool is_font_file(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending == ".ttf" || ending == ".otf" || ending == ".ttc" || ending == ".otc";
}

/// Adds the faces of one file or font in memory; `open` opens one of them.
template <class Open>
void add_faces(const std::string& name, std::shared_ptr<const std::string> bytes, Open open, Sources& sources,
               Diagnostics& diagnostics) {
    const auto first = open(0u);
    if (!first) {
        diagnostics.add({"font-unreadable", first.error().message, "remove it, or see why", {name, 0, 0, ""}, {}});
        return;
    }
    constexpr unsigned face_limit = 256;  // no collection has so many; a damaged head may claim more
    const unsigned count = std::min(hb_face_count(first->data().blob.get()), face_limit);
    for (unsigned index = 0; index < count; ++index) {
        const auto font = index == 0 ? first : open(index);
        if (!font) continue;
        FaceInfo info;
        info.names = font->names();
        const Style style = style_of(font->data().face.get());
        info.weight = style.weight;
        info.italic = style.italic;
        info.file = name;
        info.index = index;
        sources.push_back(std::make_unique<Source>(std::move(info), bytes));
    }
}

}  // namespace

const Font* Source::font() const {
    std::call_once(once_, [this] {
        auto opened = bytes_ ? Font::from_memory(bytes_, info_.index, info_.file) : Font::open(info_.file, info_.index);
        if (opened) font_ = *opened;
    });
    return font_ ? &*font_ : nullptr;
}

bool Source::has(char32_t character) const {
    if (coverage) return coverage(character);
    const Font* opened = font();
    return opened != nullptr && opened->glyph(character) != 0;
}

Result<void> add_folder(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return fail({ErrorCode::not_found, "no such folder of fonts", "check the name", {folder, 0, 0, ""}});
    }
    std::vector<std::string> files;
    const auto options = fs::directory_options::skip_permission_denied;
    for (auto at = fs::recursive_directory_iterator(folder, options, error); !error && at != end(at);
         at.increment(error)) {
        std::error_code ignored;
        if (is_font_file(at->path()) && at->is_regular_file(ignored)) files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        add_faces(file, nullptr, [&](unsigned index) { return Font::open(file, index); }, sources, diagnostics);
    }
    return {};
}

void add_memory(const MemoryFont& font, Sources& sources, Diagnostics& diagnostics) {
    const auto bytes = font.bytes ? font.bytes : std::make_shared<const std::string>();
    add_faces(font.name, bytes, [&](unsigned index) { return Font::from_memory(bytes, index, font.name); }, sources,
              diagnostics);
}

}  // namespace bichig::font::internal
