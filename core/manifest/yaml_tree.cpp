// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <map>
#include <sstream>
#include <utility>

#include "core/manifest/syntax_message.h"
#include "core/manifest/yaml_texts.h"

namespace perfect {
namespace {

/// Ends yaml-cpp's work from inside an event; never leaves this file.
struct ReadingEnded {
  YamlFault fault;
};

YamlFault faultAt(const YAML::Mark& mark, Saying what) {
  return {std::max(mark.line, 0) + 1, std::max(mark.column, 0) + 1, std::move(what)};
}

[[noreturn]] void endReading(const YAML::Mark& mark, TextPattern why) {
  throw ReadingEnded{faultAt(mark, {why.english(), {}})};
}

// yaml-cpp ends an unquoted text in a flow collection at any '?', as in {question: How many?, …}, though only a '?'
// that stands alone means something to YAML. The others go through it as a character that no checked text holds;
// a text that spells it as an escape goes as it is.
constexpr char kDisguisedQuestionMark = '\x01';

std::string withDisguisedQuestionMarks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string disguised(text);
  for (const std::string_view escape : {"\\x01", "\\u0001", "\\U00000001"}) {
    if (text.find(escape) != std::string_view::npos) return disguised;
  }
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    const bool begins = at == 0 || std::string_view(" \t\r\n[{,").find(text[at - 1]) != std::string_view::npos;
    const bool ends = at + 1 == text.size() || blanks.find(text[at + 1]) != std::string_view::npos;
    if (!begins || !ends) disguised[at] = kDisguisedQuestionMark;
  }
  return disguised;
}

/// Builds the tree from the parser's events and ends it as soon as a limit is passed, before memory or the
/// parser's recursion grow with the text.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// `given`: the text as the parser gets it.
  TreeBuilder(std::string_view text, std::string_view given, YamlTree& tree)
      : m_text(text), m_tree(tree), m_disguised(given != text) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    const std::size_t offset = offsetOf(mark);
    // yaml-cpp takes whatever is left behind a document for the next one, and some of it for ever.
    if (m_documents > 0 && m_text.substr(offset, 3) != "---" &&
        m_text.substr(m_last, offset - std::min(offset, m_last)).find("\n...") == std::string_view::npos) {
      endReading(mark, kYamlTexts.documentEnded);
    }
    ++m_documents;
    m_last = offset;
    m_open.clear();
    m_anchors.clear();
  }
  void OnDocumentEnd() override { m_tree.complete = m_tree.documents.size(); }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(mark, anchor, YamlKind::Null);
    leave();
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (++m_aliases > kMaxYamlAliases) endReading(mark, kYamlTexts.tooManyAliases);
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end()) endReading(mark, kYamlTexts.anchorUndefined);
    const NodeId target = found->second;
    if (std::find_if(m_open.begin(), m_open.end(), [&](const Open& o) { return o.id == target; }) != m_open.end()) {
      endReading(mark, kYamlTexts.aliasInItself);
    }
    countValues(mark, m_sizes[target].values);
    checkDepth(mark, m_open.size() + m_sizes[target].height);
    attach(target);
    if (!m_open.empty()) m_open.back().height = std::max(m_open.back().height, m_sizes[target].height + 1);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const bool text = tag == "!" || tag == "tag:yaml.org,2002:str";
    const bool plain = tag == "?" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float" ||
                       tag == "tag:yaml.org,2002:bool" || tag == "tag:yaml.org,2002:null";
    if (!text && !plain) refuseTag(mark);
    if (text) checkQuotesClosed(mark);
    YamlNode& node = add(mark, anchor, YamlKind::Scalar);
    node.quoted = text;
    node.text = value;
    if (m_disguised) std::replace(node.text.begin(), node.text.end(), kDisguisedQuestionMark, '?');
    leave();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    if (tag != "?" && tag != "!" && !tag.empty() && tag != "tag:yaml.org,2002:seq") refuseTag(mark);
    add(mark, anchor, YamlKind::Sequence);
  }
  void OnSequenceEnd() override { leave(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    if (tag != "?" && tag != "!" && !tag.empty() && tag != "tag:yaml.org,2002:map") refuseTag(mark);
    add(mark, anchor, YamlKind::Mapping);
  }
  void OnMapEnd() override { leave(); }

  /// The innermost collection that is not closed; none outside of all.
  const YamlNode* innermostOpen() const { return m_open.empty() ? nullptr : &m_tree.at(m_open.back().id); }

 private:
  struct Open {
    NodeId id = 0;
    std::size_t valuesBefore = 0;
    std::size_t height = 1;
  };
  struct Size {
    std::size_t values = 1;
    std::size_t height = 1;
  };

  std::size_t offsetOf(const YAML::Mark& mark) const {
    return std::min(m_text.size(), static_cast<std::size_t>(std::max(mark.pos, 0)));
  }

  [[noreturn]] static void refuseTag(const YAML::Mark& mark) { endReading(mark, kYamlTexts.tag); }

  /// A single-quoted text that ends in a line break passes yaml-cpp without its closing quote.
  void checkQuotesClosed(const YAML::Mark& mark) const {
    std::size_t at = offsetOf(mark);
    while (at < m_text.size() && (m_text[at] == '!' || m_text[at] == '&')) {
      at = std::min(m_text.find_first_of(" \t\r\n", at), m_text.size());
      at = std::min(m_text.find_first_not_of(" \t\r\n", at), m_text.size());
    }
    if (at >= m_text.size() || (m_text[at] != '\'' && m_text[at] != '"')) return;
    const char quote = m_text[at];
    for (++at; at < m_text.size(); ++at) {
      if (quote == '"' && m_text[at] == '\\') {
        ++at;
      } else if (m_text[at] == quote) {
        if (quote == '"' || m_text.substr(at + 1, 1) != "'") return;
        ++at;
      }
    }
    endReading(mark, kYamlTexts.quotesOpen);
  }

  void countValues(const YAML::Mark& mark, std::size_t more) {
    m_values += more;
    if (m_values > kMaxYamlValues) endReading(mark, kYamlTexts.tooManyValues);
  }

  static void checkDepth(const YAML::Mark& mark, std::size_t depth) {
    if (depth > static_cast<std::size_t>(kMaxYamlDepth)) endReading(mark, kYamlTexts.tooDeep);
  }

  YamlNode& add(const YAML::Mark& mark, YAML::anchor_t anchor, YamlKind kind) {
    const bool collection = kind == YamlKind::Sequence || kind == YamlKind::Mapping;
    if (collection) checkDepth(mark, m_open.size() + 1);
    const std::size_t before = m_values;
    countValues(mark, 1);
    const NodeId id = m_tree.nodes.size();
    YamlNode& node = m_tree.nodes.emplace_back();
    node.kind = kind;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    node.offset = offsetOf(mark);
    m_last = std::max(m_last, node.offset);
    m_sizes.emplace_back();
    attach(id);
    if (anchor != 0) m_anchors[anchor] = id;
    m_open.push_back({id, before, collection ? 1U : 0U});
    return node;
  }

  void attach(NodeId id) {
    if (m_open.empty()) {
      m_tree.documents.push_back(id);
    } else {
      m_tree.nodes[m_open.back().id].children.push_back(id);
    }
  }

  /// The newest open node is complete; what it holds is known now.
  void leave() {
    const Open done = m_open.back();
    m_open.pop_back();
    m_sizes[done.id] = {m_values - done.valuesBefore, done.height};
    if (!m_open.empty()) m_open.back().height = std::max(m_open.back().height, done.height + 1);
  }

  std::string_view m_text;
  YamlTree& m_tree;
  bool m_disguised;
  std::vector<Size> m_sizes;  ///< by NodeId, of complete nodes
  std::vector<Open> m_open;
  std::map<YAML::anchor_t, NodeId> m_anchors;
  std::size_t m_values = 0;
  std::size_t m_last = 0;  ///< offset of the newest node
  int m_aliases = 0;
  int m_documents = 0;
};

