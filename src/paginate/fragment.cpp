// Moves and joins placed content.
#include "paginate/internal/fragment.h"

#include <iterator>
#include <utility>

namespace bichig::paginate::internal {

namespace {

void move(PhysicalPoint& point, PhysicalPoint offset) {
    point.x += offset.x;
    point.y += offset.y;
}

struct Mover {
    PhysicalPoint offset;
    void operator()(page::GlyphRun& run) const { move(run.origin, offset); }
    void operator()(page::MissingBox& box) const { move(box.box.origin, offset); }
    void operator()(page::ImageBox& image) const { move(image.box.origin, offset); }
    void operator()(page::GlyphImage& image) const { move(image.box.origin, offset); }
    void operator()(page::Stroke& stroke) const {
        move(stroke.from, offset);
        move(stroke.to, offset);
    }
    void operator()(page::Wave& wave) const {
        move(wave.from, offset);
        move(wave.to, offset);
    }
};

template <class T>
void take(std::vector<T>& whole, std::vector<T>& part) {
    whole.insert(whole.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

}  // namespace

void shift(Fragment& fragment, PhysicalPoint offset) {
    for (page::Item& item : fragment.items) std::visit(Mover{offset}, item);
    for (page::Item& item : fragment.artifacts) std::visit(Mover{offset}, item);
    for (page::LinkArea& link : fragment.links) move(link.box.origin, offset);
    for (page::Bookmark& bookmark : fragment.bookmarks) move(bookmark.target, offset);
    for (page::Destination& destination : fragment.destinations) move(destination.target, offset);
}

void append(Fragment& whole, Fragment part) {
    take(whole.items, part.items);
    take(whole.artifacts, part.artifacts);
    take(whole.links, part.links);
    take(whole.bookmarks, part.bookmarks);
    take(whole.destinations, part.destinations);
}

}  // namespace bichig::paginate::internal
