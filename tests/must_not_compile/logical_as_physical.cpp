// A point in the axes of a line is no point on a page: only `layout` turns one into the other.
#include <bichig/base/length.h>

using namespace bichig;

void draw(PhysicalPoint) {}

int main() {
    const LogicalPoint in_line{Length::points(1), Length::points(2)};
    const PhysicalPoint on_page{Length::points(1), Length::points(2)};
    const LogicalSize line_size{Length::points(1), Length::points(2)};
    draw(on_page);
    draw(in_line);                                    // must not compile
    const PhysicalPoint a = in_line;                  // must not compile
    const PhysicalPoint b{in_line};                   // must not compile
    const LogicalPoint c = on_page;                   // must not compile
    const bool d = in_line == on_page;                // must not compile
    const PhysicalSize e = line_size;                 // must not compile
    const PhysicalRect f{in_line, {}};                // must not compile
    const LogicalPoint g = line_size;                 // must not compile
    (void)line_size;
}
