// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/manifest/scalar.h"
#include "core/manifest/service_reader.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/step_texts.h"

namespace perfect {
namespace {

// A short text can apply a large file thousands of times; what it asks for in all stays bounded.
constexpr std::size_t kMostAppliedServices = 20000;

/// Where the lines of a block text begin in the scenario: its errors are told in the scenario's own places.
struct BlockPlace {
  bool literal = false;  ///< written with '|': lines are as they stand
  int lineBefore = 0;
  int indent = 0;
};

BlockPlace placeOf(const YamlNode& block, std::string_view text) {
  BlockPlace place;
  place.literal = block.offset < text.size() && text[block.offset] == '|';
  place.lineBefore = block.line;
  std::size_t at = text.find('\n', block.offset);
  while (at != std::string_view::npos) {
    const std::size_t begin = at + 1;
    const std::size_t end = text.find_first_not_of(' ', begin);
    if (end == std::string_view::npos) break;
    if (text[end] != '\n' && text[end] != '\r') {
      place.indent = static_cast<int>(end - begin);
      break;
    }
    at = text.find('\n', end);
  }
  return place;
}

}  // namespace

ApplyCommand ApplyReader::read(NodeId value, const std::string& path) {
  const YamlNode& node = m_reading.tree.at(value);
  ApplyCommand command;
  if (m_services > kMostAppliedServices) return command;
  if (node.kind == YamlKind::Scalar) {
    const bool block = node.text.find('\n') != std::string::npos;
    command.services = block ? readBlock(value, path) : readFile(value, path);
  } else {
    ServiceBatch batch(m_reading);
    if (node.kind == YamlKind::Mapping) batch.add(value, path);
    for (std::size_t i = 0; node.kind == YamlKind::Sequence && i < node.children.size(); ++i) {
      batch.add(node.children[i], path + "[" + std::to_string(i) + "]");
    }
    command.services = batch.take();
    if (command.services.empty()) {
      m_reading.faults.add(node, path, kStepTexts.applyNothing);
    }
  }
  m_services += command.services.size();
  if (m_services > kMostAppliedServices) {
    m_reading.faults.add(node, path, kStepTexts.applyTooMuch);
  }
  return command;
}

ApplyReader::Parsed ApplyReader::parseFile(const std::string& file) const {
  const auto content = m_read(file);
  if (content) return parseManifests(content.value(), m_overrides, m_reading.faults.wording());
  return Parsed::failure({{0, 0, "", m_reading.faults.said(kStepTexts.correctPath, {content.error()})}});
}

std::vector<ServiceSpec> ApplyReader::readFile(NodeId value, const std::string& path) {
  const YamlNode& node = m_reading.tree.at(value);
  if (node.text.empty()) {
    m_reading.faults.add(node, path, kStepTexts.applyEmpty);
    return {};
  }
  auto known = m_files.find(node.text);
  if (known == m_files.end()) known = m_files.emplace(node.text, parseFile(node.text)).first;
  if (known->second.ok()) return known->second.value();
  for (const ManifestError& error : known->second.error()) {
    m_reading.faults.addSaid(node, path, formatError(node.text, error, m_reading.faults.wording()));
  }
  return {};
}

std::vector<ServiceSpec> ApplyReader::readBlock(NodeId value, const std::string& path) {
  const YamlNode& node = m_reading.tree.at(value);
  auto parsed = parseServices(node.text, m_overrides, ColumnUnit::Bytes, m_reading.faults.wording());
  if (parsed.ok()) return std::move(parsed).value();
  const BlockPlace place = placeOf(node, m_text);
  for (const ManifestError& error : parsed.error()) {
    const std::string inner = error.path.empty() ? path : path + "." + error.path;
    if (place.literal && error.line > 0) {
      m_reading.faults.addSaid({place.lineBefore + error.line, place.indent + error.column, inner, error.message});
    } else {
      m_reading.faults.addSaid(node, inner, error.message);
    }
  }
  return {};
}

}  // namespace perfect
