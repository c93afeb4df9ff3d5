// Cleaning of text that comes from other programs: legacy encodings and the older connectors of suffixes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/edit/options.h>
#include <bichig/script/legacy.h>
#include <bichig/script/normal_form.h>

namespace bichig::edit {

/// How pasted text is cleaned. Value.
struct PasteOptions {
    bool clean = true;
    std::string font{};  ///< name of the font that the text was set in, where it is known: it may say the encoding
    std::optional<script::Legacy> legacy{};  ///< the encoding where it is known; else it is detected
    /// What stands before a suffix; `keep` leaves connectors as they are.
    script::Connector connector = script::Connector::mvs;
};

/// What cleaning found and did. Value.
struct CleanReport {
    script::LegacyDetection detected{};  ///< refused: the text is in no encoding that could be told, and stayed
    std::size_t words_converted = 0;   ///< from the legacy encoding
    std::size_t words_kept = 0;        ///< that could not be converted, and stand as they were
    std::size_t connectors = 0;        ///< that were replaced
    std::vector<std::string_view> remarks{};  ///< ids of what the conversion remarked, each once; static storage

    bool changed() const { return words_converted + connectors > 0; }
};

/// A cleaned text. Value.
struct CleanText {
    std::u16string text;
    CleanReport report;
};

/// `text` in Unicode with its connectors as asked for. Total; any thread.
CleanText clean(std::u16string_view text, const PasteOptions& options = {});

/// What a paste did. Value.
struct PasteReport {
    TextStretch range{};   ///< where the pasted text stands
    CleanReport clean{};   ///< nothing where it was not asked for
    bool cut = false;      ///< not all of it fitted in
};

}  // namespace bichig::edit
