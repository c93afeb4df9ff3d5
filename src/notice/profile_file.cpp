// Finds profiles and reads their TOML: a value for each key of the table below, and an error for any other key.
#include <bichig/notice/profile.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

#include <toml++/toml.h>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

#include <notice/internal/profiles.h>

namespace bichig::notice {

namespace {

namespace fs = std::filesystem;
using document::HanFace;
using document::MongolianFace;

/// The roles of text in fonts/catalogue.toml that an official document uses.
constexpr std::string_view font_roles[] = {"mongolian", "mongolian-title", "han-fangsong", "han-song", "han-hei",
                                           "han-kai",   "han-title",       "latin"};

constexpr int deepest = 8;  ///< profiles that are based on one another

template <class T>
struct Name {
    std::string_view name;
    T value;
};
constexpr Name<ScriptOrder> orders[] = {{"mongolian_first", ScriptOrder::mongolian_first},
                                        {"chinese_first", ScriptOrder::chinese_first}};
constexpr Name<HanFace> han_faces[] = {{"fangsong", HanFace::fangsong}, {"song", HanFace::song},
                                       {"hei", HanFace::hei},           {"kai", HanFace::kai},
                                       {"title", HanFace::title}};
constexpr Name<MongolianFace> mongolian_faces[] = {{"text", MongolianFace::text}, {"title", MongolianFace::title}};

std::string known_names() {
    std::string names;
    for (const OwnProfile& own : own_profiles) names.append(names.empty() ? "" : ", ").append(own.name);
    return names;
}

bool is_file_name(const std::string& name) {
    return name.find('/') != std::string::npos || (name.size() > 5 && name.substr(name.size() - 5) == ".toml");
}

class Reader {
public:
    Reader(const std::string& name, std::string folder, int depth)
        : name_{name}, folder_{std::move(folder)}, depth_{depth} {}

    Result<Profile> read(std::string_view text) {
        try {
            root_ = toml::parse(text, name_);
            read_values();
        } catch (const toml::parse_error& fault) {
            return fail({ErrorCode::invalid_input, "no TOML: " + std::string{fault.description()},
                         "write lines 'key = value'", place(fault.source())});
        } catch (Error& error) {
            return fail(std::move(error));
        }
        return profile_;
    }

private:
    Place place(const toml::source_region& source, std::string key = {}) const {
        return {name_, source.begin.line, source.begin.column, std::move(key)};
    }

    static std::string key_of(std::string_view section, std::string_view key) {
        return section.empty() ? std::string{key} : std::string{section}.append(".").append(key);
    }

    const toml::node* find(std::string_view section, std::string_view key) {
        known_.insert(key_of(section, key));
        const toml::table* table = section.empty() ? &root_ : root_[section].as_table();
        return table != nullptr ? table->get(key) : nullptr;
    }

    [[noreturn]] void refuse(const toml::node& node, const std::string& key, std::string message,
                             std::string hint) const {
        throw Error{ErrorCode::invalid_input, std::move(message), std::move(hint), place(node.source(), key)};
    }

    void number(std::string_view section, std::string_view key, double low, double high, double& out) {
        const toml::node* node = find(section, key);
        if (node == nullptr) return;
        const auto value = node->value<double>();
        if (!value || !(*value >= low) || !(*value <= high)) {
            const auto text = [](double bound) { return std::to_string(static_cast<int>(bound)); };
            refuse(*node, key_of(section, key), "a number from " + text(low) + " to " + text(high) + " is wanted here",
                   "write it without quotes");
        }
        out = *value;
    }
    void points(std::string_view section, std::string_view key, Length& out, double high = 40) {
        double value = out.in_points();
        number(section, key, 4, high, value);
        if (value != out.in_points()) out = Length::points(value);
    }
    void millimetres(std::string_view section, std::string_view key, Length& out, double high = 200) {
        double value = -1;
        number(section, key, 0, high, value);
        if (value >= 0) out = Length::millimetres(value);
    }
    void lines(std::string_view section, std::string_view key, int& out) {
        double value = out;
        number(section, key, 0, 10, value);
        out = static_cast<int>(value);
    }
    void boolean(std::string_view section, std::string_view key, bool& out) {
        const toml::node* node = find(section, key);
        if (node == nullptr) return;
        const auto value = node->value<bool>();
        if (!value) refuse(*node, key_of(section, key), "true or false is wanted here", "write it without quotes");
        out = *value;
    }
    const toml::node* text(std::string_view section, std::string_view key, std::string& out) {
        const toml::node* node = find(section, key);
        if (node == nullptr) return nullptr;
        const auto value = node->value<std::string>();
        if (!value || value->size() > 200) {
            refuse(*node, key_of(section, key), "a short text is wanted here", "write it between quotes");
        }
        out = *value;
        return node;
    }
    void text(std::string_view section, std::string_view key, std::u16string& out) {
        std::string utf8;
        if (text(section, key, utf8) != nullptr) out = to_utf16(utf8).value_or(std::u16string{});
    }
    template <class T, std::size_t count>
    void one_of(std::string_view section, std::string_view key, const Name<T> (&names)[count], T& out) {
        std::string value;
        const toml::node* node = text(section, key, value);
        if (node == nullptr) return;
        std::string known;
        for (const Name<T>& name : names) {
            if (value == name.name) {
                out = name.value;
                return;
            }
            known.append(known.empty() ? "" : ", ").append(name.name);
        }
        refuse(*node, key_of(section, key), "'" + value + "' is not known here", "known are " + known);
    }

