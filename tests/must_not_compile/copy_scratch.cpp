// Scratch types belong to one thread: they move, and cannot be copied into another.
#include <utility>

#include <bichig/base/file.h>
#include <bichig/shape/shaper.h>

void use(bichig::OutputFile file, bichig::shape::Shaper shaper) {
    const bichig::OutputFile moved_file = std::move(file);
    const bichig::shape::Shaper moved_shaper = std::move(shaper);
    const bichig::OutputFile copied_file = moved_file;             // must not compile
    const bichig::shape::Shaper copied_shaper = moved_shaper;      // must not compile
}
