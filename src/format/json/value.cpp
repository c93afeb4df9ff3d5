// Parses JSON with nlohmann's SAX parser through an iterator that knows how far it has come: when a string has been
// read, the byte before that place is its closing quote, and its opening quote is found backwards from there.
#include <format/json/internal/value.h>

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

namespace bichig::format {

namespace {

/// Reads characters and says how many were read.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** furthest) : at_{at}, furthest_{furthest} {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        *furthest_ = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

constexpr std::size_t deepest = 200;

class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Builder(std::string_view bytes) : furthest{bytes.data()}, bytes_{bytes} {}

    bool null() override { return add(JsonValue::Kind::null, here(4)) != nullptr; }
    bool boolean(bool value) override {
        JsonValue* made = add(JsonValue::Kind::boolean, here(value ? 4 : 5));
        if (made != nullptr) made->boolean = value;
        return made != nullptr;
    }
    bool number_integer(number_integer_t value) override {
        return number(JsonValue::Kind::integer, static_cast<double>(value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return number(JsonValue::Kind::integer, static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return number(JsonValue::Kind::number, value); }
    bool string(string_t& value) override {
        JsonValue* made = add(JsonValue::Kind::string, string_range());
        if (made != nullptr) made->string = std::move(value);
        return made != nullptr;
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        JsonValue& object = *open_.back();
        const SourceRange range = string_range();
        const bool again = std::any_of(object.members.begin(), object.members.end(),
                                       [&](const JsonMember& member) { return member.name == value; });
        if (again) return refuse("'" + value + "' stands twice in this object", "take one of them out", range);
        object.members.push_back({std::move(value), range, {}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& exception) override {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong"
        const std::string text = exception.what();
        const std::size_t colon = text.find(": ");
        std::string what = colon == std::string::npos ? text : text.substr(colon + 2);
        // What was read last may end in the middle of a character, and the place says it better.
        if (const std::size_t read = what.find("; last read: '"); read != std::string::npos) {
            const std::size_t expected = what.find("'; expected ", read);
            what = what.substr(0, read) + (expected == std::string::npos ? "" : what.substr(expected + 1));
        }
        const auto at = static_cast<std::uint32_t>(std::min(position > 0 ? position - 1 : 0, bytes_.size()));
        return refuse("no JSON: " + what, "check quotes, commas and brackets before this place", {0, at, at + 1});
    }

    const char* furthest;
    JsonValue root;
    Error error;
    SourceRange fault;

private:
    std::uint32_t position() const { return static_cast<std::uint32_t>(furthest - bytes_.data()); }
    SourceRange here(std::uint32_t size) const { return {0, position() - size, position()}; }

    SourceRange string_range() const {
        const std::uint32_t end = position() - 1;
        std::size_t begin = end;
        for (;;) {
            begin = bytes_.rfind('"', begin - 1);
            std::size_t slashes = 0;
            while (begin > slashes && bytes_[begin - slashes - 1] == '\\') ++slashes;
            if (slashes % 2 == 0) break;
        }
        return {0, static_cast<std::uint32_t>(begin) + 1, end};
    }

    /// The parser has read one character past a number, unless the text ends there.
    bool number(JsonValue::Kind kind, double value) {
        const auto in_number = [](char c) {
            return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
        };
        std::uint32_t end = position();
        if (end > 0 && !in_number(bytes_[end - 1])) --end;
        std::uint32_t begin = end;
        while (begin > 0 && in_number(bytes_[begin - 1])) --begin;
        JsonValue* made = add(kind, {0, begin, end});
        if (made != nullptr) made->number = value;
        return made != nullptr;
    }

    JsonValue* add(JsonValue::Kind kind, SourceRange source) {
        JsonValue* place = &root;
        if (!open_.empty()) {
            JsonValue& parent = *open_.back();
            place = parent.kind == JsonValue::Kind::array ? &parent.items.emplace_back() : &parent.members.back().value;
        }
        place->kind = kind;
        place->source = source;
        return place;
    }

    bool open(JsonValue::Kind kind) {
        if (open_.size() >= deepest) return refuse("values are nested too deeply", "use fewer levels", here(1));
        open_.push_back(add(kind, here(1)));
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    bool refuse(std::string message, std::string hint, SourceRange range) {
        error = {ErrorCode::invalid_input, std::move(message), std::move(hint), {}};
        fault = range;
        return false;
    }

    std::string_view bytes_;
    std::vector<JsonValue*> open_;  // a parent's vector does not grow while its child is open
};

}  // namespace

Result<JsonValue> parse_json(std::string_view bytes, SourceRange& fault) {
    Builder builder{bytes};
    const CountingIterator begin{bytes.data(), &builder.furthest};
    const CountingIterator end{bytes.data() + bytes.size(), &builder.furthest};
    if (nlohmann::json::sax_parse(begin, end, &builder)) return std::move(builder.root);
    fault = builder.fault;
    return fail(std::move(builder.error));
}

}  // namespace bichig::format