    void read_values() {
        std::string base;
        if (const toml::node* node = text("", "based_on", base)) {
            if (depth_ >= deepest) refuse(*node, "based_on", "profiles go on and on", "base none on itself");
            Result<Profile> found = find(base, *node);
            if (!found) throw found.error();
            profile_ = std::move(*found);
        }
        profile_.name = name_;
        text("", "title", profile_.title);
        one_of("", "script_order", orders, profile_.script_order);
        if (profile_.script_order == ScriptOrder::unstated) {
            throw Error{ErrorCode::invalid_input, "the profile does not say which script stands first",
                        "add script_order = \"mongolian_first\" or \"chinese_first\"", {name_, 1, 1, "script_order"}};
        }
        boolean("", "both_scripts", profile_.both_scripts);
        boolean("", "check_number", profile_.check_number);
        read_head();
        read_type();
        read_gaps("horizontal", profile_.horizontal);
        read_gaps("vertical", profile_.vertical);
        read_letter();
        millimetres("seals", "diameter_mm", profile_.seals.diameter, 70);
        millimetres("seals", "gap_mm", profile_.seals.gap, 50);
        millimetres("seals", "signature_mm", profile_.seals.signature, 100);
        boolean("minutes", "red_rule", profile_.minutes_rule);
        read_fonts();
        refuse_unknown();
    }

    Result<Profile> find(const std::string& base, const toml::node& node);

    void read_head() {
        std::string colour;
        if (const toml::node* node = text("head", "colour", colour)) {
            const bool good = colour.size() == 7 && colour.front() == '#' &&
                              colour.find_first_not_of("0123456789ABCDEFabcdef", 1) == std::string::npos;
            if (!good) refuse(*node, "head.colour", "'" + colour + "' is no colour", "write #RRGGBB");
            const unsigned long value = std::stoul(colour.substr(1), nullptr, 16);
            profile_.red = {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                            static_cast<std::uint8_t>(value)};
        }
        millimetres("head", "rule_mm", profile_.head_rule, 10);
        millimetres("head", "rule_gap_mm", profile_.head_rule_gap);
        text("page_number", "before", profile_.page_number_before);
        text("page_number", "after", profile_.page_number_after);
    }

    void read_type() {
        Sizes& sizes = profile_.sizes;
        points("sizes_pt", "text", sizes.text, 24);  // lines are 28.99 pt apart
        points("sizes_pt", "title", sizes.title);
        points("sizes_pt", "back_matter", sizes.back_matter);
        points("sizes_pt", "page_number", sizes.page_number);
        points("sizes_pt", "table", sizes.table);
        points("sizes_pt", "largest_mark", sizes.largest_mark, 200);
        points("sizes_pt", "smallest_mark", sizes.smallest_mark);
        sizes.smallest_mark = std::min(sizes.smallest_mark, sizes.largest_mark);
        Faces& faces = profile_.faces;
        one_of("faces", "mark", han_faces, faces.mark);
        one_of("faces", "title", han_faces, faces.title);
        one_of("faces", "text", han_faces, faces.text);
        one_of("faces", "level_1", han_faces, faces.level_1);
        one_of("faces", "level_2", han_faces, faces.level_2);
        one_of("faces", "mongolian_mark", mongolian_faces, faces.mongolian_mark);
        one_of("faces", "mongolian_title", mongolian_faces, faces.mongolian_title);
    }

    void read_fonts() {
        for (const std::string_view role : font_roles) {
            std::string name;
            const toml::node* node = text("fonts", role, name);
            if (node == nullptr) continue;
            if (name.empty()) refuse(*node, key_of("fonts", role), "a font without a name", "name its family");
            std::erase_if(profile_.fonts, [&](const document::FontChoice& own) { return own.role == role; });
            profile_.fonts.push_back({std::string{role}, name});
        }
    }

