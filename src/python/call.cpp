// Errors, findings and progress of the Python binding.
#include "python/call.h"

namespace bichig::python {

nb::str str_of_utf8(const char* text, std::size_t size) {
    PyObject* made = PyUnicode_DecodeUTF8(text, static_cast<Py_ssize_t>(size), "replace");
    if (made == nullptr) throw nb::python_error();
    return nb::steal<nb::str>(made);
}

void raise(const bichig_error& error, const Places* places) {
    const auto field = [](const char* text) { return str_of_utf8(text, std::char_traits<char>::length(text)); };
    nb::object offset = nb::none();
    if (error.offset != BICHIG_NO_OFFSET) {
        offset = nb::int_(places != nullptr ? places->index(error.offset) : error.offset);
    }
    // Where the library said "0: unknown", Python has None.
    const auto number = [](unsigned value) -> nb::object {
        if (value == 0) return nb::none();
        return nb::int_(value);
    };
    const nb::object made =
        nb::module_::import_("bichig.errors")
            .attr("error_of")(static_cast<int>(error.status), field(error.message), field(error.hint),
                              field(error.file), number(error.line), number(error.column), offset, field(error.detail));
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(made.ptr())), made.ptr());
    throw nb::python_error();
}

std::vector<Finding> findings_of(const bichig_findings* findings) {
    std::vector<Finding> all;
    const std::size_t count = findings != nullptr ? bichig_findings_count(findings) : 0;
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        bichig_finding finding = BICHIG_FINDING_INIT;
        run(false, nullptr, [&](bichig_error* error) { return bichig_findings_item(findings, i, &finding, error); });
        all.emplace_back(finding.id, finding.message, finding.hint, finding.file, finding.line, finding.column);
    }
    return all;
}

int Progress::call(void* user, std::size_t done, std::size_t total) {
    auto& progress = *static_cast<Progress*>(user);
    const nb::gil_scoped_acquire acquired;
    try {
        if (PyErr_CheckSignals() != 0) throw nb::python_error();
        if (progress.function_.is_none()) return 0;
        return progress.function_(done, total).ptr() == Py_False ? 1 : 0;
    } catch (...) {
        progress.failure_ = std::current_exception();
        return 1;
    }
}

}  // namespace bichig::python
