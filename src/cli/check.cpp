// `bichig check`: the findings in text files and documents, and the certain ones mended where that is asked for.
#include "cli/internal/check.h"

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

namespace bichig::cli {

namespace {

using Classes = std::set<spell::FaultClass>;

std::string check_classes(const std::string& names) {
    std::istringstream list{names};
    for (std::string name; std::getline(list, name, ',');) {
        if (!spell::fault_class_named(name)) {
            return "there is no class '" + name + "' (classes: encoding, suffix, spelling, unknown, name, mixed)";
        }
    }
    return {};
}

Classes classes_named(const std::string& names) {
    Classes classes;
    std::istringstream list{names};
    for (std::string name; std::getline(list, name, ',');) classes.insert(*spell::fault_class_named(name));
    return classes;
}

/// One run of the command.
class Check {
public:
    Check(const CheckCommand& command, const spell::Checker& checker)
        : command_{command},
          checker_{checker},
          fix_{classes_named(command.fix)},
          shown_{classes_named(command.classes)} {}

    Exit run() {
        for (const std::string& path : command_.files.inputs) {
            if (auto done = check_file(path); !done) return report(done.error());
        }
        if (command_.sarif) {
            if (const Exit printed = print(as_sarif(findings_)); printed != Exit::done) return printed;
        }
        print_summary();
        return found_ ? Exit::found : Exit::done;
    }

private:
    Result<void> check_file(const std::string& path) {
        auto file = CheckedFile::read(path, command_.files);
        if (!file) return fail(file.error());
        spell::CheckResult result = checker_.check(file->text(), command_.spelling.check_options());
        words_ += result.words;
        if (!result.searched) {
            std::fprintf(stderr, "bichig: %s: has too many unknown words: the last have no suggestions (split it)\n",
                         path.c_str());
        }
        std::vector<CheckedFile::Replacement> replacements;
        FilePlaces place_of{*file};
        std::string out;
        for (spell::Finding& finding : result.findings) {
            ++counts_[finding.fault];
            found_ = found_ || counts_as_fault(finding.fault);
            const TextRange source = file->source_range(finding.range);
            const bool fixes = finding.certain && !finding.suggestions.empty() && fix_.count(finding.fault) > 0;
            if (fixes) replacements.push_back({source, finding.suggestions.front().text});
            if (!is_listed(finding.fault) && !fixes) continue;
            PlacedFinding placed;
            placed.file = path;
            placed.place = place_of(source);
            placed.has_bytes = file->encoding() != text::Encoding::gb18030;
            placed.fixed = fixes;
            placed.text = file->text().substr(finding.range.begin, finding.range.size());
            placed.finding = std::move(finding);
            list(std::move(placed), out);
        }
        if (auto written = show(out); !written) return written;
        return command_.fix.empty() ? Result<void>{} : write_fixed(*file, replacements);
    }

    /// Programs are told everything, people what is a fault, unless they ask for more.
    bool is_listed(spell::FaultClass fault) const {
        if (!shown_.empty()) return shown_.count(fault) > 0;
        return command_.json || command_.sarif || command_.all || spell::is_fault(fault);
    }
    bool counts_as_fault(spell::FaultClass fault) const {
        if (!shown_.empty()) return shown_.count(fault) > 0;
        return command_.all || spell::is_fault(fault);
    }

    void list(PlacedFinding placed, std::string& out) {
        if (command_.sarif) {
            findings_.push_back(std::move(placed));
        } else if (command_.json) {
            out += as_json(placed).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
        } else {
            out += as_line(placed);
        }
    }

    static Result<void> put(const std::string& bytes, std::FILE* stream) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size() && std::fflush(stream) == 0) return {};
        return fail({ErrorCode::system, "standard output cannot be written", "check the disk or the pipe", {}});
    }

    /// Findings go to standard output, unless the mended text of standard input does.
    Result<void> show(const std::string& out) const {
        const bool text_goes_there = !command_.fix.empty() && command_.files.inputs.front() == "-";
        return put(out, text_goes_there ? stderr : stdout);
    }

    /// Writes the mended file over itself; what nothing was mended in is not touched.
    static Result<void> write_fixed(const CheckedFile& file,
                                    const std::vector<CheckedFile::Replacement>& replacements) {
        const bool standard = file.path() == "-";
        if (replacements.empty() && !standard) return {};
        auto bytes = file.bytes_with(replacements);
        if (!bytes) return fail(bytes.error());
        if (standard) return put(*bytes, stdout);
        auto out = OutputFile::create(file.path());
        if (!out) return fail(out.error());
        if (auto written = out->write(*bytes); !written) return written;
        return out->commit();
    }

    void print_summary() const {
        if (!command_.summary) return;
        std::string line = std::to_string(words_) + " words;";
        char part[64];
        for (unsigned number = 0; number < spell::fault_class_count; ++number) {
            const auto fault = static_cast<spell::FaultClass>(number);
            const auto found = counts_.find(fault);
            const double count = found == counts_.end() ? 0 : static_cast<double>(found->second);
            std::snprintf(part, sizeof part, " %s %.0f (%.1f per 1,000)", std::string(name(fault)).c_str(), count,
                          words_ > 0 ? 1000 * count / static_cast<double>(words_) : 0);
            line += part;
        }
        std::fprintf(stderr, "bichig: %s\n", line.c_str());
    }

    const CheckCommand& command_;
    const spell::Checker& checker_;
    Classes fix_;
    Classes shown_;
    std::vector<PlacedFinding> findings_;
    std::map<spell::FaultClass, std::uint64_t> counts_;
    std::uint64_t words_ = 0;
    bool found_ = false;
};

Exit check(const CheckCommand& command) {
    auto checker = open_checker(command.spelling);
    if (!checker) return report(checker.error());
    if (command.lines) return check_lines(command, *checker);
    return Check{command, *checker}.run();
}

}  // namespace

std::function<Exit()> declare_check(ArgumentTable& app) {
    auto command = std::make_shared<CheckCommand>();
    declare_inputs(app, command->files);
    declare_spelling_options(app, command->spelling);
    const ValueCheck classes = listed("{encoding,suffix,spelling,unknown,name,mixed},...", check_classes);
    app.add_option("--fix", command->fix,
                   "Write certain corrections of these classes into the files, such as encoding or encoding,suffix")
        .check(classes);
    app.add_option("--classes", command->classes,
                   "Only these classes: encoding, suffix, spelling, unknown, name, mixed")
        .check(classes);
    app.add_flag("--all", command->all, "Unknown words and names count as faults too");
    auto json = app.add_flag("--json", command->json, "One JSON object a finding, each on a line");
    auto sarif = app.add_flag("--sarif", command->sarif, "A log of SARIF 2.1.0").excludes(json);
    app.add_flag("--lines", command->lines,
                 "Input and output are JSON lines: objects with a \"text\" gain \"findings\"")
        .excludes(sarif);
    app.add_flag("--summary", command->summary, "Count words and findings of each class, on standard error");
    return [command] { return check(*command); };
}

}  // namespace bichig::cli