YamlFault parserFault(const YAML::Exception& e, std::string_view text, const TreeBuilder& builder) {
  const YamlNode* open = builder.innermostOpen();
  // An unclosed bracket is found at the end of the text; where it was opened is where it can be mended.
  if (open != nullptr && e.msg.find("flow not found") != std::string::npos) {
    return {open->line, open->column, syntaxMessage(e.msg, {})};
  }
  const auto offset = std::min(text.size(), static_cast<std::size_t>(std::max(e.mark.pos, 0)));
  // A tab as indentation makes yaml-cpp stumble over what stands behind it.
  const auto lineStart = offset - std::min(offset, static_cast<std::size_t>(std::max(e.mark.column, 0)));
  const std::string_view indent = text.substr(lineStart, text.find_first_not_of(" \t", lineStart) - lineStart);
  if (const auto tab = indent.find('\t'); tab != std::string_view::npos) {
    return {e.mark.line + 1, static_cast<int>(tab) + 1, {kYamlTexts.tabIndents.english(), {}}};
  }
  return faultAt(e.mark, syntaxMessage(e.msg, text.substr(offset)));
}

}  // namespace

YamlTree readYaml(std::string_view text) {
  YamlTree tree;
  tree.fault = textFault(text);
  if (tree.fault) return tree;
  text = withoutByteOrderMark(text);
  const std::string given = withDisguisedQuestionMarks(text);
  TreeBuilder builder(text, given, tree);
  try {
    std::istringstream in(given);
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {}
  } catch (const ReadingEnded& ended) {
    tree.fault = ended.fault;
  } catch (const YAML::Exception& e) {
    tree.fault = parserFault(e, text, builder);
  } catch (const std::exception& e) {
    tree.fault = YamlFault{1, 1, syntaxMessage(e.what(), {})};
  }
  return tree;
}

std::optional<NodeId> childOf(const YamlTree& tree, NodeId mapping, std::string_view name) {
  const YamlNode& node = tree.at(mapping);
  if (node.kind != YamlKind::Mapping) return std::nullopt;
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const YamlNode& key = tree.at(node.children[i]);
    if (key.kind == YamlKind::Scalar && key.text == name) return node.children[i + 1];
  }
  return std::nullopt;
}

}  // namespace perfect
