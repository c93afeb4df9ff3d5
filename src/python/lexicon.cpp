// Calls of bichig/c/lexicon.h for Python: the tables of a dictionary, judged, shown and built.
#include "python/words.h"

namespace bichig::python {

namespace {

using Info = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, std::string,
                        std::size_t, std::size_t>;
using Entry = std::tuple<std::size_t, nb::str, std::string, std::string, std::string, std::string, std::string,
                         std::string, unsigned long, std::size_t, std::string, unsigned>;
using Form = std::tuple<nb::str, std::string, std::string, std::string, std::string>;
using Built = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;

/// The source of a dictionary. Shared.
class Lexicon {
public:
    Lexicon(const std::string& folder, bool strict) {
        bichig_lexicon* made = nullptr;
        bichig_findings* findings = nullptr;
        run(true, nullptr, [&](bichig_error* error) {
            return bichig_lexicon_open(folder.c_str(), &made, strict ? nullptr : &findings, error);
        });
        lexicon_.reset(made);
        const Owned<bichig_findings> owned{findings};
        findings_ = findings_of(findings);
    }

    const std::vector<Finding>& findings() const { return findings_; }

    Info info() const {
        bichig_lexicon_info info = BICHIG_LEXICON_INFO_INIT;
        run(true, nullptr, [&](bichig_error* error) { return bichig_lexicon_describe(lexicon_.get(), &info, error); });
        return {info.id,      info.title,     info.version, info.date, info.language,
                info.licence, info.statement, info.entries, info.forms};
    }

    std::vector<Entry> entries(const nb::str& word) const {
        const Utf16 units{word};
        Array<bichig_entry> found;
        run(true, &units.places(), [&](bichig_error* error) {
            return bichig_lexicon_entries_utf16(lexicon_.get(), units.data(), units.size(), found.out(), found.count(),
                                                error);
        });
        std::vector<Entry> all;
        all.reserve(found.size());
        for (const bichig_entry& entry : found) {
            all.emplace_back(entry.number, str_of(entry.utf16, entry.length), entry.latin, entry.part_of_speech,
                             entry.status, entry.paradigm, entry.cyrillic, entry.gloss_zh, entry.frequency, entry.forms,
                             entry.file, entry.line);
        }
        return all;
    }

    std::vector<Form> paradigm(std::size_t entry) const {
        Array<bichig_paradigm_form> found;
        run(true, nullptr, [&](bichig_error* error) {
            return bichig_lexicon_paradigm_utf16(lexicon_.get(), entry, found.out(), found.count(), error);
        });
        std::vector<Form> all;
        all.reserve(found.size());
        for (const bichig_paradigm_form& form : found) {
            all.emplace_back(str_of(form.utf16, form.length), form.latin, form.units, form.group, form.chain);
        }
        return all;
    }

    Built build(const std::string& folder, nb::object function) const {
        Progress progress{std::move(function)};
        bichig_build_report report = BICHIG_BUILD_REPORT_INIT;
        progress.run(nullptr, [&](bichig_error* error) {
            return bichig_lexicon_build(lexicon_.get(), folder.c_str(), &Progress::call, &progress, &report, error);
        });
        return {report.entries, report.forms, report.distinct_forms, report.classes};
    }

    Dictionary* make() const {
        bichig_dictionary* made = nullptr;
        run(true, nullptr, [&](bichig_error* error) { return bichig_lexicon_make(lexicon_.get(), &made, error); });
        return new Dictionary{made};
    }

private:
    Owned<bichig_lexicon> lexicon_;
    std::vector<Finding> findings_;
};

std::vector<Finding> lint(const std::string& folder) {
    bichig_findings* findings = nullptr;
    run(true, nullptr, [&](bichig_error* error) { return bichig_lexicon_lint(folder.c_str(), &findings, error); });
    const Owned<bichig_findings> owned{findings};
    return findings_of(findings);
}

}  // namespace

void bind_lexicon(nb::module_& module) {
    nb::class_<Lexicon>(module, "Lexicon")
        .def(nb::init<const std::string&, bool>(), nb::arg("folder"), nb::arg("strict"))
        .def("findings", &Lexicon::findings)
        .def("info", &Lexicon::info)
        .def("entries", &Lexicon::entries, nb::arg("word"))
        .def("paradigm", &Lexicon::paradigm, nb::arg("entry"))
        .def("build", &Lexicon::build, nb::arg("folder"), nb::arg("progress").none())
        .def("make", &Lexicon::make, nb::rv_policy::take_ownership);
    module.def("lint", &lint, nb::arg("folder"));
}

}  // namespace bichig::python
