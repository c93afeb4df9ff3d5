// What an editor checks the spelling of its text with.
#pragma once

#include <memory>

#include <QString>

#include <bichig/c/spelling.h>

namespace bichig::qt {

/// A checker of spelling with the user's own words: shared resource. Any number of editors may share one; all of them
/// know at once what one has learnt. GUI thread.
class Speller {
public:
    /// Checks nothing.
    Speller() = default;

    /// Of the dictionary in the folder `dictionary` ("share/bichig/dictionaries/mn_Mong_CN"), and of the words of the
    /// file `own`, to which learn() adds; it need not exist, and empty keeps such words for this run alone. Null and
    /// the reason where that fails.
    static Speller open(const QString& dictionary, const QString& own, QString* reason = nullptr);

    bool isNull() const { return !state_; }
    /// For calls of bichig/c; NULL where isNull().
    const bichig_checker* handle() const;
    /// Whether NNBSP is right before a suffix, as in text of before 2023; else the suffix is wrong, its suggestion has
    /// MVS (default). Of this value alone, not of those that share its words; set it before setSpeller().
    bool acceptsNnbsp() const { return accepts_nnbsp_; }
    void setAcceptNnbsp(bool on) { accepts_nnbsp_ = on; }
    /// Takes a word as right from now on, for this user (learn) or for this run (ignore). Editors check anew when their
    /// recheckSpelling() is called; the one whose menu it was chosen from does so itself.
    bool learn(const QString& word, QString* reason = nullptr) const;
    void ignore(const QString& word) const;

private:
    struct State;
    std::shared_ptr<State> state_;
    bool accepts_nnbsp_ = false;
};

}  // namespace bichig::qt
