// Writes the files of a site.
#include <algorithm>
#include <filesystem>
#include <set>

#include <bichig/base/file.h>

#include "lexicon/internal/site.h"
#include "lexicon/internal/site_files.h"

namespace bichig::lexicon {

namespace {

namespace fs = std::filesystem;

/// Writes files into one folder and keeps account of them.
class Writer {
public:
    Writer(std::string folder, SiteReport& report) : folder_{std::move(folder)}, report_{report} {}

    Result<void> write(const std::string& name, std::string_view bytes) {
        auto file = OutputFile::create(folder_ + "/" + name);
        if (!file) return fail(file.error());
        if (auto written = file->write(bytes); !written) return written;
        if (auto done = file->commit(); !done) return done;
        report_.bytes += bytes.size();
        report_.files.push_back(folder_ + "/" + name);
        names_.insert(name);
        return {};
    }

    /// Removes scripts and pages of an earlier site that were not written again.
    void remove_others() const {
        std::error_code failed;
        std::vector<fs::path> old;
        for (fs::directory_iterator at{folder_ + "/data", failed}, end; !failed && at != end; at.increment(failed)) {
            const std::string name = at->path().filename().string();
            const bool ours = name.starts_with("list-") || name.starts_with("detail-") || name == "history.js" ||
                              name == "glossary.js";
            if (ours && name.ends_with(".js") && !names_.contains("data/" + name)) old.push_back(at->path());
        }
        if (!names_.contains("coverage.html")) old.push_back(fs::path{folder_} / "coverage.html");
        for (const fs::path& path : old) fs::remove(path, failed);
    }

private:
    std::string folder_;
    SiteReport& report_;
    std::set<std::string> names_;
};

/// `text` with the title of the dictionary in its places.
std::string with_title(std::string_view text, const Manifest& manifest) {
    std::string out{text};
    constexpr std::string_view mark = "{{title}}";
    const std::string title = escaped(manifest.title);
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + title.size())) {
        out.replace(at, mark.size(), title);
    }
    return out;
}

Result<void> write_rows(Writer& writer, SiteData& data) {
    const std::size_t all = data.rows.size();
    const std::size_t list = std::max<std::size_t>(1, data.options.entries_per_list);
    const std::size_t detail = std::max<std::size_t>(1, data.options.entries_per_detail);
    for (std::size_t begin = 0; begin < all; begin += list) {
        const std::string number = std::to_string(begin / list);
        const std::string script = list_script(data, begin / list, begin, std::min(all, begin + list));
        if (auto done = writer.write("data/list-" + number + ".js", script); !done) return done;
    }
    for (std::size_t begin = 0; begin < all; begin += detail) {
        const std::string number = std::to_string(begin / detail);
        const std::string script = detail_script(data, begin / detail, begin, std::min(all, begin + detail));
        if (auto done = writer.write("data/detail-" + number + ".js", script); !done) return done;
    }
    return writer.write("data/meta.js", meta_script(data));
}

Result<void> write_parts(Writer& writer, const SiteData& data, const Progress& progress) {
    const Lexicon& lexicon = data.lexicon;
    const SiteOptions& options = data.options;
    if (auto done = writer.write("data/lint.js", lint_script(lexicon)); !done) return done;
    if (auto done = writer.write("data/collisions.js", collisions_script(lexicon, progress)); !done) return done;
    if (options.before != nullptr) {
        const std::string script = history_script(*options.before, lexicon, options.form_limit, progress);
        if (auto done = writer.write("data/history.js", script); !done) return done;
    }
    if (lexicon.source().glossary) {
        if (auto done = writer.write("data/glossary.js", glossary_script(lexicon)); !done) return done;
    }
    if (options.coverage != nullptr) {
        const std::string page = coverage_page(lexicon, *options.coverage, options.unknown_limit, options.font);
        if (auto done = writer.write("coverage.html", page); !done) return done;
    }
    return {};
}

}  // namespace

Result<SiteReport> write_site(const Lexicon& lexicon, const std::string& folder, const SiteOptions& options,
                              const Progress& progress) {
    std::error_code failed;
    fs::create_directories(folder + "/data", failed);
    if (failed) {
        return fail({ErrorCode::system, "the folder cannot be made: " + failed.message(), "name another one",
                     Place{folder, 0, 0, {}}});
    }
    SiteReport report;
    Writer writer{folder, report};
    SiteData data = site_data(lexicon, options);
    report.entries = data.rows.size();
    if (auto done = write_rows(writer, data); !done) return fail(done.error());
    if (auto done = write_parts(writer, data, progress); !done) return fail(done.error());
    if (auto done = writer.write("font.css", font_face(options.font)); !done) return fail(done.error());
    for (const SiteFile& file : site_files) {
        if (file.name == "index.html") continue;  // the last, so that it opens only what is there
        if (auto done = writer.write(std::string{file.name}, file.bytes); !done) return fail(done.error());
    }
    for (const SiteFile& file : site_files) {
        if (file.name != "index.html") continue;
        const std::string page = with_title(file.bytes, lexicon.source().manifest);
        if (auto done = writer.write("index.html", page); !done) return fail(done.error());
    }
    writer.remove_others();
    return report;
}

}  // namespace bichig::lexicon
