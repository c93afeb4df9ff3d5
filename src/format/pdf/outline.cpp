// An item of the outline names its neighbours on all sides, so items are written at the end (ISO 32000-1, 12.3.3).
#include "format/pdf/internal/outline.h"

#include <algorithm>

namespace bichig::format::pdf {

void Outline::add(const page::Bookmark& bookmark, ObjectNumber page, double page_height, ObjectNumber element,
                  File& file) {
    const unsigned depth = levels_.depth(std::max<unsigned>(bookmark.level, 1));
    open_.resize(depth);
    const std::uint32_t parent = open_.back();
    const auto number = static_cast<std::uint32_t>(entries_.size());
    open_.push_back(number);

    Entry entry;
    entry.object = file.allocate();
    entry.title = text_string(bookmark.title);
    entry.rest = "/Dest[" + reference(page) + "/XYZ ";
    append_length(entry.rest, bookmark.target.x);
    entry.rest.push_back(' ');
    append_number(entry.rest, page_height - bookmark.target.y.in_points());
    entry.rest += " null]";
    if (element != 0) entry.rest += "/SE " + reference(element);
    entry.parent = parent;
    entry.previous = entries_[parent].last;
    if (entry.previous != 0) entries_[entry.previous].next = number;
    if (entries_[parent].first == 0) entries_[parent].first = number;
    entries_[parent].last = number;
    ++entries_[parent].children;
    entries_.push_back(std::move(entry));
}

void Outline::append_links(std::string& out, const Entry& entry) const {
    const auto link = [&](const char* key, std::uint32_t number) {
        if (number != 0) out += key + reference(entries_[number].object);
    };
    link("/First ", entry.first);
    link("/Last ", entry.last);
    link("/Prev ", entry.previous);
    link("/Next ", entry.next);
}

ObjectNumber Outline::write(File& file) {
    if (entries_.size() == 1) return 0;
    entries_[0].object = file.allocate();
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        std::string out = "<</Title" + entry.title + "/Parent " + reference(entries_[entry.parent].object);
        append_links(out, entry);
        // A negative count: the children are there but not unfolded.
        if (entry.children != 0) out += "/Count -" + std::to_string(entry.children);
        file.object(entry.object, out + entry.rest + ">>");
    }
    std::string out = "<</Type/Outlines/Count " + std::to_string(entries_[0].children);
    append_links(out, entries_[0]);
    file.object(entries_[0].object, out + ">>");
    return entries_[0].object;
}

}  // namespace bichig::format::pdf
