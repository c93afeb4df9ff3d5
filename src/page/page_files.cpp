// How many pages there are, and with it the files' names, is known only at the end: each page waits under a name of
// its own beside its place.
#include "page/internal/page_files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <unistd.h>

#include <bichig/base/file.h>

namespace bichig::page {

namespace {

Error rename_error(const std::string& path, int number) {
    return {ErrorCode::system, std::string{"cannot be written: "} + std::strerror(number), "check the folder",
            {path, 0, 0, ""}};
}

}  // namespace

PageFiles::~PageFiles() {
    std::error_code ignored;
    for (const std::string& name : waiting_) std::filesystem::remove(name, ignored);
}

Result<void> PageFiles::add(std::string_view bytes) {
    const std::string name =
        path_ + "." + std::to_string(::getpid()) + "-" + std::to_string(waiting_.size() + 1) + ".part";
    // A failure is reported of the path that the user named.
    const auto named = [this](Error error) {
        error.where.file = path_;
        return fail(std::move(error));
    };
    auto file = OutputFile::create(name);
    if (!file) return named(file.error());
    if (auto written = file->write(bytes); !written) return named(written.error());
    if (auto committed = file->commit(); !committed) return named(committed.error());
    waiting_.push_back(name);
    return {};
}

std::string PageFiles::final_name(std::size_t index) const {
    if (waiting_.size() == 1) return path_;
    const std::filesystem::path path{path_};
    std::filesystem::path name = path.parent_path() / path.stem();
    name += "-" + std::to_string(index + 1);
    name += path.extension();
    return name.string();
}

Result<std::vector<std::string>> PageFiles::commit() {
    // What can be known to fail is looked for before the first file takes its place.
    for (std::size_t index = 0; index < waiting_.size(); ++index) {
        std::error_code ignored;
        if (std::filesystem::is_directory(final_name(index), ignored)) {
            return fail(rename_error(final_name(index), EISDIR));
        }
    }
    std::vector<std::string> names;
    for (std::size_t index = 0; index < waiting_.size(); ++index) {
        names.push_back(final_name(index));
        std::error_code error;
        std::filesystem::rename(waiting_[index], names.back(), error);
        if (error) return fail(rename_error(names.back(), error.value()));
    }
    waiting_.clear();
    return names;
}

}  // namespace bichig::page
