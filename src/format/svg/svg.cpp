// The sink that writes SVG files. How many pages there are, and with it the files' names, is known only at the end:
// each page waits under a name of its own beside its place, and finish() renames them all.
#include <bichig/format/svg.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

#include <bichig/base/file.h>

#include "format/svg/internal/drawing.h"

namespace bichig::format {

namespace {

class SvgSink final : public page::Sink {
public:
    explicit SvgSink(SvgOptions options) : options_{std::move(options)} {}
    ~SvgSink() override {
        std::error_code ignored;
        for (const std::string& name : waiting_) std::filesystem::remove(name, ignored);
    }
    SvgSink(const SvgSink&) = delete;
    SvgSink& operator=(const SvgSink&) = delete;

    /// Writes the file of the next page under its waiting name.
    Result<void> wait(const std::string& text);
    Result<void> begin(const page::Properties& properties) override;
    Result<void> page(page::Page page) override;
    Result<void> finish() override;

private:
    std::string final_name(std::size_t index) const;

    SvgOptions options_;
    page::Properties properties_;
    svg::Alternatives alternatives_;
    std::vector<std::string> waiting_;
};

Error rename_error(const std::string& path, int number) {
    return {ErrorCode::system, std::string{"cannot be written: "} + std::strerror(number), "check the folder",
            {path, 0, 0, ""}};
}

Result<void> SvgSink::wait(const std::string& text) {
    const std::string name =
        options_.path + "." + std::to_string(::getpid()) + "-" + std::to_string(waiting_.size() + 1) + ".part";
    // A failure is reported of the path that the user named.
    const auto named = [this](Error error) {
        error.where.file = options_.path;
        return fail(std::move(error));
    };
    auto file = OutputFile::create(name);
    if (!file) return named(file.error());
    if (auto written = file->write(text); !written) return named(written.error());
    if (auto committed = file->commit(); !committed) return named(committed.error());
    waiting_.push_back(name);
    return {};
}

Result<void> SvgSink::begin(const page::Properties& properties) {
    properties_ = properties;
    return {};
}

Result<void> SvgSink::page(page::Page page) {
    for (const page::Element& element : page.begun) {
        if (!element.alternative_text.empty()) alternatives_.emplace(element.id, element.alternative_text);
    }
    auto waiting = wait(svg::draw(page, properties_, alternatives_));
    for (const page::ElementId id : page.ended) alternatives_.erase(id);
    return waiting;
}

std::string SvgSink::final_name(std::size_t index) const {
    if (waiting_.size() == 1) return options_.path;
    const std::filesystem::path path{options_.path};
    std::filesystem::path name = path.parent_path() / path.stem();
    name += "-" + std::to_string(index + 1);
    name += path.extension();
    return name.string();
}

Result<void> SvgSink::finish() {
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
    if (options_.written != nullptr) *options_.written = std::move(names);
    return {};
}

}  // namespace

Result<std::unique_ptr<page::Sink>> open_svg(SvgOptions options) {
    // An unwritable folder is reported before any work is done.
    if (auto probe = OutputFile::create(options.path); !probe) return tl::unexpected<Error>{probe.error()};
    return std::make_unique<SvgSink>(std::move(options));
}

}  // namespace bichig::format
