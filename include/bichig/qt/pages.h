// The pages of a document or an official notice, set and ready to be shown or printed.
#pragma once

#include <memory>

#include <QString>

#include <bichig/c/pages.h>
#include <bichig/qt/fonts.h>

class QPrinter;

namespace bichig::qt {

/// Pages of a document: shared resource, any thread. Setting a long document takes its time: read() may run on another
/// thread, and its result be given to PageView::setPages().
class Pages {
public:
    /// No pages.
    Pages() = default;

    /// Sets a document of Markdown or JSON. Images and profiles come from `folder` (empty: the current one). What is
    /// wrong with the text is in `reason`, with its line and column, and the result is null.
    static Pages read(const QString& text, bichig_source source, const QString& folder, const Fonts& fonts,
                      QString* reason = nullptr);
    /// The same of a file: ".json" is JSON, anything else Markdown; its folder is that of images.
    static Pages open(const QString& file, const Fonts& fonts, QString* reason = nullptr);
    /// Takes over a handle of bichig_pages_open(), which it will close.
    static Pages adopt(bichig_pages* handle);

    bool isNull() const { return !handle_; }
    int count() const;
    /// In points; page 0 is the first.
    QSizeF size(int page) const;
    QString text(int page) const;

    /// Prints them, or the pages that `printer` has been told to, as vectors and in their own size; on smaller paper
    /// they are made smaller. Whether anything was printed.
    bool print(QPrinter& printer) const;

    /// For calls of bichig/c; NULL where isNull().
    const bichig_pages* handle() const { return handle_.get(); }

private:
    std::shared_ptr<bichig_pages> handle_;
};

}  // namespace bichig::qt
