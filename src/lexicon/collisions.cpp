// Finds forms of one shape: first by hashes of all shapes, then the texts of those that collide.
#include <algorithm>
#include <map>
#include <unordered_map>

#include <bichig/lexicon/compare.h>
#include <bichig/lexicon/forms.h>
#include <bichig/script/key.h>

namespace bichig::lexicon {

namespace {

struct Shape {
    std::uint64_t shape = 0;
    std::uint64_t form = 0;
    auto operator<=>(const Shape&) const = default;
};

/// The hashes of shapes that more than one form has, in order.
std::vector<std::uint64_t> shared_shapes(const Lexicon& lexicon, const Progress& progress) {
    std::vector<Shape> shapes;
    std::size_t done = 0;
    const std::size_t all = lexicon.entries().size();
    for (const Entry& entry : lexicon.entries()) {
        lexicon.for_each_form(entry, [&](const FormView& form) {
            shapes.push_back({script::hash_of(script::shape_key(form.text)), hash_of_form(form.text).high});
        });
        if (progress && ++done % 1024 == 0) progress(done, all);
    }
    std::sort(shapes.begin(), shapes.end());
    shapes.erase(std::unique(shapes.begin(), shapes.end()), shapes.end());
    std::vector<std::uint64_t> shared;
    for (std::size_t i = 1; i < shapes.size(); ++i) {
        if (shapes[i].shape == shapes[i - 1].shape && (shared.empty() || shared.back() != shapes[i].shape)) {
            shared.push_back(shapes[i].shape);
        }
    }
    return shared;
}

}  // namespace

std::vector<Collision> collisions(const Lexicon& lexicon, const Progress& progress) {
    const std::vector<std::uint64_t> shared = shared_shapes(lexicon, progress);
    std::map<std::string, std::map<std::u16string, std::vector<std::string>>> groups;  // by shape key
    if (!shared.empty()) {
        for (const Entry& entry : lexicon.entries()) {
            const std::string stem{lexicon.cell(entry, Column::stem)};
            lexicon.for_each_form(entry, [&](const FormView& form) {
                std::string key = script::shape_key(form.text);
                if (!std::binary_search(shared.begin(), shared.end(), script::hash_of(key))) return;
                std::vector<std::string>& stems = groups[std::move(key)][std::u16string{form.text}];
                if (stems.empty() || stems.back() != stem) stems.push_back(stem);
            });
        }
    }
    std::vector<Collision> found;
    for (auto& [key, forms] : groups) {
        if (forms.size() < 2) continue;  // two shapes of one hash
        Collision collision{script::notation(script::units(forms.begin()->first)), {}};
        for (auto& [form, stems] : forms) collision.forms.push_back({form, std::move(stems)});
        found.push_back(std::move(collision));
    }
    std::sort(found.begin(), found.end(),
              [](const Collision& a, const Collision& b) { return a.forms.front().form < b.forms.front().form; });
    return found;
}

}  // namespace bichig::lexicon
