// The shape index: which forms of a dictionary look like a given text, and which look nearly like it.
//
// The file maps written units to the forms that are drawn so. It holds a minimal automaton over the bytes of shape keys
// (script/key.h), in which units that are drawn exactly as others count as these (a medial h is two teeth). It numbers
// the shapes; then come for each shape its forms, and a hash table of the forms, for telling whether a word is in the
// dictionary at all.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/script/units.h>
#include <bichig/spell/unit_weights.h>

namespace bichig::spell {

/// The version of the file. Another version, or keys of another version (script::key_version), must be built again.
inline constexpr std::uint32_t shape_index_version = 2;
/// The most code units that a form can have.
inline constexpr std::size_t max_form_size = 255;
/// The most forms that an index can hold.
inline constexpr std::uint32_t max_form_count = (1u << 24) - 2;

/// What sort of word a form is.
enum class FormKind : std::uint8_t {
    word,
    name,         ///< of persons
    place,        ///< leagues, banners, towns
    abbreviation
};

/// "word", "name", "place" or "abbreviation".
std::string_view name(FormKind kind);
/// The kind with this name, or none.
std::optional<FormKind> form_kind_named(std::string_view name);

/// What the dictionary knows of a form. Value.
struct FormInfo {
    std::uint32_t frequency = 0;  ///< how often it was counted; 0 if it was not
    FormKind kind = FormKind::word;

    bool operator==(const FormInfo&) const = default;
};

/// Collects forms and writes the index. The file depends on the set of forms alone, not on their order. Scratch.
class ShapeIndexWriter {
public:
    explicit ShapeIndexWriter(script::Profile profile = script::Profile::gb25914);
    ShapeIndexWriter(ShapeIndexWriter&&) noexcept;
    ShapeIndexWriter& operator=(ShapeIndexWriter&&) noexcept;
    ~ShapeIndexWriter();

    /// Adds a form as it is written: letters, selectors, connectors (MVS). A form that was added before takes the
    /// higher frequency and the first kind of FormKind. Errors: invalid_input for one that is empty, longer than
    /// max_form_size or has no shape (selectors alone); unsupported for more than max_form_count.
    Result<void> add(std::u16string_view form, const FormInfo& info = {});
    /// How many forms were added, each as often as it was.
    std::size_t size() const;

    /// The file as bytes. What was added stays.
    std::string bytes();
    /// Writes the file, whole or not at all. Errors: as OutputFile has them.
    Result<void> write(const std::string& path);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A form of an index. Value.
struct IndexedForm {
    std::u16string text;
    FormInfo info;

    bool operator==(const IndexedForm&) const = default;
};

/// A shape near a text. Value.
struct NearShape {
    std::uint32_t shape = 0;     ///< its number: ShapeIndex::forms
    std::uint16_t distance = 0;  ///< what its differences cost, by the weights

    bool operator==(const NearShape&) const = default;
};

/// How far ShapeIndex::near looks. Value.
struct NearOptions {
    std::uint16_t distance = 100;   ///< the highest cost; an ordinary difference costs UnitWeights::ordinary
    std::uint32_t steps = 400'000;  ///< at most so many edges of the automaton are looked at
    const UnitWeights* weights = nullptr;  ///< by default UnitWeights::mongolian()
    std::stop_token stop{};                ///< ends the search early
    std::optional<std::chrono::steady_clock::time_point> deadline{};  ///< likewise
};

/// What ShapeIndex::near found. Value.
struct NearShapes {
    std::vector<NearShape> shapes;  ///< by distance, then number
    bool complete = true;           ///< false: steps, time or the token ended the search
};

/// How ShapeIndex::open looks at the file.
enum class IndexCheck : std::uint8_t {
    quick,  ///< size, version and the checksum of the head: microseconds; what is wrong further in gives wrong answers
            ///< but never an access outside of the file
    full    ///< also the checksum of all that follows
};

class IndexData;

/// A dictionary's forms by their shape. The file is mapped, not read: pages come as they are used, and programs share
/// them. It must be replaced by renaming (as ShapeIndexWriter and OutputFile do), not written over. Shared resource.
class ShapeIndex {
public:
    /// Errors: not_found, system; invalid_input for a file that is no index, cut off or damaged; unsupported for
    /// another version of the file or of the keys (the hint says how to build it again).
    static Result<ShapeIndex> open(const std::string& path, IndexCheck check = IndexCheck::quick);
    /// The same of bytes at hand; `name` stands in errors.
    static Result<ShapeIndex> from_bytes(std::string bytes, const std::string& name = {},
                                         IndexCheck check = IndexCheck::quick);

    /// The number of forms.
    std::uint32_t size() const;
    /// The number of shapes; shapes are numbered in the order of their keys.
    std::uint32_t shape_count() const;
    /// The profile whose shapes it holds.
    script::Profile profile() const;
    /// How many bytes the file has.
    std::size_t byte_size() const;

    /// Whether `form` is one of the forms, exactly.
    bool contains(std::u16string_view form) const;
    /// The same of many: found[i] for forms[i]. Several look-ups wait for memory at once, so that each takes less time.
    void contains(std::span<const std::u16string_view> forms, std::span<bool> found) const;
    /// What is known of `form`, if it is one of the forms.
    std::optional<FormInfo> find(std::u16string_view form) const;
    /// The form with this number (number < size()); forms of one shape follow one another. Empty past the end.
    IndexedForm form(std::uint32_t number) const;

    /// The number of the shape of `text`, if a form has it.
    std::optional<std::uint32_t> shape_of(std::u16string_view text) const;
    /// The forms of the shape with this number; none past shape_count().
    std::vector<IndexedForm> forms(std::uint32_t shape) const;
    /// The forms that look as `text` does: itself, where it is a form, and those that are written with other letters.
    std::vector<IndexedForm> forms_of_shape(std::u16string_view text) const;

    /// The shapes that differ from that of `text` by at most options.distance. A difference is a unit more, less or
    /// another one, or two that are exchanged.
    NearShapes near(std::u16string_view text, const NearOptions& options = {}) const;
    /// The same for a key that script::shape_key made.
    NearShapes near_key(std::string_view shape_key, const NearOptions& options = {}) const;

private:
    explicit ShapeIndex(std::shared_ptr<const IndexData> data);
    std::shared_ptr<const IndexData> data_;
};

}  // namespace bichig::spell
