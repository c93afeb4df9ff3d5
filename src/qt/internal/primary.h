// What is selected, to be put elsewhere by the middle button: the clipboard that X11 and Wayland have for it.
#pragma once

#include <memory>

#include <QMimeData>

namespace bichig::qt {

/// Tests put another in its place on platforms that have none.
class PrimarySelection {
public:
    virtual ~PrimarySelection() = default;
    virtual bool is_there() const;
    /// nullptr where nothing is in it.
    virtual const QMimeData* data() const;
    virtual void set(std::unique_ptr<QMimeData> data);

    static PrimarySelection& application();
    /// The one of the application from now on; nullptr: the platform's again. It must outlive its use.
    static void set_application(PrimarySelection* selection);
};

}  // namespace bichig::qt
