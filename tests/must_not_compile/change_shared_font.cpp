// A font is shared by threads and cached by what it is: nothing can be set through it.
#include <bichig/font/catalogue.h>
#include <bichig/font/font.h>

void use(const bichig::font::Catalogue& catalogue, bichig::font::Font copy) {
    const bichig::font::Font& font = catalogue.font(bichig::font::Role::latin);
    copy = font;
    const auto em = font.metrics().units_per_em;
    copy.metrics().ascender = em;                                     // must not compile
    copy.family() = "Another";                                        // must not compile
    catalogue.font(bichig::font::Role::latin) = copy;                 // must not compile
    bichig::font::Font& writable = catalogue.font(bichig::font::Role::latin);  // must not compile
    bichig::font::Font none;                                          // must not compile
    (void)em;
}
