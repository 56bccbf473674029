package io.dlpo.studies.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Specs as tests write them. */
final class Trees {

  private static final YAMLMapper YAML = new YAMLMapper();

  private Trees() {}

  static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no YAML: " + text, e);
    }
  }
}
