// Finds the reader for a file.
#include "cli/internal/document_file.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include <bichig/base/file.h>
#include <bichig/format/json.h>
#include <bichig/format/markdown.h>

namespace bichig::cli {

namespace {

bool looks_like_json(const std::string& path, const std::string& bytes) {
    if (has_extension(path, {".json"})) return true;
    if (has_extension(path, {".md", ".markdown", ".txt"})) return false;
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string::npos && bytes[first] == '{';
}

}  // namespace

bool has_extension(const std::string& path, std::initializer_list<const char*> endings) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

Result<document::Document> read_document(const std::string& path, Diagnostics& diagnostics) {
    auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    const std::filesystem::path parent = std::filesystem::path(path).parent_path();
    const std::string folder = path == "-" || parent.empty() ? "." : parent.string();
    const bool json = looks_like_json(path, *bytes);
    return json ? format::read_json(std::move(*bytes), path, folder, diagnostics)
                : format::read_markdown(std::move(*bytes), path, folder, diagnostics);
}

}  // namespace bichig::cli
