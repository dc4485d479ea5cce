// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/syntax_message.h"

#include "core/manifest/scalar.h"

namespace perfect {
namespace {

struct Saying {
  std::string_view begins;  ///< of the parser's text
  std::string_view means;
};

constexpr Saying kSayings[] = {
    {"end of map flow not found", "'{' is not closed: add the missing '}', or a ',' between the fields"},
    {"end of map not found", "a field is expected here: write 'name: value', as far indented as the fields before it"},
    {"end of sequence flow not found", "'[' is not closed: add the missing ']', or a ',' between the entries"},
    {"end of sequence not found",
     "a list entry is expected here: write '- value', as far indented as the ones before it"},
    {"illegal EOF in scalar", "the text ends inside quotes: add the missing quote"},
    {"illegal document indicator in scalar", "'---' or '...' stands inside a quoted text: close the quotes first"},
    {"illegal tab when looking for indentation", "a tab indents this line: use spaces"},
    {"illegal flow end", "a closing bracket without its opening one: remove it, or quote the text"},
    {"illegal block entry", "a list entry cannot start here: put '- ' on a line of its own, indented with spaces"},
    {"illegal map key", "a field cannot start here: put it on a line of its own, or quote the text"},
    {"illegal map value", "a ': ' cannot stand here: check the indentation, or quote the text that holds it"},
    {"the referenced anchor is not defined",
     "an alias without its anchor: define it earlier with '&', or quote the text"},
    {"alias not found after *", "a '*' begins an alias: name an anchor, or quote the text"},
    {"anchor not found after &", "a '&' begins an anchor: name it, or quote the text"},
    {"illegal character found while scanning alias",
     "an alias has letters, digits, '-' and '_' only: rename it, or quote the text"},
    {"illegal character found while scanning anchor",
     "an anchor has letters, digits, '-' and '_' only: rename it, or quote the text"},
    {"unknown escape character",
     "an unknown escape in double quotes: write '\\\\' for a backslash, or use single quotes"},
    {"bad character found while scanning hex number",
     "an escape in double quotes needs hexadecimal digits: complete it, or use single quotes"},
    {"invalid unicode", "an escape in double quotes is no Unicode character: correct it"},
    {"unexpected character in block scalar",
     "only an indicator and a comment may follow '|' or '>': start the text on the next line"},
    {"cannot set zero indentation for a block scalar", "a block text cannot be indented by 0: remove the 0"},
    {"cannot assign multiple tags", "a value has two tags: remove them"},
    {"cannot assign multiple anchors", "a value has two anchors: keep one"},
};

}  // namespace

std::string syntaxMessage(std::string_view parserText, std::string_view at) {
  if (parserText.substr(0, 13) == "unknown token") {
    if (!at.empty() && at.front() == '\t') return "a tab cannot begin a value or indent a line: use spaces";
    const std::string character = shownText(at.substr(0, 1));
    return "a value cannot begin with '" + character + "': quote the text";
  }
  for (const Saying& saying : kSayings) {
    if (parserText.substr(0, saying.begins.size()) == saying.begins) return std::string(saying.means);
  }
  return "this is not YAML (" + shownText(parserText) + "): correct it here or just before";
}

}  // namespace perfect
