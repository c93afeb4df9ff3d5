// The sink that writes SVG files, one a page.
#include <bichig/format/svg.h>

#include <utility>

#include <bichig/base/file.h>

#include "format/svg/internal/drawing.h"
#include "page/internal/page_files.h"

namespace bichig::format {

namespace {

class SvgSink final : public page::Sink {
public:
    explicit SvgSink(SvgOptions options) : files_{std::move(options.path)}, written_{options.written} {}

    Result<void> begin(const page::Properties& properties) override;
    Result<void> page(page::Page page) override;
    Result<void> finish() override;

private:
    page::PageFiles files_;
    std::vector<std::string>* written_;
    page::Properties properties_;
    svg::Alternatives alternatives_;
};

Result<void> SvgSink::begin(const page::Properties& properties) {
    properties_ = properties;
    return {};
}

Result<void> SvgSink::page(page::Page page) {
    for (const page::Element& element : page.begun) {
        if (!element.alternative_text.empty()) alternatives_.emplace(element.id, element.alternative_text);
    }
    auto waiting = files_.add(svg::draw(page, properties_, alternatives_));
    for (const page::ElementId id : page.ended) alternatives_.erase(id);
    return waiting;
}

Result<void> SvgSink::finish() {
    auto names = files_.commit();
    if (!names) return fail(names.error());
    if (written_ != nullptr) *written_ = std::move(*names);
    return {};
}

}  // namespace

Result<std::unique_ptr<page::Sink>> open_svg(SvgOptions options) {
    // An unwritable folder is reported before any work is done.
    if (auto probe = OutputFile::create(options.path); !probe) return tl::unexpected<Error>{probe.error()};
    return std::make_unique<SvgSink>(std::move(options));
}

}  // namespace bichig::format
