// Calls of bichig/c/fonts.h for Python.
#include "python/handles.h"

namespace bichig::python {

Fonts::Fonts(const std::optional<std::string>& staged, const std::vector<std::string>& folders, const Memory& memory,
             const Roles& roles, bool system, int policy, const std::optional<std::string>& default_family) {
    std::vector<const char*> folder_names;
    for (const std::string& folder : folders) folder_names.push_back(folder.c_str());
    std::vector<bichig_memory_font> files;
    for (const auto& [bytes, name] : memory) files.push_back({bytes.data(), bytes.size(), name.c_str()});
    std::vector<bichig_role> chosen;
    for (const auto& [role, name] : roles) chosen.push_back({role.c_str(), name.c_str()});
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    options.staged = staged ? staged->c_str() : nullptr;
    options.folders = folder_names.data();
    options.folder_count = folder_names.size();
    options.memory = files.data();
    options.memory_count = files.size();
    options.roles = chosen.data();
    options.role_count = chosen.size();
    options.system_fonts = system ? 1 : 0;
    options.policy = static_cast<bichig_policy>(policy);
    options.default_family = default_family ? default_family->c_str() : nullptr;
    bichig_fonts* made = nullptr;
    bichig_findings* findings = nullptr;
    run(true, nullptr, [&](bichig_error* error) { return bichig_fonts_open(&options, &made, &findings, error); });
    fonts_.reset(made);
    const Owned<bichig_findings> owned{findings};
    findings_ = findings_of(findings);
}

std::vector<Fonts::Face> Fonts::faces() const {
    std::vector<Face> all;
    const std::size_t count = bichig_fonts_face_count(get());
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        bichig_face face = BICHIG_FACE_INIT;
        run(false, nullptr, [&](bichig_error* error) { return bichig_fonts_face(get(), i, &face, error); });
        all.emplace_back(face.name, face.file, face.index, face.weight, face.italic != 0, face.system != 0);
    }
    return all;
}

void bind_fonts(nb::module_& module) {
    using Name = std::optional<std::string>;
    nb::class_<Fonts>(module, "Fonts")
        .def(nb::init<const Name&, const std::vector<std::string>&, const Fonts::Memory&, const Fonts::Roles&, bool,
                      int, const Name&>(),
             nb::arg("staged").none(), nb::arg("folders"), nb::arg("memory"), nb::arg("roles"), nb::arg("system"),
             nb::arg("policy"), nb::arg("default_family").none())
        .def("faces", &Fonts::faces)
        .def("findings", &Fonts::findings);
}

}  // namespace bichig::python
