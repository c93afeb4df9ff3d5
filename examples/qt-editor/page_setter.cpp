// The thread that sets pages, and what comes back from it.
#include "page_setter.h"

#include <utility>

#include <QRunnable>

namespace qt_editor {

namespace {

constexpr int pause = 300;  ///< milliseconds without typing

class Work : public QRunnable {
public:
    explicit Work(std::function<void()> work) : work_{std::move(work)} {}
    void run() override { work_(); }

private:
    std::function<void()> work_;
};

}  // namespace

PageSetter::PageSetter(std::function<Source()> source, QObject* parent)
    : QObject{parent}, source_{std::move(source)} {
    pause_.setSingleShot(true);
    pause_.setInterval(pause);
    connect(&pause_, &QTimer::timeout, this, &PageSetter::set_now);
    thread_.setMaxThreadCount(1);
}

PageSetter::~PageSetter() {
    if (running_) running_->store(true);
    thread_.waitForDone();
}

void PageSetter::run(std::function<void()> work) { thread_.start(new Work(std::move(work))); }

void PageSetter::set_soon() {
    if (running_) running_->store(true);  // its pages would be old
    pause_.start();
}

void PageSetter::set_now() {
    pause_.stop();
    if (running_) running_->store(true);
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    running_ = cancelled;
    run([this, source = source_(), cancelled] {
        if (cancelled->load()) return;  // a newer one waits
        const Document document = set_document(source, *cancelled);
        QMetaObject::invokeMethod(this, [=] { take(document, cancelled); }, Qt::QueuedConnection);
    });
}

void PageSetter::take(const Document& document, const Flag& cancelled) {
    if (cancelled->load()) return;
    running_.reset();
    last_ = document;
    Q_EMIT set(last_);
    for (const auto& call : std::exchange(waiting_, {})) call(last_);
}

void PageSetter::when_settled(std::function<void(const Document&)> call) {
    if (is_settled()) return call(last_);
    waiting_.append(std::move(call));
    if (pause_.isActive()) set_now();
}

void PageSetter::write_pdf(const QString& path) {
    run([this, source = source_(), path] {
        const QVector<Message> messages = qt_editor::write_pdf(source, path);
        QMetaObject::invokeMethod(this, [=] { Q_EMIT written(path, messages); }, Qt::QueuedConnection);
    });
}

}  // namespace qt_editor
