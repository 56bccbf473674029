package io.dlpo.backward;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the backward engine. */
@ConfigMapping(prefix = "dlpo.backward-engine")
public interface BackwardEngineSettings {

  /** Calls of the backward model that this process makes at once, 1 or more. */
  @WithDefault("32")
  int concurrency();
}
