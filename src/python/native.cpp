// The compiled part of the Python package: thin calls of the C interface. What users see is in bichig/*.py.
#include "python/call.h"

NB_MODULE(_native, module) {
    using namespace bichig::python;
    module.doc() = "The calls of libbichig.so. Use the package bichig, which gives them names and types.";
    module.def("version", &bichig_version);
    bind_text(module);
    bind_conversion(module);
    bind_language(module);
    bind_fonts(module);
    bind_layout(module);
    bind_document(module);
    bind_pages(module);
    bind_dictionary(module);
    bind_spelling(module);
    bind_lexicon(module);
}
