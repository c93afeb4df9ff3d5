// Font units are no lengths: only to_length, which knows the units per em and the size, turns one into the other.
#include <bichig/base/length.h>

using bichig::FontUnits;
using bichig::Length;

int main() {
    const FontUnits advance{500};
    const Length size = Length::points(16);
    const Length width = to_length(advance, FontUnits{1000}, size) + size;
    const FontUnits sum = advance + advance;
    const Length a = advance;                // must not compile
    const Length b = size + advance;         // must not compile
    const FontUnits c = advance + size;      // must not compile
    const FontUnits d = 500;                 // must not compile
    const FontUnits e = advance + 500;       // must not compile
    const bool f = advance < size;           // must not compile
    const Length g = to_length(size, FontUnits{1000}, advance);  // must not compile
    const long h = advance;                  // must not compile
    (void)width, (void)sum;
}
