#include "ui/signin/accountcard.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Icon roleIcon(Role role)
{
    switch (role) {
    case Role::Officer:
        return Icon::Person;
    case Role::TeamMember:
        return Icon::People;
    case Role::ItStaff:
        break;
    }
    return Icon::Tools;
}

} // namespace

QString roleWords(Role role)
{
    switch (role) {
    case Role::Officer:
        return QCoreApplication::translate("RoleWords", "Officer");
    case Role::TeamMember:
        return QCoreApplication::translate("RoleWords", "Digital technology team member");
    case Role::ItStaff:
        break;
    }
    return QCoreApplication::translate("RoleWords", "IT staff");
}

AccountCard::AccountCard(const Account &account, QWidget *parent)
    : QAbstractButton(parent)
    , m_login(account.login)
    , m_role(account.role)
{
    setText(account.displayName.isEmpty() ? account.login : account.displayName);
    setAccessibleName(u"%1, %2"_s.arg(text(), roleWords(account.role)));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize AccountCard::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(260), theme.px(60) };
}

void AccountCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    const bool lit = isChecked() || underMouse();
    paintBox(painter, rect(), isChecked() ? colors.primarySoft : colors.surface, lit ? colors.primary : colors.lineStrong,
             isChecked() ? 2 : theme.border(), theme.px(8));

    const int circle = theme.px(36);
    const QRectF place(theme.px(14), (height() - circle) / 2.0, circle, circle);
    paintBox(painter, place, isChecked() ? colors.primary : colors.sunken, Qt::transparent, 0, circle / 2.0);
    const qreal inset = theme.px(8);
    paintIcon(painter, place.adjusted(inset, inset, -inset, -inset), roleIcon(m_role),
              isChecked() ? colors.onPrimary : colors.muted);

    const int left = theme.px(62);
    const int right = width() - theme.px(40);
    painter.setFont(theme.font(TextRole::Strong));
    painter.setPen(colors.text);
    painter.drawText(QRect(left, theme.px(8), right - left, height() / 2 - theme.px(8)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - left));
    painter.setFont(theme.font(TextRole::Small));
    painter.setPen(colors.muted);
    painter.drawText(QRect(left, height() / 2, right - left, height() / 2 - theme.px(8)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(roleWords(m_role), Qt::ElideRight, right - left));
    if (isChecked()) {
        const int side = theme.px(22);
        paintIcon(painter, QRectF(width() - side - theme.px(14), (height() - side) / 2.0, side, side), Icon::CheckCircle,
                  colors.primary);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focus, theme.px(8));
}

} // namespace motcua
