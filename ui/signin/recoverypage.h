#pragma once

#include "ui/shell/uiservices.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace motcua {

class AnswerField;
class Banner;
class PrimaryButton;

// For whoever forgot the passphrase: the challenge to read to the province, its answer, a new passphrase. Signs nobody in.
class RecoveryPage : public QWidget
{
    Q_OBJECT

public:
    RecoveryPage(const UiServices &services, const QString &login, QWidget *parent = nullptr);

    void enter();

Q_SIGNALS:
    void left();
    void restored(); // the account has its new passphrase

private:
    void buildChallenge(QVBoxLayout *column, const QString &challenge);
    void buildAnswer(QVBoxLayout *column);
    void restore();
    void setBusy(bool busy);

    UiServices m_services;
    QString m_login;
    Banner *m_banner;
    AnswerField *m_answer;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    PrimaryButton *m_set;
};

} // namespace motcua
