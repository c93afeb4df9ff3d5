// Files of which each holds one page: they appear together, and under names that only their number decides.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace bichig::page {

/// The files of a document that is written a page a file. Each waits under a name of its own beside its place until
/// commit() renames them all; without it nothing is left behind. Scratch: one thread.
class PageFiles {
public:
    /// `path`: of the file; several pages become files with "-1", "-2", … before the extension.
    explicit PageFiles(std::string path) : path_{std::move(path)} {}
    ~PageFiles();
    PageFiles(const PageFiles&) = delete;
    PageFiles& operator=(const PageFiles&) = delete;

    /// Writes the file of the next page under its waiting name. Errors: system, of the path that the user named.
    Result<void> add(std::string_view bytes);
    /// Renames them all and gives their names. Errors: system.
    Result<std::vector<std::string>> commit();

private:
    std::string final_name(std::size_t index) const;

    std::string path_;
    std::vector<std::string> waiting_;
};

}  // namespace bichig::page
