// The staged fonts for benchmarks; without them the program ends and says why.
#pragma once

#include <cstdio>
#include <cstdlib>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

namespace bichig::bench {

inline const shape::FontSet& fonts() {
    static const shape::FontSet set = [] {
        const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!catalogue) {
            std::fputs((describe(catalogue.error()) + "\n").c_str(), stderr);
            std::exit(1);
        }
        return shape::FontSet{catalogue->font(font::Role::mongolian), catalogue->font(font::Role::han_fangsong),
                              catalogue->font(font::Role::latin), catalogue->font(font::Role::emoji),
                              catalogue->font(font::Role::fallback)};
    }();
    return set;
}

}  // namespace bichig::bench
