// The selection of the platform, or what stands in its place.
#include "qt/internal/primary.h"

#include <QClipboard>
#include <QGuiApplication>

namespace bichig::qt {

namespace {

PrimarySelection* replaced = nullptr;

}  // namespace

bool PrimarySelection::is_there() const { return QGuiApplication::clipboard()->supportsSelection(); }

const QMimeData* PrimarySelection::data() const {
    return QGuiApplication::clipboard()->mimeData(QClipboard::Selection);
}

void PrimarySelection::set(std::unique_ptr<QMimeData> data) {
    QGuiApplication::clipboard()->setMimeData(data.release(), QClipboard::Selection);
}

PrimarySelection& PrimarySelection::application() {
    static PrimarySelection platform;
    return replaced != nullptr ? *replaced : platform;
}

void PrimarySelection::set_application(PrimarySelection* selection) { replaced = selection; }

}  // namespace bichig::qt
