// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of a text that is no YAML, or more of it than a manifest may be. Pure; any thread.
#pragma once

#include "core/base/text_pattern.h"

namespace perfect {

struct YamlTexts {
  TextPattern tooLarge{"the text is larger than 1 MiB, the limit: split it into several files"};
  TextPattern notUtf8{"this is not UTF-8 text: save the file as UTF-8"};
  TextPattern controlCharacter{"a control character (code {0}) cannot stand in YAML: remove it, or give a text file"};
  TextPattern tooDeep{"nested deeper than 64 levels, the limit: flatten the document"};
  TextPattern tooManyAliases{"more than 10,000 aliases, the limit: write the values out"};
  TextPattern tooManyValues{"more than 200,000 values, aliases written out: split the text, or use fewer aliases"};

  TextPattern documentEnded{"the document has already ended: indent this, or begin another with '---'"};
  TextPattern aliasInItself{"an alias stands inside the value it names: write the value out"};
  TextPattern tag{"tags ('!...') are not supported: write the value without it, or quote the text"};
  TextPattern quotesOpen{"the quoted text that begins here is not closed: add the missing quote"};

  TextPattern tabIndents{"a tab indents this line: use spaces"};
  TextPattern tabBegins{"a tab cannot begin a value or indent a line: use spaces"};
  TextPattern badBeginning{"a value cannot begin with '{0}': quote the text"};
  TextPattern mapOpen{"'{' is not closed: add the missing '}', or a ',' between the fields"};
  TextPattern fieldExpected{"a field is expected here: write 'name: value', as far indented as the fields before it"};
  TextPattern listOpen{"'[' is not closed: add the missing ']', or a ',' between the entries"};
  TextPattern entryExpected{"a list entry is expected here: write '- value', as far indented as the ones before it"};
  TextPattern endsInQuotes{"the text ends inside quotes: add the missing quote"};
  TextPattern documentInQuotes{"'---' or '...' stands inside a quoted text: close the quotes first"};
  TextPattern bracketUnopened{"a closing bracket without its opening one: remove it, or quote the text"};
  TextPattern entryMisplaced{"a list entry cannot start here: put '- ' on a line of its own, indented with spaces"};
  TextPattern fieldMisplaced{"a field cannot start here: put it on a line of its own, or quote the text"};
  TextPattern colonMisplaced{"a ': ' cannot stand here: check the indentation, or quote the text that holds it"};
  TextPattern anchorUndefined{"an alias without its anchor: define it earlier with '&', or quote the text"};
  TextPattern aliasUnnamed{"a '*' begins an alias: name an anchor, or quote the text"};
  TextPattern anchorUnnamed{"a '&' begins an anchor: name it, or quote the text"};
  TextPattern aliasLetters{"an alias has letters, digits, '-' and '_' only: rename it, or quote the text"};
  TextPattern anchorLetters{"an anchor has letters, digits, '-' and '_' only: rename it, or quote the text"};
  TextPattern escapeUnknown{"an unknown escape in double quotes: write '\\\\' for a backslash, or use single quotes"};
  TextPattern escapeDigits{"an escape in double quotes needs hexadecimal digits: complete it, or use single quotes"};
  TextPattern escapeNoCharacter{"an escape in double quotes is no Unicode character: correct it"};
  TextPattern behindBlock{"only an indicator and a comment may follow '|' or '>': start the text on the next line"};
  TextPattern blockByNone{"a block text cannot be indented by 0: remove the 0"};
  TextPattern twoTags{"a value has two tags: remove them"};
  TextPattern twoAnchors{"a value has two anchors: keep one"};
  TextPattern notYaml{"this is not YAML ({0}): correct it here or just before"};
};
inline constexpr YamlTexts kYamlTexts{};

}  // namespace perfect
