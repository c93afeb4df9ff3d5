// Sets pages beside the typing: on another thread, when the writer takes a pause, the newest text alone.
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "document.h"

namespace qt_editor {

class PageSetter : public QObject {
    Q_OBJECT

public:
    /// `source` is asked for the text when its pages are set.
    explicit PageSetter(std::function<Source()> source, QObject* parent = nullptr);
    /// Waits for a PDF that is being written.
    ~PageSetter() override;

    /// Whether what was set() last is of the text as it is now.
    bool is_settled() const { return !pause_.isActive() && !running_; }
    /// Sets pages when nothing was changed for a moment.
    void set_soon();
    void set_now();
    /// Calls back, once, as soon as pages of the text as it is now are there.
    void when_settled(std::function<void(const Document&)> call);
    /// Writes the text as it is now; written() says when.
    void write_pdf(const QString& path);

Q_SIGNALS:
    void set(const qt_editor::Document& document);
    void written(const QString& path, const QVector<qt_editor::Message>& messages);

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    void run(std::function<void()> work);
    void take(const Document& document, const Flag& cancelled);

    std::function<Source()> source_;
    QTimer pause_;
    QThreadPool thread_;
    Flag running_;  ///< what cancels the setting that runs
    Document last_;
    QVector<std::function<void(const Document&)>> waiting_;
};

}  // namespace qt_editor
