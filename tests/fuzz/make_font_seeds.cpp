// Makes the seeds of fuzz_font from staged fonts when the targets are built: fonts are not kept in the repository.
#include <cstdio>

#include <bichig/base/file.h>

#include "font_mutants.h"

/// Usage: make_font_seeds FOLDER FONT…
int main(int argc, char** argv) {
    for (int i = 2; i < argc; ++i) {
        const auto font = bichig::read_file(argv[i]);
        if (!font) {
            std::fprintf(stderr, "%s\n", describe(font.error()).c_str());
            return 1;
        }
        for (std::uint32_t seed = 0; seed < 10; ++seed) {
            const std::string name = std::string(argv[1]) + "/" + std::to_string(i - 1) + "-" + std::to_string(seed);
            auto file = bichig::OutputFile::create(name);
            const bool written = file && file->write(seed == 0 ? *font : bichig::fuzz::font_mutant(*font, seed)) &&
                                 file->commit();
            if (!written) return 1;
        }
    }
    return 0;
}
