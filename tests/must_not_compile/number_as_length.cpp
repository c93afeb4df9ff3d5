// A number has no unit: it becomes a length only by Length::points and its like, and a length becomes no number.
#include <bichig/base/length.h>

using bichig::Length;

void set_size(Length) {}

int main() {
    set_size(Length::points(16));
    const Length size = (Length::points(16) * 2 / 3).scaled(1.5);
    set_size(16);                    // must not compile
    set_size(16.0);                  // must not compile
    set_size({16});                  // must not compile
    const Length a = 16;             // must not compile
    const Length b{16};              // must not compile
    const double c = size;           // must not compile
    const bool d = size > 10;        // must not compile
    const Length e = size + 1;       // must not compile
    const Length f = size * size;    // must not compile
    const Length g = size * 1.5;     // must not compile
    const Length h = size / 2.0f;    // must not compile
    (void)size;
}
