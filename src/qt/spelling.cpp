// Checkers of spelling for editors.
#include <bichig/qt/spelling.h>

#include <QFile>

#include "qt/internal/text_box.h"

namespace bichig::qt {

struct Speller::State {
    ~State() {
        bichig_checker_close(checker);
        bichig_personal_close(ignored);
        bichig_personal_close(own);
        bichig_dictionary_close(dictionary);
    }
    bichig_dictionary* dictionary = nullptr;
    bichig_personal* own = nullptr;
    bichig_personal* ignored = nullptr;
    bichig_checker* checker = nullptr;
};

Speller Speller::open(const QString& dictionary, const QString& own, QString* reason) {
    const QByteArray folder = QFile::encodeName(dictionary);
    const QByteArray file = QFile::encodeName(own);
    auto state = std::make_shared<State>();
    bichig_error error = BICHIG_ERROR_INIT;
    const auto made = [&](bichig_status status) { return status == BICHIG_OK; };
    if (made(bichig_dictionary_open(folder.constData(), 0, &state->dictionary, &error)) &&
        made(bichig_personal_open(file.isEmpty() ? nullptr : file.constData(), &state->own, &error)) &&
        made(bichig_personal_open(nullptr, &state->ignored, &error))) {
        bichig_personal* const personal[] = {state->own, state->ignored};
        bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
        options.dictionary = state->dictionary;
        options.personal = personal;
        options.personal_count = 2;
        if (made(bichig_checker_open(&options, &state->checker, &error))) {
            Speller speller;
            speller.state_ = state;
            return speller;
        }
    }
    if (reason != nullptr) *reason = QString::fromUtf8(error.message);
    return {};
}

const bichig_checker* Speller::handle() const { return state_ ? state_->checker : nullptr; }

bool Speller::learn(const QString& word, QString* reason) const {
    bichig_error error = BICHIG_ERROR_INIT;
    if (state_ && bichig_personal_add_utf16(state_->own, units(word), static_cast<std::size_t>(word.size()), nullptr, 0,
                                            &error) == BICHIG_OK) {
        return true;
    }
    if (reason != nullptr) *reason = QString::fromUtf8(error.message);
    return false;
}

void Speller::ignore(const QString& word) const {
    if (!state_) return;
    bichig_personal_add_utf16(state_->ignored, units(word), static_cast<std::size_t>(word.size()), nullptr, 0, nullptr);
}

}  // namespace bichig::qt
