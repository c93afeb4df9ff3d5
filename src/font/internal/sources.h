// The faces that a catalogue knows of before it opens them: in folders, in memory, on the system.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/font/catalogue.h>

namespace bichig::font::internal {

/// A face that is opened when it is first used. Shared by all copies of a catalogue, any thread.
class Source {
public:
    explicit Source(FaceInfo info) : info_{std::move(info)} {}
    Source(FaceInfo info, std::shared_ptr<const std::string> bytes)
        : info_{std::move(info)}, bytes_{std::move(bytes)} {}

    const FaceInfo& info() const { return info_; }
    /// The face; nullptr where its file cannot be read any more.
    const Font* font() const;
    /// Whether the face has `character`: asked of Fontconfig where that knows, so that the file stays closed.
    bool has(char32_t character) const;

    /// What Fontconfig knows of the characters of the face; empty for faces of folders and memory.
    std::function<bool(char32_t)> coverage;

private:
    FaceInfo info_;
    std::shared_ptr<const std::string> bytes_;
    mutable std::once_flag once_;
    mutable std::optional<Font> font_;
};

using Sources = std::vector<std::unique_ptr<Source>>;

/// Adds the faces of every font file in `folder` and below, in the order of their paths. Errors: not_found.
Result<void> add_folder(const std::string& folder, Sources& sources, Diagnostics& diagnostics);
/// Adds the faces of `font`.
void add_memory(const MemoryFont& font, Sources& sources, Diagnostics& diagnostics);
/// Adds the faces that Fontconfig lists, in the order of their paths. Errors: system.
Result<void> add_system(Sources& sources);

}  // namespace bichig::font::internal
