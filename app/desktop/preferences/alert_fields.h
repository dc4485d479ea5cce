// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fields for alerts by e-mail: one for each variable, with its default as a hint, what is wrong with it beside it,
// and read-only where the environment decides.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "app/runtime/alert_setup.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace perfect {

class AlertFields final : public QWidget {
  Q_OBJECT

 public:
  explicit AlertFields(QWidget* parent = nullptr);

  void setTexts(const AlertTexts& environment, const AlertTexts& preferences);
  void setKeychainNote(const QString& note);
  /// What stands in the fields that a person may change; without defaults.
  AlertTexts preferences() const;
  /// That together with the environment.
  AlertTexts effective() const;
  /// Whether effective() is good; what is not is shown at its field.
  bool isGood() const { return m_good; }

 Q_SIGNALS:
  void edited();

 private:
  struct Field {
    const AlertVariable* variable;
    QLineEdit* text;  ///< or
    QCheckBox* check;
    QLabel* note;
    bool fixed = false;  ///< by the environment
  };
  void addGroup(QVBoxLayout* column, const QString& title, const QStringList& variables);
  void addField(QFormLayout* form, const AlertVariable& variable);
  QString valueOf(const Field& field) const;
  void judge();

  std::vector<Field> m_fields;
  AlertTexts m_environment;
  QString m_keychainNote;
  bool m_good = true;
};

}  // namespace perfect
