# The one table of modules and of the arrows between them. CMake's link graph, the install components and the
# layer check (tests/rules/layers.py) all read it; a row may name only rows above it.
#
# bichig_module(NAME [USES module…] [FOREIGN target…] [EXECUTABLE name | SHARED name | QT major… | APART])
#   NAME        its folder in src/, include/bichig/ and tests/; "a/b" is the module b of the group a
#   USES        modules it may include and links; "all" stands for every row above
#   FOREIGN     libraries it may include
#   EXECUTABLE  it is no library but this program
#   SHARED      it is the shared library of this name, with all that it uses inside and src/NAME/exports.map as its list
#               of symbols; who links it needs no other module
#   QT          it is a CMake project of its own in src/NAME, built once for each of these major versions of Qt that is
#               there; its public headers may name Qt. Platforms build it with their own compiler against SHARED
#   APART       src/NAME/CMakeLists.txt builds it against the shared library, with the compiler of a platform; the build
#               of the rest does without it and without what it needs
bichig_module(base FOREIGN tl::expected)
bichig_module(script USES base)
bichig_module(text USES base script FOREIGN ICU::uc ICU::i18n)
bichig_module(font USES base FOREIGN PkgConfig::HARFBUZZ PkgConfig::FONTCONFIG)
bichig_module(shape USES base script text font FOREIGN PkgConfig::HARFBUZZ)
bichig_module(conformance USES base script text font shape)
bichig_module(image USES base)
bichig_module(page USES base font image)
bichig_module(layout USES base script text font shape image page)
bichig_module(document USES base text image)
bichig_module(notice USES base text image document FOREIGN PkgConfig::TOMLPLUSPLUS)
bichig_module(paginate USES base text font shape image page layout document)
bichig_module(format/package USES base FOREIGN PkgConfig::LIBZIP PkgConfig::PUGIXML)
bichig_module(format/markdown USES base text image document notice FOREIGN PkgConfig::CMARK yaml-cpp)
bichig_module(format/json USES base text image document notice FOREIGN nlohmann_json::nlohmann_json valijson)
bichig_module(format/pdf USES base font image page
  FOREIGN PkgConfig::QPDF PkgConfig::HARFBUZZ_SUBSET PkgConfig::LCMS ZLIB::ZLIB PNG::PNG JPEG::JPEG)
bichig_module(format/svg USES base font image page)
bichig_module(format/png USES base font image page FOREIGN PkgConfig::CAIRO PNG::PNG JPEG::JPEG)
bichig_module(spell USES base script text FOREIGN PkgConfig::HUNSPELL)
bichig_module(edit USES base script text font shape image page layout spell)
bichig_module(lexicon USES base script text format/package spell FOREIGN PkgConfig::TOMLPLUSPLUS)
bichig_module(cli USES all FOREIGN CLI11::CLI11 nlohmann_json::nlohmann_json EXECUTABLE bichig)
bichig_module(c USES base script text font shape image page layout document notice paginate format/package
  format/markdown format/json format/pdf format/svg format/png spell edit lexicon SHARED bichig)
bichig_module(qt USES c FOREIGN Qt::Widgets Qt::PrintSupport QT 5 6)
bichig_module(python USES c FOREIGN nanobind APART)