    void read_gaps(std::string_view section, Gaps& gaps) {
        millimetres(section, "mark_offset_mm", gaps.mark_offset, 100);
        millimetres(section, "order_mark_offset_mm", gaps.order_mark_offset, 100);
        lines(section, "number_gap", gaps.number);
        lines(section, "title_gap", gaps.title);
        lines(section, "signature_gap", gaps.signature);
    }

    void read_letter() {
        LetterPage& letter = profile_.letter;
        millimetres("letter", "mark_mm", letter.mark, 100);
        millimetres("letter", "rule_gap_mm", letter.rule_gap, 50);
        millimetres("letter", "foot_mm", letter.foot, 100);
        millimetres("letter", "start_overhang_mm", letter.start_overhang, 20);
    millimetres("letter", "end_overhang_mm", letter.end_overhang, 20);
        millimetres("letter", "thick_mm", letter.thick, 10);
        millimetres("letter", "thin_mm", letter.thin, 10);
        millimetres("letter", "between_mm", letter.between, 10);
        number("letter", "text_gap", 0, 5, letter.text_gap);
        boolean("letter", "first_page_number", letter.first_page_number);
    }

    void refuse_unknown() const {
        const auto refuse_key = [&](const toml::key& key, const std::string& name) {
            std::string names;
            for (const std::string& known : known_) names.append(names.empty() ? "" : ", ").append(known);
            throw Error{ErrorCode::invalid_input, "unknown key", "known keys are " + names, place(key.source(), name)};
        };
        for (const auto& [key, node] : root_) {
            const std::string section{key.str()};
            if (const toml::table* table = node.as_table()) {
                for (const auto& [inner, value] : *table) {
                    const std::string name = key_of(section, inner.str());
                    if (known_.count(name) == 0) refuse_key(inner, name);
                }
            } else if (known_.count(section) == 0) {
                refuse_key(key, section);
            }
        }
    }

    std::string name_;
    std::string folder_;
    int depth_;
    toml::table root_;
    std::set<std::string> known_;
    Profile profile_;
};

bool is_below(const fs::path& file, const fs::path& folder) {
    const auto [part, other] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    (void)other;
    return part == folder.end();
}

Result<std::string> read_confined(const std::string& name, const std::string& base_folder) {
    std::error_code error;
    const fs::path folder = fs::canonical(base_folder.empty() ? "." : base_folder, error);
    const fs::path file = name.find('\0') == std::string::npos ? fs::canonical(folder / name, error) : fs::path{};
    if (error || file.empty() || !fs::is_regular_file(file, error)) {
        return fail({ErrorCode::not_found, "there is no profile '" + name + "'",
                     "name a file beside the document, or one of " + known_names(), {}});
    }
    if (fs::path{name}.is_absolute() || !is_below(file, folder)) {
        return fail({ErrorCode::invalid_input, "profile '" + name + "' is outside the folder of the document",
                     "copy it into that folder", {}});
    }
    constexpr std::uintmax_t largest = 1 << 20;
    if (fs::file_size(file, error) > largest) {
        return fail({ErrorCode::unsupported, "profile '" + name + "' is larger than 1 MB", "name a TOML file", {}});
    }
    return read_file(file.string());
}

Result<Profile> found_profile(const std::string& name, const std::string& base_folder, int depth) {
    for (const OwnProfile& own : own_profiles) {
        if (own.name == name) return Reader{name, base_folder, depth}.read(own.toml);
    }
    if (!is_file_name(name)) {
        return fail({ErrorCode::invalid_input, "there is no profile '" + name + "'",
                     "known are " + known_names() + "; a file is named with its folder, as ./office.toml", {}});
    }
    const Result<std::string> text = read_confined(name, base_folder);
    if (!text) return fail(text.error());
    return Reader{name, base_folder, depth}.read(*text);
}

Result<Profile> Reader::find(const std::string& base, const toml::node& node) {
    Result<Profile> found = found_profile(base, folder_, depth_ + 1);
    if (!found && found.error().where.file.empty()) {
        Error error = found.error();
        error.where = place(node.source(), "based_on");
        return fail(std::move(error));
    }
    return found;
}

}  // namespace

std::string name_of(ScriptOrder order) {
    for (const auto& [name, value] : orders) {
        if (value == order) return std::string{name};
    }
    return {};
}

std::vector<std::string> profile_names() {
    std::vector<std::string> names;
    for (const OwnProfile& own : own_profiles) names.emplace_back(own.name);
    return names;
}

Result<Profile> find_profile(const std::string& name, const std::string& base_folder) {
    return found_profile(name, base_folder, 0);
}

Result<Profile> read_profile(const std::string& toml, const std::string& name) {
    return Reader{name, "", 0}.read(toml);
}

}  // namespace bichig::notice
