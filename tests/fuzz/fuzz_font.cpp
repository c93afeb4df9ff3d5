// Fuzz target: a font from memory is opened, shapes, draws and is subset, whatever its bytes are.
#include <cstdint>
#include <filesystem>

#include <unistd.h>

#include "exercise_font.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string pdf =
        std::filesystem::temp_directory_path() / ("bichig-fuzz-font-" + std::to_string(::getpid()) + ".pdf");
    bichig::fuzz::exercise_font(std::make_shared<const std::string>(reinterpret_cast<const char*>(data), size), pdf);
    ::unlink(pdf.c_str());
    return 0;
}
