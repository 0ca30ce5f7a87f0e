#pragma once

#include <QColor>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace motcua {

// Our line icons (resources/icons, 24 x 24, drawn in one colour).
enum class Icon {
    None,
    Back,
    Calendar,
    Camera,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Clock,
    Close,
    Commune,
    Contrast,
    Copy,
    Dossier,
    Doubt,
    Download,
    Draft,
    Error,
    Eye,
    EyeOff,
    Forward,
    Help,
    Home,
    IdCard,
    Image,
    Info,
    Keyboard,
    Late,
    Law,
    LinkOff,
    LinkOn,
    List,
    Lock,
    Lotus,
    NewDossier,
    Paper,
    Papers,
    People,
    Person,
    Phone,
    Plus,
    Print,
    Queue,
    Received,
    Refresh,
    Refused,
    RotateLeft,
    RotateRight,
    Safe,
    Scan,
    Search,
    Send,
    Settings,
    TextSize,
    Tools,
    Trash,
    Upload,
    Warning,
    Withdrawn,
    ZoomIn,
    ZoomOut,
};

constexpr int iconCount = int(Icon::ZoomOut) + 1;

// Drawn sharp at the device's scale; cached.
QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio);
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color);

} // namespace motcua
