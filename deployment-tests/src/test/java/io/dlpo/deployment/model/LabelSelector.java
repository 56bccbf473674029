package io.dlpo.deployment.model;

import java.util.Map;

/** A label selector, as far as manifests here write it. */
record LabelSelector(Map<String, String> matchLabels) {

  LabelSelector {
    Required.field(matchLabels, "matchLabels");
  }
}
