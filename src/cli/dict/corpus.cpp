// The files of a corpus, found and counted.
#include <algorithm>
#include <filesystem>

#include <bichig/lexicon/cover.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_pages.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

namespace fs = std::filesystem;

Result<std::vector<std::string>> corpus_files(const std::vector<std::string>& named) {
    std::vector<std::string> files;
    for (const std::string& path : named) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            files.push_back(path);
            continue;
        }
        std::vector<std::string> found;
        for (fs::recursive_directory_iterator at{path, failed}, end; !failed && at != end; at.increment(failed)) {
            const std::string extension = at->path().extension().string();
            const bool text = extension == ".txt" || extension == ".md" || extension == ".tsv" || extension == ".csv";
            if (text && at->is_regular_file(failed)) found.push_back(at->path().string());
        }
        if (failed) {
            return fail({ErrorCode::system, "the folder cannot be read: " + failed.message(), "check its permissions",
                         Place{path, 0, 0, {}}});
        }
        if (found.empty()) {
            return fail({ErrorCode::invalid_input, "the folder holds no .txt, .md, .tsv or .csv file",
                         "name the files themselves", Place{path, 0, 0, {}}});
        }
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

Result<lexicon::Coverage> cover_files(const lexicon::Lexicon& dictionary, const std::vector<std::string>& files) {
    lexicon::CoverageCounter counter{dictionary};
    ProgressLine progress{"reading the corpus"};
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto text = read_text(files[i], TextFileOptions{});
        if (!text) return fail(text.error());
        counter.add(text->text, files[i]);
        progress.show(i + 1, files.size());
    }
    return counter.finish();
}

}  // namespace bichig::cli
