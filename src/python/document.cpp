// Calls of bichig/c/document.h for Python: documents from text or bytes, files and bytes from documents.
#include "python/handles.h"

namespace bichig::python {

Set set_of(const bichig_summary& summary, bichig_findings* findings) {
    const Owned<bichig_findings> owned{findings};
    return {{summary.pages, summary.missing_characters, summary.overfull_lines, summary.underfull_lines},
            findings_of(findings)};
}

namespace {

struct WriteOptions {
    bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;

    WriteOptions(int format, double dots_per_inch, bool transparent, bool strict,
                 const std::optional<std::string>& date, Progress& progress) {
        options.format = static_cast<bichig_format>(format);
        options.dots_per_inch = dots_per_inch;
        options.transparent = transparent ? 1 : 0;
        options.strict = strict ? 1 : 0;
        options.date = date ? date->c_str() : nullptr;
        options.progress = &Progress::call;
        options.progress_user = &progress;
    }
};

}  // namespace

Document::Document(const nb::object& text, int source, const std::string& name, const std::string& folder) {
    bichig_read_options options = BICHIG_READ_OPTIONS_INIT;
    options.source = static_cast<bichig_source>(source);
    options.name = name.c_str();
    options.folder = folder.c_str();
    bichig_document* made = nullptr;
    bichig_findings* findings = nullptr;
    if (nb::isinstance<nb::bytes>(text)) {
        const auto bytes = nb::borrow<nb::bytes>(text);
        run(true, nullptr, [&](bichig_error* error) {
            return bichig_document_read_utf8(bytes.c_str(), bytes.size(), &options, &made, &findings, error);
        });
    } else {
        const Utf16 units{nb::cast<nb::str>(text)};
        run(true, &units.places(), [&](bichig_error* error) {
            return bichig_document_read_utf16(units.data(), units.size(), &options, &made, &findings, error);
        });
    }
    document_.reset(made);
    const Owned<bichig_findings> owned{findings};
    findings_ = findings_of(findings);
}

nb::str Document::text() const {
    Array<bichig_char16> text;
    run(true, nullptr, [&](bichig_error* error) {
        return bichig_document_text_utf16(document_.get(), text.out(), text.count(), error);
    });
    return str_of(text.begin(), text.size());
}

Set Document::write_file(const Fonts& fonts, const std::string& path, int format, double dots_per_inch,
                         bool transparent, bool strict, const std::optional<std::string>& date,
                         nb::object function) const {
    Progress progress{std::move(function)};
    const WriteOptions how{format, dots_per_inch, transparent, strict, date, progress};
    bichig_summary summary = BICHIG_SUMMARY_INIT;
    bichig_findings* findings = nullptr;
    progress.run(nullptr, [&](bichig_error* error) {
        return bichig_document_write_file(get(), fonts.get(), &how.options, path.c_str(), &summary, &findings, error);
    });
    return set_of(summary, findings);
}

std::pair<nb::typed<nb::list, nb::bytes>, Set> Document::write_memory(const Fonts& fonts, int format,
                                                                      double dots_per_inch, bool transparent,
                                                                      bool strict,
                                                                      const std::optional<std::string>& date,
                                                                      nb::object function) const {
    Progress progress{std::move(function)};
    const WriteOptions how{format, dots_per_inch, transparent, strict, date, progress};
    bichig_summary summary = BICHIG_SUMMARY_INIT;
    bichig_findings* findings = nullptr;
    bichig_files* made = nullptr;
    progress.run(nullptr, [&](bichig_error* error) {
        return bichig_document_write_memory(get(), fonts.get(), &how.options, &made, &summary, &findings, error);
    });
    const Owned<bichig_files> files{made};
    nb::typed<nb::list, nb::bytes> all{nb::list()};
    for (std::size_t i = 0; i < bichig_files_count(made); ++i) {
        std::size_t size = 0;
        const void* bytes = bichig_files_bytes(made, i, &size);
        all.append(nb::bytes(bytes, size));
    }
    return {std::move(all), set_of(summary, findings)};
}

void bind_document(nb::module_& module) {
    nb::class_<Document>(module, "Document")
        .def(nb::init<const nb::object&, int, const std::string&, const std::string&>(), nb::arg("text"),
             nb::arg("source"), nb::arg("name"), nb::arg("folder"))
        .def("findings", &Document::findings)
        .def("text", &Document::text)
        .def("write_file", &Document::write_file, nb::arg("fonts"), nb::arg("path"), nb::arg("format"),
             nb::arg("dots_per_inch"), nb::arg("transparent"), nb::arg("strict"), nb::arg("date").none(),
             nb::arg("progress").none())
        .def("write_memory", &Document::write_memory, nb::arg("fonts"), nb::arg("format"), nb::arg("dots_per_inch"),
             nb::arg("transparent"), nb::arg("strict"), nb::arg("date").none(), nb::arg("progress").none());
}

}  // namespace bichig::python
