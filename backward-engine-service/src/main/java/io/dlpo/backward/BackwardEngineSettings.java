package io.dlpo.backward;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the backward engine. */
@ConfigMapping(prefix = "dlpo.backward-engine")
public interface BackwardEngineSettings {

  /** Maximum number of concurrent calls of the backward model in this process, 1 or more. */
  @WithDefault("32")
  int concurrency();
}
