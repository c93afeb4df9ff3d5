// What the C++ wrapper is made of: errors of the C interface as exceptions, its handles and blocks as owners.
#ifndef BICHIG_C_CALL_HPP
#define BICHIG_C_CALL_HPP

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <bichig/c/bichig.h>

namespace bichig::c_api {

/// Why a call failed, as bichig_error has it.
class Error : public std::exception {
public:
    explicit Error(const bichig_error& error) : error_(error) {}
    const char* what() const noexcept override { return error_.message; }
    bichig_status status() const noexcept { return error_.status; }
    const bichig_error& details() const noexcept { return error_; }

private:
    bichig_error error_;
};

namespace internal {

struct Release {
    void operator()(void* block) const { bichig_free(block); }
    void operator()(bichig_fonts* fonts) const { bichig_fonts_close(fonts); }
    void operator()(bichig_layout* layout) const { bichig_layout_close(layout); }
    void operator()(bichig_document* document) const { bichig_document_close(document); }
    void operator()(bichig_collator* collator) const { bichig_collator_close(collator); }
    void operator()(bichig_pdf_info* info) const { bichig_pdf_info_close(info); }
    void operator()(bichig_pages* pages) const { bichig_pages_close(pages); }
    void operator()(bichig_files* files) const { bichig_files_free(files); }
    void operator()(bichig_findings* findings) const { bichig_findings_free(findings); }
    void operator()(bichig_dictionary* dictionary) const { bichig_dictionary_close(dictionary); }
    void operator()(bichig_hunspell* hunspell) const { bichig_hunspell_close(hunspell); }
    void operator()(bichig_personal* personal) const { bichig_personal_close(personal); }
    void operator()(bichig_checker* checker) const { bichig_checker_close(checker); }
    void operator()(bichig_editor* editor) const { bichig_editor_close(editor); }
    void operator()(bichig_spelling_job* job) const { bichig_spelling_job_free(job); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

/// Runs a call that takes a bichig_error last.
template <class Call>
void check(Call&& call) {
    bichig_error error = BICHIG_ERROR_INIT;
    if (call(&error) != BICHIG_OK) throw Error(error);
}

/// A call that hands out an array.
template <class T, class Call>
std::vector<T> array(Call&& call) {
    T* items = nullptr;
    std::size_t count = 0;
    check([&](bichig_error* error) { return call(&items, &count, error); });
    const std::unique_ptr<void, Release> owned(items);
    return std::vector<T>(items, items + count);
}

/// A call that hands out an array with texts that live as long as its block.
template <class T, class Call, class Take>
void for_each(Call&& call, Take&& take) {
    T* items = nullptr;
    std::size_t count = 0;
    check([&](bichig_error* error) { return call(&items, &count, error); });
    const std::unique_ptr<void, Release> owned(items);
    for (std::size_t i = 0; i < count; ++i) take(items[i]);
}

/// A call that hands out a text.
template <class Call>
std::string text(Call&& call) {
    char* bytes = nullptr;
    std::size_t size = 0;
    check([&](bichig_error* error) { return call(&bytes, &size, error); });
    const std::unique_ptr<void, Release> owned(bytes);
    return std::string(bytes, size);
}

}  // namespace internal

}  // namespace bichig::c_api

#endif
