// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/syntax_message.h"

#include "core/manifest/scalar.h"
#include "core/manifest/yaml_texts.h"

namespace perfect {
namespace {

/// How a text of the parser's begins, and what it means.
struct ParserText {
  std::string_view begins;
  TextPattern means;
};

constexpr ParserText kParserTexts[] = {
    {"end of map flow not found", kYamlTexts.mapOpen},
    {"end of map not found", kYamlTexts.fieldExpected},
    {"end of sequence flow not found", kYamlTexts.listOpen},
    {"end of sequence not found", kYamlTexts.entryExpected},
    {"illegal EOF in scalar", kYamlTexts.endsInQuotes},
    {"illegal document indicator in scalar", kYamlTexts.documentInQuotes},
    {"illegal tab when looking for indentation", kYamlTexts.tabIndents},
    {"illegal flow end", kYamlTexts.bracketUnopened},
    {"illegal block entry", kYamlTexts.entryMisplaced},
    {"illegal map key", kYamlTexts.fieldMisplaced},
    {"illegal map value", kYamlTexts.colonMisplaced},
    {"the referenced anchor is not defined", kYamlTexts.anchorUndefined},
    {"alias not found after *", kYamlTexts.aliasUnnamed},
    {"anchor not found after &", kYamlTexts.anchorUnnamed},
    {"illegal character found while scanning alias", kYamlTexts.aliasLetters},
    {"illegal character found while scanning anchor", kYamlTexts.anchorLetters},
    {"unknown escape character", kYamlTexts.escapeUnknown},
    {"bad character found while scanning hex number", kYamlTexts.escapeDigits},
    {"invalid unicode", kYamlTexts.escapeNoCharacter},
    {"unexpected character in block scalar", kYamlTexts.behindBlock},
    {"cannot set zero indentation for a block scalar", kYamlTexts.blockByNone},
    {"cannot assign multiple tags", kYamlTexts.twoTags},
    {"cannot assign multiple anchors", kYamlTexts.twoAnchors},
};

}  // namespace

Saying syntaxMessage(std::string_view parserText, std::string_view at) {
  if (parserText.substr(0, 13) == "unknown token") {
    if (!at.empty() && at.front() == '\t') return {kYamlTexts.tabBegins.english(), {}};
    return {kYamlTexts.badBeginning.english(), {shownText(at.substr(0, 1))}};
  }
  for (const ParserText& text : kParserTexts) {
    if (parserText.substr(0, text.begins.size()) == text.begins) return {text.means.english(), {}};
  }
  return {kYamlTexts.notYaml.english(), {shownText(parserText)}};
}

}  // namespace perfect
