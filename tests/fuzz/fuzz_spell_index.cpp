// Feeds any bytes to the reader of shape indexes, as they are and behind a head that fits: it refuses them, or answers
// without leaving the file.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include <bichig/script/key.h>
#include <bichig/spell/shape_index.h>

#include "expect.h"
#include "spell/index/format.h"

using namespace bichig;
using fuzz::expect;

namespace {

/// A file with a head whose sizes fit the bytes: what stands behind it is the fuzzer's.
std::string with_head(const std::uint8_t* data, std::size_t size) {
    spell::Head head{};
    std::memcpy(head.magic, spell::index_magic, sizeof head.magic);
    head.version = spell::shape_index_version;
    head.byte_order = spell::index_byte_order;
    head.key_version = script::key_version;
    head.profile = data[0] & 1;
    head.edge_count = 1 + data[1];
    head.root = data[2];
    head.shape_count = data[3];
    head.form_count = data[4];
    head.slot_count = 1u << (data[5] & 7);
    head.longest_probe = data[6];
    head.letter_bytes = data[7];
    head.file_bytes = spell::Parts{head}.end;
    std::string bytes(reinterpret_cast<const char*>(data) + 8, size - 8);
    bytes.resize(head.file_bytes - sizeof head, '\x01');
    head.head_hash = spell::checksum({reinterpret_cast<const char*>(&head), offsetof(spell::Head, head_hash)});
    return std::string(reinterpret_cast<const char*>(&head), sizeof head) + bytes;
}

void exercise(const spell::ShapeIndex& index) {
    for (const std::u16string_view text : {u"\u182D\u1820\u1837\u180E\u1824\u1828", u"\u1820", u"\u1820x"}) {
        (void)index.find(text);
        expect(index.forms_of_shape(text).size() <= index.size(), "no more forms than there are");
        for (const spell::NearShape& near : index.near(text, {.distance = 250, .steps = 20'000}).shapes) {
            expect(near.shape < index.shape_count() && near.distance <= 250, "a near shape is one of the shapes");
            (void)index.forms(near.shape);
        }
    }
    for (std::uint32_t number = 0; number <= index.size(); ++number) {
        (void)index.contains(index.form(number).text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (const auto check : {spell::IndexCheck::quick, spell::IndexCheck::full}) {
        const auto index = spell::ShapeIndex::from_bytes(bytes, "fuzz", check);
        if (index) {
            exercise(*index);
        } else {
            expect(!index.error().message.empty(), "an error says what is wrong");
        }
    }
    if (size < 8) return 0;
    const auto index = spell::ShapeIndex::from_bytes(with_head(data, size));
    expect(index.has_value(), "a head that fits is taken");
    exercise(*index);
    return 0;
}
