package io.dlpo.optimizer.monitoring;

/** How often a failure signature was recognised since the process began. */
public interface SignatureCountMXBean {

  /** 0 or more; a run counts once at most. */
  long getCount();
}
